import { expressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import { invalid, notFound } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Body, Handler } from '#contract/types.ts'
import type { SearchField } from '#crud/definition.ts'
import { page } from '#crud/list.ts'
import { searched, through } from '#crud/search.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { mediaURL } from '#framework/files/names.ts'
import { pictureIn, storePicture } from '#framework/files/pictures.ts'

const SEARCH: SearchField<'part'>[] = [
  'name',
  'description',
  'IPN',
  'revision',
  'keywords',
  through('category_id', 'part_category', ['name'])
]

const list: Handler<'part_thumbs_list'> = async (call, send) => {
  const { limit, offset = 0 } = call.query
  const search = searched(expressionBuilder<DB, 'part'>(), 'part', SEARCH, call.query, call, false)
  let pictures = call.db
    .selectFrom('part')
    .select(['image', (eb) => eb.fn.countAll<number>().as('count')])
    .where('image', '!=', '')
    .groupBy('image')
  if (search) pictures = pictures.where(search.gathered)
  // The most used first; ties as the reference server has them.
  let query = pictures.orderBy('count', 'desc').orderBy('image', 'desc')
  if (limit !== undefined) query = query.limit(limit).offset(offset)
  const shown = (await query.execute()).map(({ image, count }) => ({ image: mediaURL(image)!, count }))
  if (limit === undefined) return send(200, shown)
  const { all } = await call.db
    .selectFrom(pictures.as('p'))
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return send(200, page(call.baseURL, call.request.url.split('?')[0]!, call.rawQuery, all, limit, offset, shown))
}

async function pictureOf(context: RequestContext, id: number): Promise<string | null> {
  const row = await context.db.selectFrom('part').select('image').where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('Part')
  return row.image
}

const retrieve: Handler<'part_thumbs_retrieve'> = async (call, send) =>
  send(200, { image: mediaURL(await pictureOf(call, call.path.id)) })

interface ChangeCall extends RequestContext {
  path: { id: number }
  body: Body<'part_thumbs_partial_update'>
}

async function change(call: ChangeCall): Promise<{ image: string | null }> {
  const before = await pictureOf(call, call.path.id)
  const upload = uploadIn(call.body.image)
  if (!upload) return { image: mediaURL(before) }
  if (!(await pictureIn(upload))) throw invalid({ image: ['File is not an image'] })
  const image = await storePicture(call.files, 'part_images', upload)
  await call.db.transaction().execute(async (db) => {
    const row = await db.selectFrom('part').select('image').where('id', '=', call.path.id).executeTakeFirst()
    if (!row) throw notFound('Part')
    await db.updateTable('part').set({ image }).where('id', '=', call.path.id).execute()
    await dropFiles(db, [row.image])
  })
  return { image: mediaURL(image) }
}

/** The first thing to say of a part that is not there, before what is wrong in the body. */
const findFirst = { find: (call: ChangeCall) => pictureOf(call, call.path.id) }

/** The pictures of parts, apart from the parts. */
export const thumbs = {
  part_thumbs_list: list,
  part_thumbs_retrieve: retrieve,
  part_thumbs_update: Object.assign(
    (async (call, send) => send(200, await change(call))) satisfies Handler<'part_thumbs_update'>,
    findFirst
  ),
  part_thumbs_partial_update: Object.assign(
    (async (call, send) => send(200, await change(call))) satisfies Handler<'part_thumbs_partial_update'>,
    findFirst
  )
}
