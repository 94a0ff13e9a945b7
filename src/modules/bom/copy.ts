import type { Database } from '#db/database.ts'
import { invalid } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { followUp } from '#framework/follow-ups.ts'
import { pricesChanged, assembliesOf, selfAndAbove } from '#modules/part/index.ts'
import { recheck } from './checksum.ts'
import { circles } from './circles.ts'
import { bomLines } from './lines.ts'
import { refuseLockedBom } from './locks.ts'
import { substitutesOf } from './availability.ts'
import { spreadTrackable } from './trackable.ts'

/** What to copy, and what becomes of what is there. */
export interface CopyOptions {
  removeExisting: boolean
  includeInherited: boolean
  skipInvalid: boolean
  copySubstitutes: boolean
}

/**
 * Gives a part the lines of another one (docs/behaviour/bom.md#copying).
 *
 * @param db inside a transaction
 * @param source the primary key of the part to copy from
 * @param target the primary key of the part that gets the lines
 * @throws 400 where a line would close a circle, unless those are skipped, or where the target is locked
 */
export async function copyBom(
  db: Database,
  settings: SettingReader,
  source: number,
  target: number,
  options: CopyOptions
): Promise<void> {
  if (source === target) return
  const above = new Set(
    (await db.selectFrom('part').select('id').where('id', 'in', selfAndAbove(target)).execute()).map(({ id }) => id)
  )
  const bom = (await bomLines(db, [source]))
    .get(source)!
    .filter(
      (line) => (line.part_id === source || options.includeInherited) && !(line.inherited && above.has(line.part_id))
    )
  const gone = options.removeExisting
    ? await db.deleteFrom('bom_item').where('part_id', '=', target).returning(['part_id', 'inherited']).execute()
    : []
  const wrong = await circles(
    db,
    settings,
    target,
    bom.map((line) => line.sub_part_id)
  )
  const fitting = bom.filter((line) => !wrong.has(line.sub_part_id))
  if (fitting.length < bom.length && !options.skipInvalid)
    throw invalid({ sub_part: [wrong.get(bom.find((line) => wrong.has(line.sub_part_id))!.sub_part_id)!] })
  await refuseLockedBom(
    db,
    settings,
    fitting.map((line) => ({ ...line, part_id: target }))
  )

  const made: number[] = []
  const substitutes = await substitutesOf(db, options.copySubstitutes ? fitting.map((line) => line.id) : [])
  for (const { id, ...line } of fitting) {
    const copy = await db
      .insertInto('bom_item')
      .values({ ...line, part_id: target, validated: 0 })
      .returning('id')
      .executeTakeFirstOrThrow()
    made.push(copy.id)
    const rows = (substitutes.get(id) ?? []).map(({ part_id }) => ({ bom_item_id: copy.id, part_id }))
    if (rows.length) await db.insertInto('bom_substitute').values(rows).execute()
  }
  await followUp(db, 'bomitem', made)
  const components = [...new Set(fitting.map((line) => line.sub_part_id))]
  const trackable = components.length
    ? await db.selectFrom('part').select('id').where('id', 'in', components).where('trackable', '=', 1).execute()
    : []
  await spreadTrackable(
    db,
    trackable.map(({ id }) => id)
  )
  const assemblies = await assembliesOf(db, [...gone, ...fitting.map((line) => ({ ...line, part_id: target }))])
  await recheck(db, settings, assemblies)
  await pricesChanged(db, settings, assemblies)
}
