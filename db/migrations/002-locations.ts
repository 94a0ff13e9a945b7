import { sql, type Kysely } from 'kysely'

/** Types of stock locations, locations that may have no icon of their own, and project codes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) =>
    db.schema.createTable(name).addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())

  await table('stock_location_type')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('description', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('icon', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('metadata', 'text')
    .execute()

  // Null, where no icon was ever chosen, is told apart from an empty one; SQLite can only do that with a new column.
  await db.schema.alterTable('stock_location').addColumn('own_icon', 'text').execute()
  await sql`update stock_location set own_icon = icon`.execute(db)
  await db.schema.alterTable('stock_location').dropColumn('icon').execute()
  await db.schema.alterTable('stock_location').renameColumn('own_icon', 'icon').execute()
  await db.schema
    .createIndex('stock_location_location_type_id')
    .on('stock_location')
    .column('location_type_id')
    .execute()
  await db.schema.createIndex('stock_location_owner_id').on('stock_location').column('owner_id').execute()

  await table('project_code')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('description', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('active', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('responsible_id', 'integer', (c) => c.references('owner.id').onDelete('set null'))
    .addColumn('metadata', 'text')
    .execute()
  await db.schema.createIndex('project_code_code').unique().on('project_code').column('code').execute()
  await db.schema.createIndex('project_code_responsible_id').on('project_code').column('responsible_id').execute()
}
