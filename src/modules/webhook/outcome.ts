// What becomes of a delivery after a try, and of its webhook.
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { notify } from '#modules/notifications/index.ts'
import { now } from '#framework/time.ts'
import type { Delivery, Hook } from './body.ts'
import type { Answered } from './post.ts'

/** Seconds to wait after each failure before the next try: ten tries within a day. */
const PAUSES = [10, 60, 300, 900, 3600, 2 * 3600, 4 * 3600, 6 * 3600, 10 * 3600] as const
/** A webhook is switched off after nothing arrived for so long, in ms, in so many tries. */
const PATIENCE = { time: 3 * 24 * 3_600_000, tries: 20 }
/** A receiver who says so wants nothing any more. */
const GONE = 410

/** What came of a try; nothing is kept of what does not match the filters. */
export type TryOutcome = (Answered & { skipped?: true }) | 'no match'

/** What came of one try of a delivery, as it is kept. */
export interface DeliveryTry extends Pick<Answered, 'code' | 'error' | 'duration'> {
  /** When; ISO 8601, UTC. */
  tried: string
}

/** Ends what waits for a webhook that was switched off. */
export const dropWaiting = async (trx: Database, webhook: number): Promise<void> => {
  await trx
    .updateTable('webhook_delivery')
    .set({ state: 'failed', error: 'The webhook was switched off.', next_try: null })
    .where('webhook_id', '=', webhook)
    .where('next_try', 'is not', null)
    .execute()
}

async function switchOff(trx: Database, { id, name }: Hook, why: string): Promise<void> {
  await trx.updateTable('webhook').set({ active: 0, disabled: why }).where('id', '=', id).execute()
  await dropWaiting(trx, id)
  const superusers = await trx.selectFrom('user').select('id').where('is_superuser', '=', 1).execute()
  const message = `The webhook ${name} was switched off: ${why}`
  await notify(
    trx,
    { category: 'webhook.disabled', name: 'Webhook switched off', message, model: 'webhook', id },
    { users: superusers.map((user) => user.id), owners: [] },
    'admin'
  )
}

/** Notes that nothing arrived; gives why the webhook is to be switched off, where it is. */
async function failed(trx: Database, hook: Hook, code: number | null): Promise<string | undefined> {
  const row = await trx
    .updateTable('webhook')
    .set({ failing_since: sql`coalesce(failing_since, ${now()})`, failures: sql`failures + 1` })
    .where('id', '=', hook.id)
    .where('active', '=', 1)
    .returning(['failing_since', 'failures'])
    .executeTakeFirst()
  if (!row) return undefined
  if (code === GONE) return `It answers ${GONE}, it wants nothing any more.`
  const time = Date.now() - Date.parse(row.failing_since!)
  return time >= PATIENCE.time && row.failures >= PATIENCE.tries
    ? `Nothing has arrived since ${row.failing_since!.slice(0, 10)}, in ${row.failures} tries.`
    : undefined
}

const succeeded = async (trx: Database, hook: Hook): Promise<void> => {
  await trx
    .updateTable('webhook')
    .set({ failing_since: null, failures: 0 })
    .where('id', '=', hook.id)
    .where('failures', '>', 0)
    .execute()
}

/** How many tries of a delivery are told. */
const TOLD = 20

/**
 * What a delivery is after a try.
 *
 * @param before how often it was tried before, and what came of that
 * @param isLast whether there is no further try, whatever came of this one
 */
export function after(
  { attempts, tries }: Pick<Delivery, 'attempts' | 'tries'>,
  { error, skipped, code, answer, duration }: Exclude<TryOutcome, 'no match'>,
  isLast = false
) {
  const at = now()
  const all = [...(JSON.parse(tries) as DeliveryTry[]), { tried: at, code, error, duration }]
  const tried = {
    attempts: attempts + 1,
    tries: JSON.stringify(all.slice(-TOLD)),
    code,
    error,
    answer,
    duration,
    tried: at
  }
  if (skipped) return { ...tried, state: 'skipped', next_try: null } as const
  if (error === null) return { ...tried, state: 'delivered', next_try: null } as const
  const seconds = isLast || code === GONE ? undefined : PAUSES[attempts]
  return seconds === undefined
    ? ({ ...tried, state: 'failed', next_try: null } as const)
    : { ...tried, state: 'waiting' as const, next_try: new Date(Date.now() + seconds * 1000).toISOString() }
}

/** Notes with a webhook what came of a try; gives why it is to be switched off, where it is. */
async function noted(trx: Database, hook: Hook, outcome: Exclude<TryOutcome, 'no match'>): Promise<string | undefined> {
  if (outcome.skipped) return undefined
  if (outcome.error !== null) return await failed(trx, hook, outcome.code)
  await succeeded(trx, hook)
  return undefined
}

/**
 * Writes down what came of a try: first with the webhook, then with the delivery, in the order in which all take them.
 *
 * @returns whether the webhook is still switched on, as far as this try tells
 */
export async function settle(trx: Database, hook: Hook, delivery: Delivery, outcome: TryOutcome): Promise<boolean> {
  if (outcome === 'no match') {
    await trx.deleteFrom('webhook_delivery').where('id', '=', delivery.id).execute()
    return true
  }
  const why = await noted(trx, hook, outcome)
  await trx
    .updateTable('webhook_delivery')
    .set(after(delivery, outcome))
    .where('id', '=', delivery.id)
    // Whoever switched the webhook off meanwhile has ended it.
    .where('next_try', 'is not', null)
    .execute()
  if (why !== undefined) await switchOff(trx, hook, why)
  return why === undefined
}
