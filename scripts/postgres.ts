// `node scripts/postgres.ts COMMAND…`: runs a command, such as the tests, with PostgreSQL. It uses the server that PGHOST, PGPORT, PGUSER and
// PGPASSWORD name or, where PGHOST is not set, one of its own in a temporary folder, which is fast and forgets everything.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { dropTemplate, makeTemplate } from '../test/support/postgres.ts'

const USER = 'inventree'

/** The folder of the newest PostgreSQL of this machine: where Debian puts it, or on the path. */
function programs (): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)].find((folder) => existsSync(join(folder, 'initdb')))
}

/** Starts a server whose socket lies in a new folder; nobody reaches it from elsewhere. */
function start (bin: string): { folder: string, stop: () => void } {
  const folder = mkdtempSync('/tmp/inventree-postgres-')
  // PostgreSQL refuses to run as root.
  const root = process.getuid?.() === 0
  if (root) spawnSync('chown', ['postgres', folder])
  chmodSync(folder, 0o755)
  const as = (program: string, ...args: string[]) => {
    const [command, ...rest] = [...root ? ['runuser', '-u', 'postgres', '--'] : [], join(bin, program), ...args]
    const { status, stderr, error } = spawnSync(command!, rest, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', program === 'pg_ctl' ? 'ignore' : 'pipe'] })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr ?? status}`)
  }
  const data = join(folder, 'data')
  // As most databases are: text sorts by language, unless a column says otherwise.
  const version = Number(/(\d+)/.exec(spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout)![1])
  as('initdb', '-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', ...version >= 15 ? ['--locale-provider=icu', '--icu-locale=en-US'] : [])
  const options = ["listen_addresses=''", `unix_socket_directories=${folder}`, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'max_wal_size=4GB']
  as('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options.map((option) => `-c ${option}`).join(' '), 'start')
  return {
    folder,
    stop: () => {
      try { as('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop') } finally { rmSync(folder, { recursive: true, force: true }) }
    }
  }
}

const [command, ...args] = process.argv.slice(2)
if (!command) { console.error('Usage: node scripts/postgres.ts COMMAND…'); process.exit(2) }
let stop = () => {}
if (!process.env.PGHOST) {
  const bin = programs()
  if (!bin) { console.error('There is no PostgreSQL on this machine. Install it (apt-get install postgresql), or name a server by PGHOST, PGPORT, PGUSER and PGPASSWORD.'); process.exit(1) }
  const server = start(bin)
  stop = server.stop
  Object.assign(process.env, { PGHOST: server.folder, PGPORT: '5432', PGUSER: USER })
}
let status: number
try {
  await makeTemplate()
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, INVENTREE_TEST_ENGINE: 'postgresql' } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  status = await new Promise((resolve) => child.on('error', (error) => { console.error(error.message); resolve(1) }).on('exit', (code) => resolve(code ?? 1)))
  await dropTemplate()
} finally { stop() }
process.exitCode = status
