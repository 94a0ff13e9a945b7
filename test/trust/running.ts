// Servers as processes of their own, which can be killed with all that belongs to them.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { environment, command } from '../server/run.ts'

/** How long a start may take, in ms; nobody's figure, only what ends a test that hangs. */
const PATIENCE = 90_000

/** A server that was started; `pid` is also its process group. */
export interface Running {
  url: string
  pid: number
  /** How it ended; undefined while it runs. */
  ended(): { code: number | null; signal: string | null } | undefined
  /** SIGKILL to all of its processes at once, and waits until they are gone. */
  kill(): Promise<void>
  /** SIGTERM; gives the exit code, null where it had to be killed. */
  stop(): Promise<number | null>
}

/** Sends a signal to a process group; whether there was one. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    /* all of it has ended */
  }
}

const running = new Set<number>()
process.on('exit', () => {
  for (const pid of running) signalGroup(pid, 'SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

/**
 * Starts a program in a process group of its own; it ends with this process at the latest.
 *
 * @param log what it says goes there, where given; otherwise nowhere but to `child.stdout`
 */
function launch(
  [program, args]: readonly [string, readonly string[]],
  env: Record<string, string>,
  log?: string
): ChildProcess {
  const out = log === undefined ? ('pipe' as const) : openSync(log, 'a')
  const child = spawn(program, args, { env: environment(env), stdio: ['ignore', out, out], detached: true })
  if (typeof out === 'number') closeSync(out)
  const { pid } = child
  if (pid !== undefined) {
    running.add(pid)
    child.once('exit', () => running.delete(pid))
  }
  return child
}

/**
 * Starts a server and waits until it answers.
 *
 * @param env configuration; INVENTREE_WEB_PORT says where it is to listen
 * @param log what it says is appended there
 * @param options what Node itself is told
 * @throws where it ended instead, with the last it said
 */
export async function startServer(env: Record<string, string>, log: string, options: string[] = []): Promise<Running> {
  const child = launch(command(['serve'], options), env, log)
  const url = `http://127.0.0.1:${env.INVENTREE_WEB_PORT}`
  const exit = once(child, 'exit')
  let over: { code: number | null; signal: string | null } | undefined
  child.once('exit', (code, signal) => {
    over = { code, signal }
  })
  const until = Date.now() + PATIENCE
  while (
    !(await fetch(`${url}/api/`, { signal: AbortSignal.timeout(5000) }).then(
      ({ ok }) => ok,
      () => false
    ))
  ) {
    if (over) throw new Error(`the server ended (${JSON.stringify(over)}) before it answered: ${lastOf(log)}`)
    if (Date.now() > until) {
      signalGroup(child.pid!, 'SIGKILL')
      throw new Error(`the server did not answer: ${lastOf(log)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const kill = async () => {
    signalGroup(child.pid!, 'SIGKILL')
    await exit
  }
  return {
    url,
    pid: child.pid!,
    ended: () => over,
    kill,
    stop: async () => {
      if (!over) child.kill('SIGTERM')
      const late = setTimeout(() => {
        void kill()
      }, PATIENCE)
      const [code] = await exit
      clearTimeout(late)
      return code
    }
  }
}

/** The last that a log says. */
export function lastOf(log: string): string {
  try {
    return readFileSync(log, 'utf8').slice(-1500)
  } catch {
    return ''
  }
}
