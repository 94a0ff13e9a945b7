import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { openVault } from '#auth/secret.ts'
import type { Config } from './config.ts'
import { logSentences } from './log.ts'
import { passFiguresOn } from './metrics/figures.ts'
import { openUpToDate } from './open.ts'
import { prepareDatabase, urlOf, type Running, type Start } from './server.ts'
import { PATIENCE_MS } from './stopping.ts'

/** When workers are killed that are to stop; they give up by themselves before. */
const KILL_MS = PATIENCE_MS + 500
/** How long to wait before a worker is replaced that ended before it answered anything. */
const PAUSE_MS = 1000

/**
 * Serves from several processes on one port. This one answers nothing: it makes what is missing, once for all, starts
 * the others and replaces those that end.
 *
 * @param config see readConfig; `workers` says how many
 * @param starting told how far the start is
 * @returns once all of them listen
 * @throws where one of them could not start; it has said why
 */
export async function startWorkers(config: Config, starting: Start): Promise<Running> {
  openVault(config)
  const { db } = await openUpToDate(config, starting.note)
  starting.lasting()
  const administrator = await prepareDatabase(db, config, starting).finally(() => db.destroy())
  const args = process.argv.slice(2)
  const log = logSentences(config.logLevel)
  cluster.setupPrimary({ args })
  passFiguresOn()
  const stopped = new AbortController()
  const listening = new Set<Worker>()
  cluster.on('listening', (worker) => {
    listening.add(worker)
  })

  const start = () =>
    Promise.all(
      Array.from({ length: config.workers }, async () => {
        const worker = cluster.fork()
        const ended = once(worker, 'exit').then(() => {
          throw new Error('a worker could not start')
        })
        const [address] = (await Promise.race([once(worker, 'listening'), ended])) as [{ port: number }]
        ended.catch(() => undefined)
        return address.port
      })
    )
  const close = async () => {
    stopped.abort()
    const left = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
    const gone = Promise.all(left.map((worker) => (worker.isDead() ? undefined : once(worker, 'exit'))))
    for (const worker of left) worker.process.kill('SIGTERM')
    const over = new AbortController()
    const late = sleep(KILL_MS, undefined, { signal: over.signal }).then(
      () => {
        for (const worker of left) worker.process.kill('SIGKILL')
      },
      () => undefined
    )
    await gone
    over.abort()
    await late
  }

  try {
    const ports = await Promise.race([start(), starting.asked])
    if (!ports) throw new Error('the start was broken off')
    const [port] = ports
    // Where any free port was taken, those that come later take the same.
    cluster.setupPrimary({ args: [...args, '--port', String(port)] })
    cluster.on('exit', async (worker, code, signal) => {
      if (stopped.signal.aborted) return
      log('warn', `worker ${worker.process.pid} ended (${signal ?? `exit code ${code}`}); another takes its place`)
      if (!listening.delete(worker)) await sleep(PAUSE_MS)
      if (!stopped.signal.aborted) cluster.fork()
    })
    return { url: urlOf(config.address, port!), administrator, close }
  } catch (error) {
    await close()
    throw error
  }
}
