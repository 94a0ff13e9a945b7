// What the checks share that need a running server, tools of other languages, or a browser.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** Where generated clients and what was downloaded for them lie; git ignores it. */
export const folder = join(root, '.clients')
/** The versions of everything that is downloaded, by kind. */
export const versions: { jar: Versions; go: Versions; npm: Versions; pip: Versions; fuzz: Versions } = JSON.parse(
  readFileSync(join(root, 'clients/versions.json'), 'utf8')
)
type Versions = Record<string, string>

const started = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of started) child.kill('SIGTERM')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

/** Lets everything else on the machine go first. */
export const beNice = (): void => setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

export interface TestServer {
  url: string
  user: string
  password: string
  /** A token of the administrator's. */
  token: string
  pid: number
  stop(): void
}

/**
 * Starts an empty server on a free port, with one administrator; it ends with this process at the latest.
 *
 * @param database a file for its data; in memory without it
 * @param more of the environment
 * @param port another than any that is free
 */
export async function startServer(database?: string, more: Record<string, string> = {}, port = 0): Promise<TestServer> {
  const user = 'admin',
    password = 'Turbine-Kayak-44'
  const env = {
    ...process.env,
    INVENTREE_ADMIN_USER: user,
    INVENTREE_ADMIN_PASSWORD: password,
    ...(database ? { INVENTREE_DB_NAME: database } : {}),
    ...more
  }
  const child = spawn(
    join(root, 'bin/inventree'),
    ['serve', ...(database ? [] : ['--memory']), '--port', String(port)],
    { env, stdio: ['ignore', 'pipe', 'pipe'] }
  )
  started.add(child)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const found = /server at (http:\S+)/.exec(said)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)))
    setTimeout(() => reject(new Error(`the server did not start: ${said}`)), 120_000).unref()
  })
  const answer = await fetch(`${url}/api/user/token/`, {
    headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` }
  })
  const { token } = (await answer.json()) as { token: string }
  return { url, user, password, token, pid: child.pid!, stop: () => child.kill('SIGTERM') }
}

/** How each tool is asked whether it is there and works. */
const PROBES: Record<string, string[]> = {
  java: ['-version'],
  mvn: ['-v'],
  go: ['version'],
  cargo: ['--version'],
  python3: ['-c', 'import venv, ensurepip'],
  curl: ['--version']
}
const found = new Map<string, boolean>()

/** Whether this machine has a tool. */
export function has(tool: string): boolean {
  if (!found.has(tool))
    found.set(tool, spawnSync(tool, PROBES[tool] ?? ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0)
  return found.get(tool)!
}

export interface Job {
  cwd?: string
  env?: Record<string, string>
  /** Where the output goes; it is appended. */
  log: string
  seconds?: number
}

/**
 * Runs a command and waits for its end.
 *
 * @returns whether it ended well
 */
export async function run(
  command: readonly string[],
  { cwd = root, env = {}, log, seconds = 600 }: Job
): Promise<boolean> {
  mkdirSync(dirname(log), { recursive: true })
  writeFileSync(log, `$ ${command.join(' ')}\n`, { flag: 'a' })
  const output = openSync(log, 'a')
  const child = spawn(command[0]!, command.slice(1), {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    timeout: seconds * 1000
  })
  started.add(child)
  try {
    return await new Promise((resolve) => {
      child.on('error', (error) => {
        writeFileSync(log, `${error.message}\n`, { flag: 'a' })
        resolve(false)
      })
      child.on('exit', (status) => resolve(status === 0))
    })
  } finally {
    started.delete(child)
    closeSync(output)
  }
}

/** The last lines of a log, indented. */
export const tail = (log: string, lines = 25): string =>
  readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n')

/**
 * Does a preparation unless it was done before for the same key.
 *
 * @param stamp the file that remembers the key
 */
export async function once(stamp: string, key: unknown, work: () => Promise<boolean>): Promise<boolean> {
  const wanted = createHash('sha256').update(JSON.stringify(key)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  if (!(await work())) return false
  writeFileSync(stamp, wanted)
  return true
}

/** The Python with the pinned packages of a kind; `pip` is what clients need. */
export const pythonOf = (kind: 'pip' | 'fuzz'): string => join(folder, `venv-${kind}/bin/python`)
export const python = pythonOf('pip')

/** Makes the virtual environment with the pinned packages of a kind; needs python3. */
export async function makeVenv(kind: 'pip' | 'fuzz' = 'pip'): Promise<boolean> {
  const [home, log] = [join(folder, `venv-${kind}`), join(folder, `logs/venv-${kind}.log`)]
  const packages = Object.entries(versions[kind]).map(([name, version]) => `${name}==${version}`)
  return await once(
    join(home, '.made'),
    packages,
    async () =>
      (await run(['python3', '-m', 'venv', '--clear', home], { log })) &&
      (await run([pythonOf(kind), '-m', 'pip', 'install', '--quiet', ...packages], { log }))
  )
}

/** The Chromium of this machine: `CHROMIUM`, or one on the path. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM
  if (asked) return existsSync(asked) ? asked : undefined
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  return places
    .flatMap((place) =>
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => join(place, name))
    )
    .concat('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    .find(existsSync)
}

/** Starts Chromium without a window, with a fresh profile, and without anything that calls home. */
export async function startChromium(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ],
    timeout: 60_000
  })
}

/** Gives the browser of a page an authenticator that holds passkeys and knows its owner. */
export async function plugIn(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
}

/** Counts what was checked and prints one line for each check. */
export class Report {
  passed = 0
  failed = 0
  skipped = 0

  /** Does one check; what it throws is why it failed. */
  async check(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      this.passed++
      console.log(`ok    ${name}`)
    } catch (error) {
      this.failed++
      console.log(`FAIL  ${name}\n    ${String((error as Error).message ?? error).replaceAll('\n', '\n    ')}`)
    }
  }

  skip(name: string, why: string): void {
    this.skipped++
    console.log(`skip  ${name}: ${why}`)
  }

  /** Prints the sum, and says by the exit code whether all is well. */
  end(): void {
    console.log(`${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`)
    process.exitCode = this.failed ? 1 : 0
  }
}
