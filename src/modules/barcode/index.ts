export { CODES, type Coded } from './codes.ts'
export { hashOf, ownCode } from './find.ts'
