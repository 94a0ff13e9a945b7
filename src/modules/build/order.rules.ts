import type { Database } from '#db/database.ts'
import { invalid, refused, type Problems } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Change } from '#crud/definition.ts'
import { assignReference } from '#modules/order/index.ts'
import { locationOf, categoryPaths } from '#modules/part/index.ts'
import { BuildStatus } from '#modules/status/index.ts'
import { childBuilds } from './order.queries.ts'

/** What the rules look at of a write. */
export type BuildChange = Pick<Change<'build', 'build'>, 'db' | 'before' | 'body'> & {
  values: Record<string, unknown>
  context: Pick<RequestContext, 'settings'>
}

/** What a column is going to hold. */
function next({ before, values }: BuildChange) {
  return <K extends keyof NonNullable<typeof before>>(column: K): NonNullable<typeof before>[K] | undefined =>
    (Object.hasOwn(values, column) ? values[column as keyof typeof values] : before?.[column]) as
      | NonNullable<typeof before>[K]
      | undefined
}

/** The first rule that an order breaks; undefined where it breaks none (docs/behaviour/build.md#rules). */
function broken(change: BuildChange, part: { purchaseable: number }): Problems | undefined {
  const {
    context: { settings },
    before,
    body
  } = change
  const at = next(change)
  if (at('external') && !part.purchaseable)
    return { external: ['Build orders can only be externally fulfilled for purchaseable parts'] }
  if (settings.flag('BUILDORDER_REQUIRE_RESPONSIBLE') && !at('responsible_id'))
    return { responsible: ['Responsible user or group must be specified'] }
  if (before && body.part !== undefined && body.part !== before.part_id)
    return { part: ['Build order part cannot be changed'] }
  const [start, target] = [at('start_date'), at('target_date')]
  return start && target && start > target ? { target_date: ['Target date must be after start date'] } : undefined
}

/** What the settings ask of the part of a new order, the first failure alone. */
function unfit(
  { context: { settings } }: BuildChange,
  part: { bom_validated: number; active: number; locked: number }
): string | undefined {
  if (settings.flag('BUILDORDER_REQUIRE_VALID_BOM') && !part.bom_validated) return 'Assembly BOM has not been validated'
  if (settings.flag('BUILDORDER_REQUIRE_ACTIVE_PART') && !part.active)
    return 'Build order cannot be created for an inactive part'
  return settings.flag('BUILDORDER_REQUIRE_LOCKED_PART') && !part.locked
    ? 'Build order cannot be created for an unlocked part'
    : undefined
}

/**
 * Where stock of a part belongs: its own default location, else that of its category; null without one
 * (docs/behaviour/part.md#quantities).
 */
export async function defaultPlace(db: Database, part: number): Promise<number | null> {
  const { default_location_id: own, category_id: category } = await db
    .selectFrom('part')
    .select(['default_location_id', 'category_id'])
    .where('id', '=', part)
    .executeTakeFirstOrThrow()
  return own ?? (category === null ? null : locationOf((await categoryPaths(db, [category])).get(category)!))
}

/**
 * The rules of a build order, and what a new one takes from its part.
 *
 * @throws 400 with what is wrong
 */
export async function checkBuildOrder(change: BuildChange): Promise<void> {
  const { db, before, body, values } = change
  if (body.quantity !== undefined) values.quantity = Math.trunc(body.quantity)
  const problems: Problems = await assignReference(change, 'build')
  const part = await db
    .selectFrom('part')
    .select(['purchaseable', 'bom_validated', 'active', 'locked'])
    .where('id', '=', next(change)('part_id')!)
    .executeTakeFirstOrThrow()
  Object.assign(problems, broken(change, part))
  if (Object.keys(problems).length) throw invalid(problems)
  if (!before) {
    const problem = unfit(change, part)
    if (problem) throw invalid({ part: [problem] })
    values.destination_id ??= await defaultPlace(db, body.part!)
  } else if (
    body.parent &&
    (body.parent === before.id ||
      (await db
        .selectFrom('build')
        .select('id')
        .where('id', '=', body.parent)
        .where('id', 'in', childBuilds(before.id))
        .executeTakeFirst()))
  ) {
    throw invalid({ parent: ['Invalid choice'] })
  }
}

/** A cancelled order, the only one that may be deleted. */

/** @throws 400 where an order is not cancelled */
export function refuseDeletion({ status }: { status: number }): void {
  if (status !== BuildStatus.CANCELLED) throw refused('Build must be cancelled before it can be deleted')
}
