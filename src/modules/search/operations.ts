import { ApiError, invalid } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler, Ok, OperationId } from '#contract/types.ts'
import { page } from '#crud/list.ts'
import { dictionary } from '#db/dictionary.ts'
import { textOf } from '#contract/text.ts'

type Answer = Ok<'search_create'>

/**
 * The lists that can be searched, in the order of the answer, each with what narrows it anyway
 * (docs/behaviour/search.md#searching-everything). One that the contract names has a line here, or this does not
 * compile.
 */
const LISTS: { [Name in keyof Answer]-?: { list: OperationId; fixed?: Record<string, string> } } = {
  build: { list: 'build_list' },
  company: { list: 'company_list' },
  supplier: { list: 'company_list', fixed: { is_supplier: 'true' } },
  manufacturer: { list: 'company_list', fixed: { is_manufacturer: 'true' } },
  customer: { list: 'company_list', fixed: { is_customer: 'true' } },
  manufacturerpart: { list: 'company_part_manufacturer_list' },
  supplierpart: { list: 'company_part_list' },
  part: { list: 'part_list' },
  partcategory: { list: 'part_category_list' },
  purchaseorder: { list: 'order_po_list' },
  returnorder: { list: 'order_ro_list' },
  salesorder: { list: 'order_so_list' },
  salesordershipment: { list: 'order_so_shipment_list' },
  stockitem: { list: 'stock_list' },
  stocklocation: { list: 'stock_location_list' }
}

/** What is looked for, and what narrows a list, ends here: an address is no longer either. */
const LONGEST = 16_000

const FLAGS = ['search_regex', 'search_whole', 'search_notes'] as const

const whole = (value: unknown, initial: number): number => (/^\s*\d+\s*$/.test(textOf(value)) ? Number(value) : initial)

/** All messages of a refusal in one sentence. */
function sentence(body: unknown): string {
  if (typeof body !== 'object' || body === null) return textOf(body)
  return Object.values(body).map(sentence).join(' ')
}

/** What one list answers, or why it does not. */
async function searched(
  context: RequestContext,
  list: OperationId,
  query: Record<string, string>,
  limit: number,
  offset: number
): Promise<unknown> {
  try {
    if (limit === 0) return await context.ask(list, query)
    const { count, results } = (await context.ask(list, {
      ...query,
      limit: String(limit),
      offset: String(offset)
    })) as {
      count: number
      results: unknown[]
    }
    // Limit and offset are all that the links can say: the rest stands in the body.
    return page(context.baseURL, '/api/search/', {}, count, limit, offset, results)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { error: error.status === 403 ? 'User does not have permission to view this model' : sentence(error.body) }
  }
}

const search: Handler<'search_create'> = async (call, send) => {
  const body = call.rawBody as Record<string, unknown>
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !Object.hasOwn(body, 'search'))
    throw invalid({ search: 'Search term must be provided' })
  const common = {
    search: textOf(body.search ?? '', LONGEST),
    ...Object.fromEntries(FLAGS.filter((name) => looseFlag(body[name])).map((name) => [name, 'true']))
  }
  const [limit, offset] = [whole(body.limit, 1), whole(body.offset, 0)]
  const answer: Record<string, unknown> = dictionary({})
  for (const [name, { list, fixed }] of Object.entries(LISTS)) {
    const filters = body[name]
    if (typeof filters !== 'object' || filters === null || Array.isArray(filters)) continue
    const own = Object.fromEntries(
      Object.entries(filters)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => [key, textOf(value, LONGEST)])
    )
    answer[name] = await searched(call, list, { ...own, ...common, ...fixed }, limit, offset)
  }
  return send(200, answer as Answer)
}

/** The module for the search over everything. */
export const searchOperations = { search_create: Object.assign(search, { readsBody: true }) }
