import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Running } from '../server.ts'
import { command } from './command.ts'
import { importFile } from './data.ts'
import { note, say, UsageError } from './terminal.ts'

function welcome ({ url, administrator }: Running, database: string, first: boolean): string {
  const name = administrator?.username ?? 'USER'
  const lines = [`InvenTree API server at ${url}`, `  documentation  ${url}/api-doc/`, `  contract       ${url}/api/schema/`, `  data           ${database}`]
  if (administrator?.invented) lines.push('', `The first administrator is "${name}" with the password  ${administrator.password}`, 'It is shown this once; keep it.')
  else if (administrator) lines.push('', `The first administrator is "${name}", with the password from INVENTREE_ADMIN_PASSWORD.`)
  if (first) lines.push('', 'Try it:', `  curl -u '${name}:${administrator?.invented ? administrator.password : 'PASSWORD'}' ${url}/api/user/token/`)
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
    json: { help: 'with --memory: say in one line of JSON, with url, username, password and token, that the server listens' }
  },
  more: `The first start creates the database and the first administrator, from INVENTREE_ADMIN_USER, INVENTREE_ADMIN_PASSWORD and
INVENTREE_ADMIN_EMAIL, or as "admin" with a random password that is printed once. A server in memory always has such an administrator, also
where the records that it starts with bring users. Ctrl-C stops the server.`,
  examples: ['serve', 'serve --address 0.0.0.0 --port 80', 'serve --memory --port 0 --json'],
  run: async (_words, options, given) => {
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
    const { startServer } = await import('../server.ts') // the other commands need none of this
    const running = await startServer(config, options.import === undefined ? undefined : (db) => importFile(db, options.import!, { replace: false }))
    const { url, administrator } = running
    if (options.json) say(JSON.stringify({ url, username: administrator!.username, password: administrator!.password, token: await running.issueToken(administrator!.id) }))
    else say(welcome(running, config.database === ':memory:' ? 'in memory: gone when the server stops' : shortest(config.database), administrator !== undefined))
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    if (!options.json) note('stopping')
    await running.close()
  }
})

/** A path as people would type it here. */
function shortest (path: string): string {
  const near = relative(process.cwd(), path)
  return existsSync(path) && !near.startsWith('..') ? near : path
}
