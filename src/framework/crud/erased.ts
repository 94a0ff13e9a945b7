import type { Approval } from '#contract/approval.ts'
import type { Problems } from '#contract/errors.ts'
import type { LastingRule } from '#contract/read.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Change, ResourceDefinition } from './definition.ts'
import type { AnyType } from './table.ts'

export type { AnyType } from './table.ts'

/** A definition of whatever resource. */
export type AnyDefinition = ResourceDefinition<AnyType, AnyType, AnyType, AnyType, AnyType>

/** A write of whatever resource. */
export type AnyChange = Change<AnyType, AnyType>

/** A record of whatever table. */
export type AnyRow = { id: number } & Record<string, AnyType>

/** What the handlers of a resource get: a `Call` of whatever operation, with what the binding adds for lists. */
export interface AnyCall extends RequestContext {
  path: Record<string, number>
  query: Record<string, AnyType>
  body: AnyType
  /** What of `body` is out of range: told after `unique`, and before other rules of the record. */
  limits: Problems
  /** The rules that hold for the whole record when it is changed. */
  lasting: readonly LastingRule[]
  /** Reads a body by the contract, or throws 400; puts into `limits` what is out of range, where that is given. */
  read(body: unknown, limits?: Problems): Promise<AnyType>
  /** Asks others about the records that are to be written; `read` does so for one. */
  approval?: Approval | undefined
  /** Answers with a long list in chunks; missing where another handler asks for the list. */
  stream?: AnyType
}

/** Gives the answer. */
export type AnySend = (status: number, body?: unknown) => AnyType
