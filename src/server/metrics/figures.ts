// The figures of one process at one moment, and those of all processes of a server.
import cluster from 'node:cluster'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { databaseFigures } from '#db/figures.ts'
import { eventFigures } from '#framework/events/figures.ts'
import { droppedLines } from '../output.ts'
import type { RequestCounts } from './requests.ts'

/** What one process tells of itself. Times are in seconds, sizes in bytes. */
export interface Figures {
  /** 0 where one process does everything. */
  worker: number
  requests: RequestCounts
  database: typeof databaseFigures
  events: typeof eventFigures
  droppedLines: number
  /** How late the event loop was, by the share of looks that were not later; since the figures were last asked for. */
  lag: Record<string, number>
  cpu: number
  memory: number
  heap: number
  started: number
}

/** How long to wait for the figures of other processes, in ms; those of one that is too busy are missing. */
const WAIT_MS = 1000
const LAG_EVERY_MS = 20
const QUANTILES = [0.5, 0.9, 0.99, 1]

/** Looks at the event loop only where somebody asks for figures. */
let delays: ReturnType<typeof monitorEventLoopDelay> | undefined

function lag(): Record<string, number> {
  if (!delays) {
    delays = monitorEventLoopDelay({ resolution: LAG_EVERY_MS })
    delays.enable()
    return {}
  }
  const seen = delays
  if (seen.count === 0) return {}
  // It measures the time from look to look, so what is beyond the pause between two is late.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - LAG_EVERY_MS / 1000)
  const lags = Object.fromEntries(
    QUANTILES.map((quantile) => [quantile, late(quantile === 1 ? seen.max : seen.percentile(quantile * 100))])
  )
  seen.reset()
  return lags
}

/** The figures of this process. */
function ownFigures(requests: RequestCounts): Figures {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  return {
    worker: cluster.worker?.id ?? 0,
    requests,
    database: databaseFigures,
    events: eventFigures,
    droppedLines: droppedLines(),
    lag: lag(),
    cpu: (user + system) / 1e6,
    memory: rss,
    heap: heapUsed,
    started: performance.timeOrigin / 1000
  }
}

/** What processes say to each other; the first one passes it on. */
type Message =
  | { figures: 'wanted'; by: number }
  | { figures: 'expected'; count: number }
  | { figures: 'given'; to: number; given: Figures }

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'figures' in message

/** In the first of several processes: passes on who wants figures, and the figures. */
export function passFiguresOn(): void {
  cluster.on('message', (sender, message: unknown) => {
    if (!isMessage(message)) return
    const send = (id: number, said: Message) => {
      const worker = cluster.workers?.[id]
      if (worker?.isConnected()) worker.send(said, () => undefined)
    }
    if (message.figures === 'given') send(message.to, message)
    if (message.figures !== 'wanted') return
    const others = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected() && worker !== sender)
    send(sender.id, { figures: 'expected', count: others.length })
    for (const other of others) send(other!.id, { figures: 'wanted', by: sender.id })
  })
}

/**
 * Lets other processes have the figures of this one.
 *
 * @returns gives the figures of all processes
 */
export function shareFigures(requests: RequestCounts): () => Promise<Figures[]> {
  const { worker } = cluster
  if (!worker) return async () => [ownFigures(requests)]
  const say = (message: Message) => {
    if (worker.isConnected()) worker.send(message, () => undefined)
  }
  let [expected, given, complete]: [number, Figures[], () => void] = [0, [], () => undefined]
  worker.on('message', (message: unknown) => {
    if (!isMessage(message)) return
    if (message.figures === 'wanted') return say({ figures: 'given', to: message.by, given: ownFigures(requests) })
    if (message.figures === 'expected') expected = message.count
    else given.push(message.given)
    if (given.length >= expected) complete()
  })
  let asked: Promise<Figures[]> | undefined
  const ask = async () => {
    expected = Infinity
    given = []
    const { promise, resolve } = Promise.withResolvers<void>()
    complete = resolve
    const late = setTimeout(resolve, WAIT_MS)
    say({ figures: 'wanted', by: worker.id })
    await promise
    clearTimeout(late)
    asked = undefined
    return [ownFigures(requests), ...given].sort((a, b) => a.worker - b.worker)
  }
  // Two who ask at once get the same.
  return () => (asked ??= ask())
}
