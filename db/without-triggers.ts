import { sql } from 'kysely'
import { fillAmounts } from './amounts/fill.ts'
import { isPostgres } from './dialect.ts'
import type { Database } from './tables.ts'

/**
 * Does work in a transaction that changes very many rows: its changes are no events, such as nobody is to follow one by
 * one, and what records show of others is worked out once at the end instead of with every row.
 *
 * @param trx a transaction that has the turn to write
 */
export async function withoutTriggers<Result>(trx: Database, work: () => Promise<Result>): Promise<Result> {
  const all = async () => {
    const result = await work()
    await fillAmounts(trx)
    return result
  }
  if (isPostgres(trx)) {
    // The triggers look at this; it ends with the transaction, also where that fails.
    const quiet = (how: 'on' | 'off') => sql`select set_config('inventree.quiet', ${how}, true)`.execute(trx)
    await quiet('on')
    const result = await all()
    await quiet('off')
    return result
  }
  // SQLite has nothing that a trigger could ask for free. What is dropped here is back where the transaction fails.
  const { rows: triggers } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master
    where type = 'trigger' and (name like '%\\_event\\_%' escape '\\' or name like '%\\_amounts\\_%' escape '\\') order by rowid`.execute(
    trx
  )
  for (const { name } of triggers) await sql`drop trigger ${sql.id(name)}`.execute(trx)
  const result = await all()
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(trx)
  return result
}
