import type { RequestContext } from '#contract/scopes.ts'
import type { AnyType } from './erased.ts'
import { page, sorting } from './list.ts'
import { searchTerms } from './terms.ts'
import { textOf } from '#contract/text.ts'

interface ListCall extends RequestContext {
  query: { search?: string; ordering?: string; limit?: number; offset?: number }
}
type Key<Item> = keyof Item & string

/**
 * Answers a list of records that no table holds: searched, sorted and paged as any other list.
 *
 * @param items all records in their own order
 * @param fields what a search looks in, and what the list may be sorted by
 */
export function listed<Item extends object>(
  call: ListCall,
  items: readonly Item[],
  fields: { search: readonly Key<Item>[]; order: readonly Key<Item>[] }
) {
  const terms = fields.search.length ? searchTerms(call.query.search ?? '').map((term) => term.toLowerCase()) : []
  const found = items.filter((item) =>
    terms.every((term) => fields.search.some((name) => textOf(item[name], Infinity).toLowerCase().includes(term)))
  )
  // There is no table here: the keys are fields.
  const { steps } = sorting<AnyType>(
    call.query.ordering,
    Object.fromEntries(fields.order.map((name) => [name, name])),
    []
  )
  found.sort((a, b) => {
    for (const { key, descending } of steps) {
      const [x, y] = [a[key as Key<Item>], b[key as Key<Item>]]
      if (x !== y) return (x < y ? -1 : 1) * (descending ? -1 : 1)
    }
    return 0
  })
  const { limit, offset = 0 } = call.query
  if (limit === undefined) return found
  return page(
    call.baseURL,
    call.request.url.split('?')[0]!,
    call.rawQuery,
    found.length,
    limit,
    offset,
    found.slice(offset, offset + limit)
  )
}
