import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { descendants } from './processes.ts'

/** The superuser of a server that was made here; nobody needs a password, since nobody else reaches its socket. */
export const POSTGRES_USER = 'inventree'

/** The folder of the newest PostgreSQL of this machine: where Debian puts it, or on the path. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter)
  ].find((folder) => existsSync(join(folder, 'initdb')))
}

/** A PostgreSQL server in a folder of its own. */
export interface PostgresServer {
  /** Where its socket lies. */
  folder: string
  start(): void
  /** SIGKILL to all of its processes, as the kernel does where memory is short. */
  kill(): void
  /** Ends it, and deletes all of it. */
  remove(): void
}

/** What makes it fast and lets it forget everything when it is killed: right for tests of everything but that. */
export const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * Makes a server whose socket lies in a new folder, and starts it; nobody reaches it from elsewhere.
 *
 * @param bin see postgresPrograms
 * @param options settings such as `fsync=off`
 */
export function makePostgres(bin: string, options: string[]): PostgresServer {
  const folder = mkdtempSync('/tmp/inventree-postgres-')
  // PostgreSQL refuses to run as root.
  const root = process.getuid?.() === 0
  if (root) spawnSync('chown', ['postgres', folder])
  chmodSync(folder, 0o755)
  const as = (program: string, ...args: string[]) => {
    const [command, ...rest] = [...(root ? ['runuser', '-u', 'postgres', '--'] : []), join(bin, program), ...args]
    const { status, stderr, error } = spawnSync(command!, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', program === 'pg_ctl' ? 'ignore' : 'pipe']
    })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr ?? status}`)
  }
  const data = join(folder, 'data')
  // As most databases are: text sorts by language, unless a column says otherwise.
  const version = Number(/(\d+)/.exec(spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout)![1])
  as(
    'initdb',
    '-D',
    data,
    '-U',
    POSTGRES_USER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    ...(version >= 15 ? ['--locale-provider=icu', '--icu-locale=en-US'] : [])
  )
  const settings = [
    "listen_addresses=''",
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'max_wal_size=4GB',
    ...options
  ]
  const start = () =>
    as(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      settings.map((setting) => `-c ${setting}`).join(' '),
      'start'
    )
  start()
  return {
    folder,
    start,
    kill: () => {
      const first = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
      for (const pid of [first, ...descendants(first)])
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          /* it has ended */
        }
    },
    remove: () => {
      try {
        as('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
  }
}
