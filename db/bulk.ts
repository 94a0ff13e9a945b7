import { CompiledQuery, sql } from 'kysely'
import type { Database } from './tables.ts'
import { byDialect, isPostgres } from './dialect.ts'
import { dangling, type Dangling } from './soundness.ts'

/** SQLite binds at most 32766 values to a statement; large ones are not faster. */
const VALUES_AT_ONCE = 10_000

/**
 * Stores many rows, with their primary keys or without.
 *
 * @param columns the columns of a row, in order
 * @param added told after every batch how many rows it had
 */
export async function insertRows(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: readonly unknown[][],
  added?: (count: number) => void
): Promise<void> {
  const quoted = (name: string) => `"${name}"`
  const size = Math.floor(VALUES_AT_ONCE / columns.length)
  const numbered = isPostgres(db)
  const row = (at: number) =>
    `(${columns.map((_, i) => (numbered ? `$${at * columns.length + i + 1}` : '?')).join(', ')})`
  for (let at = 0; at < rows.length; at += size) {
    const batch = rows.slice(at, at + size)
    // Written by hand: the query builder makes a node of every value, which takes longer than the database does.
    const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${batch.map((_, i) => row(i)).join(', ')}`
    await db.executeQuery(CompiledQuery.raw(text, batch.flat()))
    added?.(batch.length)
  }
  if (columns.includes('id')) await keepKeys(db, table)
}

/** How many rows one statement changes. */
const ROWS_AT_ONCE = 500

/**
 * Changes many rows in few statements, in their order.
 *
 * @param columns which columns are changed
 * @param rows with their primary keys and these columns, as the database holds them
 */
export async function updateRows(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: readonly ({ id: number } & Record<string, unknown>)[]
): Promise<void> {
  if (columns.length === 0) return
  const changed = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE)
    const text = JSON.stringify(some.map((row) => Object.fromEntries(['id', ...columns].map((c) => [c, row[c]]))))
    const read = sql.join(['id', ...columns].map((c) => sql`value ->> ${sql.lit(c)} as ${sql.ref(c)}`))
    const given = byDialect(
      sql`(select ${read} from json_each(${text}))`,
      // PostgreSQL has no text with a null character.
      () => sql`json_populate_recordset(null::${sql.table(table)}, ${text.replaceAll('\\u0000', '\\ufffd')}::json)`
    )
    await sql`update ${sql.table(table)} as target set ${changed} from ${given} as given where target.id = given.id`.execute(
      db
    )
  }
}

/**
 * Lets new records get other keys than those that were given by hand. SQLite sees these by itself; PostgreSQL must be
 * told, and never goes back.
 */
export async function keepKeys(db: Database, table: string): Promise<void> {
  if (!isPostgres(db)) return
  const sequence = sql`pg_get_serial_sequence(${`"${table}"`}, 'id')`
  await sql`select setval(${sequence}, greatest(max(id), nextval(${sequence}) - 1, 1)) from ${sql.table(table)} having max(id) is not null`.execute(
    db
  )
}

/** From here to the end of the transaction records may name others that come later. */
export async function deferReferences(db: Database): Promise<void> {
  await byDialect(sql`pragma defer_foreign_keys = on`, () => sql`set constraints all deferred`).execute(db)
}

/**
 * Looks at all references that may dangle in a transaction.
 *
 * @param db a transaction after `deferReferences`
 * @returns the first that dangles
 */
export async function findDangling(db: Database): Promise<Omit<Dangling, 'onDelete'> | undefined> {
  return isPostgres(db) ? await findDanglingByTrial(db) : (await dangling(db))[0]
}

async function findDanglingByTrial(db: Database): Promise<Omit<Dangling, 'onDelete'> | undefined> {
  await sql`savepoint trial`.execute(db)
  let failed: { code?: string; table?: string; constraint?: string }
  try {
    await sql`set constraints all immediate`.execute(db)
    return undefined
  } catch (error) {
    failed = error as typeof failed
  }
  if (failed.code !== '23503') throw failed
  await sql`rollback to savepoint trial`.execute(db)
  const {
    rows: [key]
  } = await sql<{
    table: string
    column: string
    parent: string
  }>`select t.relname as "table", a.attname as "column", p.relname as parent
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class p on p.oid = c.confrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
    where c.contype = 'f' and t.relname = ${failed.table} and c.conname = ${failed.constraint}`.execute(db)
  const { table, column, parent } = key!
  const {
    rows: [row]
  } = await sql<{ id: number }>`select t.id from ${sql.table(table)} t where t.${sql.ref(column)} is not null
    and not exists (select 1 from ${sql.table(parent)} p where p.id = t.${sql.ref(column)}) order by t.id limit 1`.execute(
    db
  )
  return { table, rowid: row!.id, column, parent }
}

/**
 * Lets PostgreSQL count anew after many rows came at once; until then it would go on with plans that were good for
 * empty tables. It does so by itself, but a minute late. SQLite plans without counting.
 */
export async function recount(db: Database): Promise<void> {
  if (isPostgres(db)) await sql`analyze`.execute(db)
}
