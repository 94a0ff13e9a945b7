import type { FastifyRequest } from 'fastify'
import type { Database } from '#db/database.ts'
import { resource } from '#crud/resource.ts'
import { now, shownTime } from '#src/time.ts'
import { textOf } from '#contract/text.ts'

/** How many reports are kept. */
const KEPT = 500

/** The requests that were answered by 500 (behaviour-build-misc 28). */
export const errorReport = resource('error_report', 'error_report', {
  className: 'Error',
  options: {},
  computed: {},
  search: ['info', 'data'],
  order: { when: 'when', info: 'info' },
  defaultOrder: [(eb) => eb.neg('error_report.id')],
  filters: {},
  toJSON: (row) => ({ when: shownTime(row.when), info: row.info, data: row.data, path: row.path, pk: row.id }),
  write: { columns: {} }
})

/**
 * Keeps a report of an error. What the request brought along is left out: it may be secret.
 *
 * @param error what the request failed with
 */
export async function keepReport (db: Database, error: unknown, request: FastifyRequest): Promise<void> {
  const { message = textOf(error), stack = null } = error instanceof Error ? error : {}
  const name = error instanceof Error ? error.constructor.name : 'Error'
  await db.transaction().execute(async (trx) => {
    const { id } = await trx.insertInto('error_report')
      .values({ when: now(), info: `${name}: ${message}`.slice(0, 1000), data: stack, path: request.url.split('?')[0]!.slice(0, 200) })
      .returning('id').executeTakeFirstOrThrow()
    await trx.deleteFrom('error_report').where('id', '<=', id - KEPT).execute()
  })
}
