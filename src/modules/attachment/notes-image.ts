import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import { signedIn } from '#contract/scopes.ts'
import { resource } from '#crud/resource.ts'
import { mediaURL, safeName } from '#framework/files/names.ts'
import { now, shownTime } from '#framework/time.ts'

/** The kinds of records that have notes to put pictures into. */
const WITH_NOTES: ReadonlySet<string> = new Set([
  'build',
  'company',
  'manufacturerpart',
  'part',
  'purchaseorder',
  'returnorder',
  'salesorder',
  'salesordershipment',
  'stockitem',
  'supplierpart',
  'transferorder'
])

export const notesImage = resource('notes_image_upload', 'notes_image', {
  className: 'NotesImage',
  options: {},
  computed: {},
  search: [
    'model_type',
    (_eb, match) => match(sql`cast(notes_image.model_id as text)`),
    (eb, match) =>
      eb('user_id', 'in', (e) =>
        e
          .selectFrom('user as u')
          .select('u.id')
          .where(match(sql.ref('u.username')))
      )
  ],
  order: { pk: 'id', image: 'image', user: 'user_id', date: 'date', model_type: 'model_type', model_id: 'model_id' },
  defaultOrder: ['id'],
  filters: {},
  toJSON: (row) => ({
    pk: row.id,
    image: mediaURL(row.image)!,
    user: row.user_id,
    date: shownTime(row.date)!,
    model_type: row.model_type,
    model_id: row.model_id
  }),
  write: {
    columns: { image: null, model_type: null, model_id: 'model_id' },
    check: async ({ context, body, values }) => {
      const model = body.model_type?.toLowerCase()
      if (model && !WITH_NOTES.has(model)) throw invalid({ model_type: [`Invalid model type '${body.model_type}'`] })
      const upload = uploadIn(body.image)!
      Object.assign(values, {
        image: await context.files.store('notes', safeName(upload.filename), upload.bytes),
        model_type: model || null,
        user_id: signedIn(context).id,
        date: now()
      })
    }
  }
})
