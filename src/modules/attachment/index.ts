import { attachment } from './attachment.ts'
import { notesImage } from './notes-image.ts'

/** The room for files: attachments of records, and the pictures in their notes. */
export const attachmentRoom = { ...attachment.operations, ...notesImage.operations }
