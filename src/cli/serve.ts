import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Database } from '#db/database.ts'
import { openVault } from '#auth/secret.ts'
import type { Config } from '#server/config.ts'
import type { FirstAdministrator, Running, Start } from '#server/server.ts'
import type { StopRequest } from '#server/stopping.ts'
import { command } from './command.ts'
import { assureDatabase } from '#server/new-database.ts'
import { tryFile, tryFolder } from '#db/folder.ts'
import { CREATE_OPTION, importFile, placeName } from './data.ts'
import { channels, note, say, UsageError } from './terminal.ts'

/** How long the last words may take. */
const FLUSH_MS = 500

interface ServeOptions {
  import?: string | undefined
  json?: boolean | undefined
  create?: boolean | undefined
}

const introduction = ({ username, password, invented }: FirstAdministrator) =>
  invented
    ? `The first administrator is "${username}" with the password  ${password}
It is shown this once; keep it. Where it is lost: inventree user password ${username}
`
    : `The first administrator is "${username}", with the password from INVENTREE_ADMIN_PASSWORD.
`

function welcome({ url, administrator }: Running, database: string, workers: number): string {
  const lines = [
    `InvenTree API server at ${url}`,
    `  documentation  ${url}/api-doc/`,
    `  contract       ${url}/api/schema/`,
    `  administration ${url}/admin/`,
    `  data           ${database}`
  ]
  if (workers > 1) lines.push(`  processes      ${workers}`)
  if (administrator)
    lines.push('', 'Try it; it asks for the password:', `  curl -u '${administrator.username}' ${url}/api/user/token/`)
  else lines.push('  lost password  inventree user password NAME')
  return lines.join('\n')
}

export const serve = command({
  words: '',
  summary: 'Start the server',
  options: {
    port: { value: 'PORT', help: 'listen here; 0 takes any free port (default: INVENTREE_WEB_PORT or 8000)' },
    address: {
      value: 'ADDRESS',
      help: 'listen at this address (default: INVENTREE_WEB_ADDR or 127.0.0.1; 0.0.0.0 listens to the whole network)'
    },
    memory: { help: 'keep everything in memory: an empty, throw-away server, for tests' },
    import: { value: 'FILE', help: 'with --memory: start with the records of an export' },
    json: {
      help: 'with --memory: print url, username, password and token as one line of JSON, and end with the process that started it'
    },
    create: CREATE_OPTION
  },
  more: `The first start creates the database and the first administrator, from INVENTREE_ADMIN_USER, INVENTREE_ADMIN_PASSWORD and
INVENTREE_ADMIN_EMAIL, or as "admin" with a random password that is printed once. A server in memory always has such an administrator, also
where the records that it starts with bring users. Ctrl-C stops the server.`,
  examples: [
    'serve',
    'serve --address 0.0.0.0 --port 80',
    'serve --memory --port 0 --json',
    'serve --memory --import inventree-export.json',
    'serve --create'
  ],
  run: async (_words, options, given) => {
    const parent = process.ppid
    const config = { ...given }
    if (options.memory) {
      config.database = ':memory:'
      // Uploaded files are gone with it.
      config.mediaTarget = 'local'
      config.mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-memory-'))
      process.once('exit', () => rmSync(config.mediaRoot, { recursive: true, force: true }))
    } else if (options.import !== undefined)
      throw new UsageError('--import goes with --memory. For a lasting database use "inventree import FILE" first.')
    else if (options.json) throw new UsageError('--json goes with --memory: it tells a password.')
    if (options.address) config.address = options.address
    if (options.port !== undefined) {
      config.port = Number(options.port)
      if (!/^\d+$/.test(options.port) || config.port > 65535)
        throw new UsageError(`--port is "${options.port}", but must be a number from 0 to 65535.`)
    }
    if (config.database === ':memory:' && config.workers > 1)
      throw new UsageError(
        `INVENTREE_WORKERS is ${config.workers}, but a database in memory belongs to one process alone.`
      )
    await serveUntilAsked(config, options, parent)
  }
})

/** Starts the server, and ends it when somebody wants that. */
async function serveUntilAsked(config: Config, options: ServeOptions, parent: number): Promise<void> {
  // The other commands need none of this.
  const { isWorker } = (await import('node:cluster')).default
  const { StopRequest, PATIENCE_MS } = await import('#server/stopping.ts')
  const { outlets } = await import('#server/output.ts')
  const { logSentences } = await import('#server/log.ts')
  const { notifySystemd } = await import('#server/notify.ts')
  const { out, err } = outlets()
  channels.out = (text) => out.write(text)
  channels.err = (text) => err.write(text)
  const flushed = () => Promise.all([out.flush(FLUSH_MS), err.flush(FLUSH_MS)])
  const log = logSentences(config.logLevel)
  const warn = (text: string) => log('warn', text)
  const stop = new StopRequest(isWorker)
  const server: { running?: Running | undefined } = {}
  process.on('uncaughtException', (error) => {
    const { running } = server
    if (!running) note(`an error that nobody expected: ${error.stack ?? error.message}`)
    else if (!running.report) log('fatal', `an error that nobody expected: ${error.stack ?? error.message}`)
    // What it left half done is not known: the process ends, and whoever watches over it starts another.
    stop.ask(1)
    if (running) void running.report?.(error).catch(() => undefined)
    else void flushed().then(() => process.exit(1))
  })

  const running = (server.running = await start(config, options, stop, isWorker, flushed))
  if (running) {
    if (!isWorker) await greet(running, config, options)
    if (!isWorker) await notifySystemd(['READY=1', `STATUS=serving at ${running.url}`], warn)
    if (isWorker) process.once('disconnect', () => stop.ask())
    // A test suite that breaks off, and npx, which passes no signal on, would leave it running.
    if (options.json)
      setInterval(() => {
        if (process.ppid !== parent) stop.ask()
      }, 250).unref()
    await stop.asked
    if (!isWorker) log('info', 'stopping')
    if (!isWorker) void notifySystemd(['STOPPING=1'], warn)
    if (running.report) setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await running.close()
  }
  await flushed()
  // A pipe that nobody reads would keep it.
  process.exit(stop.code)
}

/** Looks whether there is all that a start needs, before anything is stored. */
async function beforeStart(config: Config, { create }: ServeOptions): Promise<void> {
  const { tryListening } = await import('#server/listening.ts')
  const { meetNeighbours } = await import('#server/neighbours.ts')
  await tryListening(config)
  const { database, dataFolder, mediaRoot } = config
  const file = typeof database === 'string' && database !== ':memory:' ? database : undefined
  if (file !== undefined) tryFolder(dataFolder, 'INVENTREE_DB_NAME')
  if (file !== undefined) tryFile(file)
  await assureDatabase(config, { create }, note)
  if (config.mediaTarget !== 's3') tryFolder(mediaRoot, 'INVENTREE_MEDIA_ROOT')
  if (file !== undefined) for (const sentence of meetNeighbours(file)) note(sentence)
}

/** Starts; undefined where it was to stop before it could listen. */
async function start(
  config: Config,
  options: ServeOptions,
  stop: StopRequest,
  isWorker: boolean,
  flushed: () => Promise<unknown>
): Promise<Running | undefined> {
  const { startWorkers } = await import('#server/workers.ts')
  const { startServer } = await import('#server/server.ts')
  const starting: Start = {
    lasting: () => stop.hold(),
    announce: async (made) => {
      if (options.json) return
      say(introduction(made))
      await flushed()
    },
    goOn: () => {
      if (stop.isAsked) throw new Error('the start was broken off')
    },
    asked: stop.asked,
    note
  }
  const prepare =
    options.import === undefined
      ? undefined
      : (db: Database) => importFile(db, options.import!, { vault: openVault(config) })
  try {
    // The first process does so for the others.
    if (!isWorker) await beforeStart(config, options)
    return config.workers > 1 && !isWorker
      ? await startWorkers(config, starting)
      : await startServer(config, { prepare, alone: !isWorker, ...starting })
  } catch (error) {
    // What passes messages between the processes would keep this one.
    if (isWorker) process.disconnect()
    if (!stop.isAsked) throw error
    return undefined
  }
}

/** Prints where the server is, and whom to sign in as. */
async function greet(running: Running, config: Config, options: ServeOptions): Promise<void> {
  const { url, administrator } = running
  if (options.json) {
    const token = await running.issueToken!(administrator!.id)
    say(JSON.stringify({ url, username: administrator!.username, password: administrator!.password, token }))
  } else {
    const { database, workers } = config
    const file = typeof database === 'string' ? shortest(database) : placeName(database)
    say(welcome(running, database === ':memory:' ? 'in memory: gone when the server stops' : file, workers))
  }
}

/** A path as people would type it here. */
function shortest(path: string): string {
  const near = relative(process.cwd(), path)
  return existsSync(path) && !near.startsWith('..') ? near : path
}
