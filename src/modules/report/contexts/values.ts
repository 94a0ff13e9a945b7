// What a template knows of the record that it is printed for, by kind (docs/templates.md#what-a-template-knows).
import { ownCode } from '#modules/barcode/index.ts'
import { webPath } from '#framework/web.ts'
import { ListedSet, TemplateSet } from '#template/values.ts'
import { type ContextRecord, ContextSet, type RecordGroup, type RecordReader } from './records.ts'
import { attributeText, trimmed } from './shape.ts'
import { fullName, testsOf } from './shapes/part.ts'
import { stockBelow } from './shapes/stock.ts'

/** Names and their values; attributes of the record are named by their names alone. */
type Values = Record<string, unknown>

/** What is worked out for each record. */
type Contents = (record: ContextRecord) => Promise<Values>

/** Some attributes of a record under their own names. */
async function attributes(record: ContextRecord, names: string): Promise<Values> {
  const values = new Map<string, unknown>()
  for (const name of names.split(' ')) values.set(name, await record.get(name))
  return Object.fromEntries(values)
}

/** The parameters of a record: its values by the names of their templates. */
async function parametersOf(record: ContextRecord): Promise<Map<string, unknown>> {
  const set = await record.get('parameters_list')
  const found = new Map<string, unknown>()
  for (const parameter of set instanceof TemplateSet ? await set.items() : [])
    found.set(await attributeText(parameter, 'name'), await (parameter as ContextRecord).get('data'))
  return found
}

/** Tests by their keys. */
const byKey = (tests: readonly ContextRecord[]): Map<string, ContextRecord> =>
  new Map(tests.map((test) => [test.row.key as string, test]))

const part: Contents = async (record) => {
  const tests = (await record.group.once('tests', testsOf)).get(record.id) ?? []
  return {
    part: record,
    ...(await attributes(record, 'name description IPN revision category')),
    bom_items: await record.get('get_bom_items'),
    parameters: await parametersOf(record),
    qr_data: ownCode(record.group.reader.settings, 'part', record.id),
    qr_url: webPath('part', record.id),
    test_template_list: new ListedSet(tests),
    test_templates: byKey(tests)
  }
}

/** The last result of each test, by its key. */
async function resultsByKey(results: readonly ContextRecord[]): Promise<Map<string, ContextRecord>> {
  const found = new Map<string, ContextRecord>()
  for (const result of results) found.set(await attributeText(result, 'key'), result)
  return found
}

/** The parts of items, as those that were read together share them. */
const partsOf = async ({ reader, records }: RecordGroup): Promise<ReadonlyMap<number, ContextRecord>> =>
  (
    await reader.group(
      'part',
      [...records.values()].map(({ row }) => row.part_id as number)
    )
  ).records

const stockItem: Contents = async (record) => {
  const parts = await record.group.once('parts', partsOf)
  const own = parts.get(record.row.part_id as number)!
  const tests = (await own.group.once('tests', testsOf)).get(own.id) ?? []
  const results = await (record.get('test_results') as ContextSet).items()
  const latest = await resultsByKey(results)
  const templates = byKey(tests)
  return {
    item: record,
    stock_item: record,
    part: own,
    name: fullName(own),
    ipn: own.get('IPN'),
    ...(await attributes(record, 'serial batch barcode_data barcode_hash')),
    quantity: trimmed(Number(record.row.quantity)),
    parameters: await parametersOf(record),
    qr_data: ownCode(record.group.reader.settings, 'stockitem', record.id),
    qr_url: webPath('stockitem', record.id),
    child_items: new ContextSet(() => (record.get('children') as ContextSet).items()),
    installed_items: await (record.get('get_installed_items') as ContextSet).items(),
    result_list: results,
    results: latest,
    tests: latest,
    test_keys: [...new Set([...templates.keys(), ...latest.keys()])],
    test_template_list: new ListedSet(tests),
    test_templates: templates
  }
}

const stockLocation: Contents = async (record) => ({
  location: record,
  stock_location: record,
  parent: await record.get('parent'),
  qr_data: ownCode(record.group.reader.settings, 'stocklocation', record.id),
  qr_url: webPath('stocklocation', record.id),
  stock_items: new ContextSet(async () => (await record.group.once('stock', stockBelow)).get(record.id) ?? [])
})

const build: Contents = async (record) => {
  const assembly = (await record.get('part')) as ContextRecord
  const all = (name: string) => new ContextSet(() => (record.get(name) as ContextSet).items())
  return {
    build: record,
    part: assembly,
    quantity: await record.get('quantity'),
    reference: record.row.reference,
    title: record.row.reference,
    bom_items: await assembly.get('get_bom_items'),
    line_items: all('build_lines'),
    build_outputs: all('build_outputs'),
    qr_data: ownCode(record.group.reader.settings, 'build', record.id),
    qr_url: webPath('build', record.id)
  }
}

const buildLine: Contents = async (record) => ({
  build_line: record,
  ...(await attributes(record, 'build bom_item part quantity allocated_quantity allocations'))
})

const company: Contents = async (record) => ({
  company: record,
  ...(await attributes(record, 'name description website phone email address'))
})

/** What orders of every kind have. */
const orderValues = async (record: ContextRecord): Promise<Values> => ({
  order: record,
  reference: record.row.reference,
  title: await record.text(),
  description: record.row.description,
  lines: await record.get('lines'),
  extra_lines: (await record.get('extra_lines')) ?? null
})

/** Orders of a kind, with some of their own attributes. */
const order =
  (own: string): Contents =>
  async (record) => ({ ...(await orderValues(record)), ...(await attributes(record, own)) })

const shipment: Contents = async (record) => ({
  shipment: record,
  title: await record.text(),
  ...(await attributes(record, 'reference order address allocations tracking_number'))
})

/** What a template knows, by the kind of record that it is for. */
const CONTENTS: ReadonlyMap<string, Contents> = new Map(
  Object.entries({
    part,
    stockitem: stockItem,
    stocklocation: stockLocation,
    build,
    buildline: buildLine,
    company,
    purchaseorder: order('supplier'),
    salesorder: order('customer'),
    returnorder: order('customer'),
    transferorder: order('take_from destination consume'),
    salesordershipment: shipment
  })
)

/**
 * What a template knows of records. What is asked of one of them is read for all.
 *
 * @param model one that templates can be for
 * @param ids of records that may be gone already
 * @returns names and values by primary key; of records that are gone nothing
 */
export async function recordValues(
  reader: RecordReader,
  model: string,
  ids: readonly number[]
): Promise<Map<number, ReadonlyMap<string, unknown>>> {
  const contents = CONTENTS.get(model)
  if (!contents) throw new Error(`no template can be for ${model}`)
  const { records } = await reader.group(model, ids)
  const found = new Map<number, ReadonlyMap<string, unknown>>()
  for (const id of ids) {
    const record = records.get(id)
    if (record) found.set(id, new Map(Object.entries(await contents(record))))
  }
  return found
}
