import type { Kysely } from 'kysely'
import { builder, count, flag, quantity, refers, required, text, words, type Columns } from './columns.ts'

/** A text with a default. */
const initially =
  (name: string, value: string): Columns =>
  (t) =>
    t.addColumn(name, 'text', (c) => c.notNull().defaultTo(value))

/** What templates of reports and of labels have. */
const template: Columns[] = [
  required('name'),
  text('description'),
  required('model_type'),
  required('template'),
  text('filters'),
  initially('filename_pattern', 'output.pdf'),
  flag('enabled', 1),
  count('revision', 1),
  flag('attach_to_model'),
  words('updated'),
  refers('updated_by_id', 'user', 'set null'),
  words('metadata')
]

/** Templates of reports and labels, the snippets and files that they use, and which of them came with the server. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table('report_template', ...template, initially('page_size', 'A4'), flag('landscape'), flag('merge'))
  await table('label_template', ...template, quantity('width', 50), quantity('height', 20))
  for (const name of ['report_template', 'label_template']) {
    await unique(`${name}_name`, name, 'name', 'model_type')
    await index(`${name}_updated_by_id`, name, 'updated_by_id')
    await index(`${name}_template`, name, 'template')
  }
  await table('report_snippet', required('snippet'), text('description'))
  await index('report_snippet_snippet', 'report_snippet', 'snippet')
  await table('report_asset', required('asset'), text('description'))
  await index('report_asset_asset', 'report_asset', 'asset')
  await table('bundled_template', required('file'))
  await unique('bundled_template_file', 'bundled_template', 'file')
}
