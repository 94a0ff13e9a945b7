import {
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  boolean,
  date,
  file,
  integer,
  moment,
  relation,
  subjectFields,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Attachments, and the pictures in notes, as an export has them. */
export const ATTACHMENT_TRANSFER: readonly TransferModel[] = [
  {
    name: 'common.attachment',
    table: 'attachment',
    unique: [],
    fields: {
      ...METADATA,
      ...subjectFields(true),
      attachment: file('attachment', MAYBE),
      thumbnail: file('thumbnail', MAYBE),
      link: text('link', MAYBE),
      comment: text('comment', EMPTY),
      upload_user: relation('upload_user_id', 'auth.user', MAYBE),
      upload_date: date('upload_date', MAYBE),
      is_image: boolean('is_image', NO),
      file_size: integer('file_size', NO)
    }
  },
  {
    name: 'common.notesimage',
    table: 'notes_image',
    unique: [],
    fields: {
      image: text('image'),
      user: relation('user_id', 'auth.user', MAYBE),
      date: moment('date'),
      // Not checked: any text may show an image.
      model_type: text('model_type', MAYBE),
      model_id: integer('model_id', MAYBE)
    }
  }
]
