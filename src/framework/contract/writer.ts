/** Writes of the contract that another operation does for its caller, for many records at once. */
import type { Database } from '#db/database.ts'
import { Approval } from './approval.ts'
import type { Binding } from './binding.ts'
import type { BodyReading, BodyReadings } from './body.ts'
import type { Operation } from './document.ts'
import { ApiError, type Problems } from './errors.ts'
import type { FieldInfo } from './fields.ts'
import { holds, signedIn, type RequestContext } from './scopes.ts'

declare module './scopes.ts' {
  interface RequestContext {
    /**
     * What writes many records for this caller as another operation of the contract writes one.
     *
     * @param within the same call inside its transaction, where there is one
     */
    writer(operation: string, within?: RequestContext): RecordWriter
  }
}

/** A record to write: its body as a request would bring it and, where it is there already, its key. */
export interface RecordToWrite {
  body: Record<string, unknown>
  pk?: number
}

/** A write that was read, and may be tried or done. */
export interface ReadWrite {
  /**
   * Applies all rules and writes nothing.
   *
   * @throws what a request would be refused with
   */
  try(): Promise<void>
  /**
   * Writes.
   *
   * @param db the transaction
   * @returns the key of the record
   * @throws what a request would be refused with
   */
  write(db: Database): Promise<number>
}

/** Which records are there, asked once for all bodies. */
class KnownRecords {
  readonly #existing: Binding['existing']
  readonly #asked = new Map<string, Map<number, boolean>>()

  constructor(existing: Binding['existing']) {
    this.#existing = existing
  }

  /**
   * Asks for what is not known yet.
   *
   * @param wanted keys by model
   */
  async learn(wanted: ReadonlyMap<string, ReadonlySet<number>>, db: Database): Promise<void> {
    for (const [model, pks] of wanted) {
      const known = this.#asked.get(model) ?? new Map<number, boolean>()
      this.#asked.set(model, known)
      const unknown = [...pks].filter((pk) => !known.has(pk))
      if (unknown.length === 0) continue
      const found = await this.#existing(model, unknown, db.isTransaction ? db : undefined)
      for (const pk of unknown) known.set(pk, found.has(pk))
    }
  }

  /** The same question as that of the binding, answered from what is known. */
  of(db: Database): Pick<Binding, 'existing'> {
    return {
      existing: async (model, pks) => {
        await this.learn(new Map([[model, new Set(pks)]]), db)
        return new Set(pks.filter((pk) => this.#asked.get(model)!.get(pk)))
      }
    }
  }
}

/**
 * Does for many records what one operation of the contract, that creates or changes one, does for a request: bodies are
 * read, rules are applied and files are written by the same code. Records that bodies name are looked up together.
 */
export class RecordWriter {
  readonly #binding: Pick<Binding, 'existing' | 'fields' | 'handlers'>
  readonly #reading: BodyReading
  readonly #context: RequestContext
  readonly #operation: Operation
  readonly #approval: Approval | undefined

  constructor(binding: Binding, readings: BodyReadings, context: RequestContext, operation: Operation) {
    this.#binding = binding
    this.#reading = readings.of(operation)
    this.#context = context
    this.#operation = operation
    this.#approval = Approval.of(binding, operation)
  }

  /** Whether the caller might send such a request at all. */
  get isPermitted(): boolean {
    return holds(signedIn(this.#context), this.#operation.scopes)
  }

  /** What OPTIONS tells of the fields of a body, by name. */
  fields(): Promise<Record<string, FieldInfo>> {
    return this.#binding.fields(this.#operation, this.#context)
  }

  /**
   * Reads bodies.
   *
   * @returns for each of them what can be done with it, or what is wrong with it already
   */
  async read(records: readonly RecordToWrite[]): Promise<(ReadWrite | ApiError)[]> {
    const known = new KnownRecords(this.#binding.existing)
    const clean = await Promise.all(records.map(({ body }) => orRefusal(async () => this.#cleaned(body))))
    const wanted = new Map<string, Set<number>>()
    for (const body of clean) {
      if (body instanceof ApiError) continue
      for (const { model, pk } of this.#reading.parse(body).references)
        wanted.set(model, (wanted.get(model) ?? new Set()).add(pk))
    }
    await known.learn(wanted, this.#context.db)
    const reads: (ReadWrite | ApiError)[] = []
    for (const [at, record] of records.entries()) {
      const body = clean[at]!
      reads.push(body instanceof ApiError ? body : await orRefusal(() => this.#readOne(known, record, body)))
    }
    return reads
  }

  #cleaned(body: Record<string, unknown>): Record<string, unknown> {
    this.#reading.checkBounds(body)
    return this.#reading.clean(body) as Record<string, unknown>
  }

  async #readOne(known: KnownRecords, { body: rawBody, pk }: RecordToWrite, body: object): Promise<ReadWrite> {
    const handler = this.#binding.handlers[this.#operation.id]!
    if (!handler.write) throw new Error(`${this.#operation.id} writes for requests alone`)
    const limits: Problems = {}
    const path = pk === undefined ? {} : { id: pk }
    const callIn = (db: Database) => {
      const context = { ...this.#context, db, path, rawBody, query: {} }
      return {
        ...context,
        limits,
        lasting: this.#reading.lasting,
        clean: () => body,
        read: async (raw: unknown, deferred?: Problems) => {
          const values = await this.#reading.read(known.of(db), context, raw, deferred)
          // Inside a transaction nobody is waited for.
          if (!db.isTransaction) await this.#approval?.one(context, values)
          return values
        }
      }
    }
    const values = handler.readsBody
      ? undefined
      : await callIn(this.#context.db).read(body, handler.defersLimits ? limits : undefined)
    const writeIn = async (db: Database, trial: boolean) => await handler.write!({ ...callIn(db), body: values }, trial)
    return {
      try: async () => {
        await writeIn(this.#context.db, true)
      },
      write: async (db) => (await writeIn(db, false))!
    }
  }
}

/** What work gives, or what it is refused with. */
export async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result | ApiError> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return error
    throw error
  }
}
