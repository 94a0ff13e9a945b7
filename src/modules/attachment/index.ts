export { attachFile } from './attach.ts'
export { storeFile } from './content.ts'
