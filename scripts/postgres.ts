// `node scripts/postgres.ts COMMAND…`: runs a command, such as the tests, with PostgreSQL. It uses the server that
// PGHOST, PGPORT, PGUSER and PGPASSWORD name or, where PGHOST is not set, one of its own in a temporary folder, which
// is fast and forgets everything.
import { spawn } from 'node:child_process'
import { dropTemplate, makeTemplate } from '../test/support/postgres.ts'
import { FORGETFUL, makePostgres, postgresPrograms, POSTGRES_USER } from '../test/support/postgres-server.ts'

const [command, ...args] = process.argv.slice(2)
if (!command) {
  console.error('Usage: node scripts/postgres.ts COMMAND…')
  process.exit(2)
}
let stop = () => {}
if (!process.env.PGHOST) {
  const bin = postgresPrograms()
  if (!bin) {
    console.error(
      'There is no PostgreSQL on this machine. Install it (apt-get install postgresql), or name a server by PGHOST, PGPORT, PGUSER and PGPASSWORD.'
    )
    process.exit(1)
  }
  const server = makePostgres(bin, FORGETFUL)
  stop = server.remove
  Object.assign(process.env, { PGHOST: server.folder, PGPORT: '5432', PGUSER: POSTGRES_USER })
}
let status: number
try {
  await makeTemplate()
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, INVENTREE_TEST_ENGINE: 'postgresql' } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  status = await new Promise((resolve) =>
    child
      .on('error', (error) => {
        console.error(error.message)
        resolve(1)
      })
      .on('exit', (code) => resolve(code ?? 1))
  )
  await dropTemplate()
} finally {
  stop()
}
process.exitCode = status
