// The tables of the client: columns from OPTIONS, a page of rows, search, order, and the file of an export.
import { address, ask, get, need, poll } from './asking.js'
import { DRAWN_BY_PAGES, KNOWN_TYPES, startValues } from './form.js'

const PAGE = 5

/** The address with more in its query. */
export function withQuery(path, more) {
  const [bare, query = ''] = path.split('?')
  return `${bare}?${new URLSearchParams([...new URLSearchParams(query), ...Object.entries(more)])}`
}

/** What an address takes and shows, as OPTIONS tells it; the client gives up where there is none. */
export async function actionsOf(path) {
  const { status, body } = await ask('OPTIONS', path)
  need(`OPTIONS ${path} is ${status}`, status === 200 && body.actions)
  return body.actions
}

/** What is wrong with fields, each with the place where it stands; what is only shown needs no more than a title. */
export function* faultsOf(fields, place = '') {
  for (const [name, field] of Object.entries(fields)) {
    const where = place + name
    if (field.children) yield* faultsOf(field.children, `${where}.`)
    if (!field.label) yield `${where}: no label`
    if (field.read_only) continue
    if (!KNOWN_TYPES.has(field.type) && !DRAWN_BY_PAGES.has(field.type)) yield `${where}: invalid type ${field.type}`
    if (field.type === 'choice' && !Array.isArray(field.choices)) yield `${where}: no choices`
    if (field.type === 'nested object' && !field.children) yield `${where}: no children`
  }
}

const keysOf = (rows) => rows.map((row) => row.pk ?? row.id ?? row.key ?? JSON.stringify(row))

/** Pages through the first rows in an order: each row is there once, and the number of all stays. */
async function* readInOrder(path, ordering, count) {
  const seen = []
  for (const offset of [0, PAGE]) {
    const page = await get(withQuery(path, { limit: PAGE, offset, ...(ordering ? { ordering } : {}) }))
    if (page.count !== count) yield `${path} by ${ordering}: ${page.count} in place of ${count}`
    seen.push(...keysOf(page.results))
  }
  if (new Set(seen).size !== Math.min(count, 2 * PAGE)) yield `${path} by ${ordering}: ${seen} are not ${count} rows`
}

/** The table of a list, and what is wrong with it. */
export async function readTable({ path, orderings, isSearched, isExported }) {
  const faults = []
  const { GET: columns } = await actionsOf(path)
  if (!columns) return [`${path}: OPTIONS tells no columns`]
  faults.push(...[...faultsOf(columns)].map((fault) => `${path}: ${fault}`))
  const first = await get(withQuery(path, { limit: 25, offset: 0 }))
  for (const name of new Set(first.results.flatMap((row) => Object.keys(row))))
    if (!Object.hasOwn(columns, name)) faults.push(`${path}: no column tells of ${name}`)
  for (const ordering of [undefined, ...orderings])
    for await (const fault of readInOrder(path, ordering, first.count)) faults.push(fault)
  if (isSearched) {
    const { count } = await get(withQuery(path, { search: 'zzz-nothing-is-called-so', limit: 25, offset: 0 }))
    // A few lists have nothing to search in, and stay whole.
    if (count !== 0 && count !== first.count) faults.push(`${path}: a search for nonsense finds ${count}`)
  }
  if (isExported) faults.push(...(await exportTable(path, first.count)))
  return faults
}

/** Opens the dialog for exports, leaves it as it is, and waits for the file; then every other way to write it. */
export async function exportTable(path, count) {
  const faults = []
  const fieldsFor = async (more) => (await actionsOf(withQuery(path, { export: true, ...more }))).GET
  const fields = await fieldsFor({})
  for (const name of ['export_format', 'export_plugin'])
    need(`${name} of ${path}`, fields[name]?.type === 'choice' && fields[name].default)
  for (const { value: export_plugin } of fields.export_plugin.choices) {
    const options = await fieldsFor({ export_plugin })
    faults.push(...[...faultsOf(options)].map((fault) => `export of ${path}: ${fault}`))
    const { pk } = await get(withQuery(path, { export: true, ...startValues(options), export_plugin }))
    const { output, errors } = await poll(`/api/data-output/${pk}/`, ({ complete, errors }) => complete || errors)
    if (errors || !output) {
      faults.push(`export of ${path} by ${export_plugin}: ${JSON.stringify(errors)}`)
      continue
    }
    const file = await (await fetch(address(output))).text()
    const lines = file.split('\r\n').length - 2
    if (lines < count) faults.push(`export of ${path} by ${export_plugin}: ${lines} lines of ${count}`)
    await ask('DELETE', `/api/data-output/${pk}/`)
  }
  return faults
}
