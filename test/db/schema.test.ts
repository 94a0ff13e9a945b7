import t from 'tap'
import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { join } from 'node:path'
import { migrate, openDatabase } from '#db/database.ts'
import { migrations } from '#db/migrations/index.ts'
import { openSqlite } from '#db/sqlite.ts'
import { folder } from '../server/run.ts'

/** What there is in a SQLite file, by name, and which migrations have run. */
function made(file: string) {
  const db = new Sqlite(file, { readonly: true })
  try {
    return {
      tables: db
        .prepare("select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite%' order by name")
        .all(),
      migrations: db.prepare('select name from kysely_migration order by name').pluck().all(),
      rows: db
        .prepare<[], string>(
          "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%'"
        )
        .pluck()
        .all()
        .filter((name) => db.prepare(`select 1 from "${name}" limit 1`).get())
        .sort()
    }
  } finally {
    db.close()
  }
}

t.test('a new SQLite database is what the migrations make', async (t) => {
  const place = folder(t)
  const [quick, slow] = [join(place, 'quick.sqlite3'), join(place, 'slow.sqlite3')]
  await (await openDatabase(quick)).destroy()
  const db = new Kysely<any>({ dialect: openSqlite(slow).dialect }) // as it was before any table was known
  await migrate(db)
  await db.destroy()
  const expected = made(slow)
  t.ok(expected.tables.length > 300)
  t.strictSame(made(quick), expected)
})

t.test(
  'a database of an older version gets what it lacks, and one that another program made is not taken for new',
  async (t) => {
    const place = folder(t)
    const [old, foreign] = [join(place, 'old.sqlite3'), join(place, 'foreign.sqlite3')]
    await (await openDatabase(join(place, 'new.sqlite3'))).destroy()
    const expected = made(join(place, 'new.sqlite3'))
    const before = new Kysely<any>({ dialect: openSqlite(old).dialect }) // as it was before any table was known
    const { error } = await new Migrator({
      db: before,
      provider: { getMigrations: async () => migrations }
    }).migrateTo('008-index-order')
    await before.destroy()
    t.equal(error, undefined)
    t.equal(made(old).migrations.length, 8)
    await (await openDatabase(old)).destroy()
    t.strictSame(made(old), expected)

    const other = new Sqlite(foreign)
    other.exec('create table notes (text)')
    other.close()
    await (await openDatabase(foreign)).destroy()
    t.ok(made(foreign).tables.some((one) => (one as { name: string }).name === 'notes'))
    t.strictSame(made(foreign).migrations, expected.migrations)
  }
)
