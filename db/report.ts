import type { Generated } from 'kysely'
import type { Flag, WithMetadata } from './columns.ts'

/** What prints are made of: templates of reports and labels, and the files that they use. */
export interface ReportTables {
  report_template: ReportTemplateTable
  label_template: LabelTemplateTable
  report_snippet: ReportSnippetTable
  report_asset: ReportAssetTable
  bundled_template: BundledTemplateTable
}

/** What templates of both kinds have. */
interface PrintTemplateColumns extends WithMetadata {
  id: Generated<number>
  name: string
  description: Generated<string>
  /** The model whose records it prints, for example `part`. */
  model_type: string
  /** The path of its file below the media folder. */
  template: string
  /** What a record must be like to be offered this template: `active=True, assembly=False`. */
  filters: Generated<string>
  /** A template for the name of the file that a print becomes. */
  filename_pattern: Generated<string>
  enabled: Generated<Flag>
  /** Counts the times that it was saved; 1 before the first. */
  revision: Generated<number>
  attach_to_model: Generated<Flag>
  updated: string | null
  updated_by_id: number | null
}

interface ReportTemplateTable extends PrintTemplateColumns {
  page_size: Generated<string>
  landscape: Generated<Flag>
  /** Whether all records go into one document. */
  merge: Generated<Flag>
}

interface LabelTemplateTable extends PrintTemplateColumns {
  /** In mm, as is the height. */
  width: Generated<number>
  height: Generated<number>
}

/** A piece of a template that others include. */
interface ReportSnippetTable {
  id: Generated<number>
  snippet: string
  description: Generated<string>
}

/** A file that templates show, such as a picture. */
interface ReportAssetTable {
  id: Generated<number>
  asset: string
  description: Generated<string>
}

/** A template that comes with the server and was offered: one that somebody deleted does not come back. */
interface BundledTemplateTable {
  id: Generated<number>
  /** Its kind and the name of its file: `report/inventree_test_report.html`. */
  file: string
}
