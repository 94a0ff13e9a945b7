import { sql } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Database } from './tables.ts'

/**
 * Does work in a transaction whose changes are no events: such as would write a million of them, which nobody is to
 * follow one by one.
 *
 * @param trx a transaction that has the turn to write
 */
export async function withoutEvents<Result>(trx: Database, work: () => Promise<Result>): Promise<Result> {
  if (isPostgres(trx)) {
    // The triggers look at this; it ends with the transaction, also where that fails.
    const quiet = (how: 'on' | 'off') => sql`select set_config('inventree.quiet', ${how}, true)`.execute(trx)
    await quiet('on')
    const result = await work()
    await quiet('off')
    return result
  }
  // SQLite has nothing that a trigger could ask for free. What is dropped here is back where the transaction fails.
  const { rows: triggers } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master
    where type = 'trigger' and name like '%\\_event\\_%' escape '\\' order by rowid`.execute(trx)
  for (const { name } of triggers) await sql`drop trigger ${sql.id(name)}`.execute(trx)
  const result = await work()
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(trx)
  return result
}
