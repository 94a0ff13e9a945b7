/** What a write looks at beyond the fields of its body: other records of the table, and the rest of the record. */
import { dictionary } from '#db/dictionary.ts'
import { ApiError, invalid, type Problems } from '#contract/errors.ts'
import type { LastingRule } from '#contract/read.ts'
import { MODELS, stillAllowed } from '#framework/models.ts'
import type { AnyChange, AnyType } from './erased.ts'
import type { Records } from './records.ts'

/**
 * Looks for records that are like the changed one in all fields of a set. Where none of them changes, nothing is looked
 * for.
 *
 * @throws 400 with every set that is not unique
 */
export async function checkUnique(records: Records, { db, before, values }: AnyChange): Promise<void> {
  const { columns, unique = [] }: AnyType = records.definition.write
  const next: AnyType = dictionary({ ...before, ...values })
  const alike: string[] = []
  for (const fields of unique) {
    const set = fields.map((field: string) => columns[field]!)
    const changed = before ? set.filter((column: string) => next[column] !== before[column]) : set
    if (changed.length === 0 || changed.some((column: string) => (next[column] ?? null) === null)) continue
    const values = Object.fromEntries(set.map((column: string) => [column, next[column]]))
    if (await records.isTaken(db, values, before?.id))
      alike.push(`The fields ${fields.join(', ')} must make a unique set.`)
  }
  if (alike.length) throw invalid({ non_field_errors: alike })
}

/**
 * What of the fields that a change leaves alone is right no longer: records that they name fell out of the choice, texts
 * are allowed no more (docs/behaviour/errors.md#whole-record). One query for all of them.
 */
export async function brokenSince(
  { definition }: Records,
  { db, before, values }: AnyChange,
  rules: readonly LastingRule[]
): Promise<Problems> {
  if (!before) return {}
  const { columns }: AnyType = definition.write
  const kept = rules
    .map((rule) => ({ ...rule, column: columns[rule.field] as string | null | undefined }))
    .filter(({ column }) => column && !Object.hasOwn(values, column))
    .map((rule) => ({ ...rule, value: before[rule.column!] as unknown }))
    .filter(({ value }) => value !== null && value !== '')
  const named = kept
    .filter(({ related }) => related !== undefined)
    .map(({ field, related, value }) => ({ field, related: related!, pk: value as number }))
  const allowed = named.length ? await stillAllowed(db, named) : []
  const problems: Problems = dictionary({})
  for (const [at, { field, related, pk }] of named.entries()) {
    const { className } = MODELS[related.split('/')[0]!]!
    if (!allowed[at]) problems[field] = [`${className} instance with id ${pk} is not a valid choice.`]
  }
  for (const { field, check, value } of kept) {
    const problem = check?.(value as string)
    if (problem !== undefined) problems[field] = [problem].flat()
  }
  return problems
}

/**
 * Applies further rules of a record that has problems already: what they refuse is told together with those.
 *
 * @throws 400 where there are any problems in the end
 */
export async function withProblems(problems: Problems, check: () => Promise<void>): Promise<void> {
  if (Object.keys(problems).length === 0) return await check()
  try {
    await check()
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 400)) throw error
    const further = Object.entries(error.body as Record<string, string[]>)
    throw invalid({
      ...problems,
      ...Object.fromEntries(further.map(([field, found]) => [field, [problems[field] ?? [], found].flat() as string[]]))
    })
  }
  throw invalid(problems)
}
