import { sql, type RawBuilder } from 'kysely'
import { openDatabase, type Database } from '#db/database.ts'
import { deferReferences } from '#db/bulk.ts'
import { byDialect, isPostgres } from '#db/dialect.ts'
import { withoutTriggers } from '#db/without-triggers.ts'
import { dropDatabase, makeDatabase, onPostgres } from './postgres.ts'

/** An empty database of the kind that is tested; `close` leaves nothing of it. */
export async function emptyDatabase(
  onStatement?: (text: string) => void
): Promise<{ db: Database; close: () => Promise<void> }> {
  if (!onPostgres) {
    const db = await openDatabase(':memory:', onStatement)
    return { db, close: () => db.destroy() }
  }
  const place = await makeDatabase()
  const db = await openDatabase(place, onStatement)
  return {
    db,
    close: async () => {
      await db.destroy()
      await dropDatabase(place.name)
    }
  }
}

/** Forgets which keys were given: the next ones begin at 1 again. */
export async function restartKeys(db: Database): Promise<void> {
  await byDialect(sql`delete from sqlite_sequence`, () =>
    forEach(
      sql`select sequencename as name from pg_sequences where last_value is not null`,
      'alter sequence %I restart'
    )
  ).execute(db)
}

/** Deletes every record. */
export async function emptyTables(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await deferReferences(trx)
    await withoutTriggers(trx, () => deleteEverything(trx))
    await restartKeys(trx)
  })
}

async function deleteEverything(trx: Database): Promise<void> {
  if (isPostgres(trx)) {
    await forEach(
      sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'memory_change' and tablename not like 'kysely%'`,
      'delete from %I'
    ).execute(trx)
  } else {
    // The tables of a search index follow from others.
    for (const { name } of await trx.introspection.getTables())
      if (!name.includes('_search')) await trx.deleteFrom(name as 'user').execute()
  }
}

/** Runs a statement of PostgreSQL for every name that a query finds, all in one go. */
const forEach = (names: RawBuilder<unknown>, statement: string) =>
  sql`do $$ declare one record; begin for one in ${names} loop execute format(${sql.lit(statement)}, one.name); end loop; end $$`

/** Lets every new row of a table fail, with the message `failing`. Gives what ends that. */
export async function failOnInsert(db: Database, table: string): Promise<() => Promise<void>> {
  const on = sql.table(table)
  if (isPostgres(db))
    await sql`create function failing () returns trigger language plpgsql as $$ begin raise 'failing'; end $$`.execute(
      db
    )
  await byDialect(
    sql`create trigger failing before insert on ${on} begin select raise(abort, 'failing'); end`,
    () => sql`create trigger failing before insert on ${on} for each row execute function failing()`
  ).execute(db)
  return async () => {
    await byDialect(sql`drop trigger failing`, () => sql`drop function failing cascade`).execute(db)
  }
}
