// Every field that an export of the reference server can hold, against what is taken here: test/transfer/export-fields.tsv.
import t, { type Test } from 'tap'
import { readFileSync } from 'node:fs'
import { createUser } from '#auth/accounts.ts'
import { openDatabase, type Database } from '#db/database.ts'
import { MODELS } from '#framework/models.ts'
import { importRecords } from '#framework/transfer/index.ts'
import { MODEL_BY_NAME, TRANSFER_MODELS } from '#framework/transfer/models.ts'
import '#modules/registry.ts'
import { knownStates, type StatusClass } from '#modules/status/states.ts'
import { unsupported } from '#modules/transfer-unsupported.ts'
import { fillTables } from '../support/fill.ts'
import { TEST_VAULT } from '../support/vault.ts'
import type { Exported } from './records.ts'
import { written } from './roundtrip.ts'

interface Fact {
  model: string
  field: string
  type: string
  nullable: boolean
  size: string
  default: string
  choices: string[]
}

const FACTS: Fact[] = readFileSync(new URL('export-fields.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([model, field, type, nullable, size, initial, choices]) => ({
    model: model!,
    field: field!,
    type: type!,
    nullable: nullable === 'null',
    size: size ?? '',
    default: initial ?? '',
    choices: choices ? choices.split(' ') : []
  }))
const taken = FACTS.filter(({ model }) => MODEL_BY_NAME.has(model))
const factOf = new Map(taken.map((fact) => [`${fact.model}.${fact.field}`, fact]))

async function fresh(t: Test): Promise<Database> {
  const db = await openDatabase(':memory:')
  t.teardown(() => db.destroy())
  await createUser(db, { username: 'admin', is_staff: true, is_superuser: true })
  return db
}

/** Records of every kind, as an export has them, and one setting of a user. */
const everything: [header: object, ...records: Exported[]] = await (async () => {
  const db = await openDatabase(':memory:')
  try {
    await createUser(db, { username: 'admin', is_staff: true, is_superuser: true })
    await fillTables(db)
    const [header, ...records] = await written(db)
    const user = records.find(({ model }) => model === 'auth.user')!
    const setting = { key: 'STICKY_HEADER', value: 'True', user: [user.fields.username] }
    return [header, ...records, { model: 'common.inventreeusersetting', pk: 1, fields: setting }]
  } finally {
    await db.destroy()
  }
})()
const [, ...records] = everything

/** What comes back of records that were changed and imported. */
async function roundtrip(t: Test, [header, ...records]: [object, ...Exported[]]) {
  const db = await fresh(t)
  const report = await importRecords(db, [header, ...records], { vault: TEST_VAULT })
  const [, ...back] = await written(db)
  return { report, back: new Map(back.map((record) => [`${record.model} ${record.pk}`, record.fields])) }
}

const changed = (
  [header, ...records]: [object, ...Exported[]],
  change: (fact: Fact, value: unknown, pk: number) => unknown
): [object, ...Exported[]] => [
  header,
  ...records.map(({ model, pk, fields }) => ({
    model,
    pk,
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([field, value]) => {
        const fact = factOf.get(`${model}.${field}`)
        const now = fact ? change(fact, value, pk) : value
        return now === undefined ? [] : [[field, now]]
      })
    )
  }))
]

t.test('every model is taken, or an import says what becomes of it', (t) => {
  for (const model of new Set(FACTS.map(({ model }) => model)))
    t.ok(MODEL_BY_NAME.has(model) !== (unsupported(model) !== undefined), model)
  const known = new Set(taken.map(({ model }) => model))
  t.strictSame(
    TRANSFER_MODELS.map(({ name }) => name).filter((name) => !known.has(name)),
    []
  )
  for (const { model, field } of taken)
    t.ok(Object.hasOwn(MODEL_BY_NAME.get(model)!.fields, field), `${model}.${field}`)
  t.end()
})

t.test('null is taken wherever the reference may write it', async (t) => {
  const says = (fact: Fact) => Object.hasOwn(MODEL_BY_NAME.get(fact.model)!.passedOverWithout ?? {}, fact.field)
  const nulls = changed(everything, (fact, value) => (fact.nullable && !says(fact) ? null : value))
  const { report, back } = await roundtrip(t, nulls)
  t.strictSame([report.skipped.size, report.passedOver.size, report.invalid.count], [0, 0, 0])
  const kept = new Set<string>()
  for (const { model, pk, fields } of nulls.slice(1) as Exported[]) {
    for (const [field, value] of Object.entries(fields)) {
      const now = back.get(`${model} ${pk}`)?.[field]
      if (value === null && now !== null) kept.add(`${model}.${field} ${JSON.stringify(now)}`)
    }
  }
  t.strictSame(
    [...kept].filter((line) => !/_currency ""$/.test(line)).toSorted(),
    [
      'common.attachment.attachment ""',
      'common.attachment.thumbnail ""',
      'company.company.image ""',
      'company.supplierpart.pack_quantity_native "1.0000000000"',
      'part.part.image ""',
      'part.partcategory._icon ""',
      'part.parttesttemplate.description ""',
      'stock.stockitemtestresult.attachment ""'
    ],
    'what null means where a column holds none'
  )
})

t.test(
  'an owner of nobody and a setting of no user are counted, and what names such an owner is emptied',
  async (t) => {
    const owner = { model: 'users.owner', pk: 7, fields: { owner_type: null, owner_id: null } }
    const user = { username: 'olga', password: '!', date_joined: '2024-03-01T10:00:00Z', is_superuser: true }
    const db = await fresh(t)
    const report = await importRecords(db, [
      { metadata: true },
      { model: 'auth.user', pk: 1, fields: user },
      { model: 'users.owner', pk: 1, fields: { owner_type: ['auth', 'user'], owner_id: 1 } },
      owner,
      { model: 'common.inventreeusersetting', pk: 3, fields: { key: 'STICKY_HEADER', value: 'True', user: null } },
      { model: 'part.part', pk: 5, fields: { name: 'Bolt', responsible_owner: 7 } }
    ])
    t.strictSame(
      [...report.skipped],
      [
        ['users.owner that stand for nobody', 1],
        ['common.inventreeusersetting of no user', 1]
      ]
    )
    t.strictSame([...report.emptied], [['part.part.responsible_owner', 1]])
    t.strictSame(await db.selectFrom('part').select('responsible_owner_id').execute(), [{ responsible_owner_id: null }])
  }
)

t.test('texts as long as the reference stores them come back whole, and the API takes them as well', async (t) => {
  const named = ['auth.user.username', 'auth.group.name', 'taggit.tag.name']
  const whole = ({ model, field, type, size, choices }: Fact) => {
    const kind = MODEL_BY_NAME.get(model)!.fields[field]!.kind
    const text = type === 'text' || type === 'file'
    return (
      text &&
      Number(size) > 3 &&
      !choices.length &&
      (kind === 'text' || kind === 'file') &&
      !named.includes(`${model}.${field}`)
    )
  }
  const long = changed(everything, (fact, value, pk) => (whole(fact) ? `${pk}-`.padEnd(Number(fact.size), 'x') : value))
  const { back } = await roundtrip(t, long)
  const cut = new Set<string>()
  for (const { model, pk, fields } of long.slice(1) as Exported[])
    for (const [field, value] of Object.entries(fields)) {
      const fact = factOf.get(`${model}.${field}`)
      if (fact && whole(fact) && back.get(`${model} ${pk}`)?.[field] !== value) cut.add(`${model}.${field}`)
    }
  t.strictSame([...cut], [])

  const contract = JSON.parse(readFileSync(new URL('../../generated/inventree.json', import.meta.url), 'utf8'))
  const shorter: string[] = []
  let compared = 0
  for (const { model, field, type, size } of taken) {
    const { api } = MODELS[model.split('.')[1]!] ?? {}
    const body = contract.paths[api ?? '']?.post?.requestBody?.content?.['application/json']?.schema
    const schema = body?.$ref ? contract.components.schemas[body.$ref.split('/').at(-1)] : body
    const most = schema?.properties?.[field]?.maxLength
    if (type !== 'text' || most === undefined) continue
    compared++
    if (most < Number(size)) shorter.push(`${model}.${field} ${most} < ${size}`)
  }
  t.strictSame(shorter, [])
  t.ok(compared > 80, `${compared} lengths`)
})

/** What is worked out from other fields where an export lacks it, since earlier releases had no such field. */
const WORKED_OUT = new Set([
  'part.part.creation_date',
  'part.parttesttemplate.key',
  'part.bomitem.raw_amount',
  'stock.stockitem.creation_date',
  'stock.stockitemtracking.part',
  'common.parameter.data_numeric'
])

t.test('a field that is missing gets the default of the reference', async (t) => {
  const initial = (fact: Fact) => (fact.default === '' ? (fact.nullable ? null : undefined) : fact.default)
  const dropped = (fact: Fact) =>
    initial(fact) !== undefined &&
    fact.default !== 'made' &&
    !WORKED_OUT.has(`${fact.model}.${fact.field}`) &&
    !Object.hasOwn(MODEL_BY_NAME.get(fact.model)!.passedOverWithout ?? {}, fact.field) &&
    !['rebuilt', 'nested'].includes(MODEL_BY_NAME.get(fact.model)!.fields[fact.field]!.kind)
  const sparse = changed(everything, (fact, value) => (dropped(fact) ? undefined : value))
  const { back } = await roundtrip(t, sparse)
  const other = new Set<string>()
  for (const { model, pk, fields } of records) {
    for (const field of Object.keys(fields)) {
      const fact = factOf.get(`${model}.${field}`)
      if (!fact || !dropped(fact)) continue
      const expected = fact.default === 'base currency' ? '' : fact.default === '' ? null : JSON.parse(fact.default)
      const found = back.get(`${model} ${pk}`)?.[field]
      const same = typeof expected === 'number' ? Number(found) === expected : found === expected
      if (!same && !(expected === null && found === ''))
        other.add(`${model}.${field}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
    }
  }
  t.strictSame([...other], [])
})

const STATES: Record<string, StatusClass> = {
  'build.build.status': 'BuildStatus',
  'order.purchaseorder.status': 'PurchaseOrderStatus',
  'order.salesorder.status': 'SalesOrderStatus',
  'order.returnorder.status': 'ReturnOrderStatus',
  'order.returnorderlineitem.outcome': 'ReturnOrderLineStatus',
  'order.transferorder.status': 'TransferOrderStatus',
  'stock.stockitem.status': 'StockStatus'
}

t.test('there is the same to choose from', async (t) => {
  const choosing = taken.filter(({ choices }) => choices.length)
  // Each group has every ruleset once.
  const given = (fact: Fact, pk: number) =>
    fact.model === 'users.ruleset' ? undefined : fact.choices[pk % fact.choices.length]
  const { back } = await roundtrip(
    t,
    changed(everything, (fact, value, pk) => {
      const choice = given(fact, pk)
      return choice === undefined ? value : typeof value === 'number' ? Number(choice) : choice
    })
  )
  for (const fact of choosing) {
    const name = `${fact.model}.${fact.field}`
    if (STATES[name])
      t.strictSame(
        knownStates(STATES[name]).map(({ key }) => String(key)),
        fact.choices,
        name
      )
    const about = records.filter(({ model }) => model === fact.model)
    t.ok(about.length >= fact.choices.length, `${name} has records`)
    const other = about.filter(({ model, pk }) => {
      const choice = given(fact, pk)
      return choice !== undefined && String(back.get(`${model} ${pk}`)?.[fact.field]) !== choice
    })
    t.strictSame(other, [], `${name}: ${fact.choices.join(' ')}`)
  }
  const rulesets = factOf.get('users.ruleset.name')!.choices
  const field = MODEL_BY_NAME.get('users.ruleset')!.fields.name!
  t.strictSame(field.kind === 'choice' && [...field.choices].toSorted(), rulesets.toSorted())
})
