import type { InitialOrder, Sort, SortKey, TableName } from './definition.ts'

/**
 * Reads `ordering`: names joined by commas, `-` in front for the reverse; unknown ones are passed over
 * (docs/behaviour/lists.md#ordering).
 *
 * @returns the steps, and whether ties go by descending pk, as the last name says
 */
export function sorting<T extends TableName>(
  ordering: string | undefined,
  keys: Record<string, SortKey<T>>,
  initial: InitialOrder<T>
): { steps: Sort<T>[]; descending: boolean } {
  const asked = (ordering ?? '').split(',').map((name) => stepOf(name.trim(), keys))
  const known = asked.filter((step) => step !== undefined)
  const steps = known.length ? known : initial.map(initialStep)
  return { steps: known.length ? firstOfEach(steps) : steps, descending: steps.at(-1)?.descending ?? false }
}

/** The step that a name asks for; undefined where the list cannot be sorted by it. */
function stepOf<T extends TableName>(signed: string, keys: Record<string, SortKey<T>>): Sort<T> | undefined {
  const name = signed.replace(/^-/, '')
  return Object.hasOwn(keys, name) ? { key: keys[name]!, descending: signed.startsWith('-') } : undefined
}

/** A step as it stands in a definition: upwards, unless it says otherwise. */
export const initialStep = <T extends TableName>(step: SortKey<T> | Sort<T>): Sort<T> =>
  typeof step === 'object' && 'descending' in step ? step : { key: step, descending: false }

/** A field that comes again sorts nothing more, and costs as much as the first time. */
function firstOfEach<T extends TableName>(steps: Sort<T>[]): Sort<T>[] {
  const seen = new Set<SortKey<T>>()
  return steps.filter(({ key }) => !seen.has(key) && seen.add(key))
}

/**
 * The frame of a page.
 *
 * @param baseURL the address under which the client reached the server
 * @param path the path of the list
 * @param query the query as it came; next and previous carry all of it, sorted by name
 */
export function page<Item>(
  baseURL: string,
  path: string,
  query: Record<string, string>,
  count: number,
  limit: number,
  offset: number,
  results: Item[]
) {
  const link = (at: number) => {
    const pairs = Object.entries({ ...query, limit: String(limit) }).filter(([name]) => name !== 'offset')
    if (at > 0) pairs.push(['offset', String(at)])
    pairs.sort(([a], [b]) => (a < b ? -1 : 1))
    return `${baseURL}${path}?${new URLSearchParams(pairs)}`
  }
  return {
    count,
    next: offset + limit < count ? link(offset + limit) : null,
    previous: offset > 0 ? link(Math.max(0, offset - limit)) : null,
    results
  }
}
