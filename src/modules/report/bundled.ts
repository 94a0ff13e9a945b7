// The templates that come with the server, under the names that people know (docs/behaviour/print.md#bundled-templates).
import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Database } from '#db/database.ts'
import { RequestFiles } from '#framework/files/files.ts'
import type { MediaStorage } from '#framework/files/storage.ts'
import { now } from '#framework/time.ts'
import { FOLDERS } from './files.ts'

/** A template that comes with the server. */
interface Bundled {
  kind: 'report' | 'label'
  file: string
  name: string
  description: string
  model_type: string
  filename_pattern?: string
  merge?: 1
}

const label = (file: string, name: string, model_type: string, description: string): Bundled => ({
  kind: 'label',
  file: `${file}.html`,
  name: `InvenTree ${name}`,
  description: `Sample ${description}`,
  model_type
})

const report = (
  file: string,
  name: string,
  model_type: string,
  description: string,
  more: Pick<Bundled, 'filename_pattern' | 'merge'> = {}
): Bundled => ({ ...label(`inventree_${file}`, name, model_type, description), kind: 'report', ...more })

/** A report of one order, which is named by it. */
const orderReport = (word: string, model_type: string): Bundled =>
  report(`${word.toLowerCase().replaceAll(' ', '_')}_report`, word, model_type, `${word.toLowerCase()} report`, {
    filename_pattern: `${word.replaceAll(' ', '')}-{{ reference }}.pdf`
  })

export const BUNDLED: readonly Bundled[] = [
  label('part_label', 'Part Label', 'part', 'part label'),
  label('part_label_code128', 'Part Label (Code128)', 'part', 'part label with Code128 barcode'),
  label('stockitem_qr', 'Stock Item Label (QR)', 'stockitem', 'stock item label with QR code'),
  label(
    'stocklocation_qr_and_text',
    'Stock Location Label (QR + Text)',
    'stocklocation',
    'stock item label with QR code and text'
  ),
  label('stocklocation_qr', 'Stock Location Label (QR)', 'stocklocation', 'stock location label with QR code'),
  label('buildline_label', 'Build Line Label', 'buildline', 'build line label'),
  report('bill_of_materials_report', 'Bill of Materials', 'part', 'bill of materials report'),
  report('build_order_report', 'Build Order', 'build', 'build order report'),
  orderReport('Purchase Order', 'purchaseorder'),
  orderReport('Sales Order', 'salesorder'),
  orderReport('Sales Order Shipment', 'salesordershipment'),
  orderReport('Return Order', 'returnorder'),
  orderReport('Transfer Order', 'transferorder'),
  report('test_report', 'Test Report', 'stockitem', 'stock item test report'),
  report('stock_report_merge', 'Default Stock Report Merge', 'stockitem', 'stock item report merge', { merge: 1 }),
  report('stock_location_report', 'Stock Location Report', 'stocklocation', 'stock location report')
]

const FOLDER = new URL('bundled/', import.meta.url)

/**
 * The text of a template that comes with the server, those among them that others extend.
 *
 * @param path its kind and the name of its file: `report/inventree_report_base.html`
 * @returns undefined where none has that name
 */
export async function bundledText(path: string): Promise<string | undefined> {
  if (!/^(?:report|label)\/\w+\.html$/.test(path)) return undefined
  try {
    return await readFile(new URL(path, FOLDER), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Adds a template, with its file; one that there is already under its name and model stays as it is. */
async function add(db: Database, media: MediaStorage, { kind, file, merge, ...about }: Bundled): Promise<void> {
  const table = `${kind}_template` as 'report_template'
  const taken = await db
    .selectFrom(table)
    .select('id')
    .where('name', '=', about.name)
    .where('model_type', '=', about.model_type)
    .executeTakeFirst()
  if (taken) return
  const files = new RequestFiles(media)
  const template = await files.store(FOLDERS[kind], file, (await bundledText(`${kind}/${file}`))!)
  const row = { ...about, template, revision: 2, updated: now(), metadata: '{}', ...(merge ? { merge } : {}) }
  await db.insertInto(table).values(row).execute()
  await files.settle()
}

/** Puts files back that templates name and that are not there, as after an import without the files. */
async function restoreFiles(db: Database, media: MediaStorage): Promise<void> {
  for (const kind of ['report', 'label'] as const) {
    const rows = await db.selectFrom(`${kind}_template`).select('template').execute()
    for (const { template } of rows) {
      const name = posix.basename(template)
      if (template !== `${FOLDERS[kind]}/${name}` || (await media.has(template))) continue
      const text = await bundledText(`${kind}/${name}`)
      if (text === undefined) continue
      const files = new RequestFiles(media)
      await files.store(FOLDERS[kind], name, text)
      await files.settle()
    }
  }
}

/**
 * Offers the templates that come with the server: each of them once, so that one that somebody deleted does not come
 * back. To be called before it serves.
 */
export async function offerBundledTemplates(db: Database, media: MediaStorage): Promise<void> {
  const offered = new Set((await db.selectFrom('bundled_template').select('file').execute()).map(({ file }) => file))
  for (const one of BUNDLED) {
    const file = `${one.kind}/${one.file}`
    if (offered.has(file)) continue
    await db.transaction().execute(async (trx) => {
      // Of two servers that start together one offers it.
      const mark = trx
        .insertInto('bundled_template')
        .values({ file })
        .onConflict((on) => on.column('file').doNothing())
      if (await mark.returning('file').executeTakeFirst()) await add(trx, media, one)
    })
  }
  await restoreFiles(db, media)
}
