/** Checks rows, and imports them: by the operations of the contract that write such records for requests. */
import type { Database } from '#db/database.ts'
import { ApiError } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { textOf } from '#contract/text.ts'
import { orRefusal, type ReadWrite, type RecordToWrite } from '#contract/writer.ts'
import { objectIn, type ImportSession } from './access.ts'
import { importModelOf, type ImportModel } from './models.ts'
import { parameterBody, parametersIn, presentParameters } from './parameters.ts'

export type RowData = Record<string, unknown>

/** What is wrong with a row, by field. */
export type RowErrors = Record<string, unknown>

/** A parameter of a row's record that shall be written. */
interface ParameterWrite {
  field: string
  write: ReadWrite | ApiError
}

/** A refusal in the form of a row's errors. */
function errorsOf({ status, body }: ApiError, data: RowData): RowErrors {
  if (status === 404) return { non_field_errors: `No record found with the provided ID: ${textOf(data.id)}` }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { non_field_errors: body }
  return 'detail' in body && Object.keys(body).length === 1 ? { non_field_errors: body.detail } : (body as RowErrors)
}

/** What is wrong with the key of the record that a row changes. */
function idProblem({ id }: RowData): string | undefined {
  if (id === undefined || id === null || id === '') return 'ID is required for updating existing records.'
  return /^\s*\d{1,15}\s*$/.test(textOf(id)) ? undefined : `Invalid ID format provided: ${textOf(id)}`
}

/** A row whose record can be written. */
export interface ImportedRow {
  data: RowData
  write: ReadWrite
}

/** Does what the rows of one import ask for. */
export class RowImporter {
  readonly #context: RequestContext
  readonly #session: ImportSession
  readonly #model: ImportModel
  readonly #overrides: RowData
  readonly #known: ReadonlySet<string>

  constructor(context: RequestContext, session: ImportSession) {
    this.#context = context
    this.#session = session
    // A session of a kind that cannot be imported has no rows.
    this.#model = importModelOf(session.model_type)!
    this.#known = new Set(this.#model.fields)
    this.#overrides = objectIn(session.field_overrides)
  }

  get #changes(): boolean {
    return this.#session.update_records === 1
  }

  /** What a request would send for a row. */
  #recordOf(data: RowData): RecordToWrite {
    const own = Object.entries({ ...data, ...this.#overrides }).filter(([field]) => this.#known.has(field))
    const body = Object.fromEntries(own)
    if (this.#changes) return { body, pk: Number(data.id) }
    return { body: this.#model.bodyOf?.(body) ?? body }
  }

  /** Reads rows as requests are read. */
  async #read(rows: readonly RowData[]): Promise<(ReadWrite | ApiError)[]> {
    const { change, create } = this.#model
    const writer = this.#context.writer(this.#changes ? change : create, this.#context)
    return await writer.read(rows.map((data) => this.#recordOf(data)))
  }

  /**
   * Checks rows by the rules of their records; nothing is written.
   *
   * @returns what is wrong with each; null where nothing is
   */
  async check(rows: readonly RowData[]): Promise<(RowErrors | null)[]> {
    const problems = rows.map((data) => (this.#changes ? idProblem(data) : undefined))
    const right = rows.filter((_data, at) => problems[at] === undefined)
    const reads = await this.#read(right)
    const parameters = await this.#parameters(
      right.map((data) => ({ data, pk: this.#changes ? Number(data.id) : 0 })),
      this.#context.db
    )
    const checked = new Map<RowData, RowErrors | null>()
    for (const [at, data] of right.entries())
      checked.set(data, await this.#errorsOf(data, reads[at]!, parameters.get(data) ?? []))
    return rows.map((data, at) =>
      problems[at] === undefined ? checked.get(data)! : { non_field_errors: problems[at] }
    )
  }

  async #errorsOf(data: RowData, read: ReadWrite | ApiError, parameters: ParameterWrite[]): Promise<RowErrors | null> {
    const refusal = read instanceof ApiError ? read : await orRefusal(() => read.try())
    const errors: RowErrors = refusal ? errorsOf(refusal, data) : {}
    for (const { field, write } of parameters) {
      const wrong = write instanceof ApiError ? write : await orRefusal(() => write.try())
      if (wrong) errors[field] = errorsOf(wrong, data).data ?? errorsOf(wrong, data).non_field_errors ?? wrong.body
    }
    return Object.keys(errors).length ? errors : null
  }

  /** The parameters that rows give their records, read as requests are. */
  async #parameters(
    rows: readonly { data: RowData; pk: number }[],
    db: Database
  ): Promise<Map<RowData, ParameterWrite[]>> {
    const wanted = rows.flatMap(({ data, pk }) => parametersIn(data).map((one) => ({ ...one, data, pk })))
    const found = new Map<RowData, ParameterWrite[]>()
    if (wanted.length === 0) return found
    const { model_type } = this.#session
    const inner = { ...this.#context, db }
    const present = await presentParameters(
      db,
      model_type,
      rows.map(({ pk }) => pk)
    )
    const there = ({ pk, template }: { pk: number; template: number }) => present.get(`${pk} ${template}`)
    const [kept, added] = [wanted.filter((one) => there(one)), wanted.filter((one) => !there(one))]
    const changed = kept.filter((one) => there(one)!.data !== textOf(one.value, Infinity))
    const add = await inner
      .writer('parameter_create', inner)
      .read(added.map(({ pk, template, value }) => ({ body: parameterBody(model_type, pk, template, value) })))
    const change = await inner
      .writer('parameter_partial_update', inner)
      .read(changed.map((one) => ({ pk: there(one)!.id, body: { data: textOf(one.value, Infinity) } })))
    for (const [at, { data, field }] of [...added, ...changed].entries()) {
      const write = at < added.length ? add[at]! : change[at - added.length]!
      found.set(data, [...(found.get(data) ?? []), { field, write }])
    }
    return found
  }

  /**
   * Reads rows before the transaction that imports them.
   *
   * @param refuse throws, with what is wrong with a row
   */
  async prepare(rows: readonly RowData[], refuse: (at: number, errors: RowErrors) => never): Promise<ImportedRow[]> {
    const reads = await this.#read(rows)
    return rows.map((data, at) => {
      const read = reads[at]!
      const problem = this.#changes ? idProblem(data) : undefined
      if (problem !== undefined) refuse(at, { non_field_errors: problem })
      return read instanceof ApiError ? refuse(at, errorsOf(read, data)) : { data, write: read }
    })
  }

  /**
   * Writes what was read, in its order.
   *
   * @param db the transaction
   * @param refuse throws, with what is wrong with a row
   */
  async write(
    rows: readonly ImportedRow[],
    db: Database,
    refuse: (at: number, errors: RowErrors) => never
  ): Promise<void> {
    for (const [at, { data, write }] of rows.entries()) {
      const written = await orRefusal(async () => {
        const pk = await write.write(db)
        const parameters = (await this.#parameters([{ data, pk }], db)).get(data) ?? []
        for (const one of parameters) {
          if (one.write instanceof ApiError) throw one.write
          await one.write.write(db)
        }
        return pk
      })
      if (written instanceof ApiError) refuse(at, errorsOf(written, data))
    }
  }

  /** What else follows, once it is stored. */
  async afterwards(): Promise<void> {
    await this.#model.afterwards?.(this.#context)
  }
}

/** What is wrong with a row, in one sentence. */
export function sentenceOfErrors(errors: RowErrors): string {
  const said = Object.entries(errors).map(([field, what]) => {
    const words = [what].flat(Infinity).map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
    return field === 'non_field_errors' ? words.join(' ') : `${field}: ${words.join(' ')}`
  })
  return said.join(' ')
}
