import type { FastifyRequest } from 'fastify'
import type { Database } from '#db/database.ts'
import { resource } from '#crud/resource.ts'
import { now, shownTime } from '#framework/time.ts'
import { textOf } from '#contract/text.ts'

/** How many reports are kept. */
const KEPT = 500

/** How much of an error is kept, in characters. */
const [LONGEST_INFO, LONGEST_DATA, LONGEST_PATH, LONGEST_PLACE] = [1000, 10_000, 200, 500]

/** The requests that were answered by 500 (docs/behaviour/server.md#error-reports). */
export const errorReport = resource('error_report', 'error_report', {
  className: 'Error',
  options: {},
  computed: {},
  search: ['info', 'data'],
  order: { when: 'when', info: 'info' },
  defaultOrder: [{ key: 'when', descending: true }],
  filters: {},
  toJSON: (row) => ({
    when: shownTime(row.when),
    first: shownTime(row.first ?? row.when),
    count: row.count,
    info: row.info,
    data: row.data,
    path: row.path,
    pk: row.id
  }),
  write: { columns: {} }
})

/** The request that failed; of the server itself, an empty address. */
type Where = Pick<FastifyRequest, 'url'> & Partial<Pick<FastifyRequest, 'id' | 'method' | 'routeOptions'>>

/** The files of this program, as a stack names them. */
const OWN = ['src/', 'db/'].map((folder) => new URL(`../../${folder}`, import.meta.url).href)

/** Which error it was, and where in our own program; the same for whatever was sent. */
function placeOf(name: string, error: unknown, stack: string | null, request: Where): string {
  const code = (error as { code?: unknown } | null)?.code
  const own = stack?.split('\n').find((line) => OWN.some((folder) => line.includes(folder))) ?? ''
  return [name, textOf(code ?? ''), request.method ?? '', request.routeOptions?.url ?? '', own.trim()]
    .join(' ')
    .slice(0, LONGEST_PLACE)
}

/** What happened again before it was written down: how often, by place. */
const waiting = new WeakMap<Database, Map<string, number>>()

/**
 * Keeps a report of an error. The same error at the same place is counted, so that it pushes no other out, however
 * often somebody causes it. What the request brought along is left out: it may be secret.
 *
 * @param error what the request failed with
 * @param request its address; empty where it was none, but the server itself
 */
export async function keepReport(db: Database, error: unknown, request: Where): Promise<void> {
  const { message = textOf(error), stack = null } = error instanceof Error ? error : {}
  const name = error instanceof Error ? error.constructor.name : 'Error'
  const place = placeOf(name, error, stack, request)
  let times = waiting.get(db)
  if (!times) waiting.set(db, (times = new Map()))
  const before = times.get(place) ?? 0
  times.set(place, before + 1)
  if (before > 0) return
  const report = {
    info: `${name}: ${message}`.slice(0, LONGEST_INFO),
    data:
      [stack?.slice(0, LONGEST_DATA), request.id && `X-Request-Id: ${request.id}`].filter(Boolean).join('\n\n') || null,
    path: request.url.split('?')[0]!.slice(0, LONGEST_PATH) || null
  }
  try {
    await db.transaction().execute(async (trx) => {
      const count = times.get(place)!
      times.delete(place)
      const when = now()
      await trx
        .insertInto('error_report')
        .values({ ...report, when, first: when, place, count })
        .onConflict((conflict) =>
          conflict
            .column('place')
            .doUpdateSet((eb) => ({ ...report, when, count: eb('error_report.count', '+', count) }))
        )
        .execute()
      const kept = trx.selectFrom('error_report').select('id').orderBy('when', 'desc').orderBy('id', 'desc').limit(KEPT)
      await trx.deleteFrom('error_report').where('id', 'not in', kept).execute()
    })
  } catch (failure) {
    times.delete(place)
    throw failure
  }
}
