// Which kinds of records plugins of others may see.
import { VERBS } from '#contract/scopes.ts'
import { MODELS } from '#framework/models.ts'

/** The rights any one of which lets a plugin see records of a kind; none for those that everybody may see. */
export const viewRights = (model: string): string[] =>
  (MODELS[model]?.rulesets ?? []).map((ruleset) => `${ruleset}.${VERBS[0]}`)

/** Whether a plugin may see records of a kind at all. */
export function mayView(rights: ReadonlySet<string>, model: string): boolean {
  const needed = viewRights(model)
  return needed.length === 0 || needed.some((right) => rights.has(right))
}

/** The kind of record whose list has an address. */
export const modelAt = (list: string): string | undefined =>
  Object.entries(MODELS).find(([, { api }]) => api === list)?.[0]
