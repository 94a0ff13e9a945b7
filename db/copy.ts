import { sql } from 'kysely'
import { deferReferences, findDangling, insertRows, recount } from './bulk.ts'
import type { Database } from './tables.ts'
import { isPostgres } from './dialect.ts'
import { withoutTriggers } from './without-triggers.ts'

/** How many rows are in memory at once. */
const AT_ONCE = 5_000

/**
 * The tables of a SQLite database that hold records, with their columns; what a search or SQLite itself keeps is not
 * among them.
 */
async function tablesOf(db: Database): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; column: string }>`select tables.name as "table", columns.name as "column"
    from pragma_table_list as tables, pragma_table_info(tables.name) as columns
    where tables.schema = 'main' and tables.type = 'table' and tables.name not like 'sqlite\\_%' escape '\\' and tables.name not like 'kysely\\_%' escape '\\'`.execute(
    db
  )
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, columns]) => [table, columns.map(({ column }) => column)])
  )
}

/**
 * Copies every record between a SQLite database and a PostgreSQL one, in either direction; the records of the target
 * go. Both have the tables of this version. The log of events is copied like everything else, and not added to.
 *
 * @param from one moment of a database
 * @param to a transaction of the other one
 * @throws where a record names another that is not there
 */
export async function copyRecords(from: Database, to: Database): Promise<void> {
  const tables = await tablesOf(isPostgres(from) ? to : from)
  await deferReferences(to)
  await withoutTriggers(to, () => copyTables(from, to, tables))
  await recount(to)
}

async function copyTables(from: Database, to: Database, tables: ReadonlyMap<string, string[]>): Promise<void> {
  const names = sql.join([...tables.keys()].map((table) => sql.table(table)))
  if (isPostgres(to)) await sql`truncate table ${names}`.execute(to)
  for (const [table, columns] of tables) {
    const ordered = columns.includes('id')
    const wanted = sql.join(columns.map((column) => sql.ref(column)))
    for (let last = -1; ; ) {
      const piece = ordered ? sql` where id > ${last} order by id limit ${AT_ONCE}` : sql``
      const { rows } = await sql<Record<string, unknown>>`select ${wanted} from ${sql.table(table)}${piece}`.execute(
        from
      )
      if (rows.length)
        await insertRows(
          to,
          table,
          columns,
          rows.map((row) => columns.map((column) => row[column]))
        )
      if (!ordered || rows.length < AT_ONCE) break
      last = rows.at(-1)!.id as number
    }
  }
  const first = await findDangling(to)
  if (first) throw new Error(`${first.table} ${first.rowid} names a ${first.parent} that is not there.`)
}
