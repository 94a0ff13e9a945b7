import { sql, type Kysely } from 'kysely'
import { isPostgres } from '../dialect.ts'

/** What is searched for parts of words. */
const SEARCHED: Record<string, readonly string[]> = {
  part: ['name', 'description', 'IPN', 'revision', 'keywords', 'notes'],
  manufacturer_part: ['MPN'],
  supplier_part: ['SKU']
}

/**
 * Indexes of few records among many, and of every three letters in a row, so that a search need not read every text.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['variant_of_id', 'revision_of_id']) {
    await sql`create index ${sql.id(`part_with_${column}`)} on part (name, id) where ${sql.id(column)} is not null`.execute(
      db
    )
  }
  await sql`create index stock_item_batch_lower on stock_item (lower(batch))`.execute(db)
  for (const [table, columns] of Object.entries(SEARCHED)) await indexLetters(db, table, columns)
}

/** Makes the index of every three letters in a row of some columns. */
export const indexLetters = (db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> =>
  (isPostgres(db) ? postgres : sqlite)(db, table, columns)

/**
 * The index holds no text, and not where in a text the letters are: that makes it a third of the size. Triggers keep
 * it, so that it is right whoever writes.
 */
async function sqlite(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  const index = sql.table(`${table}_search`)
  const list = sql.join(columns.map((column) => sql.id(column)))
  const row = (name: 'old' | 'new') => sql.join(columns.map((column) => sql.ref(`${name}.${column}`)))
  const forget = sql`insert into ${index} (${index}, rowid, ${list}) values ('delete', old.id, ${row('old')});`
  const learn = sql`insert into ${index} (rowid, ${list}) values (new.id, ${row('new')});`
  await sql`create virtual table ${index} using fts5(${list}, content=${sql.lit(table)}, content_rowid='id', tokenize='trigram', detail=none, columnsize=0)`.execute(
    db
  )
  await sql`create trigger ${sql.id(`${table}_search_insert`)} after insert on ${sql.table(table)} begin ${learn} end`.execute(
    db
  )
  await sql`create trigger ${sql.id(`${table}_search_delete`)} after delete on ${sql.table(table)} begin ${forget} end`.execute(
    db
  )
  await sql`create trigger ${sql.id(`${table}_search_update`)} after update of ${list} on ${sql.table(table)} begin ${forget} ${learn} end`.execute(
    db
  )
  await sql`insert into ${index} (${index}) values ('rebuild')`.execute(db)
}

/**
 * The extension is part of every PostgreSQL, but a user who may not create it can do without: then a search reads every
 * text.
 */
async function postgres(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  const list = sql.join(columns.map((column) => sql`${sql.id(column)} gin_trgm_ops`))
  await sql`do $$ begin
    create extension if not exists pg_trgm;
    create index ${sql.id(`${table}_search`)} on ${sql.table(table)} using gin (${list});
  exception when others then raise notice 'searches will be slow: %', sqlerrm;
  end $$`.execute(db)
}
