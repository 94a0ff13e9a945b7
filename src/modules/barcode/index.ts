export { CODES, type Coded } from './codes.ts'
export { hashOf } from './find.ts'
