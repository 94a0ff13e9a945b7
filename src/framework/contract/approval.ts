// What others have to say of records before they are written, beside the rules of the server.
import { answerOf } from './ask.ts'
import type { Binding } from './binding.ts'
import type { Checker, PendingWrite, RecordValues } from './checker.ts'
import type { Operation } from './document.ts'
import { invalid } from './errors.ts'
import { Upload } from './media.ts'
import { oneRecord } from './read.ts'
import type { RequestContext } from './scopes.ts'

/** The address of a list, and the parameter that names a record of it, where there is one. */
const ADDRESS = /^(.*?\/)(?:\{(\w+)\}\/)?$/

/** Asks about the records that one operation of the contract is to write. Never to be asked inside a transaction. */
export class Approval {
  readonly #binding: Pick<Binding, 'contract' | 'handlers' | 'existing'>
  readonly #operation: Operation
  readonly #checker: () => Promise<Checker | undefined>
  /** The parameter of the path that names the record; undefined where the operation makes one, or is about many. */
  readonly #key: string | undefined

  private constructor(
    binding: Pick<Binding, 'contract' | 'handlers' | 'existing'>,
    operation: Operation,
    checker: () => Promise<Checker | undefined>,
    key: string | undefined
  ) {
    this.#binding = binding
    this.#operation = operation
    this.#checker = checker
    this.#key = key
  }

  /** What asks for an operation; undefined where it writes no record of a kind that anybody can look at. */
  static of(
    binding: Pick<Binding, 'contract' | 'handlers' | 'existing' | 'checkerOf'>,
    operation: Operation
  ): Approval | undefined {
    if (!operation.body || operation.method === 'delete') return undefined
    const [, list, key] = ADDRESS.exec(operation.path) ?? []
    if (list === undefined || (key !== undefined && operation.method === 'post')) return undefined
    const checker = binding.checkerOf(list)
    return checker && new Approval(binding, operation, checker, key)
  }

  /**
   * Asks about the record that a request is to write; of an operation on many records nothing (`many`).
   *
   * @param context with the path of the request
   * @param values what was sent, as the contract reads it
   * @throws 400 with what is refused
   */
  async one(context: RequestContext & { path: RecordValues }, values: RecordValues): Promise<void> {
    if (this.#key === undefined && this.#operation.method !== 'post') return
    const check = await this.#checker()
    if (!check) return
    const before = this.#key === undefined ? null : await this.#recordAt(context)
    const sent = this.#shown({ ...this.#readBefore(context.rawBody), ...values })
    await this.#refuse(check, context, [{ before, values: { ...before, ...sent } }])
  }

  /**
   * Asks about many records of which the same is to be changed.
   *
   * @param read gives them, as the API shows them
   */
  async many(context: RequestContext, values: RecordValues, read: () => Promise<RecordValues[]>): Promise<void> {
    const check = await this.#checker()
    if (!check) return
    const shown = this.#shown(values)
    const pending = (await read()).map((before) => ({ before, values: { ...before, ...shown } }))
    await this.#refuse(check, context, pending)
  }

  async #refuse(check: Checker, context: RequestContext, pending: readonly PendingWrite[]): Promise<void> {
    const problems = new Map<string, Set<string>>()
    const { properties = {} } = this.#schema
    for (const refusal of await check(context, pending))
      for (const [field, messages] of Object.entries(refusal)) {
        const name = Object.hasOwn(properties, field) ? field : 'non_field_errors'
        problems.set(name, new Set([...(problems.get(name) ?? []), ...messages]))
      }
    if (problems.size) throw invalid(Object.fromEntries(Array.from(problems, ([name, said]) => [name, [...said]])))
  }

  /** What the handler read itself of a body, such as serial numbers: as it was sent. */
  #readBefore(body: unknown): RecordValues {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return {}
    const { properties = {} } = this.#schema
    return Object.fromEntries(Object.entries(body).filter(([field]) => Object.hasOwn(properties, field)))
  }

  get #schema() {
    return oneRecord(this.#binding.contract, this.#operation.body!)
  }

  /** The record that the path names; 404 where there is none. */
  async #recordAt(context: RequestContext & { path: RecordValues }): Promise<RecordValues> {
    const { contract } = this.#binding
    const reading = contract.operations.find(({ path, method }) => path === this.#operation.path && method === 'get')
    const { path } = context
    return reading ? ((await answerOf(this.#binding, context, reading, {}, { path })) as RecordValues) : {}
  }

  /** What was sent, but for passwords; of files there is the name. */
  #shown(values: RecordValues): RecordValues {
    const { properties = {} } = this.#schema
    const { contract } = this.#binding
    return Object.fromEntries(
      Object.entries(values)
        .filter(([field]) => !properties[field] || contract.resolve(properties[field])['x-input'] !== 'password')
        .map(([field, value]) => [field, value instanceof Upload ? value.filename : value])
    )
  }
}
