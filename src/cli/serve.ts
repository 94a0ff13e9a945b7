import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import type { Running } from '../server.ts'
import { importFile } from './data.ts'
import type { Command } from './main.ts'
import { note, say, UsageError } from './terminal.ts'

function welcome ({ url, administrator }: Running, database: string, first: boolean): string {
  const name = administrator?.username ?? 'USER'
  const lines = [`InvenTree API server at ${url}`, `  documentation  ${url}/api-doc/`, `  contract       ${url}/api/schema/`, `  data           ${database}`]
  if (administrator?.invented) lines.push('', `The first administrator is "${name}" with the password  ${administrator.password}`, 'It is shown this once; keep it.')
  else if (administrator) lines.push('', `The first administrator is "${name}", with the password from INVENTREE_ADMIN_PASSWORD.`)
  if (first) lines.push('', 'Try it:', `  curl -u '${name}:${administrator?.invented ? administrator.password : 'PASSWORD'}' ${url}/api/user/token/`)
  return lines.join('\n')
}

export const serve: Command = {
  usage: '[--memory] [--import FILE] [--port PORT] [--address ADDRESS]',
  summary: 'Start the server',
  help: `
  --memory           keep everything in memory (files in a folder that goes with the server): an empty one, for tests
  --import FILE      with --memory: start with the records of an export
  --port PORT        listen here; 0 takes any free port (default: INVENTREE_WEB_PORT or 8000)
  --address ADDRESS  listen at this address (default: INVENTREE_WEB_ADDR or 127.0.0.1; 0.0.0.0 listens to the whole network)

The first start creates the database and the first administrator, from INVENTREE_ADMIN_USER, INVENTREE_ADMIN_PASSWORD and
INVENTREE_ADMIN_EMAIL, or as "admin" with a random password that is printed once. Ctrl-C stops the server.

Examples:
  inventree serve
  inventree serve --memory --port 0
`,
  options: { memory: { type: 'boolean' }, import: { type: 'string' }, port: { type: 'string' }, address: { type: 'string' } },
  words: [0, 0],
  run: async (_words, options, given) => {
    const config = { ...given }
    if (options.memory) config.database = ':memory:'
    else if (options.import) throw new UsageError('--import goes with --memory. For a lasting database use "inventree import FILE" first.')
    if (options.address) config.address = String(options.address)
    if (options.port !== undefined) {
      config.port = Number(options.port)
      if (!/^\d+$/.test(String(options.port)) || config.port > 65535) throw new UsageError(`--port is "${options.port}", but must be a number from 0 to 65535.`)
    }
    const { startServer } = await import('../server.ts') // the other commands need none of this
    const running = await startServer(config, options.import ? (db) => importFile(db, String(options.import), { replace: false }) : undefined)
    say(welcome(running, config.database === ':memory:' ? 'in memory: gone when the server stops' : shortest(config.database), running.administrator !== undefined))
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    note('stopping')
    await running.close()
  }
}

/** A path as people would type it here. */
function shortest (path: string): string {
  const near = relative(process.cwd(), path)
  return existsSync(path) && !near.startsWith('..') ? near : path
}
