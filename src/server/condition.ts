import type { FastifyBaseLogger } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Event } from '#db/condition.ts'
import { conditionOf, type Database, type DatabaseAddress } from '#db/database.ts'
import { failureOf, type FailureKind } from '#db/failures.ts'
import { quickCheck } from '#db/soundness.ts'

/** What the log says of a database as a whole, once each time. */
const SENTENCES: Record<Event, { level: 'error' | 'warn'; says: (text: string) => string }> = {
  broke: { level: 'warn', says: (text) => `connections to the database broke, and were made anew: ${text}` },
  away: {
    level: 'error',
    says: (text) => `the database is away, and requests are answered by 503 until it is back: ${text}`
  },
  back: { level: 'warn', says: (text) => `the database is back ${text}` },
  damaged: {
    level: 'error',
    says: (text) =>
      `the database is damaged (${text}): stop the server, run "inventree check", and restore the last backup that is sound; keep the older ones`
  }
}

/** How long after its start a server looks whether its database is sound: those who wait for it come first. */
const QUIET_MS = 1000

/** What the log says of a single request that failed with the database. */
const REQUESTS: Partial<Record<FailureKind, string>> = {
  unsure: 'the database went away while a request was being stored; it may or may not have been',
  busy: 'a request was refused, because others use the database for too long',
  slow: 'a request was refused, because the database took too long to answer'
}

/** What holds for every request that writes, and so is not said of each of them. */
const DISK: Partial<Record<FailureKind, string>> = {
  full: 'the disk is full: what has to be stored is refused with 507 until there is room',
  unwritable: 'the disk cannot be written: what has to be stored is refused with 507 until it can'
}

/** How often the log tells of the disk, at most. */
const REPORT_MS = 60_000

/**
 * Lets the log tell when the database goes away, is back, or is found damaged.
 *
 * @returns to be called with what requests fail with
 */
export function logDatabase(db: Database, log: Pick<FastifyBaseLogger, 'error' | 'warn'>): (error: unknown) => void {
  const condition = conditionOf(db)
  condition.listen((event, text) => {
    const { level, says } = SENTENCES[event]
    log[level](says(text))
  })
  const reportedAt = new Map<FailureKind, number>()
  return (error) => {
    const failure = failureOf(error)
    if (!failure) return
    const disk = DISK[failure.kind]
    if (disk && Date.now() - (reportedAt.get(failure.kind) ?? -REPORT_MS) >= REPORT_MS) {
      reportedAt.set(failure.kind, Date.now())
      log.error({ err: error }, disk)
    }
    if (failure.kind === 'damaged') condition.damaged(failure.message)
    const sentence = REQUESTS[failure.kind]
    if (sentence) log.warn({ err: error }, sentence)
  }
}

/**
 * Looks once, in the background, whether the file of a database is sound; health and the log tell what came of it.
 *
 * @param place where the database is; one that is no file has nothing to be looked at
 * @param signal breaks it off
 */
export async function lookAtDatabase(
  db: Database,
  place: DatabaseAddress,
  log: Pick<FastifyBaseLogger, 'warn'>,
  signal: AbortSignal
): Promise<void> {
  if (typeof place !== 'string' || place === ':memory:') return
  const condition = conditionOf(db)
  try {
    await sleep(QUIET_MS, undefined, { signal, ref: false })
    const problems = await quickCheck(place, signal)
    if (problems?.length) condition.damaged(problems[0]!)
    else if (problems) condition.looked = true
    else log.warn('the database is too large for a quick check; run "inventree check" now and then')
  } catch (err) {
    if (!signal.aborted) log.warn({ err }, 'the database could not be checked')
  }
}
