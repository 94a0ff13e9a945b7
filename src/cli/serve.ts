import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Running } from '../server.ts'
import { command } from './command.ts'
import { assureDatabase } from '../new-database.ts'
import { CREATE_OPTION, importFile, placeName } from './data.ts'
import { note, say, UsageError } from './terminal.ts'

function welcome ({ url, administrator }: Running, database: string, workers: number): string {
  const name = administrator?.username ?? 'USER'
  const lines = [`InvenTree API server at ${url}`, `  documentation  ${url}/api-doc/`, `  contract       ${url}/api/schema/`, `  data           ${database}`]
  if (workers > 1) lines.push(`  processes      ${workers}`)
  if (administrator?.invented) lines.push('', `The first administrator is "${name}" with the password  ${administrator.password}`, 'It is shown this once; keep it.')
  else if (administrator) lines.push('', `The first administrator is "${name}", with the password from INVENTREE_ADMIN_PASSWORD.`)
  if (administrator) lines.push('', 'Try it:', `  curl -u '${name}:${administrator.invented ? administrator.password : 'PASSWORD'}' ${url}/api/user/token/`)
  return lines.join('\n')
}

export const serve = command({
  words: '',
  summary: 'Start the server',
  options: {
    port: { value: 'PORT', help: 'listen here; 0 takes any free port (default: INVENTREE_WEB_PORT or 8000)' },
    address: { value: 'ADDRESS', help: 'listen at this address (default: INVENTREE_WEB_ADDR or 127.0.0.1; 0.0.0.0 listens to the whole network)' },
    memory: { help: 'keep everything in memory: an empty, throw-away server, for tests' },
    import: { value: 'FILE', help: 'with --memory: start with the records of an export' },
    json: { help: 'with --memory: print url, username, password and token as one line of JSON, and end with the process that started it' },
    create: CREATE_OPTION
  },
  more: `The first start creates the database and the first administrator, from INVENTREE_ADMIN_USER, INVENTREE_ADMIN_PASSWORD and
INVENTREE_ADMIN_EMAIL, or as "admin" with a random password that is printed once. A server in memory always has such an administrator, also
where the records that it starts with bring users. Ctrl-C stops the server.`,
  examples: ['serve', 'serve --address 0.0.0.0 --port 80', 'serve --memory --port 0 --json'],
  run: async (_words, options, given) => {
    const parent = process.ppid
    const config = { ...given }
    if (options.memory) {
      config.database = ':memory:'
      // Uploaded files are gone with it.
      config.mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-memory-'))
      process.once('exit', () => rmSync(config.mediaRoot, { recursive: true, force: true }))
    } else if (options.import !== undefined) throw new UsageError('--import goes with --memory. For a lasting database use "inventree import FILE" first.')
    else if (options.json) throw new UsageError('--json goes with --memory: it tells a password.')
    if (options.address) config.address = options.address
    if (options.port !== undefined) {
      config.port = Number(options.port)
      if (!/^\d+$/.test(options.port) || config.port > 65535) throw new UsageError(`--port is "${options.port}", but must be a number from 0 to 65535.`)
    }
    if (config.database === ':memory:' && config.workers > 1) throw new UsageError(`INVENTREE_WORKERS is ${config.workers}, but a database in memory belongs to one process alone.`)
    // The other commands need none of this.
    const { isWorker, startWorkers } = await import('../workers.ts')
    const { startServer } = await import('../server.ts')
    // The first process did so for the others.
    if (!isWorker) await assureDatabase(config, { create: options.create }, note)
    const running = config.workers > 1 && !isWorker
      ? await startWorkers(config, note)
      : await startServer(config, { prepare: options.import === undefined ? undefined : (db) => importFile(db, options.import!, { replace: false }), alone: !isWorker })
    const { url, administrator } = running
    if (options.json) say(JSON.stringify({ url, username: administrator!.username, password: administrator!.password, token: await running.issueToken!(administrator!.id) }))
    else if (!isWorker) {
      const place = config.database === ':memory:' ? 'in memory: gone when the server stops' : typeof config.database === 'string' ? shortest(config.database) : placeName(config.database)
      say(welcome(running, place, config.workers))
    }
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', () => resolve())
      // Ctrl-C reaches all processes; the first one tells the others, who also end when it is gone.
      process.on('SIGINT', () => { if (!isWorker) resolve() })
      if (isWorker) process.once('disconnect', () => resolve())
      // A test suite that breaks off, and npx, which passes no signal on, would leave it running.
      if (options.json) setInterval(() => { if (process.ppid !== parent) resolve() }, 250).unref()
    })
    if (!isWorker && !options.json) note('stopping')
    await running.close()
    if (isWorker) process.disconnect?.()
  }
})

/** A path as people would type it here. */
function shortest (path: string): string {
  const near = relative(process.cwd(), path)
  return existsSync(path) && !near.startsWith('..') ? near : path
}
