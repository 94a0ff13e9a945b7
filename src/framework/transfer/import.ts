import { deferReferences, findDangling, insertRows, recount } from '#db/bulk.ts'
import type { Database } from '#db/database.ts'
import { withoutTriggers } from '#db/without-triggers.ts'
import type { Vault } from '#auth/tokens.ts'
import { completeAccounts } from '#auth/accounts.ts'
import { rebuildTree, TREES } from '#crud/tree.ts'
import { OccupiedError, TransferError } from './errors.ts'
import { Faults } from './faults.ts'
import { readFile, type Counts, type ExportFile } from './file.ts'
import { needsVault, TRANSFER_MODELS, type TransferModel } from './models.ts'
import { convertFile, type TransferContent } from './read.ts'
import { earlierModels, translate } from './translate.ts'
import type { Known } from './values.ts'

export interface ImportOptions {
  /** Empty the tables first. Without it only a database is filled that holds nothing yet. */
  replace?: boolean
  /** Leave out records that are wrong, and what cannot be without them, instead of refusing the file. */
  skipInvalid?: boolean
  /** Seals what is kept sealed; without it records that hold such are skipped. */
  vault?: Vault
  /** Look at everything and change nothing. */
  dryRun?: boolean
  /** Told after every batch: how many of the records are in, of how many, and of what model the last ones were. */
  progress?: (done: number, total: number, model: string) => void
  /** Waited for before records leave that are no leftovers of a first start, once all of the file fits. */
  beforeReplacing?: () => Promise<void>
}

/** What an import did. */
export interface ImportReport {
  /** How many records were taken, by model. */
  taken: Counts
  /** How many were not, since there is no room for them, by model (or by model and what the record is about). */
  skipped: Counts
  /** In how many records taken a field was left out that there is no room for, by `model.field`. */
  passedOver: Counts
  /** What an earlier release wrote in another form, and in how many records. */
  translated: Counts
  /** What an earlier release wrote that has no place any more, and in how many records. */
  leftOut: Counts
  /** The records that were left out since they are wrong. */
  invalid: Faults
  /** In how many records taken a field was emptied that named one of those, by `model.field`. */
  emptied: Counts
  /** Sentences about what deserves attention. */
  warnings: string[]
}

const USERS = 'auth.user'

/**
 * Reads InvenTree's own export into the database, in one transaction, keeping the primary keys. What earlier releases
 * wrote is brought into today's form first (docs/behaviour/transfer.md).
 *
 * A database that only had its first start counts as empty. If the file brings users, they take the place of the first
 * administrator; if not, it stays. With `replace` every table of `TRANSFER_MODELS` is emptied first. API tokens are in
 * no export, and those of users that are replaced vanish with them: everybody needs a new one.
 *
 * @param input the text of the file, or the list that it holds
 * @throws TransferError that says why the file or the database does not fit; nothing is changed then
 */
export async function importRecords(
  db: Database,
  input: string | readonly unknown[],
  { replace = false, skipInvalid = false, dryRun = false, vault, progress, beforeReplacing }: ImportOptions = {}
): Promise<ImportReport> {
  const faults = new Faults({ all: skipInvalid })
  const file = readFile(input, earlierModels(), faults)
  translate(file)
  if (!vault) skipSealed(file)
  return await db.transaction().execute(async (trx) => {
    const occupied = await whatIsThere(trx)
    if (occupied && !replace) throw new OccupiedError(`The database is not empty: there is ${occupied} already.`)
    const leaving = TRANSFER_MODELS.filter(
      ({ name, staysBesideUsers }) =>
        replace || file.records.has(name) || (file.records.has(USERS) && !staysBesideUsers)
    )
    const content = convertFile(file, { ...(await staying(trx, leaving)), vault }, faults, skipInvalid)
    if (faults.count && !skipInvalid) throw new TransferError(faults.toString(), faults)
    if (occupied && !dryRun) await beforeReplacing?.()
    if (!dryRun) {
      await withoutTriggers(trx, () => store(trx, content, leaving, progress))
      // Nobody follows such a change record by record: who asks what came after an earlier position learns that the log
      // has begun anew.
      await trx.deleteFrom('event').execute()
    }
    return {
      taken: new Map(content.tables.map(({ model, rows }) => [model.name, rows.length])),
      skipped: file.skipped,
      passedOver: content.passedOver,
      translated: file.translated,
      leftOut: file.leftOut,
      invalid: faults,
      emptied: content.emptied,
      warnings: [...file.warnings, ...(await warnings(trx, content, leaving))]
    }
  })
}

/** Takes records out that nobody can seal. */
function skipSealed({ records, skipped }: ExportFile): void {
  for (const { name } of TRANSFER_MODELS.filter(needsVault)) {
    const left = records.get(name)
    if (left) skipped.set(name, left.length)
    records.delete(name)
  }
}

/** Puts what was read in the place of what leaves. */
async function store(
  trx: Database,
  { tables, pairs }: TransferContent,
  leaving: TransferModel[],
  progress: ImportOptions['progress']
): Promise<void> {
  // Records name others that come later.
  await deferReferences(trx)
  for (const { table } of leaving.toReversed()) await trx.deleteFrom(table).execute()
  const total = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  let done = 0
  for (const { model, columns, rows } of tables) {
    await insertRows(trx, model.table, columns, rows, (added) => progress?.((done += added), total, model.name))
  }
  for (const { table, columns, rows } of pairs) await insertRows(trx, table, columns, rows)
  await complete(trx)
  await refuseDangling(trx)
  await recount(trx)
}

/** What a database holds beyond what its first start leaves, in words; undefined where that is nothing. */
async function whatIsThere(db: Database): Promise<string | undefined> {
  for (const { name, table, firstStart: limit = 0 } of TRANSFER_MODELS) {
    if (limit === Infinity) continue
    const few = db.selectFrom(table).select('id')
    const found = await few.limit(limit + 1).execute()
    if (found.length > limit) return `${limit ? 'more than one record' : 'a record'} of ${name}`
  }
  return undefined
}

/** What records of the file may name beside each other: the records of the tables that are not emptied. */
async function staying(db: Database, leaving: TransferModel[]): Promise<Omit<Known, 'gone'>> {
  const known: Omit<Known, 'gone'> = { pks: new Map(), natural: new Map() }
  for (const { name, table, natural, fields } of TRANSFER_MODELS) {
    known.pks.set(name, new Set())
    if (natural) known.natural.set(name, new Map())
    if (leaving.some((model) => model.name === name)) continue
    const column = natural && (fields[natural.field] as { column: string }).column
    const rows = await (db as any)
      .selectFrom(table)
      .select(['id', ...(column ? [column] : [])])
      .execute() // the table is known at run time alone
    for (const row of rows) {
      known.pks.get(name)!.add(row.id)
      if (column) known.natural.get(name)!.set(row[column], row.id)
    }
  }
  return known
}

/** Adds what belongs to every user and group where the file lacks it, and makes the trees whole. */
async function complete(db: Database): Promise<void> {
  await completeAccounts(db)
  for (const table of TREES) await rebuildTree(db, table)
}

/** The last look of the database itself at all references. */
async function refuseDangling(db: Database): Promise<void> {
  const first = await findDangling(db)
  if (!first) return
  const model = TRANSFER_MODELS.find(({ table }) => table === first.table)
  const field =
    model && Object.entries(model.fields).find(([, one]) => 'column' in one && one.column === first.column)?.[0]
  throw new TransferError(
    `${model?.name ?? first.table} ${first.rowid}: "${field ?? first.column}" names a record of ${first.parent} that is not there.`
  )
}

/** What deserves attention: whether somebody is left who can administer the server. */
async function warnings(db: Database, { tables }: TransferContent, leaving: TransferModel[]): Promise<string[]> {
  const said: string[] = []
  if (!tables.length) said.push('The file holds no record that there is a room for.')
  const brought = tables.find(({ model }) => model.name === USERS)
  const stays = !leaving.some(({ name }) => name === USERS)
  const users = brought
    ? brought.rows.map((row) => Object.fromEntries(brought.columns.map((column, i) => [column, row[i]])))
    : stays
      ? await db.selectFrom('user').select(['is_superuser', 'is_active']).execute()
      : []
  if (!users.length) said.push('There is no user now: the next start creates an administrator.')
  else if (!users.some(({ is_superuser, is_active }) => is_superuser === 1 && is_active === 1))
    said.push('No user is an active superuser now: nobody can administer the server.')
  return said
}
