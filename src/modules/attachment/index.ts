export { storeFile } from './content.ts'
