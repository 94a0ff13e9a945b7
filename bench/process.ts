// Starting servers and commands, and what the kernel knows about them.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../bin/inventree', import.meta.url))
const LIMIT = fileURLToPath(new URL('limit.ts', import.meta.url))
/** Seals the token of the runs; both servers get it. */
export const SECRET = 'nothing but a key for measurements, long enough'

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

/** A running process. */
export interface Running {
  pid: number
  url: string
  /** From the start until it could be asked, in ms. */
  started: number
  /** The last of what it printed. */
  said(): string
  stop(): Promise<void>
}

function launch([program, ...args]: string[], database: string, more: Record<string, string> = {}): ChildProcess {
  const child = spawn(program!, args, {
    env: {
      ...process.env,
      ...more,
      INVENTREE_DB_NAME: database,
      INVENTREE_SECRET_KEY: SECRET,
      INVENTREE_LOG_LEVEL: 'ERROR',
      INVENTREE_TIMEZONE: 'UTC'
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

async function server(args: string[], database: string, more?: Record<string, string>): Promise<Running> {
  const begin = performance.now()
  const child = launch(args, database, more)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)))
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk
        const [, address] = /at (http:\S+)/.exec(said) ?? []
        if (address) resolve(address)
      })
    }
  })
  return {
    pid: child.pid!,
    url,
    started: performance.now() - begin,
    said: () => said.slice(-2000),
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
  }
}

/**
 * Our server, started as users start it.
 *
 * @param node options for Node itself
 */
export const startOurs = (database: string, node: string[] = []): Promise<Running> =>
  server([COMMAND, 'serve', '--port', '0'], database, { NODE_OPTIONS: node.join(' ') })

/** The bare server that shows what the machine allows. */
export const startLimit = (database: string): Promise<Running> => server([process.execPath, LIMIT, database], database)

/** What a command took. */
export interface Took {
  seconds: number
  peak: number
}

/**
 * Runs a command of ours to its end.
 *
 * @returns wall clock, and the most memory it had, in MB
 */
export async function runOurs(args: string[], database: string): Promise<Took> {
  const begin = performance.now()
  const child = launch([COMMAND, ...args], database)
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      said += chunk
    })
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, peak(child.pid!))
  }, 20)
  const [code] = await once(child, 'exit')
  clearInterval(look)
  if (code !== 0) throw new Error(`inventree ${args.join(' ')} ended with ${code}: ${said}`)
  return { seconds: (performance.now() - begin) / 1000, peak: most }
}

/** CPU time of a process, all its threads together, in µs. */
export function cpu(pid: number): number {
  let sum = 0
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      sum += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1000
    } catch {
      /* the thread has just ended */
    }
  }
  return sum
}

function status(pid: number, name: string): number {
  try {
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Memory that a process has now, in MB. Files that it maps count as well, as far as they are in use. */
export const resident = (pid: number): number => status(pid, 'VmRSS')
/** Memory of its own alone, without mapped files, in MB. */
export const own = (pid: number): number => status(pid, 'RssAnon')
/** The most memory that it ever had, in MB. */
export const peak = (pid: number): number => status(pid, 'VmHWM')
