import { Kysely, sql } from 'kysely'
import { migrate } from '#db/database.ts'
import { openSqlite } from '#db/sqlite.ts'

/** SQL that gives an empty SQLite database everything that all migrations give it, so that it need not run them. */
export async function tablesAsSql(): Promise<string> {
  const db = new Kysely<any>({ dialect: openSqlite(':memory:').dialect })
  await migrate(db)
  // What SQLite and its searches make for themselves comes with the rest.
  const { rows: made } = await sql<{ name: string; sql: string; holds: number }>`
    select made.name, made.sql, made.type = 'table' and tables.type = 'table' as holds
    from sqlite_master as made left join pragma_table_list as tables on tables.name = made.name and tables.schema = 'main'
    where made.sql is not null and made.name not like 'sqlite\\_%' escape '\\' and tables.type is not 'shadow' order by made.rowid`.execute(
    db
  )
  const statements = made.map((row) => row.sql)
  for (const { name } of made.filter(({ holds }) => holds)) {
    for (const row of await db.selectFrom(name).selectAll().execute()) {
      const values = Object.entries(row).map(([column, value]) =>
        column === 'timestamp'
          ? "strftime('%Y-%m-%dT%H:%M:%fZ')"
          : typeof value === 'number'
            ? value
            : `'${String(value).replaceAll("'", "''")}'`
      )
      statements.push(
        `insert into "${name}" (${Object.keys(row)
          .map((column) => `"${column}"`)
          .join(', ')}) values (${values.join(', ')})`
      )
    }
  }
  await db.destroy()
  return `-- Made by \`make generate\` from db/migrations/; never edited.\n${statements.map((text) => `${text};\n`).join('')}`
}
