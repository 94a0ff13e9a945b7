import { sql, type Expression, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { amongInAnyCase, countInAnyCase, lower } from '#db/text.ts'
import { lookupMany } from '#crud/lookup.ts'

/** The key of a tag: lower case, blanks as dashes, only letters, digits, `-` and `_`. */
export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s]+/g, '-')

/**
 * Replaces the tags of a record. A tag that exists in whatever letter case is used again, others are made.
 *
 * @param db inside a transaction
 * @param model the model name, for example `part`
 */
export async function setTags(db: Database, model: string, id: number, names: string[]): Promise<void> {
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '')
  const known = await tagsNamed(db, wanted)
  for (const name of wanted) {
    const key = lower(name)
    if (!known.has(key)) known.set(key, await createTag(db, name))
  }
  await db.deleteFrom('tagged_item').where('model', '=', model).where('object_id', '=', id).execute()
  const ids = new Set(wanted.map((name) => known.get(lower(name))!))
  if (ids.size)
    await db
      .insertInto('tagged_item')
      .values([...ids].map((tag_id) => ({ tag_id, model, object_id: id })))
      .execute()
}

/** The keys of the tags with some names, by the name in small letters. */
async function tagsNamed(db: Database, names: string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map()
  const rows = await db
    .selectFrom('tag')
    .select(['id', 'name'])
    .where(amongInAnyCase('name', names))
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ id, name }) => [lower(name), id]))
}

async function createTag(db: Database, name: string): Promise<number> {
  const slug = await freeSlug(db, slugOf(name) || 'tag')
  return (await db.insertInto('tag').values({ name, slug }).returning('id').executeTakeFirstOrThrow()).id
}

/**
 * The key itself, or with the first number behind it that nobody has; looked for in pieces that grow, as few tags share
 * a key.
 */
async function freeSlug(db: Database, base: string): Promise<string> {
  for (let [from, size] = [0, 10]; ; [from, size] = [from + size, Math.min(size * 10, 10_000)]) {
    const candidates = Array.from({ length: size }, (_, n) => (from + n === 0 ? base : `${base}_${from + n}`))
    const rows = await db.selectFrom('tag').select('slug').where('slug', 'in', candidates).execute()
    const taken = new Set(rows.map(({ slug }) => slug))
    const free = candidates.find((slug) => !taken.has(slug))
    if (free !== undefined) return free
  }
}

const tagged = prepared((db, { value, keys }: Slots<{ model: string; ids: number[] }>) =>
  db
    .selectFrom('tagged_item')
    .innerJoin('tag', 'tag.id', 'tagged_item.tag_id')
    .select(['object_id', 'tag.name'])
    .where('model', '=', value('model'))
    .where('object_id', 'in', keys('ids'))
    .orderBy('tagged_item.id')
)

/** The tags of records, by primary key. */
export const tagsOf = (db: Database, model: string, ids: Iterable<number>): Promise<Map<number, string[]>> =>
  lookupMany(ids, async (keys) =>
    (await tagged(db, { model, ids: keys })).map(({ object_id, name }) => [object_id, name])
  )

/**
 * The condition that a record carries all tags of a comma list, letter case aside (docs/behaviour/lists.md#filters).
 */
export const carriesTags =
  (model: string, table: string) =>
  (eb: any, list: string): Expression<SqlBool> => {
    const names = [
      ...new Set(
        list
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
      )
    ]
    if (names.length === 0) return eb.lit(true)
    return sql<SqlBool>`${sql.ref(`${table}.id`)} in (select ti.object_id from tag cross join tagged_item ti
    where ti.tag_id = tag.id and ti.model = ${model} and ${amongInAnyCase('tag.name', names)}
    group by ti.object_id having count(distinct lower(tag.name)) = ${countInAnyCase(names)})`
  }

/** The condition that a record carries a tag whose name or key is exactly a text. */
export const hasTag =
  (model: string, table: string, what: 'name' | 'slug') =>
  (_eb: unknown, text: string): Expression<SqlBool> =>
    sql`exists (select 1 from tagged_item ti join tag on tag.id = ti.tag_id
    where ti.model = ${model} and ti.object_id = ${sql.ref(`${table}.id`)} and ${sql.ref(`tag.${what}`)} = ${text})`

/** What a search looks in: names and keys of a record's tags. */
export const inTags =
  (model: string, table: string) =>
  (_eb: unknown, match: (value: Expression<unknown>) => Expression<SqlBool>): Expression<SqlBool> =>
    sql`${sql.ref(`${table}.id`)} in (select ti.object_id from tagged_item ti join tag on tag.id = ti.tag_id
    where ti.model = ${model} and (${match(sql.ref('tag.name'))} or ${match(sql.ref('tag.slug'))}))`
