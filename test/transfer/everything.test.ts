import t, { type Test } from 'tap'
import { sql } from 'kysely'
import { createUser } from '#auth/accounts.ts'
import { openDatabase, type Database } from '#db/database.ts'
import { exportRecords, importRecords } from '#framework/transfer/index.ts'
import { addTransferModels, TRANSFER_MODELS } from '#framework/transfer/models.ts'
import '#modules/registry.ts'
import { fillTables } from '../support/fill.ts'
import { TEST_VAULT } from '../support/vault.ts'

async function fresh(t: Test): Promise<Database> {
  const db = await openDatabase(':memory:')
  t.teardown(() => db.destroy())
  await db.transaction().execute((trx) => createUser(trx, { username: 'admin', is_staff: true, is_superuser: true }))
  return db
}

/** An export: its header, which tells the time, and its records. */
async function written(db: Database): Promise<[header: object, ...records: { model: string }[]]> {
  let text = ''
  await exportRecords(db, {
    write: (part) => {
      text += part
    },
    vault: TEST_VAULT
  })
  return JSON.parse(text)
}

t.test('a database with rows of every kind, related in every way, comes back as it was', async (t) => {
  const db = await fresh(t)
  await fillTables(db)
  const [header, ...records] = await written(db)
  const about = new Set(records.map(({ model }) => model))
  const empty = TRANSFER_MODELS.map(({ name }) => name).filter((name) => !about.has(name))
  t.strictSame(
    empty,
    ['common.inventreesetting', 'plugin.pluginconfig', 'plugin.pluginsetting', 'common.inventreeusersetting'],
    'everything else has rows'
  )
  const other = await fresh(t)
  const { skipped, passedOver, warnings } = await importRecords(other, [header, ...records], { vault: TEST_VAULT })
  t.strictSame([skipped.size, passedOver.size, warnings], [0, 0, []])
  // Every group has an owner and all its rulesets, whether a file has them or not.
  const told = (all: { model: string }[]) =>
    all.filter(({ model }) => !['users.owner', 'users.ruleset'].includes(model))
  t.strictSame(told((await written(other)).slice(1) as typeof records), told(records))
})

/** What an export leaves out: secrets, what is told or fetched anew, and what the server notes for itself. */
const NOT_EXPORTED = [
  'api_token',
  'bundled_template',
  'data_output',
  'dropped_file',
  'email_message',
  'error_report',
  'event',
  'event_cursor',
  'exchange_rate',
  'job',
  'machine_config',
  'machine_setting',
  'news_entry',
  'notification_entry',
  'notification_message',
  'plugin_user_setting',
  'plugin_value',
  'session',
  'sign_in_attempt',
  'webhook',
  'webhook_delivery'
]

t.test('every table is in an export, or left out on purpose', async (t) => {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'
      and name not like '%_search%'`.execute(await fresh(t))
  const written = new Set<string>(
    TRANSFER_MODELS.flatMap(({ table, fields }) => [
      table,
      ...Object.values(fields).flatMap((field) => (field.kind === 'members' ? [field.table] : []))
    ])
  )
  const missing = rows.map(({ name }) => name).filter((name) => !written.has(name))
  t.strictSame(missing.sort(), NOT_EXPORTED)
})

t.test(
  'a model without a place in the order, a place without a model, and one that is brought twice are mistakes',
  (t) => {
    const names = TRANSFER_MODELS.map(({ name }) => name)
    const wrong = (brought: typeof TRANSFER_MODELS, order: string[]) => () => addTransferModels([...brought], order)
    t.throws(wrong(TRANSFER_MODELS, names.slice(1)), { message: /users\.owner$/ })
    t.throws(wrong(TRANSFER_MODELS.slice(1), names), { message: /users\.owner$/ })
    t.throws(wrong([...TRANSFER_MODELS, TRANSFER_MODELS[0]!], names), {
      message: 'two modules bring the same model of an export'
    })
    t.equal(TRANSFER_MODELS.length, names.length, 'and nothing was added')
    t.end()
  }
)
