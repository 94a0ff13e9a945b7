import { sql, type Kysely } from 'kysely'
import { builder, count, flag, quantity, refers, required, text, tree, words } from './columns.ts'

/** Users, roles, tokens, settings, tags, categories, parts, and the locations that parts name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)

  await table(
    'user',
    required('username'),
    text('password'),
    text('first_name'),
    text('last_name'),
    text('email'),
    flag('is_staff'),
    flag('is_superuser'),
    flag('is_active', 1),
    required('date_joined'),
    words('last_login')
  )
  await unique('user_username', 'user', 'username')
  await sql`create index user_username_lower on "user" (lower(username))`.execute(db)

  await table('group', required('name'))
  await unique('group_name', 'group', 'name')

  await db.schema
    .createTable('user_group')
    .addColumn('user_id', 'integer', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('group_id', 'integer', (c) => c.notNull().references('group.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('user_group_key', ['user_id', 'group_id'])
    .execute()
  await index('user_group_group', 'user_group', 'group_id')

  await table(
    'user_profile',
    refers('user_id', 'user', 'cascade', true),
    words('language', 'theme', 'widgets', 'displayname', 'position', 'status', 'location'),
    flag('active', 1),
    words('contact'),
    (t) => t.addColumn('type', 'text', (c) => c.notNull().defaultTo('internal')),
    words('organisation'),
    refers('primary_group_id', 'group', 'set null'),
    words('metadata')
  )
  await unique('user_profile_user', 'user_profile', 'user_id')

  await table(
    'ruleset',
    required('name'),
    refers('group_id', 'group', 'cascade', true),
    flag('can_view'),
    flag('can_add'),
    flag('can_change'),
    flag('can_delete')
  )
  await unique('ruleset_group_name', 'ruleset', 'group_id', 'name')

  await table('owner', required('owner_model'), (t) => t.addColumn('owner_id', 'integer', (c) => c.notNull()))
  await unique('owner_target', 'owner', 'owner_model', 'owner_id')

  await table(
    'api_token',
    refers('user_id', 'user', 'cascade', true),
    text('name'),
    required('hash'),
    required('sealed'),
    required('redacted'),
    required('created'),
    required('expiry'),
    words('last_seen'),
    flag('revoked'),
    words('metadata')
  )
  await unique('api_token_hash', 'api_token', 'hash')
  await index('api_token_user', 'api_token', 'user_id', 'name')

  await table('setting', required('key'), text('value'))
  await unique('setting_key', 'setting', 'key')
  await table('user_setting', required('key'), text('value'), refers('user_id', 'user', 'cascade', true))
  await unique('user_setting_key', 'user_setting', 'user_id', 'key')

  await table('tag', required('name'), required('slug'))
  await unique('tag_slug', 'tag', 'slug')
  await sql`create index tag_name_lower on tag (lower(name))`.execute(db)
  await table('tagged_item', refers('tag_id', 'tag', 'cascade', true), required('model'), (t) =>
    t.addColumn('object_id', 'integer', (c) => c.notNull())
  )
  await unique('tagged_item_key', 'tagged_item', 'model', 'object_id', 'tag_id')
  await index('tagged_item_tag', 'tagged_item', 'tag_id')

  await table(
    'stock_location',
    required('name'),
    text('description'),
    refers('parent_id', 'stock_location', 'set null'),
    text('pathstring'),
    text('icon'),
    refers('owner_id', 'owner', 'set null'),
    flag('structural'),
    flag('external'),
    (t) => t.addColumn('location_type_id', 'integer'),
    text('barcode_data'),
    text('barcode_hash'),
    ...tree,
    words('metadata')
  )
  await index('stock_location_tree', 'stock_location', 'tree_id', 'lft')
  await index('stock_location_parent', 'stock_location', 'parent_id', 'name')

  await table(
    'part_category',
    required('name'),
    text('description'),
    refers('parent_id', 'part_category', 'set null'),
    text('pathstring'),
    refers('default_location_id', 'stock_location', 'set null'),
    words('default_keywords'),
    flag('structural'),
    text('icon'),
    ...tree,
    words('metadata')
  )
  await index('part_category_tree', 'part_category', 'tree_id', 'lft')
  await index('part_category_parent', 'part_category', 'parent_id', 'name')
  await index('part_category_name', 'part_category', 'name')

  await table(
    'part',
    required('name'),
    text('description'),
    words('keywords', 'IPN', 'revision'),
    refers('revision_of_id', 'part', 'set null'),
    flag('is_template'),
    refers('variant_of_id', 'part', 'set null'),
    refers('category_id', 'part_category', 'set null'),
    words('link', 'image'),
    refers('default_location_id', 'stock_location', 'set null'),
    count('default_expiry'),
    quantity('minimum_stock'),
    quantity('maximum_stock'),
    words('units'),
    flag('assembly'),
    flag('component', 1),
    flag('trackable'),
    flag('testable'),
    flag('purchaseable', 1),
    flag('salable'),
    flag('active', 1),
    flag('locked'),
    flag('virtual'),
    flag('consumable'),
    flag('bom_validated'),
    text('bom_checksum'),
    refers('bom_checked_by_id', 'user', 'set null'),
    words('bom_checked_date', 'creation_date'),
    refers('creation_user_id', 'user', 'set null'),
    refers('responsible_owner_id', 'owner', 'set null'),
    quantity('base_cost'),
    count('multiple', 1),
    words('notes'),
    text('barcode_data'),
    text('barcode_hash'),
    words('metadata')
  )
  await index('part_name', 'part', 'name', 'id')
  await index('part_IPN', 'part', 'IPN')
  await sql`create index "part_IPN_lower" on part (lower("IPN"))`.execute(db)
  await index('part_category_name_order', 'part', 'category_id', 'name', 'id')
  for (const column of [
    'variant_of_id',
    'revision_of_id',
    'default_location_id',
    'creation_date',
    'creation_user_id',
    'responsible_owner_id',
    'bom_checked_by_id',
    'units',
    'revision'
  ])
    await index(`part_${column}`, 'part', column)

  await table('part_star', refers('part_id', 'part', 'cascade', true), refers('user_id', 'user', 'cascade', true))
  await unique('part_star_key', 'part_star', 'user_id', 'part_id')
  await index('part_star_part', 'part_star', 'part_id')
  await table(
    'part_category_star',
    refers('category_id', 'part_category', 'cascade', true),
    refers('user_id', 'user', 'cascade', true)
  )
  await unique('part_category_star_key', 'part_category_star', 'user_id', 'category_id')
  await index('part_category_star_category', 'part_category_star', 'category_id')
}
