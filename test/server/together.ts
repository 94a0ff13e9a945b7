import type { Test } from 'tap'
import { join } from 'node:path'
import { basic, PASSWORD } from '../helper.ts'
import { dropDatabase, environmentOf, makeDatabase, onPostgres } from '../support/postgres.ts'
import { folder, type Server } from './run.ts'

export const login = basic('admin')

/** An environment with an empty database that many processes can share. */
export async function shared(t: Test): Promise<Record<string, string>> {
  const data = folder(t)
  const env = {
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: PASSWORD,
    INVENTREE_SECRET_KEY_FILE: join(data, 'key.txt'),
    INVENTREE_MEDIA_ROOT: join(data, 'media')
  }
  if (!onPostgres) return { ...env, INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  const place = await makeDatabase()
  t.teardown(() => dropDatabase(place.name))
  return { ...env, ...environmentOf(place) }
}

/** Sends the same kind of request many times at once, to the servers in turn. */
const atOnce = (
  servers: Server[],
  count: number,
  token: string,
  method: string,
  path: string,
  body: (n: number) => unknown
) =>
  Promise.all(Array.from({ length: count }, (_, n) => servers[n % servers.length]!.ask(method, path, token, body(n))))

const statuses = (answers: { status: number }[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, all]) => [status, all!.length])
  )

/** Writes at once from everywhere: rules hold, and nothing is lost. */
export async function compete(t: Test, servers: Server[], token: string): Promise<void> {
  const [first] = servers as [Server]
  const top = (await first.ask('POST', '/api/part/category/', token, { name: 'Top' })).body
  const twins = await atOnce(servers, 12, token, 'POST', '/api/part/', () => ({
    name: 'Relay',
    IPN: 'R1',
    revision: 'A',
    category: top.pk
  }))
  t.strictSame(statuses(twins), { 201: 1, 400: 11 }, 'a name that must be unique is taken once')
  const categories = await atOnce(servers, 24, token, 'POST', '/api/part/category/', (n) => ({
    name: `Category ${n}`,
    parent: top.pk
  }))
  t.strictSame(statuses(categories), { 201: 24 })
  const tree = (await first.ask('GET', '/api/part/category/?limit=100', token)).body
  t.equal(tree.count, 25)
  t.ok(
    tree.results.every((one: any) => one.pk === top.pk || (one.level === 1 && one.pathstring === `Top/${one.name}`)),
    'every category stands in its place'
  )
  t.equal((await first.ask('GET', `/api/part/category/?parent=${top.pk}&cascade=true&limit=1`, token)).body.count, 24)

  const { pk } = twins.find(({ status }) => status === 201)!.body
  const changes = await atOnce(servers, 20, token, 'PATCH', `/api/part/${pk}/`, (n) =>
    n % 2 ? { description: 'changed' } : { keywords: 'found' }
  )
  t.strictSame(statuses(changes), { 200: 20 })
  t.match(
    (await first.ask('GET', `/api/part/${pk}/`, token)).body,
    { description: 'changed', keywords: 'found' },
    'changes of different fields do not undo each other'
  )

  const tracked = (await first.ask('POST', '/api/part/', token, { name: 'Clock', trackable: true })).body
  const serials = await atOnce(servers, 10, token, 'POST', '/api/stock/', (n) => ({
    part: tracked.pk,
    quantity: 1,
    serial_numbers: String(n % 5)
  }))
  t.strictSame(statuses(serials), { 201: 5, 400: 5 }, 'a serial number is given once')
  t.equal((await first.ask('GET', `/api/stock/?part=${tracked.pk}&limit=1`, token)).body.count, 5)
}
