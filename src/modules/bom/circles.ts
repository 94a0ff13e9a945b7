import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { lookup } from '#crud/lookup.ts'
import { namer } from '#modules/part/index.ts'
import { bomLines } from './lines.ts'

/** How messages and checksums name parts: full name and description. */
export async function partTexts(
  db: Database,
  settings: SettingReader,
  ids: Iterable<number>
): Promise<Map<number, string>> {
  const fullName = namer(settings)
  return await lookup(ids, async (keys) =>
    (
      await db
        .selectFrom('part')
        .select(['id', 'name', 'IPN', 'revision', 'description'])
        .where('id', 'in', keys)
        .execute()
    ).map((row) => [row.id, `${fullName(row)} - ${row.description}`])
  )
}

/** The top of the variant tree that each part is in. */
const topsOf = (db: Database, ids: Iterable<number>): Promise<Map<number, number>> =>
  lookup(ids, async (keys) =>
    (
      await sql<{
        of: number
        id: number
      }>`with recursive up (of, id) as (select id, id from part where id in (${sql.join(keys)})
    union select up.of, p.variant_of_id from up join part p on p.id = up.id where p.variant_of_id is not null)
    select up.of as of, up.id as id from up join part p on p.id = up.id where p.variant_of_id is null`.execute(db)
    ).rows.map(({ of, id }) => [of, id])
  )

/**
 * Why parts may not go into an assembly: it would contain itself or one of its variants, at whatever depth
 * (docs/behaviour/bom.md#rules).
 *
 * @param assembly the primary key of the assembly
 * @param components the primary keys of the parts that shall go into it
 * @returns a message for each component that may not
 */
export async function circles(
  db: Database,
  settings: SettingReader,
  assembly: number,
  components: number[]
): Promise<Map<number, string>> {
  // Everything that the components consist of, one statement a level.
  const content = new Map<number, number[]>()
  for (let level = [...new Set(components)]; level.length; ) {
    const lines = await bomLines(db, level)
    for (const id of level)
      content.set(
        id,
        (lines.get(id) ?? []).map((line) => line.sub_part_id)
      )
    level = [...new Set(level.flatMap((id) => content.get(id)!))].filter((id) => !content.has(id))
  }
  const tops = await topsOf(db, [assembly, ...content.keys()])
  type Circle = { part: number; direct: true } | { part: number; direct: false }
  const known = new Map<number, Circle | undefined>()
  const find = (id: number): Circle | undefined => {
    if (known.has(id)) return known.get(id)
    known.set(id, undefined)
    const circle =
      id === assembly || tops.get(id) === tops.get(assembly) ? ({ part: id, direct: true } as const) : inside(id)
    known.set(id, circle)
    return circle
  }
  const inside = (id: number): Circle | undefined => {
    for (const inner of content.get(id)!) {
      const circle = inner === assembly ? ({ part: id, direct: false } as const) : find(inner)
      if (circle) return circle
    }
    return undefined
  }
  const found = [...new Set(components)]
    .map((id) => [id, find(id)] as const)
    .filter(([, circle]) => circle !== undefined)
  if (found.length === 0) return new Map()
  const texts = await partTexts(db, settings, [assembly, ...found.map(([, circle]) => circle!.part)])
  return new Map(
    found.map(([id, circle]) => [
      id,
      circle!.direct
        ? `Part '${texts.get(circle!.part)}' cannot be used in BOM for '${texts.get(assembly)}' (recursive)`
        : `Part '${texts.get(assembly)}' is  used in BOM for '${texts.get(circle!.part)}' (recursive)`
    ])
  )
}
