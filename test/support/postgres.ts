import pg from 'pg'
import { openDatabase, type PostgresAddress } from '#db/database.ts'

/** Whether the tests use PostgreSQL; scripts/postgres.ts says where it is, as its own programs are told. */
export const onPostgres = process.env.INVENTREE_TEST_ENGINE === 'postgresql'

/** A database that has all tables and nothing in them; others are copied from it. */
const TEMPLATE = 'inventree_test_template'

/** A database of the server that tests use. */
export const placeOf = (name: string): PostgresAddress => ({
  host: process.env.PGHOST ?? 'localhost',
  port: Number(process.env.PGPORT ?? 5432),
  name,
  user: process.env.PGUSER ?? 'postgres',
  password: process.env.PGPASSWORD ?? null
})

/** The same for a process that is started. */
export const environmentOf = ({ host, port, name, user, password }: PostgresAddress): Record<string, string> => ({
  INVENTREE_DB_ENGINE: 'postgresql',
  INVENTREE_DB_HOST: host,
  INVENTREE_DB_PORT: String(port),
  INVENTREE_DB_NAME: name,
  INVENTREE_DB_USER: user,
  ...(password === null ? {} : { INVENTREE_DB_PASSWORD: password })
})

async function administer(...statements: string[]): Promise<void> {
  const { name: database, password, ...place } = placeOf('postgres')
  const client = new pg.Client({ ...place, database, password: password ?? undefined })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

export const dropDatabase = (name: string): Promise<void> =>
  administer(`drop database if exists "${name}" with (force)`)

/** Makes the template anew. */
export async function makeTemplate(): Promise<void> {
  await administer(
    `drop database if exists "${TEMPLATE}" with (force)`,
    `create database "${TEMPLATE}" encoding 'UTF8' template template0`
  )
  await (await openDatabase(placeOf(TEMPLATE))).destroy()
}

export const dropTemplate = (): Promise<void> => dropDatabase(TEMPLATE)

let made = 0

/** Makes a database with empty tables. */
export async function makeDatabase(name = `inventree_test_${process.pid}_${++made}`): Promise<PostgresAddress> {
  await administer(`drop database if exists "${name}" with (force)`, `create database "${name}" template "${TEMPLATE}"`)
  return placeOf(name)
}
