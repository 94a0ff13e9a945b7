import { Kysely, sql } from 'kysely'
import { migrate } from '#db/database.ts'
import { openSqlite } from '#db/sqlite.ts'

/** Tables that others keep: those of a search, and SQLite's own. */
const KEPT_BY_OTHERS = /_search_(data|idx|content|docsize|config)$|^sqlite_/

/** SQL that gives an empty SQLite database everything that all migrations give it, so that it need not run them. */
export async function tablesAsSql (): Promise<string> {
  const db = new Kysely<any>({ dialect: openSqlite(':memory:').dialect })
  await migrate(db)
  const { rows: made } = await sql<{ type: string, name: string, sql: string }>`select type, name, sql from sqlite_master where sql is not null order by rowid`.execute(db)
  const own = made.filter(({ name }) => !KEPT_BY_OTHERS.test(name))
  const statements = own.map((row) => row.sql)
  for (const { name } of own.filter(({ type, sql }) => type === 'table' && !/^create virtual/i.test(sql))) {
    for (const row of await db.selectFrom(name).selectAll().execute()) {
      const values = Object.entries(row).map(([column, value]) => column === 'timestamp' ? "strftime('%Y-%m-%dT%H:%M:%fZ')" : typeof value === 'number' ? value : `'${String(value).replaceAll("'", "''")}'`)
      statements.push(`insert into "${name}" (${Object.keys(row).map((column) => `"${column}"`).join(', ')}) values (${values.join(', ')})`)
    }
  }
  await db.destroy()
  return `-- Made by \`make generate\` from db/migrations/; never edited.\n${statements.map((text) => `${text};\n`).join('')}`
}
