// A print from its first step to its last: it is done when the answer is sent if it is small, and goes on afterwards if not.
import { setTimeout as sleep } from 'node:timers/promises'
import { unlimited } from '#db/limit.ts'
import type { Again, Background, Rounds } from '#framework/background.ts'
import type { Resumed } from '#framework/jobs/resume.ts'
import { PrintFailed, type Press } from '#framework/pdf/press.ts'
import type { Printer } from '#framework/pdf/printer.ts'
import { WorkQueue } from '#framework/queue.ts'
import type { PrintOutput, Printed } from './output.ts'

/**
 * How long an answer waits for a print, in ms: clients ask from then on how far it is. And how long one may take in all.
 */
export const PRINT_PATIENCE = { request: 20_000, whole: 15 * 60_000 }

/**
 * What remains to be done of a print once its pages are set, and others may set theirs.
 *
 * @param signal aborted where the print is given up
 * @returns how many labels were printed
 */
export type HandOver = (signal: AbortSignal) => Promise<number>

/** A print, with all that it needs. */
export interface PrintJob {
  output: PrintOutput
  /** The user that it is for. */
  user: number
  /** Whether its documents may load what lies on public addresses. */
  fetchUrls: boolean
  /** Makes its file, or sets what is then given to a printer. */
  print(press: Press): Promise<Printed | HandOver>
  /** Whether it is given to a printer: its pages wait in memory meanwhile, so that few such prints go on at once. */
  isDelivered?: boolean
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
  /** Where prints wait that are given to printers. */
  deliveries: WorkQueue
  background: Background
  /** What prints in place of this process, where it ends. */
  again: Again<Resumed> | undefined
}

/** How many prints are given to printers at once, and how many wait for that. */
export const deliveryQueue = (): WorkQueue =>
  new WorkQueue(
    { running: 8, waiting: 50, each: 20 },
    { detail: 'As many labels are on their way to printers as can be. Try again in a minute.', seconds: 30 }
  )

/** A press that sets nothing any more once a signal says so. */
const stoppable = (press: Press, signal: AbortSignal): Press => ({
  pdf: async (html) => {
    signal.throwIfAborted()
    return await press.pdf(html)
  },
  png: async (html, size) => {
    signal.throwIfAborted()
    return await press.png(html, size)
  }
})

/** Prints; throws what the answer tells. */
async function printed(
  { output, user, fetchUrls, print, isDelivered, failed }: PrintJob,
  { printer, deliveries, background }: PrintRoom
): Promise<void> {
  const given = new AbortController()
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const tooLong = new PrintFailed('It took too long to print. Print fewer at once.')
    given.abort(tooLong)
    reject(tooLong)
  }, PRINT_PATIENCE.whole)
  const signal = AbortSignal.any([given.signal, background.stopped])
  try {
    const whose = String(user)
    const work = async () => {
      const made = await printer.job({ fetchUrls }, whose, (press) => print(stoppable(press, signal)))
      return typeof made === 'function' ? await made(signal) : made
    }
    const made = await Promise.race([isDelivered ? deliveries.run(work, whose) : work(), late])
    if (typeof made === 'number') await output.finishWithoutFile(made)
    else await output.finish(made, user)
  } catch (error) {
    // With the server its browser ends; another process prints it.
    throw background.stopped.aborted ? error : await failed(error)
  } finally {
    clearTimeout(timer)
  }
}

/** A print in two rounds: what an answer waits for, and the rest. */
async function* rounds(job: PrintJob, room: PrintRoom): Rounds {
  const work = printed(job, room)
  const early = await Promise.race([work.then(() => true), sleep(PRINT_PATIENCE.request, false, { ref: false })])
  if (early) return
  yield
  await work
}

/**
 * Begins a print, and waits for it as long as an answer can.
 *
 * @throws what is wrong with it, as far as that is known by then
 */
export const beginPrint = (job: PrintJob, room: PrintRoom): Promise<void> =>
  unlimited(() => room.background.begin(rounds(job, room), room.again))
