import { VERBS, type Verb } from '#contract/scopes.ts'

/**
 * The eleven rulesets in the order in which the API lists them, with their labels
 * (docs/behaviour/permissions.md#rulesets).
 */
export const RULESETS = {
  admin: 'Admin',
  part_category: 'Part Categories',
  part: 'Parts',
  bom: 'Bills of Material',
  stock_location: 'Stock Locations',
  stock: 'Stock Items',
  build: 'Build Orders',
  purchase_order: 'Purchase Orders',
  sales_order: 'Sales Orders',
  return_order: 'Return Orders',
  transfer_order: 'Transfer Orders'
} as const

export type RulesetName = keyof typeof RULESETS
export const RULESET_NAMES = Object.keys(RULESETS) as RulesetName[]

/** The verbs that a ruleset's four flags grant. */
export interface Flags {
  can_view: number | boolean
  can_add: number | boolean
  can_change: number | boolean
  can_delete: number | boolean
}

/** What a user or group may do, by ruleset. */
export type Granted = Map<string, Set<Verb>>

/** The union of any number of rulesets. */
export function grantedBy(rows: (Flags & { name: string })[]): Granted {
  const granted: Granted = new Map()
  for (const row of rows) {
    const verbs = granted.get(row.name) ?? new Set()
    for (const verb of VERBS) if (row[`can_${verb}`]) verbs.add(verb)
    granted.set(row.name, verbs)
  }
  return granted
}

export const EVERYTHING: Granted = new Map(RULESET_NAMES.map((name) => [name, new Set(VERBS)]))

/** The roles as the API tells them: all eleven, each with its verbs or null. */
export function rolesOf(granted: Granted): Record<RulesetName, Verb[] | null> {
  return Object.fromEntries(
    RULESET_NAMES.map((name) => {
      const verbs = VERBS.filter((verb) => granted.get(name)?.has(verb))
      return [name, verbs.length ? verbs : null]
    })
  ) as Record<RulesetName, Verb[] | null>
}

/**
 * What saving a ruleset makes of its flags: add, change or delete imply view; add or delete imply change
 * (docs/behaviour/user.md#rulesets).
 */
export function withImplications<F extends Flags>(flags: F): F {
  const can_view = flags.can_view || flags.can_add || flags.can_change || flags.can_delete
  const can_change = flags.can_change || flags.can_add || flags.can_delete
  return { ...flags, can_view, can_change }
}
