import t from 'tap'
import type { Operation } from '#contract/document.ts'
import { contract } from '../support/contract.ts'
import { addressOf, around, filled, told } from '../support/hostile.ts'

t.setTimeout(300_000)

/** Texts that programs stumble over, encoded for an address. */
const TEXTS = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '',
  '%00',
  '%ED%A0%80',
  '%F0%9F%98%80'.repeat(50),
  'x'.repeat(60_000),
  '1e400',
  '-1',
  '%27%22%3B--',
  '1,constructor'
]

t.test('queries with unexpected texts → no answer from 500 on', async (t) => {
  const { as } = await filled(t)
  const next = around(TEXTS)
  const failed: string[] = []
  let sent = 0
  const send = async (operation: Operation, query: string) => {
    sent++
    const url = `${addressOf(operation, next.next().value.slice(0, 300) || 'x')}?${query}`
    await as('admin')
      .get(url)
      .catch((error: Error) => {
        failed.push(told(`${operation.id} ${url}`, error))
      })
  }
  for (const operation of contract.operations.filter(({ method }) => method === 'get')) {
    await send(operation, 'limit=1')
    for (const { name } of operation.query)
      for (const text of ['constructor', '__proto__', next.next().value])
        await send(operation, `limit=1&${name}=${text}`)
  }
  t.strictSame(failed, [])
  t.ok(sent > 3000, 'of every parameter')
})
