import { sql } from 'kysely'
import { forbidden, invalid, refused } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import { signedIn, type RequestContext, type Verb } from '#contract/scopes.ts'
import { equals, hasText, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { mediaURL, safeName, splitName } from '#framework/files/names.ts'
import { MODELS, permits } from '#framework/models.ts'
import { carriesTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { today } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { NO_FILE, storeAttachment } from './content.ts'
import { deleteAttachments } from './remove.ts'

/** Whether the caller's roles permit something on a kind of record. */
function may(context: RequestContext, verb: Verb, model: string): boolean {
  const caller = signedIn(context)
  const kind = MODELS[model]
  return caller.is_superuser || (kind !== undefined && permits(caller, verb, kind))
}

/** The last part of a path. */
const nameOf = (path: string) => path.split('/').at(-1)!

/** Gives the file of an attachment another name (docs/behaviour/attachment.md#attachments). */
async function renamed({ files }: RequestContext, path: string | null, wanted: string): Promise<string> {
  if (wanted === '') throw refused('Filename cannot be empty')
  if (!path) throw refused('No file attached to rename')
  const name = safeName(wanted)
  if (/[/\\]/.test(wanted) || /^\.+$/.test(wanted)) throw refused('Invalid filename')
  if (splitName(name).ending !== splitName(path).ending) throw refused('Cannot change file extension')
  if (name === nameOf(path)) return path
  if (!(await files.has(path))) throw refused('The file is not there any more')
  const other = await files.alias(path, name)
  if (other === undefined) throw refused('A file with this name already exists')
  return other
}

async function check({ context, before, body, values }: Change<'attachment', 'attachment'>): Promise<void> {
  const model = body.model_type ?? before!.model_type
  if (before && !may(context, 'change', before.model_type))
    throw forbidden('User does not have permission to edit this attachment')
  if (!may(context, 'change', model))
    throw forbidden('User does not have permission to create or edit attachments for this model')
  const upload = uploadIn(body.attachment)
  const link = body.link === undefined ? before?.link : body.link
  const kept = upload === undefined ? before?.attachment : upload
  if (!kept && !link) throw invalid({ attachment: ['Missing file'], link: ['Missing external link'] })
  if (!before) Object.assign(values, { upload_user_id: signedIn(context).id, upload_date: today() })
  if (upload)
    Object.assign(values, await storeAttachment(context.files, upload, model, body.model_id ?? before!.model_id))
  else if (upload === null) Object.assign(values, NO_FILE)
  else if (before && body.filename !== undefined)
    values.attachment = await renamed(context, before.attachment, body.filename)
}

export const attachment = resource('attachment', 'attachment', {
  className: 'Attachment',
  options: { tags: { default: false, filter: carriesTags('attachment', 'attachment') } },
  computed: {},
  search: ['comment', (_eb, match) => match(sql`cast(attachment.model_id as text)`), 'model_type'],
  order: { model_id: 'model_id', model_type: 'model_type', upload_date: 'upload_date', file_size: 'file_size' },
  defaultOrder: ['id'],
  filters: {
    model_type: equals('model_type'),
    model_id: equals('model_id'),
    upload_user: equals('upload_user_id'),
    is_image: equals('is_image'),
    has_thumbnail: hasText('thumbnail'),
    is_link: hasText('link'),
    is_file: hasText('attachment'),
    tag_name: carriesTags('attachment', 'attachment')
  },
  embed: async (rows, { db }, view) => ({
    users: await briefUsers(
      db,
      rows.map((row) => row.upload_user_id)
    ),
    tags: view.tags
      ? await tagsOf(
          db,
          'attachment',
          rows.map((row) => row.id)
        )
      : undefined
  }),
  toJSON: (row, { users, tags }, view) => ({
    pk: row.id,
    attachment: mediaURL(row.attachment),
    thumbnail: mediaURL(row.thumbnail),
    filename: row.attachment ? nameOf(row.attachment) : null,
    link: row.link,
    comment: row.comment,
    is_image: row.is_image === 1,
    upload_date: row.upload_date,
    upload_user: row.upload_user_id,
    user_detail: row.upload_user_id === null ? null : users.get(row.upload_user_id)!,
    file_size: row.file_size,
    model_type: row.model_type as 'part', // one of the contract's, or the record could not be stored
    model_id: row.model_id,
    ...(view.tags ? { tags: tags!.get(row.id)! } : {})
  }),
  write: {
    columns: {
      attachment: null,
      filename: null,
      link: 'link',
      comment: 'comment',
      model_type: 'model_type',
      model_id: 'model_id',
      tags: null
    },
    check,
    saved: async ({ db, before, body, values }, id) => {
      if (body.tags) await setTags(db, 'attachment', id, body.tags)
      if (!before || values.attachment === undefined || values.attachment === before.attachment) return
      await dropFiles(db, [before.attachment, values.thumbnail === undefined ? null : before.thumbnail])
    },
    remove: async (row, db, context, many) => {
      if (!may(context, 'delete', row.model_type)) {
        throw many
          ? refused('User does not have permission to delete these attachments')
          : forbidden('User does not have permission to delete this attachment')
      }
      await deleteAttachments(db, [row.id])
    }
  }
})
