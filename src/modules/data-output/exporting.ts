// Lists are written to files in the background: a request waits for a short one, and is told of a long one as it grows.
import { setTimeout as sleep } from 'node:timers/promises'
import { unlimited } from '#db/limit.ts'
import { ApiError, refused, wordsOf } from '#contract/errors.ts'
import type { ExportContent, ExportTable } from '#contract/export.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Background, Rounds } from '#framework/background.ts'
import { resumption } from '#framework/jobs/resume.ts'
import { WorkQueue } from '#framework/queue.ts'
import { MODELS } from '#framework/models.ts'
import { today } from '#framework/time.ts'
import type { DataOutputReport, DataOutputs } from './data-outputs.ts'
import { SHEET } from './workbook.ts'
import { ZipTooLarge } from './zip.ts'

/** How many lists are written to files at once, and how many wait for that. */
const [AT_ONCE, WAITING] = [2, 8]

/**
 * How long a request waits for its file, how often it is told how far it is, and how long a file may take; in
 * milliseconds. What takes longer than an hour counts as left behind by a process that was killed.
 */
export const PATIENCE = { request: 5000, step: 1000, file: 50 * 60_000 }

/** Nobody wants the file any more. */
class Unwanted extends Error {}

/** The process ends; another one goes on. */
class Left extends Error {}

const TOO_LONG = 'The list is too long for one file. Narrow it down with filters.'

/** What is told of a failure. */
function reasonOf(error: unknown): string {
  if (error instanceof ZipTooLarge) return `${TOO_LONG.slice(0, -1)}, or take csv.`
  if (error instanceof ApiError) return wordsOf(error)
  return 'The file could not be written; the log of the server says why.'
}

/** Rows as they come; between two pieces of them it tells how far it is, and sees whether to go on. */
async function* watched(
  { rows }: ExportContent,
  total: number,
  advance: (percent: number) => Promise<boolean>,
  stopped: AbortSignal
): AsyncGenerator<unknown[][]> {
  const latest = Date.now() + PATIENCE.file
  let [done, next] = [0, Date.now() + PATIENCE.step]
  for await (const some of rows) {
    yield some
    done += some.length
    const now = Date.now()
    if (stopped.aborted) throw new Left()
    if (now > latest) throw refused(TOO_LONG)
    if (now < next) continue
    next = now + PATIENCE.step
    if (!(await advance(Math.min(99, Math.floor((100 * done) / total))))) throw new Unwanted()
  }
}

/** Writes one list to its file. Where that fails, its data output says why. */
async function write(
  { db }: RequestContext,
  report: DataOutputReport,
  table: ExportTable,
  stopped: AbortSignal
): Promise<void> {
  try {
    const content = await table.open()
    const rows = watched(content, table.total, (percent) => report.advance(db, percent), stopped)
    await report.finish(db, { columns: content.columns, rows, format: table.format })
  } catch (error) {
    await report.undo()
    if (error instanceof Unwanted || error instanceof Left) return
    await report.fail(db, reasonOf(error))
    throw error
  }
}

/**
 * What writes lists to files for one server.
 *
 * @param outputs where data outputs are kept
 * @param background where files grow that take longer than a request waits
 */
export function exporting(
  outputs: Pick<DataOutputs, 'begin' | 'report' | 'shown' | 'withdraw'>,
  background: Background
) {
  const queue = new WorkQueue(
    { running: AT_ONCE, waiting: WAITING },
    { detail: 'The server is at work on as many files as it can be. Try again in a minute.', seconds: 30 }
  )

  /** The first round lasts as long as the request waits; in each of the others the file grows for a while. */
  async function* rounds(work: (stopped: AbortSignal) => Promise<void>): Rounds {
    const stop = new AbortController()
    let isDone = false
    const job = queue
      .run(() => work(stop.signal))
      .finally(() => {
        isDone = true
      })
    const passes = (ms: number) => Promise.race([job, sleep(ms, undefined, { ref: false })])
    try {
      await passes(PATIENCE.request)
      while (!isDone) {
        yield
        await passes(PATIENCE.step)
      }
      await job
    } finally {
      stop.abort()
      await job.catch(() => undefined)
    }
  }

  /**
   * Writes a list to a file.
   *
   * @param read looks at what was asked, and gives what is to be written
   * @returns the data output: complete, unless it takes longer than a request waits
   * @throws what `read` refuses; 400 where a workbook has no room for it; 503 where too many files wait already
   */
  return (context: RequestContext, read: () => Promise<ExportTable>): Promise<unknown> =>
    unlimited(async () => {
      const table = await read()
      if (table.format === 'xlsx' && table.total >= SHEET.rows)
        throw refused(
          `A workbook has room for ${SHEET.rows - 1} records. Narrow the list down with filters, or take csv.`
        )
      const { className } = Object.values(MODELS).find(({ api }) => api === table.path)!
      const id = await outputs.begin(context, 'export', table.total, table.plugin)
      const report = outputs.report(id, `InvenTree_${className}_${today()}`)
      let hasBegun = false
      const work = (stopped: AbortSignal) => {
        hasBegun = true
        return write(context, report, table, stopped)
      }
      try {
        await background.begin(rounds(work), resumption(context, id))
      } catch (error) {
        if (!hasBegun) await outputs.withdraw(context, id)
        throw error
      }
      return await outputs.shown(context, id)
    })
}
