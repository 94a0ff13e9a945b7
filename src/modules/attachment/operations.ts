import { attachment } from './attachment.ts'
import { notesImage } from './notes-image.ts'

/** The module for files: attachments of records, and the pictures in their notes. */
export const attachmentOperations = { ...attachment.operations, ...notesImage.operations }
