import { pictureProblem } from '#framework/files/pictures.ts'
import type { Module } from '#framework/module.ts'
import { prepareAttachment } from './content.ts'
import { attachmentOperations } from './operations.ts'
import { deleteFilesOf } from './remove.ts'
import { ATTACHMENT_TRANSFER } from './transfer.ts'

/** Files and links that belong to records, and the pictures in their notes. */
export const attachmentModule = {
  name: 'attachment',
  models: {
    attachment: { table: 'attachment', className: 'Attachment', rulesets: [], api: '/api/attachment/' },
    notesimage: { table: 'notes_image', className: 'NotesImage', rulesets: [], api: '/api/notes-image-upload/' }
  },
  leftovers: [deleteFilesOf],
  fileChecks: { image: pictureProblem, attachment: prepareAttachment },
  looseReferences: [
    { table: 'attachment', modelColumn: 'model_type', idColumn: 'model_id', word: 'an attachment', turn: 30 }
  ],
  files: [
    { table: 'attachment', column: 'attachment', readers: { modelColumn: 'model_type' }, turn: 30 },
    { table: 'attachment', column: 'thumbnail', readers: { modelColumn: 'model_type' }, turn: 30 },
    { table: 'notes_image', column: 'image', readers: { modelColumn: 'model_type' }, turn: 30 }
  ],
  transfer: ATTACHMENT_TRANSFER,
  operations: () => attachmentOperations
} satisfies Module
