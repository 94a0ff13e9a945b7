import type { Test } from 'tap'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from '#cli/main.ts'
import { channels } from '#cli/terminal.ts'
import { breach, type Answer } from '../support/contract.ts'

/** How a command ended. */
export interface Ended {
  code: number | null
  out: string
  err: string
}

/** An empty folder that goes with the test. */
export function folder(t: Test): string {
  const made = mkdtempSync(join(tmpdir(), 'inventree-test-'))
  t.teardown(() => rmSync(made, { recursive: true, force: true, maxRetries: 10 }))
  return made
}

/** The command itself. */
export const COMMAND = fileURLToPath(new URL('../../bin/inventree', import.meta.url))

/**
 * What is started for a command. The test runner adds options to every process; `env` takes them off again, so that the
 * command runs as it does for everybody.
 *
 * @param options for Node itself
 */
export const command = (args: string[], options: string[] = []) => {
  const told = options.length ? [`NODE_OPTIONS=${options.map((option) => JSON.stringify(option)).join(' ')}`] : []
  return ['env', ['-u', 'NODE_OPTIONS', ...told, COMMAND, ...args]] as const
}

/** The environment without what would change a command, which runs on the Node that runs the test. */
export const environment = (more: Record<string, string>) => {
  const rest = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(INVENTREE_|TAP|NODE_OPTIONS)/.test(name))
  )
  return { ...rest, PATH: [dirname(process.execPath), rest.PATH].join(delimiter), ...more }
}

/** Runs a command to its end. */
export async function run(args: string[], env: Record<string, string> = {}, input = '', cwd?: string): Promise<Ended> {
  const child = spawn(...command(args), { env: environment(env), cwd })
  const ended: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    ended.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    ended.err += chunk
  })
  child.stdin.on('error', () => undefined) // a command that reads nothing may be gone already
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { ...ended, code }
}

/** Runs a command to its end inside of this process, which takes a tenth of the time; one after the other. */
export async function inside(args: string[], env: Record<string, string>): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' }
  const kept = { ...channels }
  channels.out = (text) => {
    ended.out += text
  }
  channels.err = (text) => {
    ended.err += text
  }
  Object.assign(process.env, env)
  try {
    ended.code = await main(args)
  } finally {
    Object.assign(channels, kept)
  }
  return ended
}

export interface Server {
  url: string
  /** What it printed until it listened. */
  welcome: string
  /** What it has printed until now. */
  printed(): string
  /** What it has printed to the standard error until now. */
  complaints(): string
  process: ChildProcess
  /** Sends a request and gives the answer, checked against the contract. */
  ask(method: string, path: string, authorization?: string, body?: unknown): Promise<Answer>
  /** Stops it and gives the exit code; a signal that it cannot catch gives null. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts a server on a free port and waits until it listens; it ends with the test. */
export async function serve(t: Test, args: string[] = [], env: Record<string, string> = {}): Promise<Server> {
  const child = spawn(...command(['serve', '--port', '0', ...args]), {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let [out, err] = ['', '']
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const closed = once(child, 'close')
  // Its workers hold its output open: what they write to their folder ends before the folder goes.
  t.teardown(async () => {
    child.kill('SIGKILL')
    await closed
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.on('close', () => reject(new Error(`the server ended before it listened:\n${out}${err}`)))
    child.stdout.on('data', (chunk) => {
      out += chunk
      const [, address] = /InvenTree API server at (\S+)\n[^]*\n$/.exec(out) ?? []
      if (address) resolve(address)
    })
  })
  return {
    url,
    welcome: out,
    printed: () => out,
    complaints: () => err,
    process: child,
    ask: async (method, path, authorization, body) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(authorization ? { authorization } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' })
        },
        body: body === undefined ? undefined : JSON.stringify(body)
      })
      const text = await response.text()
      const headers = Object.fromEntries(response.headers)
      const answer: Answer = {
        status: response.status,
        headers,
        text,
        body: text !== '' && headers['content-type'] === 'application/json' ? JSON.parse(text) : undefined
      }
      const wrong = breach(method, path, answer)
      if (wrong) throw new Error(`${method} ${path}: ${wrong}`)
      return answer
    },
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const [code] = await closed
      return code
    }
  }
}
