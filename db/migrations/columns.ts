import { sql, type CreateTableBuilder, type Kysely } from 'kysely'

/** Adds columns to a table; `foreign` names the one that refers to another table. */
export type Columns = ((t: CreateTableBuilder<string>) => CreateTableBuilder<string>) & { foreign?: string }

export const flag =
  (name: string, initial = 0): Columns =>
  (t) =>
    t.addColumn(name, 'integer', (c) => c.notNull().defaultTo(initial))
export const text =
  (name: string): Columns =>
  (t) =>
    t.addColumn(name, 'text', (c) => c.notNull().defaultTo(''))
export const count =
  (name: string, initial = 0): Columns =>
  (t) =>
    t.addColumn(name, 'integer', (c) => c.notNull().defaultTo(initial))
export const quantity =
  (name: string, initial = 0): Columns =>
  (t) =>
    t.addColumn(name, sql`numeric`, (c) => c.notNull().defaultTo(initial))
/** Texts that may be null. */
export const words =
  (...names: string[]): Columns =>
  (t) =>
    names.reduce((b, name) => b.addColumn(name, 'text'), t)
/** Text that every row has, without a default. */
export const required =
  (name: string): Columns =>
  (t) =>
    t.addColumn(name, 'text', (c) => c.notNull())
export const refers = (name: string, target: string, gone: 'cascade' | 'set null', required = false): Columns =>
  Object.assign(
    (t: CreateTableBuilder<string>) =>
      t.addColumn(name, 'integer', (c) => (required ? c.notNull() : c).references(`${target}.id`).onDelete(gone)),
    { foreign: name }
  )
/** The nested set. */
export const tree: Columns[] = [count('lft'), count('rght'), count('tree_id'), count('level')]

/** What creates tables with a counting primary key, and their indexes. */
export const builder = (db: Kysely<unknown>) => ({
  table: async (name: string, ...columns: Columns[]) => {
    const start = db.schema.createTable(name).addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    await columns
      .reduce<CreateTableBuilder<string>>((t, column) => column(t), start as unknown as CreateTableBuilder<string>)
      .execute()
  },
  index: (name: string, on: string, ...columns: string[]) =>
    db.schema.createIndex(name).on(on).columns(columns).execute(),
  unique: (name: string, on: string, ...columns: string[]) =>
    db.schema.createIndex(name).unique().on(on).columns(columns).execute()
})
