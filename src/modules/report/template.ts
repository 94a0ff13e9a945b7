import { invalid, refused } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import { signedIn } from '#contract/scopes.ts'
import { equals, type Builder, type Change, type Column } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { mediaURL } from '#framework/files/names.ts'
import { now, shownTime } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import type { Selectable } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { FOLDERS, storeReportFile } from './files.ts'
import { templateFilterProblem, passingFilters } from './filters.ts'

type TemplateTable = 'report_template' | 'label_template'
type Row = Selectable<DB['report_template']> | Selectable<DB['label_template']>

/** The revision of a template that was saved once. */
const FIRST_REVISION = 2

/** How many records a list of templates is narrowed by at most. */
const MOST_ITEMS = 1000

/**
 * The filter for templates that let all of some records through, which makes sense for one kind of record alone
 * (docs/behaviour/print.md#filters).
 */
const forItems =
  <T extends TemplateTable>(table: T) =>
  async (eb: Builder<T>, items: string, { db }: RequestContext, query: Record<string, unknown>) => {
    const { model_type: model } = query
    if (typeof model !== 'string') return undefined
    const ids = items
      .split(',')
      .map((item) => item.trim())
      .filter((item) => /^\d{1,15}$/.test(item))
      .map(Number)
    const rows = await db
      .selectFrom(table as 'report_template')
      .select('filters')
      .distinct()
      .where('model_type', '=', model)
      .execute()
    const all = rows.map(({ filters }) => filters)
    const passing = await passingFilters(db, model, all, ids.slice(0, MOST_ITEMS))
    return eb('filters' as Column<T> as never, 'in', (passing.length ? passing : [null]) as never)
  }

/** What can be asked of templates of both kinds. */
const filtersOf = <T extends TemplateTable>(table: T) => ({
  enabled: equals<T>('enabled' as Column<T>),
  model_type: equals<T>('model_type' as Column<T>),
  items: forItems(table)
})

const embed = (rows: Row[], { db }: RequestContext) =>
  briefUsers(
    db,
    rows.map((row) => row.updated_by_id)
  )

/** What both kinds show, in front and behind. */
const shown = (row: Row, users: Awaited<ReturnType<typeof embed>>) => ({
  pk: row.id,
  name: row.name,
  description: row.description,
  model_type: row.model_type as 'part', // one of the contract's, or the record could not be stored
  template: mediaURL(row.template)!,
  filters: row.filters,
  filename_pattern: row.filename_pattern,
  enabled: row.enabled === 1,
  revision: row.revision,
  attach_to_model: row.attach_to_model === 1,
  updated: shownTime(row.updated),
  updated_by: row.updated_by_id,
  updated_by_detail: row.updated_by_id === null ? null : users.get(row.updated_by_id)!
})

const COLUMNS = {
  name: 'name',
  description: 'description',
  model_type: 'model_type',
  template: null,
  filters: 'filters',
  filename_pattern: 'filename_pattern',
  enabled: 'enabled',
  attach_to_model: 'attach_to_model'
} as const

const UNIQUE = [['name', 'model_type']] as const

/** The rules of a template, and what every saving of it changes (docs/behaviour/print.md#templates). */
const check = (folder: string) => async (change: Change<'report_template', 'report_template'>) => {
  const { context, before, body, values } = change
  const model = body.model_type ?? before!.model_type
  const filters = body.filters ?? before?.filters ?? ''
  const problem =
    body.filters === undefined && body.model_type === undefined ? undefined : templateFilterProblem(model, filters)
  if (problem !== undefined) throw refused(problem)
  const upload = uploadIn(body.template)
  if (upload) values.template = await storeReportFile(context.files, folder, upload, before?.template)
  if (!before && !upload) throw invalid({ template: ['No file was submitted.'] })
  Object.assign(values, {
    revision: (before?.revision ?? FIRST_REVISION - 1) + 1,
    updated: now(),
    updated_by_id: signedIn(context).id
  })
}

/** Lets go of the file before, where another took its place. */
async function dropBefore(change: Change<'report_template', 'report_template'>): Promise<void> {
  const { db, before, values } = change
  if (before && values.template !== undefined && values.template !== before.template)
    await dropFiles(db, [before.template])
}

export const reportTemplate = resource('report_template', 'report_template', {
  className: 'ReportTemplate',
  options: {},
  computed: {},
  search: ['name', 'description'],
  order: { name: 'name', enabled: 'enabled' },
  defaultOrder: ['id'],
  filters: {
    ...filtersOf('report_template'),
    landscape: equals('landscape'),
    merge: equals('merge'),
    attach_to_model: equals('attach_to_model')
  },
  embed,
  toJSON: (row, users) => ({
    ...shown(row, users),
    page_size: row.page_size as 'A4',
    landscape: row.landscape === 1,
    merge: row.merge === 1
  }),
  write: {
    columns: { ...COLUMNS, page_size: 'page_size', landscape: 'landscape', merge: 'merge' },
    initial: ({ settings }) => ({ page_size: settings.text('REPORT_DEFAULT_PAGE_SIZE') }),
    unique: UNIQUE,
    check: check(FOLDERS.report),
    saved: dropBefore,
    remove: async (row, db) => {
      await db.deleteFrom('report_template').where('id', '=', row.id).execute()
      await dropFiles(db, [row.template])
    }
  }
})

export const labelTemplate = resource('label_template', 'label_template', {
  className: 'LabelTemplate',
  options: {},
  computed: {},
  search: ['name', 'description'],
  order: { name: 'name', enabled: 'enabled', width: 'width', height: 'height' },
  defaultOrder: ['id'],
  filters: filtersOf('label_template'),
  embed,
  toJSON: (row, users) => ({ ...shown(row, users), width: row.width, height: row.height }),
  write: {
    columns: { ...COLUMNS, width: 'width', height: 'height' },
    unique: UNIQUE,
    // The rules speak of what both kinds have.
    check: check(FOLDERS.label) as unknown as (change: Change<'label_template', 'label_template'>) => Promise<void>,
    saved: dropBefore as unknown as (change: Change<'label_template', 'label_template'>) => Promise<void>,
    remove: async (row, db) => {
      await db.deleteFrom('label_template').where('id', '=', row.id).execute()
      await dropFiles(db, [row.template])
    }
  }
})
