import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '#db/database.ts'
import type { Checker } from './checker.ts'
import type { Contract, Operation } from './document.ts'
import type { ExportTable, FurtherExporters } from './export.ts'
import type { FieldInfo } from './fields.ts'
import type { FileStore } from './files.ts'
import type { Caller, Handed, RequestContext } from './scopes.ts'
import type { AddError } from './types.ts'

/** What the contract needs to know from the rest of the house to serve requests. */
export interface Binding {
  contract: Contract
  handlers: Record<string, BoundHandler>
  db: Database
  /** What goes along with every call. */
  handed: Handed
  /** Where a request keeps files. */
  files(): FileStore
  /** How large a file may be, in MB. */
  uploadLimit(): number
  /** How large a body may be that is no file, in bytes. */
  bodyLimit: number
  /** How long a request may take, in seconds. */
  timeLimit: number
  /** The same for a request with a limit of its own, whatever its operation says; undefined for all others. */
  ownTimeLimit(request: FastifyRequest): number | undefined
  /**
   * The user that the request's credentials name; null without credentials. Wrong ones throw 401.
   *
   * @param ownForm whether the operation finds out itself who asks, so that nobody is looked for
   */
  authenticate(request: FastifyRequest, reply: FastifyReply, ownForm?: boolean): Promise<Caller | null>
  /** Whether there is a kind of record, as `x-related` names it. */
  isModel(related: string): boolean
  /** Which of the primary keys exist, by model as `x-related` names it; in a transaction, where there is one. */
  existing(model: string, pks: number[], transaction?: Database): Promise<Set<number>>
  /**
   * What finds those who look at records before they are written, beside the rules of the server.
   *
   * @param list the address of the list of such records
   * @returns undefined where nobody can ever look at records of that kind; what it finds may differ from call to call
   */
  checkerOf(list: string): (() => Promise<Checker | undefined>) | undefined
  /** The exporters that the list at an address has beside those of the contract. */
  exporters(list: string, context: RequestContext): Promise<FurtherExporters>
  /** Writes an exported list to a file, when its turn has come; gives the answer. */
  exported(context: RequestContext, read: () => Promise<ExportTable>): Promise<unknown>
  /** The answer to OPTIONS, as JSON. */
  describe(operations: Operation[], context: RequestContext): Promise<string>
  /** What OPTIONS tells of the fields that an operation takes, by name. */
  fields(operation: Operation, context: RequestContext): Promise<Record<string, FieldInfo>>
}

/** A handler as the binding sees it; its types were checked where it was written. */
export interface BoundHandler {
  (call: any, send: any): unknown
  /**
   * True where the handler reads the body itself, with `call.clean()` and `call.read(…)`, because its refusals have
   * their own form.
   */
  readsBody?: boolean
  /** True where it answers also while there is no database; it must not ask it anything without expecting that. */
  withoutDatabase?: boolean
  /** True where the handler refuses values out of range itself (`call.limits`), after what is told before them. */
  defersLimits?: boolean
  /** True where the body may be an array of bodies; the handler reads each of them itself. */
  takesMany?: boolean
  /**
   * Finds the record that the operation is about, or throws: what is not there (404) is reported before what is wrong
   * in the body (400).
   */
  find?(call: any): Promise<unknown>
  /**
   * There where the operation belongs to an area with ways of its own: it finds out who asks, and reads the body, which
   * is JSON whatever its header says, unless it reads forms; OPTIONS describes nothing, and other methods of its address
   * are refused by this.
   */
  ownForm?: { otherMethod(context: RequestContext): Promise<never>; reads?: 'form' }
  /**
   * What the operation does, without its answer, for other operations; in the transaction of the call.
   *
   * @param trial where true, the rules are applied and nothing is written
   * @returns the key of the record; of a trial that would make one, undefined
   */
  write?(call: any, trial: boolean): Promise<number | undefined>
  /** Looks at what was read so far, for what is reported together with wrong values (`withValidation`). */
  validate?(call: any, values: any, addError: AddError): Promise<void>
}
