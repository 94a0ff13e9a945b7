import t from 'tap'
import { sql } from 'kysely'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { createToken } from '#auth/tokens.ts'
import { VERBS } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import { build } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { fillTables } from '../support/fill.ts'

/** A user that is there and is not the one who asks. */
const OTHER = 7

/**
 * What somebody would send who wants to be somebody else: owners, keys, flags and states that the server alone decides.
 */
const STOLEN: Record<string, unknown> = {
  ...Object.fromEntries(
    [
      'user',
      'user_id',
      'owner_id',
      'upload_user',
      'upload_user_id',
      'created_by',
      'created_by_id',
      'creation_user',
      'creation_user_id',
      'updated_by',
      'updated_by_id',
      'issued_by_id',
      'completed_by',
      'completed_by_id',
      'received_by',
      'received_by_id',
      'shipped_by',
      'checked_by',
      'checked_by_id',
      'bom_checked_by',
      'bom_checked_by_id',
      'stocktake_user'
    ].map((name) => [name, OTHER])
  ),
  ...Object.fromEntries(
    [
      'pk',
      'id',
      'lft',
      'rght',
      'tree_id',
      'level',
      'reference_int',
      'serial_int',
      'completed',
      'received',
      'shipped',
      'data_numeric',
      'file_size'
    ].map((name) => [name, 4242])
  ),
  ...Object.fromEntries(
    ['is_superuser', 'is_staff', 'complete', 'is_building', 'is_image', 'revoked'].map((name) => [name, true])
  ),
  ...Object.fromEntries(
    ['created', 'creation', 'updated', 'date_joined', 'expiry', 'last_seen'].map((name) => [name, '2099-01-01'])
  ),
  ...Object.fromEntries(
    [
      'password',
      'token',
      'hash',
      'sealed',
      'output',
      'thumbnail',
      'barcode_hash',
      'checksum',
      'pathstring',
      'constructor',
      'toString',
      'hasOwnProperty'
    ].map((name) => [name, 'stolen'])
  ),
  metadata: { mine: true },
  user_detail: { pk: OTHER }
}

/** Which of these an operation takes on purpose; test/user and test/contract/access.test.ts say from whom. */
const TAKEN: Record<string, string[]> = {
  user_partial_update: ['is_staff', 'is_superuser'],
  user_set_password_partial_update: ['password'],
  stock_bulk_partial_update: ['is_building'],
  stock_partial_update: ['is_building'],
  part_bulk_partial_update: ['creation_user'],
  part_partial_update: ['creation_user'],
  order_so_shipment_partial_update: ['checked_by'],
  webhooks_partial_update: ['user'],
  metadata_pk_partial_update: ['metadata'],
  metadata_partial_update: ['metadata']
}

type Rows = Record<string, unknown>[]

/** When something was written last, and how often: all that a write of nothing may change. */
const WHEN = /\.(updated|updated_at|last_updated|bom_checked_date|revision)$/

async function dump(db: Database): Promise<Map<string, Rows>> {
  const held = new Map<string, Rows>()
  const tables = (await db.introspection.getTables()).filter(
    ({ name, columns }) => columns.some((column) => column.name === 'id') && !/_search|^kysely|^sqlite/.test(name)
  )
  for (const { name } of tables)
    held.set(name, (await sql<Record<string, unknown>>`select * from ${sql.table(name)} order by id`.execute(db)).rows)
  return held
}

/** The columns in which two states differ, as `table.column`, and the tables that have more rows or fewer. */
function differences(before: Map<string, Rows>, after: Map<string, Rows>): string[] {
  const found = new Set<string>()
  for (const [table, rows] of before) {
    const now = after.get(table)!
    if (now.length !== rows.length) found.add(table)
    else
      rows.forEach((row, n) => {
        for (const [column, value] of Object.entries(row))
          if (String(value) !== String(now[n]![column])) found.add(`${table}.${column}`)
      })
  }
  return [...found].filter((one) => !WHEN.test(one))
}

t.test('what a body names and the contract does not changes nothing, whoever sends it', async (t) => {
  const { as, by, db, vault, makeUser } = await build(t)
  await as('admin').get('/api/settings/global/')
  await fillTables(db)
  const user_id = await makeUser({
    name: 'mara',
    staff: true,
    roles: Object.fromEntries(RULESET_NAMES.map((name) => [name, VERBS]))
  })
  const mara = by({ authorization: `Token ${(await createToken(db, vault, { user_id, name: 'test' })).token}` })
  await mara.get('/api/settings/user/')
  const EXAMPLES: Record<string, string> = { model: 'part', lookup_field: 'pk', key: 'DATE_DISPLAY_FORMAT' }
  let accepted = 0
  for (const { id, path, body } of contract.operations.filter((one) => one.method === 'patch' && one.body)) {
    const declared = Object.keys(contract.resolve(body!).properties ?? {}).filter((name) => Object.hasOwn(STOLEN, name))
    t.strictSame(declared.sort(), TAKEN[id] ?? [], `${id} takes nothing that was not looked at`)
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? '5')
    // Writing nothing first: what follows from that is done then.
    await mara.patch(url, {})
    const before = await dump(db)
    const { status } = await mara.patch(
      url,
      Object.fromEntries(Object.entries(STOLEN).filter(([name]) => !declared.includes(name)))
    )
    t.strictSame(differences(before, await dump(db)), [], id)
    if (status === 200) accepted++
  }
  t.ok(accepted > 40, `${accepted} were answered as if nothing of it had been sent`)
})
