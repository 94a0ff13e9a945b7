import { insertRow, updateRow } from '#db/prepared.ts'
import { transact } from '#db/transaction.ts'
import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { AnyCall, AnyChange, AnyRow, AnyType } from './erased.ts'
import type { Records } from './records.ts'
import { brokenSince, checkUnique, withProblems } from './whole.ts'

/**
 * Does something as one transaction, the one under way where there is one.
 *
 * @param work gets the call with the transaction as its database
 */
export const transaction = <Result>(
  context: RequestContext,
  work: (inner: RequestContext) => Promise<Result>
): Promise<Result> =>
  context.db.isTransaction ? work(context) : transact(context.db, (db) => work({ ...context, db }))

/**
 * A write that begins.
 *
 * @param inner the call, in its transaction
 * @param before the record as it is; null where one is created
 */
export const begun = (
  inner: RequestContext,
  before: AnyRow | null,
  body: AnyType,
  how: { bulk?: boolean; replace?: boolean } = {}
): AnyChange => ({
  context: inner,
  db: inner.db,
  before,
  body,
  values: {},
  bulk: how.bulk ?? false,
  replace: how.replace ?? false
})

/** What the contract's reading of a body leaves to be looked at when its record is written. */
type LateRules = Partial<Pick<AnyCall, 'limits' | 'lasting'>>

/**
 * Applies every rule of the resource to a change, and completes its values; nothing is written.
 *
 * @throws what the change is refused with
 */
export async function applyRules(records: Records, change: AnyChange, rules: LateRules = {}): Promise<void> {
  const write = records.definition.write!
  const { before, body, values }: AnyType = change
  for (const [field, column] of Object.entries<AnyType>(write.columns))
    if (column !== null && Object.hasOwn(body, field)) values[column] = body[field]
  if (!before) Object.assign(values, parentKey(records, change.context))
  if (!before) change.values = { ...write.initial?.(change.context), ...values }
  if (change.replace) change.values = { ...write.reset, ...values }
  write.prepare?.(change)
  await checkUnique(records, change)
  const broken = { ...(await brokenSince(records, change, rules.lasting ?? [])), ...rules.limits }
  if (rules.limits && Object.keys(rules.limits).length) throw invalid(broken)
  await withProblems(broken, async () => write.check?.(change))
}

/**
 * Stores a change; every rule of the resource runs here, inside the transaction.
 *
 * @returns the primary key
 */
export async function store(records: Records, change: AnyChange, rules: LateRules = {}): Promise<number> {
  const write = records.definition.write!
  await applyRules(records, change, rules)
  const present = change.before ? change.before.id : await write.into?.(change)
  const id = await writeRow(change.db, records.table, present, storable(change.values))
  await write.saved?.(change, id)
  return id
}

/** What a new record belongs to, where the path says so. */
function parentKey({ definition: { parent } }: Records, call: AnyType): object {
  return parent && !parent.narrows ? { [parent.column]: call.path[parent.param] } : {}
}

/** Changes a row, or adds one where there is none yet; gives its key. */
async function writeRow(db: AnyType, table: string, id: number | undefined, row: object): Promise<number> {
  if (id === undefined) return await insertRow(db, table, row)
  await updateRow(db, table, id, row)
  return id
}

/** Booleans and objects as the database holds them. */
function storable(values: Record<string, unknown>): Record<string, unknown> {
  const stored = (value: unknown) => {
    if (typeof value === 'boolean') return Number(value)
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
  }
  return Object.fromEntries(Object.entries(values).map(([column, value]) => [column, stored(value)]))
}

/**
 * Deletes a record by the rules of its resource.
 *
 * @param many whether it is one of several
 */
export async function remove(records: Records, row: AnyRow, inner: RequestContext, many: boolean): Promise<void> {
  const { table, definition } = records
  if (definition.write?.remove) await definition.write.remove(row, inner.db, inner as AnyType, many)
  else await (inner.db as AnyType).deleteFrom(table).where('id', '=', row.id).execute()
}
