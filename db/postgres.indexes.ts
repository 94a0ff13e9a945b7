import { sql, type Kysely } from 'kysely'

interface Index {
  name: string
  definition: string
  unique: boolean
  keyed: boolean
}

/**
 * Gives the indexes that a migration made the order that lists have, so that they can be read from them: nulls first,
 * and behind the columns the key, by which alike records are sorted. SQLite's indexes have it by themselves.
 */
export async function orderIndexes(db: Kysely<any>): Promise<void> {
  const { rows } =
    await sql<Index>`select i.relname as name, pg_get_indexdef(i.oid) as definition, x.indisunique as unique,
      exists (select 1 from pg_attribute where attrelid = x.indrelid and attname = 'id') as keyed
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_am a on a.oid = i.relam
    where i.relnamespace = current_schema()::regnamespace and i.relowner = current_user::regrole and a.amname = 'btree' and not exists (select 1 from pg_constraint where conindid = i.oid)`.execute(
      db
    )
  for (const { name, definition, unique, keyed } of rows) {
    const [, head, list, tail] = /^(CREATE .*? USING btree \()(.*?)(\)(?: WHERE .*)?)$/s.exec(definition)!
    const columns = split(list!)
    const ordered = columns.map((column) =>
      column === 'id' || column.endsWith(' NULLS FIRST') ? column : `${column} NULLS FIRST`
    )
    if (keyed && !unique && !columns.includes('id')) ordered.push('id')
    if (ordered.join() === columns.join()) continue
    await sql`drop index ${sql.id(name)}`.execute(db)
    await sql.raw(`${head}${ordered.join(', ')}${tail}`).execute(db)
  }
}

/** What stands between commas; those within parentheses belong to an expression. */
function split(list: string): string[] {
  const found = ['']
  let depth = 0
  for (const one of list.match(/, |[^]/g)!) {
    if (one === '(') depth++
    if (one === ')') depth--
    if (one === ', ' && depth === 0) found.push('')
    else found[found.length - 1] += one
  }
  return found
}
