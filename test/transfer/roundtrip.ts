// Databases to import into, and what is in them afterwards.
import type { Test } from 'tap'
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { emptyDatabase } from '../support/database.ts'
import { createUser } from '#auth/accounts.ts'
import { exportRecords } from '#framework/transfer/index.ts'
import '#modules/registry.ts'
import { TEST_VAULT } from '../support/vault.ts'
import type { Exported } from './records.ts'

/** A database that lives as long as the test, with the administrator of a first start. */
export async function fresh(t: Test): Promise<Database> {
  const { db, close } = await emptyDatabase()
  t.teardown(close)
  await createUser(db, { username: 'admin', is_staff: true, is_superuser: true })
  return db
}

/** What an export of a database holds: its header, then the records. */
export async function written(db: Database): Promise<[header: Record<string, unknown>, ...Exported[]]> {
  let text = ''
  await exportRecords(db, {
    write: (piece) => {
      text += piece
    },
    vault: TEST_VAULT
  })
  return JSON.parse(text)
}

/** Every row of every table. */
export async function content(db: Database) {
  const rows = (await db.introspection.getTables()).filter(
    ({ name }) => name !== 'memory_change' && !name.includes('_search')
  )
  return Object.fromEntries(
    await Promise.all(
      rows.map(async ({ name }) => [name, (await sql`select * from ${sql.table(name)} order by 1, 2`.execute(db)).rows])
    )
  )
}
