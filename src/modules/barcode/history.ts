import { sql } from 'kysely'
import { ifPossible } from '#contract/failures.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { now, shownTime } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { textOf } from '#contract/text.ts'

/** What was scanned, by whom, and what came of it. */
export const history = resource('barcode_history', 'barcode_scan', {
  className: 'BarcodeScanResult',
  options: {},
  computed: {},
  search: ['data'],
  order: { user: 'user_id', timestamp: 'timestamp', endpoint: 'endpoint', result: 'result' },
  defaultOrder: [() => sql`-barcode_scan.id`],
  filters: { result: equals('result'), user: equals('user_id') },
  embed: (rows, { db }) =>
    briefUsers(
      db,
      rows.map((row) => row.user_id)
    ),
  toJSON: (row, users) => ({
    pk: row.id,
    data: row.data,
    timestamp: shownTime(row.timestamp),
    endpoint: row.endpoint,
    context: row.context === null ? null : JSON.parse(row.context),
    response: row.response === null ? null : JSON.parse(row.response),
    result: row.result === 1,
    user: row.user_id,
    user_detail: row.user_id === null ? null : users.get(row.user_id)!
  })
})

const MOST = 250

const asTexts = (body: Record<string, unknown>) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value, Infinity)
      ])
    )
  )

/**
 * Keeps a scan, where the settings say that scans are kept; the oldest go when there are too many
 * (docs/behaviour/barcode.md#history).
 *
 * @param response the answer's body
 * @param found whether the barcode stands for something
 */
export async function keepScan(
  context: RequestContext,
  data: string,
  response: Record<string, unknown>,
  found: boolean
): Promise<void> {
  if (!context.settings.flag('BARCODE_STORE_RESULTS')) return
  const { barcode: _, ...details } = context.rawBody as Record<string, unknown>
  const most = context.settings.number('BARCODE_RESULTS_MAX_NUM')
  await ifPossible(() =>
    context.db.transaction().execute(async (db) => {
      await db
        .insertInto('barcode_scan')
        .values({
          data: [...data].slice(0, MOST).join(''),
          user_id: signedIn(context).id,
          timestamp: now(),
          endpoint: context.request.url.split('?')[0]!,
          context: asTexts(details),
          response: asTexts(response),
          result: found ? 1 : 0
        })
        .execute()
      const oldest = await db
        .selectFrom('barcode_scan')
        .select('id')
        .orderBy('id', 'desc')
        .limit(1)
        .offset(most)
        .executeTakeFirst()
      if (oldest) await db.deleteFrom('barcode_scan').where('id', '<=', oldest.id).execute()
    })
  )
}
