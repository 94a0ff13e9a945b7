// The wizard of imports: a file, its columns, its rows.
import { get, need, poll, send } from './asking.js'
import { openForm } from './drawing.js'
import { readTable } from './table.js'

const SESSION = '/api/importer/session/'
const ROWS = '/api/importer/row/'
const COLUMNS = '/api/importer/column-mapping/'

/** Opens the form of a new import; the file is chosen in it. */
export async function openImport(given) {
  await openForm(SESSION, { field_defaults: {}, field_overrides: {}, field_filters: {}, ...given })
}

/** Goes on with the newest import until its rows are there. */
async function mapColumns(columns) {
  const { results } = await get(`${SESSION}?limit=1&ordering=-timestamp`)
  const [{ pk }] = results
  const session = await get(`${SESSION}${pk}/`)
  for (const { pk: mapping, field } of session.column_mappings)
    if (Object.hasOwn(columns, field)) {
      await get(`${COLUMNS}${mapping}/`)
      await send('PATCH', `${COLUMNS}${mapping}/`, { column: columns[field] })
    }
  await send('POST', `${SESSION}${pk}/accept_fields/`)
  await poll(`${SESSION}${pk}/`, ({ status }) => status === 30)
  return pk
}

/** Walks through an import: columns, a row that is mended, one that is dropped, and the rest. */
export async function walkThrough(columns, mended) {
  const pk = await mapColumns(columns)
  const faults = await readTable({ path: `${ROWS}?session=${pk}`, orderings: ['row_index'] })
  need(faults.join('; '), faults.length === 0)
  const { results: rows } = await get(`${ROWS}?session=${pk}&limit=25&offset=0&ordering=row_index`)
  const [wrong, ...good] = rows.toSorted((one, other) => one.valid - other.valid)
  need('a row that is wrong', !wrong.valid)
  await get(`${ROWS}${wrong.pk}/`)
  const repaired = await send('PATCH', `${ROWS}${wrong.pk}/`, { data: { ...wrong.data, ...mended } })
  need(`the row that was mended: ${JSON.stringify(repaired.errors)}`, repaired.valid)
  await send('DELETE', `${ROWS}${good.pop().pk}/`)
  await send('DELETE', ROWS, { items: [good.pop().pk] })
  await send('POST', `${SESSION}${pk}/accept_rows/`, { rows: [wrong, ...good].map((row) => row.pk) })
  const { completed_row_count_history } = await poll(`${SESSION}${pk}/`, ({ status }) => status === 40)
  await send('PATCH', `${SESSION}${pk}/`, { field_defaults: {} })
  await send('DELETE', `${SESSION}${pk}/`)
  return completed_row_count_history
}

/** Drops imports that were begun. */
export async function dropImports() {
  const { results } = await get(`${SESSION}?limit=25&offset=0`)
  if (results.length) await send('DELETE', SESSION, { items: results.map(({ pk }) => pk) })
}
