// Sends what waits, webhook by webhook: each has one job, so that a slow receiver holds up nobody else.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { doneBy, type JobHandler, type JobRun } from '#framework/jobs/job.ts'
import type { Materials } from '#framework/module.ts'
import { now } from '#framework/time.ts'
import { VERSION } from '#framework/version.ts'
import { bodyOf, tellingOf, UnreadableError, type Delivery, type Hook, type Happened } from './body.ts'
import { keepFew } from './old.ts'
import { settle, type TryOutcome } from './outcome.ts'
import { post } from './post.ts'
import { SEND, wake } from './queue.ts'
import { signed } from './signature.ts'

/** What the server gives to whatever sends. */
export type SenderParts = Pick<Materials, 'vault' | 'requestAs' | 'settings' | 'config'>

/** How many deliveries of a webhook are on their way at once, and how many a turn may have. */
const [AT_ONCE, IN_A_TURN] = [4, 40]
/** After how long nothing more is begun in a turn, in ms: others wait for theirs. */
const TURN_MS = 5000

/**
 * Tries one delivery; nothing is written.
 *
 * @throws where the process is to end meanwhile
 */
export async function attempt(
  { vault, requestAs, settings, config }: SenderParts,
  hook: Hook,
  delivery: Happened,
  stopped?: AbortSignal
): Promise<TryOutcome> {
  const nothing = { code: null, answer: null, duration: 0 }
  try {
    const telling = await tellingOf(hook, delivery, requestAs)
    if (telling === 'no match') return telling
    if ('skipped' in telling) return { ...nothing, error: telling.skipped, skipped: true }
    const secret = vault.open(hook.secret)
    if (secret === undefined) return { ...nothing, error: 'The key that its secret was sealed with is gone.' }
    const server = { name: settings.text('INVENTREE_INSTANCE'), url: config.siteURL }
    const body = bodyOf(delivery, telling.record, server)
    const headers = {
      'content-type': 'application/json',
      'user-agent': `inventree-server/${VERSION}`,
      ...signed(secret, delivery.uid, Math.floor(Date.now() / 1000), body)
    }
    const anywhere = config.webhooksAnywhere ?? false
    return await post({ url: hook.url, anywhere, ...(stopped && { stopped }) }, headers, body)
  } catch (error) {
    if (error instanceof UnreadableError) return { ...nothing, error: error.message }
    throw error
  }
}

const due = (db: Database, webhook: number): Promise<Delivery[]> =>
  db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .where('next_try', '<=', now())
    .orderBy('next_try')
    .orderBy('id')
    .limit(IN_A_TURN)
    .execute()

const hookOf = (db: Database, webhook: number): Promise<Hook | undefined> =>
  db.selectFrom('webhook').selectAll().where('id', '=', webhook).where('active', '=', 1).executeTakeFirst()

/** What is due, as far as a turn goes: some at once, and no more where it was switched off meanwhile. */
async function turn(parts: SenderParts, hook: Hook, { db, stopped }: JobRun): Promise<void> {
  const end = Date.now() + TURN_MS
  const left = await due(db, hook.id)
  let isOn = true
  const line = async () => {
    while (isOn && Date.now() < end && !stopped.aborted) {
      const delivery = left.shift()
      if (!delivery) return
      const outcome = await attempt(parts, hook, delivery, stopped)
      const goesOn = await transact(db, (trx) => settle(trx, hook, delivery, outcome))
      isOn &&= goesOn
    }
  }
  const lines = Array.from({ length: AT_ONCE }, () =>
    line().catch((error: unknown) => {
      isOn = false
      return { error }
    })
  )
  const failure = (await Promise.all(lines)).find((one) => one !== undefined)
  if (failure) throw failure.error
}

/** What does the jobs of sending. */
export const sendJob = (parts: SenderParts): JobHandler =>
  doneBy(SEND, async ({ webhook }, run) => {
    await parts.settings.refresh()
    const hook = await hookOf(run.db, webhook)
    if (hook) await turn(parts, hook, run)
    run.stopped.throwIfAborted()
    await transact(run.db, (trx) => keepFew(trx, webhook))
    await transact(run.db, async (trx) => {
      // First: from here on whoever puts something down wakes it by themselves.
      await run.finish(trx)
      const next = await trx
        .selectFrom('webhook_delivery')
        .select('next_try')
        .where('webhook_id', '=', webhook)
        .where('next_try', 'is not', null)
        .orderBy('next_try')
        .limit(1)
        .executeTakeFirst()
      if (hook && next) await wake(trx, webhook, next.next_try!)
    })
  })
