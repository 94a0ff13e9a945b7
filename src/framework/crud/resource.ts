import type { RequestContext } from '#contract/scopes.ts'
import { bulkChangeHandler, bulkDestroyHandler } from './bulk.ts'
import type {
  Computed,
  Crud,
  ResourceDefinition,
  ResourceJSON,
  Options,
  Served,
  TableName,
  View,
  WriteBody
} from './definition.ts'
import type { AnyCall, AnyDefinition, AnySend, AnyType } from './erased.ts'
import { listHandler } from './listing.ts'
import { Records } from './records.ts'
import { show, showOne, viewOf } from './showing.ts'
import { applyRules, begun, store } from './store.ts'
import { changeHandler, createHandler, destroyHandler } from './writing.ts'

/** A resource at work. */
export interface Resource<P extends string, O> {
  /** A handler for each operation that the contract has for the resource. */
  operations: Served<P>
  /**
   * Shows records within others, with what they show by default; `written` shows them as the answer to a write does.
   */
  read: (context: RequestContext, ids: number[], view?: Partial<View<O>>) => Promise<Map<number, ResourceJSON<P>>>
  /**
   * Creates a record by all rules, for another module; `context.db` is a transaction, and the path of `context` names
   * the parent where the resource has one. Gives the primary key.
   */
  create: (context: RequestContext, body: Partial<WriteBody<P>>) => Promise<number>
  /** Throws what `create` would, as far as the rules tell; nothing is written. */
  tryCreate: (context: RequestContext, body: Partial<WriteBody<P>>) => Promise<void>
}

/**
 * Makes the handlers of a resource from its definition.
 *
 * @param prefix what stands in front of `_list`, `_create`, … in the contract
 * @param table the table that holds the records; its key column is `id`
 * @returns the handlers, and what other modules need of the resource
 */
export function resource<
  const P extends string,
  T extends TableName,
  const O extends Options<P>,
  C extends Computed<T>,
  E = undefined
>(prefix: P, table: T, definition: ResourceDefinition<P, T, O, C, E>): Resource<P, O> {
  const records = new Records(table, definition as unknown as AnyDefinition)
  return {
    operations: handlersOf(prefix, records) as Served<P>,
    read: async (context, ids, view) => {
      const rows = await records.load(context, [...new Set(ids)], view?.created)
      const shown = { ...viewOf(records, context, { ...view, nested: !view?.written }), ...view }
      const items = await show(records, context, rows, shown as AnyType)
      return new Map(rows.map((row, i) => [row.id, items[i]]))
    },
    create: (context, body) => store(records, begun(context, null, body)),
    tryCreate: (context, body) => applyRules(records, begun(context, null, body))
  }
}

/** All handlers that a resource may have, by the names of their operations. */
function handlersOf(prefix: string, records: Records): Record<string, AnyType> {
  const handlers: Record<Crud, AnyType> = {
    list: listHandler(records),
    create: createHandler(records),
    retrieve: retrieveHandler(records),
    update: changeHandler(records, true),
    partial_update: changeHandler(records, false),
    destroy: destroyHandler(records),
    bulk_update: bulkChangeHandler(records),
    bulk_partial_update: bulkChangeHandler(records),
    bulk_destroy: bulkDestroyHandler(records)
  }
  return Object.fromEntries(Object.entries(handlers).map(([verb, handler]) => [`${prefix}_${verb}`, handler]))
}

/** Makes the handler that reads one record. */
const retrieveHandler = (records: Records) => async (call: AnyCall, send: AnySend) => {
  const id = records.definition.parent ? (await records.find(call)).id : records.keyOf(call)
  return send(200, await showOne(records, call, id, {}))
}
