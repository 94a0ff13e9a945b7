// Which operations were asked for.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, root } from '../support.ts'
import type { WebClient } from './client.ts'
import { operationOf } from './contract.ts'

/** The operations that the official client has a use for. */
const OF_THE_CLIENT = readFileSync(join(root, 'test/web/client/operations.txt'), 'utf8').trim().split('\n')

/** Looks whether every operation that the official client has a use for was asked for. */
export async function checkOperations(clients: WebClient[], report: Report): Promise<void> {
  await report.check('every operation that the client has a use for was asked for', async () => {
    const asked = new Set(
      clients.flatMap((client) => client.asked).map(({ method, path }) => operationOf(method, path))
    )
    assert.deepEqual(
      OF_THE_CLIENT.filter((operation) => !asked.has(operation)),
      []
    )
  })
}
