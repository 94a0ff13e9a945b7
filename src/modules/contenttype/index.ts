export { CONTENT_TYPES, contentType, contentTypeOf } from './models.ts'
