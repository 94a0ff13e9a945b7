import Sqlite from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import { openSqlite } from './sqlite.ts'

interface Made {
  type: string
  name: string
  sql: string | null
}

/** What SQLite makes for itself, with no statement that anybody could have written. */
const OWN_OF_SQLITE = /^sqlite_(?:sequence|stat[1-4]|autoindex_.*)$/

const CATALOGUE = "select type, name, sql from sqlite_master where name <> '' order by rowid"

/**
 * What a SQLite file holds that this server did not make, or lacks of what it makes: tables, views, triggers, indexes.
 * To be looked at before anything is asked of a file that may come from elsewhere: a trigger runs with every change,
 * and a view may take the place of a table.
 *
 * @param file the path; the tables may be those of an older version
 * @returns the first difference in a sentence; undefined where there is none
 * @throws where the file is no SQLite database, or is damaged
 */
export async function foreignObject(file: string): Promise<string | undefined> {
  const { made, done } = catalogueOf(file)
  const unknown = done.find((name) => !Object.hasOwn(migrations, name))
  if (unknown !== undefined) return `it was written by a newer version of this server (${unknown})`
  const expected = new Map((await madeBy(done)).map((one) => [`${one.type} ${one.name}`, one]))
  for (const { type, name, sql } of made) {
    if (OWN_OF_SQLITE.test(name) && (sql === null || type === 'table')) continue
    const right = expected.get(`${type} ${name}`)
    if (!right) return `it holds ${type === 'index' ? 'an' : 'a'} ${type} "${name}" that this server did not make`
    if (right.sql !== sql) return `its ${type} "${name}" is not what this server makes`
    expected.delete(`${type} ${name}`)
  }
  const [lacking] = [...expected.values()].filter(({ name }) => !OWN_OF_SQLITE.test(name))
  return lacking && `it lacks the ${lacking.type} "${lacking.name}"`
}

function catalogueOf(file: string): { made: Made[]; done: string[] } {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    db.pragma('trusted_schema = off')
    const made = db.prepare<[], Made>(CATALOGUE).all()
    const isKnown = made.some(({ type, name }) => type === 'table' && name === 'kysely_migration')
    return {
      made,
      done: isKnown ? db.prepare<[], string>('select name from kysely_migration order by name').pluck().all() : []
    }
  } finally {
    db.close()
  }
}

/** What some of the migrations make. */
async function madeBy(done: string[]): Promise<Made[]> {
  const db = new Kysely<any>({ dialect: openSqlite(':memory:').dialect }) // as it was before any table was known
  try {
    const some = Object.fromEntries(Object.entries(migrations).filter(([name]) => done.includes(name)))
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => some } }).migrateToLatest()
    if (error) throw error
    return (await sql<Made>`${sql.raw(CATALOGUE)}`.execute(db)).rows
  } finally {
    await db.destroy()
  }
}
