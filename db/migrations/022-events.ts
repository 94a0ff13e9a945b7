import { sql, type Kysely, type RawBuilder } from 'kysely'
import { AMOUNTS, ROLLUPS } from '../amounts/declared.ts'
import { isPostgres } from '../dialect.ts'
import { builder, required, type Columns } from './columns.ts'

/** What happened to records, so that others can follow it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, unique } = builder(db)
  const number: (name: string) => Columns = (name) => (t) => t.addColumn(name, 'integer', (c) => c.notNull())
  await table(
    'event',
    required('model'),
    number('record_id'),
    required('action'),
    (t) => t.addColumn('status_from', 'integer').addColumn('status_to', 'integer'),
    required('at')
  )
  await table('event_cursor', required('name'), required('position'))
  await unique('event_cursor_name', 'event_cursor', 'name')
  if (isPostgres(db)) {
    await sql`alter table event add xact bigint not null default pg_current_xact_id()::text::bigint`.execute(db)
    await sql`create index event_order on event (xact, id)`.execute(db)
    await makeFunction(db, 'note_event', false)
    await makeFunction(db, 'note_event_and_status', true)
    await sql`create function note_rights () returns trigger language plpgsql as $$ begin
      insert into event (model, record_id, action, at) values ('rights', 0, 'changed', ${MOMENT}); return null; end $$`.execute(
      db
    )
  }
  for (const [model, watched] of Object.entries(WATCHED)) await watch(db, model, watched)
  for (const one of RIGHTS) await watchRights(db, one)
}

/** The present moment in PostgreSQL: ISO 8601, UTC. */
const MOMENT = sql`to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Something that changes what somebody may see, or whether they are let in. */
interface RightsChange {
  table: string
  when: 'insert' | 'update' | 'delete'
  /** Whose changes count. */
  columns?: readonly string[]
  /** What must hold of the row. */
  condition?: string
}

/** What makes an entry `rights` of the log, in its order: nobody but the server reads it. */
const RIGHTS: readonly RightsChange[] = [
  { table: 'user', when: 'update', columns: ['is_active', 'is_superuser', 'password'] },
  { table: 'user', when: 'delete' },
  { table: 'user_group', when: 'insert' },
  { table: 'user_group', when: 'update', columns: ['user_id', 'group_id'] },
  { table: 'user_group', when: 'delete' },
  { table: 'ruleset', when: 'insert', condition: 'new.can_view = 1' },
  { table: 'ruleset', when: 'update', columns: ['name', 'group_id', 'can_view'] },
  { table: 'ruleset', when: 'delete', condition: 'old.can_view = 1' },
  { table: 'api_token', when: 'update', columns: ['user_id', 'hash', 'expiry', 'revoked'] },
  { table: 'api_token', when: 'delete' },
  { table: 'session', when: 'update', columns: ['user_id', 'hash', 'password_mark'] },
  { table: 'session', when: 'delete' }
]

async function watchRights(db: Kysely<unknown>, { table, when, columns = [], condition }: RightsChange): Promise<void> {
  const onPostgres = isPostgres(db)
  const name = sql.id(`${table}_event_rights_${when}`)
  const differs = sql.raw(onPostgres ? 'is distinct from' : 'is not')
  const conditions = [
    ...(columns.length ? [sql`(${values(columns, 'old')}) ${differs} (${values(columns, 'new')})`] : []),
    ...(condition ? [sql.raw(condition)] : []),
    ...(onPostgres ? [LOUD] : [])
  ]
  const holds = conditions.length ? sql`when (${sql.join(conditions, sql` and `)})` : sql``
  const of = columns.length ? sql`of ${names(columns)}` : sql``
  const note = onPostgres
    ? sql`execute function note_rights()`
    : sql`begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end`
  await sql`create trigger ${name} after ${sql.raw(when)} ${of} on ${sql.table(table)} for each row ${holds} ${note}`.execute(
    db
  )
}

/**
 * The records whose changes are events, by the word of the API, with their tables. Left out is what the server keeps for
 * itself or for one person (settings, tokens, sessions, jobs, imports, notifications), what it only writes down about
 * events (tracking, scans of barcodes, stocktakes), and what follows from other records (prices of parts, owners).
 */
const WATCHED: Record<string, string> = {
  address: 'company_address',
  attachment: 'attachment',
  bomitem: 'bom_item',
  bomitemsubstitute: 'bom_substitute',
  build: 'build',
  builditem: 'build_item',
  buildline: 'build_line',
  company: 'company',
  contact: 'company_contact',
  customunit: 'custom_unit',
  group: 'group',
  inventreecustomuserstatemodel: 'custom_state',
  labeltemplate: 'label_template',
  manufacturerpart: 'manufacturer_part',
  parameter: 'parameter',
  parametertemplate: 'parameter_template',
  part: 'part',
  partcategory: 'part_category',
  partcategoryparametertemplate: 'part_category_parameter',
  partinternalpricebreak: 'part_internal_price',
  partrelated: 'part_related',
  partsellpricebreak: 'part_sale_price',
  parttesttemplate: 'part_test_template',
  projectcode: 'project_code',
  purchaseorder: 'purchase_order',
  purchaseorderextraline: 'purchase_order_extra_line',
  purchaseorderlineitem: 'purchase_order_line',
  reportasset: 'report_asset',
  reportsnippet: 'report_snippet',
  reporttemplate: 'report_template',
  returnorder: 'return_order',
  returnorderextraline: 'return_order_extra_line',
  returnorderlineitem: 'return_order_line',
  salesorder: 'sales_order',
  salesorderallocation: 'sales_order_allocation',
  salesorderextraline: 'sales_order_extra_line',
  salesorderlineitem: 'sales_order_line',
  salesordershipment: 'sales_order_shipment',
  selectionlist: 'selection_list',
  selectionlistentry: 'selection_list_entry',
  stockitem: 'stock_item',
  stockitemtestresult: 'stock_test_result',
  stocklocation: 'stock_location',
  stocklocationtype: 'stock_location_type',
  supplierpart: 'supplier_part',
  supplierpricebreak: 'supplier_price_break',
  tag: 'tag',
  transferorder: 'transfer_order',
  transferorderallocation: 'transfer_order_allocation',
  transferorderlineitem: 'transfer_order_line',
  user: 'user'
}

/**
 * Columns that say nothing about the record itself: its place in a nested set, what is kept of other columns and
 * records, when and by whom it was touched, when somebody was here, and how a password is stored.
 */
const PASSED_OVER = new Set([
  'id',
  ...['lft', 'rght', 'tree_id', 'level', 'pathstring'],
  ...['updated', 'updated_at', 'updated_by_id', 'last_updated', 'last_seen', 'last_login', 'password'],
  ...['reference_int', 'line_int', 'serial_int', 'bom_checksum', 'checksum'],
  // How often they were saved.
  ...['label_template.revision', 'report_template.revision'],
  // Later migrations added these.
  ...[...AMOUNTS, ...ROLLUPS].map(({ table, column }) => `${table}.${column}`)
])

/**
 * Makes the triggers that write the events of a table. A later migration that adds a column to one of these tables
 * calls it once more; `test/events/log.test.ts` says where that was forgotten.
 *
 * @param model the word by which the API names the records
 */
export async function watch(db: Kysely<unknown>, model: string, table: string): Promise<void> {
  const all = (await db.introspection.getTables()).find(({ name }) => name === table)!.columns.map(({ name }) => name)
  const columns = all.filter((column) => !PASSED_OVER.has(column) && !PASSED_OVER.has(`${table}.${column}`))
  await (isPostgres(db) ? postgres : sqlite)(db, { model, table, columns, hasStatus: all.includes('status') })
}

/** What a transaction says that writes no events (`withoutTriggers`). */
const LOUD = sql`current_setting('inventree.quiet', true) is distinct from 'on'`

interface Watched {
  model: string
  table: string
  /** Whose changes count. */
  columns: readonly string[]
  hasStatus: boolean
}

const names = (columns: readonly string[]) => sql.join(columns.map((column) => sql.id(column)))
const values = (columns: readonly string[], row: 'old' | 'new') =>
  sql.join(columns.map((column) => sql.ref(`${row}.${column}`)))

async function sqlite(db: Kysely<unknown>, { model, table, columns, hasStatus }: Watched): Promise<void> {
  const note = (action: string, row: 'old' | 'new', from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
    sql`begin insert into event (model, record_id, action, status_from, status_to, at)
      values (${sql.lit(model)}, ${sql.ref(`${row}.id`)}, ${sql.lit(action)}, ${from}, ${to}, strftime('%Y-%m-%dT%H:%M:%fZ')); end`
  const none = sql`null`
  const moved = (row: 'old' | 'new') =>
    hasStatus ? sql`case when old.status is not new.status then ${sql.ref(`${row}.status`)} end` : none
  const trigger = async (when: string, rest: RawBuilder<unknown>) => {
    const name = sql.id(`${table}_event_${when}`)
    await sql`drop trigger if exists ${name}`.execute(db)
    await sql`create trigger ${name} ${rest}`.execute(db)
  }
  const on = sql.table(table)
  await trigger(
    'insert',
    sql`after insert on ${on} ${note('created', 'new', none, hasStatus ? sql`new.status` : none)}`
  )
  await trigger(
    'update',
    sql`after update of ${names(columns)} on ${on}
      when (${values(columns, 'old')}) is not (${values(columns, 'new')})
      ${note('changed', 'new', moved('old'), moved('new'))}`
  )
  await trigger('delete', sql`after delete on ${on} ${note('deleted', 'old', none, none)}`)
}

async function postgres(db: Kysely<unknown>, { model, table, columns, hasStatus }: Watched): Promise<void> {
  const note = sql`${sql.raw(hasStatus ? 'note_event_and_status' : 'note_event')}(${sql.lit(model)})`
  const trigger = async (when: string, event: RawBuilder<unknown>, condition: RawBuilder<unknown>) => {
    const name = sql.id(`${table}_event_${when}`)
    await sql`drop trigger if exists ${name} on ${sql.table(table)}`.execute(db)
    await sql`create trigger ${name} after ${event} on ${sql.table(table)}
      for each row when (${condition}) execute function ${note}`.execute(db)
  }
  await trigger('insert', sql`insert`, LOUD)
  await trigger(
    'update',
    sql`update of ${names(columns)}`,
    sql`(${values(columns, 'old')}) is distinct from (${values(columns, 'new')}) and ${LOUD}`
  )
  await trigger('delete', sql`delete`, LOUD)
}

/** What the triggers of PostgreSQL call, with the model. */
async function makeFunction(db: Kysely<unknown>, name: string, hasStatus: boolean): Promise<void> {
  const from = hasStatus ? sql`case when tg_op = 'UPDATE' and old.status <> new.status then old.status end` : sql`null`
  const to = hasStatus
    ? sql`case when tg_op = 'INSERT' or (tg_op = 'UPDATE' and old.status <> new.status) then new.status end`
    : sql`null`
  await sql`create function ${sql.raw(name)} () returns trigger language plpgsql as $$ begin
    insert into event (model, record_id, action, status_from, status_to, at) values (
      tg_argv[0], coalesce(new.id, old.id),
      case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'deleted' end,
      ${from}, ${to},
      ${MOMENT});
    return null; end $$`.execute(db)
}
