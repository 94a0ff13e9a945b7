import { createHash } from 'node:crypto'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { today } from '#framework/time.ts'
import { partTexts } from './circles.ts'
import { bomLines, type BomLine } from './lines.ts'

/**
 * What the fingerprint of a line is made of; the amount as entered and the note do not count
 * (docs/behaviour/bom.md#checksum-and-validation).
 */
export type Hashed = Pick<
  BomLine,
  | 'part_id'
  | 'sub_part_id'
  | 'quantity'
  | 'setup_quantity'
  | 'attrition'
  | 'rounding_multiple'
  | 'reference'
  | 'optional'
  | 'inherited'
  | 'consumable'
  | 'allow_variants'
>

const HASHED = [
  'part_id',
  'sub_part_id',
  'quantity',
  'setup_quantity',
  'attrition',
  'rounding_multiple',
  'reference',
  'optional',
  'inherited',
  'consumable',
  'allow_variants'
] as const

/** Whether two states of a line differ in what the fingerprint is made of. */
export const differs = (before: Hashed, after: Hashed): boolean =>
  HASHED.some((column) => plain(before[column]) !== plain(after[column]))
const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value)

const digest = (content: unknown): string =>
  'sha256:' + createHash('sha256').update(JSON.stringify(content)).digest('hex')

const fingerprint = (line: Hashed, texts: Map<number, string>): string =>
  digest([
    line.part_id,
    texts.get(line.part_id),
    line.sub_part_id,
    texts.get(line.sub_part_id),
    ...[line.quantity, line.setup_quantity, line.attrition, line.rounding_multiple ?? 0].map((n) => Math.max(0, n)),
    line.reference,
    ...[line.optional, line.inherited, line.consumable, line.allow_variants].map(Number)
  ])

/** The fingerprint of a line as it is, or is going to be. */
export const checksumOf = async (db: Database, settings: SettingReader, line: Hashed): Promise<string> =>
  fingerprint(line, await partTexts(db, settings, [line.part_id, line.sub_part_id]))

/** Whether a line counts as valid: it is as it was when its checksum was kept. */
export async function stillValid(
  db: Database,
  settings: SettingReader,
  before: BomLine,
  next: Hashed
): Promise<boolean> {
  if (before.checksum === '') return false
  // Checksums that came with an import cannot be worked out again; they hold until something changes.
  if (!before.checksum.startsWith('sha256:') && !differs(before, next)) return before.validated === 1
  return before.checksum === (await checksumOf(db, settings, next))
}

/** The fingerprints of whole BOMs, and of their lines, by assembly. */
async function checksumsOf(db: Database, settings: SettingReader, assemblies: number[]) {
  const boms = await bomLines(db, assemblies)
  const texts = await partTexts(
    db,
    settings,
    [...boms.values()].flatMap((lines) => lines.flatMap((line) => [line.part_id, line.sub_part_id]))
  )
  return [...boms].map(([id, lines]) => {
    const sums = lines.map((line) => ({ line, checksum: fingerprint(line, texts) }))
    return { id, sums, checksum: digest([id, ...sums.map(({ checksum }) => checksum)]) }
  })
}

/**
 * Looks again whether BOMs are as they were when somebody declared them valid. BOMs that nobody ever did cost
 * nothing.
 *
 * @param assemblies the parts whose BOMs may have changed
 */
export async function recheck(db: Database, settings: SettingReader, assemblies: number[]): Promise<void> {
  if (assemblies.length === 0) return
  const declared = await db
    .selectFrom('part')
    .select(['id', 'bom_checksum', 'bom_validated', 'bom_checked_date'])
    .where('id', 'in', assemblies)
    .where((eb) => eb.or([eb('bom_checksum', '!=', ''), eb('bom_validated', '=', 1)]))
    .execute()
  if (declared.length === 0) return
  const now = new Map(
    (
      await checksumsOf(
        db,
        settings,
        declared.map(({ id }) => id)
      )
    ).map(({ id, checksum }) => [id, checksum])
  )
  for (const row of declared) {
    const bom_validated =
      row.bom_checksum !== '' && row.bom_checked_date !== null && row.bom_checksum === now.get(row.id) ? 1 : 0
    if (bom_validated !== row.bom_validated)
      await db.updateTable('part').set({ bom_validated }).where('id', '=', row.id).execute()
  }
}

/**
 * Declares the BOM of an assembly valid with its own lines, or takes the declaration for the whole back
 * (docs/behaviour/bom.md#validating-a-bill).
 *
 * @param db inside a transaction
 * @param by the user who does so
 */
export async function validateBom(
  db: Database,
  settings: SettingReader,
  assembly: number,
  valid: boolean,
  by: number
): Promise<void> {
  const [bom] = valid ? await checksumsOf(db, settings, [assembly]) : []
  for (const { line, checksum } of bom?.sums ?? []) {
    if (line.part_id === assembly)
      await db.updateTable('bom_item').set({ checksum, validated: 1 }).where('id', '=', line.id).execute()
  }
  await db
    .updateTable('part')
    .set({
      bom_validated: valid ? 1 : 0,
      bom_checksum: bom?.checksum ?? '',
      bom_checked_by_id: by,
      bom_checked_date: today()
    })
    .where('id', '=', assembly)
    .execute()
}
