import type { Client } from '../helper.ts'
import { multipart } from './multipart.ts'
import { zip } from './zip.ts'

/** What an import may be begun with. */
export interface BegunImport {
  name?: string
  content: string | Buffer
  [field: string]: string | Buffer | undefined
}

const SESSIONS = '/api/importer/session/'

/** Begins an import; gives the answer. */
export const begin = (client: Client, model_type: string, { name = 'rows.csv', content, ...more }: BegunImport) =>
  client.post(SESSIONS, ...multipart({ model_type, data_file: { name, content }, ...(more as Record<string, string>) }))

/** Begins an import, maps columns by hand, and makes the rows; gives its key and the rows. */
export async function rowsOf(
  client: Client,
  model: string,
  file: BegunImport,
  columns: Record<string, string | { column: string; lookup_field: string }> = {}
): Promise<{ session: number; rows: any[] }> {
  const begun = await begin(client, model, file)
  if (begun.status !== 201) throw new Error(`${begun.status} ${begun.text}`)
  for (const [field, to] of Object.entries(columns)) {
    const { pk } = begun.body.column_mappings.find((mapping: { field: string }) => mapping.field === field)
    const mapped = await client.patch(
      `/api/importer/column-mapping/${pk}/`,
      typeof to === 'string' ? { column: to } : to
    )
    if (mapped.status !== 200) throw new Error(`${mapped.status} ${mapped.text}`)
  }
  const session = begun.body.pk as number
  const made = await client.post(`${SESSIONS}${session}/accept_fields/`, {})
  if (made.status !== 200) throw new Error(`${made.status} ${made.text}`)
  return { session, rows: (await client.get(`/api/importer/row/?session=${session}`)).body }
}

/** Imports rows of an import; gives the answer. */
export const accept = (client: Client, session: number, rows: readonly { pk: number }[]) =>
  client.post(`${SESSIONS}${session}/accept_rows/`, { rows: rows.map(({ pk }) => pk) })

/** Imports a whole file, of which every row must be right. */
export async function importAll(...given: Parameters<typeof rowsOf>): Promise<void> {
  const { session, rows } = await rowsOf(...given)
  const wrong = rows.find((row) => !row.valid)
  if (wrong) throw new Error(JSON.stringify(wrong))
  const accepted = await accept(given[0], session, rows)
  if (accepted.status !== 201) throw new Error(`${accepted.status} ${accepted.text}`)
}

/** The parts of a workbook around its sheet. */
const FRAME = {
  '[Content_Types].xml': '<Types/>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="r"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>'
}

/**
 * A workbook made by hand.
 *
 * @param rows the XML of `sheetData`
 * @param parts further parts, or others in their place
 * @param sizes what parts claim to have unpacked, where that is not true
 */
export const workbook = (
  rows: string,
  parts: Record<string, string> = {},
  sizes: Record<string, number> = {}
): Buffer =>
  zip(
    Object.entries({
      ...FRAME,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ...parts
    }).map(([path, content]) => ({ path, content, ...(path in sizes ? { size: sizes[path]! } : {}) }))
  )

/** The XML of a cell. */
function cellXml(value: string | number | boolean): string {
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c t="b"><v>${Number(value)}</v></c>`
  return `<c t="inlineStr"><is><t>${value}</t></is></c>`
}

/** The XML of rows with texts, numbers and flags. */
export const sheetRows = (rows: readonly (readonly (string | number | boolean)[])[]): string =>
  rows.map((cells, at) => `<row r="${at + 1}">${cells.map(cellXml).join('')}</row>`).join('')
