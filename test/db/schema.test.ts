import t from 'tap'
import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { join } from 'node:path'
import { migrate, openDatabase } from '#db/database.ts'
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
    await (await openDatabase(old)).destroy()
    const expected = made(old)
    const before = new Sqlite(old)
    before.exec(`${before.prepare<[], string>("select 'drop table ' || name || ';' from sqlite_master where name = 'stock_item_search'").pluck().get()}
    ${before.prepare<[], string>("select 'drop trigger ' || name || ';' from sqlite_master where type = 'trigger' and name like 'stock_item_search%'").pluck().all().join('')}
    drop table sign_in_attempt;
    drop index error_report_place;
    ${['place', 'count', 'first'].map((column) => `alter table error_report drop column "${column}";`).join('')}
    delete from kysely_migration where name >= '009-stock-search'`)
    before.close()
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
