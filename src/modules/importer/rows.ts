/** Makes rows of a file: the values of their fields, and what is wrong with them (docs/behaviour/importer.md#rows). */
import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { textOf } from '#contract/text.ts'
import { dictionary } from '#db/dictionary.ts'
import { yieldToOthers } from '#framework/event-loop.ts'
import { objectIn, type ImportSession } from './access.ts'
import { RowImporter, type RowData, type RowErrors } from './check.ts'
import type { ImportFields } from './fields.ts'
import { changedByPlugins, rowChangers, type RowChanger } from './plugins.ts'
import { filterProblem, lookUp, SEVERAL_MATCHES, type LookupRequest } from './lookups.ts'
import type { ImportColumn } from './mapping.ts'
import { rowNumber, type Cell, type TableRow } from './table/table.ts'
import { valueOf, type NumberForm } from './values.ts'

/** A row as it is stored, but for its import. */
export interface MadeRow {
  index: number
  /** JSON. */
  rowData: string
  data: string
  errors: string | null
}

/** A row on its way: what is wrong with how its records were looked up is told beside what the rules say. */
interface Draft {
  row: TableRow
  data: RowData
  unclear: RowErrors
}

/** Fields that a row takes its values from, with the place of their column. */
interface Source {
  field: string
  /** Undefined where the field has its default alone. */
  column: number | undefined
  lookup: LookupRequest | undefined
}

/** Whether a number that names nothing must not be left to the rules: they would take it for any primary key. */
const isNarrowed = ({ by, filters }: LookupRequest): boolean =>
  (by !== null && by !== 'pk') || Object.keys(filters).length > 0

/** Makes the rows of one import. */
export class RowMaker {
  readonly #context: RequestContext
  readonly #fields: ImportFields
  readonly #columns: readonly string[]
  readonly #sources: Source[]
  readonly #defaults: RowData
  readonly #form: NumberForm
  readonly #changes: boolean
  readonly #importer: RowImporter
  readonly #model: string
  #changers: RowChanger[] | undefined
  /** The rows that lack the key of the record that they change, as a spreadsheet counts them. */
  readonly withoutKey: number[] = []

  /**
   * @param columns the headings of the file
   * @param form how numbers are written
   */
  constructor(
    context: RequestContext,
    session: ImportSession,
    {
      fields,
      mappings,
      columns,
      form
    }: {
      fields: ImportFields
      mappings: readonly ImportColumn[]
      columns: readonly string[]
      form: NumberForm
    }
  ) {
    this.#context = context
    this.#fields = fields
    this.#columns = columns
    this.#defaults = objectIn(session.field_defaults)
    this.#form = form
    this.#changes = session.update_records === 1
    this.#importer = new RowImporter(context, session)
    this.#model = session.model_type
    this.#sources = this.#sourcesOf(session, mappings)
  }

  #sourcesOf(session: ImportSession, mappings: readonly ImportColumn[]): Source[] {
    const overrides = objectIn(session.field_overrides)
    const filters = objectIn(session.field_filters) as Record<string, LookupRequest['filters']>
    const mapped = new Map(mappings.map((mapping) => [mapping.field, mapping]))
    return Object.entries(this.#fields)
      .filter(([field]) => !Object.hasOwn(overrides, field))
      .map(([field, info]) => {
        const mapping = mapped.get(field)
        const at = mapping?.column ? this.#columns.indexOf(mapping.column) : -1
        const { model } = info as { model?: string }
        // They were right for the kind of record that the import had when they were given.
        const problem = model === undefined ? undefined : filterProblem(model, filters[field] ?? {})
        if (problem !== undefined) throw invalid({ field_filters: [`${field}: ${problem}`] })
        return {
          field,
          column: at < 0 ? undefined : at,
          lookup:
            model === undefined
              ? undefined
              : { model, by: mapping?.lookup_field || null, filters: filters[field] ?? {} }
        }
      })
  }

  /** Makes rows of a piece of the file. */
  async make(rows: readonly TableRow[]): Promise<MadeRow[]> {
    const drafts = rows.map((row): Draft => ({ row, data: this.#dataOf(row), unclear: {} }))
    await this.#letPluginsChange(drafts)
    if (this.#changes)
      for (const { data, row } of drafts)
        if (data.id === undefined || data.id === null || data.id === '') this.withoutKey.push(rowNumber(row.index))
    for (const source of this.#sources) if (source.lookup) await this.#lookUp(source, source.lookup, drafts)
    const made: MadeRow[] = []
    for (let at = 0; at < drafts.length; at += AT_ONCE) {
      const some = drafts.slice(at, at + AT_ONCE)
      const errors = await this.#importer.check(some.map(({ data }) => data))
      made.push(...some.map((draft, i) => this.#stored(draft, errors[i]!)))
      await yieldToOthers()
    }
    return made
  }

  /** Lets plugins put others in the place of values; of rows that they refuse nothing is changed. */
  async #letPluginsChange(drafts: readonly Draft[]): Promise<void> {
    this.#changers ??= await rowChangers(this.#context, this.#model)
    if (this.#changers.length === 0) return
    const changed = await changedByPlugins(
      this.#context,
      this.#changers,
      drafts.map(({ data }) => data)
    )
    for (const [at, draft] of drafts.entries()) {
      const row = changed[at]!
      if (typeof row === 'string') draft.unclear.non_field_errors = [row]
      else draft.data = dictionary(Object.fromEntries(Object.entries(row).filter(([field]) => this.#fields[field])))
    }
  }

  #dataOf({ cells }: TableRow): RowData {
    const data: RowData = dictionary({})
    for (const { field, column } of this.#sources) {
      const value = column === undefined ? undefined : this.#valueIn(field, cells[column]!)
      if (value !== undefined && value !== null) data[field] = value
      else if (Object.hasOwn(this.#defaults, field)) data[field] = this.#defaults[field]
      else if (value === null) this.#empty(data, field)
    }
    return data
  }

  #valueIn(field: string, cell: Cell): unknown {
    return valueOf(cell, this.#fields[field]!, this.#form)
  }

  /** What an empty cell means where there is no default: nothing for a new record, and that a value goes from another. */
  #empty(data: RowData, field: string): void {
    const { allow_null, allow_blank, type } = this.#fields[field]!
    if (type === 'date' || type === 'datetime') data[field] = null
    else if (!this.#changes || field === 'id') return
    else if (allow_null) data[field] = null
    else if (allow_blank) data[field] = ''
  }

  /** Puts the keys of records in place of what the file calls them. */
  async #lookUp({ field, column }: Source, request: LookupRequest, drafts: readonly Draft[]): Promise<void> {
    if (column === undefined) return
    const named = drafts.filter(({ data }) => ['string', 'number'].includes(typeof data[field]))
    const texts = new Set(named.map(({ data }) => textOf(data[field], Infinity).trim()))
    if (texts.size === 0) return
    const results = await lookUp(this.#context, request, texts)
    for (const { data, unclear } of named) {
      const found = results.get(textOf(data[field], Infinity).trim())
      if (found === 'several') unclear[field] = [SEVERAL_MATCHES]
      else if (found !== undefined) data[field] = found
      else if (isNarrowed(request) && /^\d+$/.test(textOf(data[field], Infinity).trim()))
        unclear[field] = [
          `None that may be chosen has the ${request.by ?? 'primary key'} "${textOf(data[field]).trim()}".`
        ]
    }
  }

  #stored({ row, data, unclear }: Draft, errors: RowErrors | null): MadeRow {
    const all = { ...errors, ...unclear }
    const rowData = Object.fromEntries(this.#columns.map((column, at) => [column, row.cells[at]]))
    return {
      index: row.index,
      rowData: JSON.stringify(rowData),
      data: JSON.stringify(data),
      errors: Object.keys(all).length ? JSON.stringify(all) : null
    }
  }
}

/** How many rows are checked before others have their turn. */
const AT_ONCE = 50
