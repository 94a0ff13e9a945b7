// A print from its first step to its last: it is done when the answer is sent if it is small, and goes on afterwards if not.
import { setTimeout as sleep } from 'node:timers/promises'
import { unlimited } from '#db/limit.ts'
import type { Again, Background, Rounds } from '#framework/background.ts'
import type { Resumed } from '#framework/jobs/resume.ts'
import type { Press } from '#framework/pdf/press.ts'
import type { Printer } from '#framework/pdf/printer.ts'
import type { PrintOutput, Printed } from './output.ts'

/** How long an answer waits for a print, in ms; clients ask from then on how far it is. */
export const PRINT_PATIENCE = { request: 20_000 }

/** How long a print may take in all, in ms. */
const LONGEST = 15 * 60_000

/** A print, with all that it needs. */
export interface PrintJob {
  output: PrintOutput
  /** The user that it is for. */
  user: number
  /** Whether its documents may load what lies on public addresses. */
  fetchUrls: boolean
  /** Makes its file. */
  print(press: Press): Promise<Printed>
  /**
   * Told of a failure: notes it where it is looked for.
   *
   * @returns the error that the answer tells, where it waits for that
   */
  failed(error: unknown): Promise<unknown>
}

/** What prints need of the server. */
export interface PrintRoom {
  printer: Printer
  background: Background
  /** What prints in place of this process, where it ends. */
  again: Again<Resumed> | undefined
}

/** Prints; throws what the answer tells. */
async function printed(
  { output, user, fetchUrls, print, failed }: PrintJob,
  { printer, background }: PrintRoom
): Promise<void> {
  const ended = new AbortController()
  try {
    const late = sleep(LONGEST, undefined, { signal: ended.signal, ref: false }).then(
      () => Promise.reject(new Error(`a print took longer than ${LONGEST / 60_000} minutes`)),
      () => new Promise<never>(() => undefined)
    )
    const working = printer.job({ fetchUrls }, String(user), print)
    await output.finish(await Promise.race([working, late]), user)
  } catch (error) {
    // With the server its browser ends; another process prints it.
    throw background.stopped.aborted ? error : await failed(error)
  } finally {
    ended.abort()
  }
}

/** A print in two rounds: what an answer waits for, and the rest. */
async function* rounds(job: PrintJob, room: PrintRoom): Rounds {
  const work = printed(job, room)
  // Whoever waits hears of a failure; where nobody does any more, it was noted already.
  const ended = work.then(
    () => true,
    () => true
  )
  const early = await Promise.race([ended, sleep(PRINT_PATIENCE.request, false, { ref: false })])
  if (early) return await work
  yield
  await ended
}

/**
 * Begins a print, and waits for it as long as an answer can.
 *
 * @throws what is wrong with it, as far as that is known by then
 */
export const beginPrint = (job: PrintJob, room: PrintRoom): Promise<void> =>
  unlimited(() => room.background.begin(rounds(job, room), room.again))
