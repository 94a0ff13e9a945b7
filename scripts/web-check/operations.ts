// Which operations of the contract were asked for.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, root } from '../support.ts'
import type { WebClient } from './client.ts'

/** The operations that the official client has a use for. */
const OF_THE_CLIENT = readFileSync(join(root, 'test/web/client/operations.txt'), 'utf8').trim().split('\n')

/** Gives the operation that a request asked for. */
function finder(): (method: string, path: string) => string | undefined {
  const { paths } = JSON.parse(readFileSync(join(root, 'generated/inventree.json'), 'utf8')) as {
    paths: Record<string, Record<string, { operationId?: string }>>
  }
  // A path without parameters counts more than one with them.
  const routes = Object.entries(paths)
    .map(([path, operations]) => ({ parts: path.split('/'), operations }))
    .sort((one, other) => open(one.parts) - open(other.parts))
  return (method, path) => {
    const parts = path.split('?')[0]!.split('/')
    const fits = (route: string[]) =>
      route.length === parts.length && route.every((part, at) => part === parts[at] || part.startsWith('{'))
    const found = routes.find((route) => fits(route.parts))
    return found?.operations[method.toLowerCase()]?.operationId
  }
}

const open = (parts: string[]): number => parts.filter((part) => part.startsWith('{')).length

/** Looks whether every operation that the official client has a use for was asked for. */
export async function checkOperations(clients: WebClient[], report: Report): Promise<void> {
  await report.check('every operation that the client has a use for was asked for', () => {
    const operationOf = finder()
    const asked = new Set(clients.flatMap((client) => client.asked).map(({ method, path }) => operationOf(method, path)))
    assert.deepEqual(
      OF_THE_CLIENT.filter((operation) => !asked.has(operation)),
      []
    )
    return Promise.resolve()
  })
}
