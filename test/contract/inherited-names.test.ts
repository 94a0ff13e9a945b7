import t from 'tap'
import type { Operation } from '#contract/document.ts'
import { oneRecord } from '#contract/read.ts'
import type { Answer } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { addressOf, filled } from '../support/hostile.ts'

t.setTimeout(300_000)

/**
 * What every object has, and something like it that none has: nobody can tell from an answer which of them was sent.
 */
const [INHERITED, NOTHING] = ['constructor', 'nosuchnames']
const SAME = new RegExp(`${INHERITED}|${NOTHING}|\\b[0-9a-f]{32}\\b`, 'g')

/**
 * What says something else each time, or is done once: clocks, ages, new tokens, a password that is like a name, what
 * is sent away, a unit that is defined by its own name.
 */
const CHANGING =
  /^(system_|notifications_|user_me_token|user_token|user_set_password|order_so_shipment_ship_|units_\w*update)/

/** What an answer says, whatever the word was; of what was stored, that it was. */
const shown = ({ status, text }: Answer, whole: boolean) =>
  `${status} ${whole || status >= 400 ? text.replaceAll(SAME, '…').slice(0, 2000) : ''}`

/** How the answer differs from that to a word that names nothing; undefined where it does not. */
async function difference(ask: (word: string) => Promise<Answer>, whole: boolean): Promise<string | undefined> {
  const usual = shown(await ask(NOTHING), whole)
  const said = await ask(INHERITED).then(
    (answer) => shown(answer, whole),
    (error: Error) => error.message
  )
  return said === usual ? undefined : `${said.slice(0, 200)} instead of ${usual.slice(0, 200)}`
}

t.test(
  'a filter, an ordering and an address with a name that every object has → answered like one that names nothing',
  async (t) => {
    const { as } = await filled(t)
    const failed: string[] = []
    const compare = async (operation: Operation, address: (word: string) => string) => {
      const found = await difference((word) => as('admin').get(address(word)), true)
      if (found) failed.push(`${operation.id} ${address('…')}: ${found}`)
    }
    for (const operation of contract.operations.filter(({ method, id }) => method === 'get' && !CHANGING.test(id))) {
      if (/\{/.test(operation.path)) await compare(operation, (word) => addressOf(operation, word))
      for (const { name } of operation.query)
        if (name !== 'export')
          await compare(operation, (word) => `${addressOf(operation, 'part')}?limit=1&${name}=${word}`)
    }
    t.strictSame(failed, [])
  }
)

t.test('a field of a body with a name that every object has → answered like one that names nothing', async (t) => {
  const { as } = await filled(t)
  const failed: string[] = []
  for (const operation of contract.operations.filter(({ id, body }) => body && !CHANGING.test(id))) {
    for (const [name, given] of Object.entries(oneRecord(contract, operation.body!).properties ?? {})) {
      const { type } = contract.resolve(given)
      const wrap = [type].flat().includes('array') ? (word: string) => [word] : (word: string) => word
      const ask = (word: string) =>
        as('admin')[operation.method as 'post'](
          addressOf(operation, 'part'),
          `{${JSON.stringify(name)}:${JSON.stringify(wrap(word))}}`,
          { 'content-type': 'application/json' }
        )
      const found = await difference(ask, false)
      if (found) failed.push(`${operation.id} ${name}: ${found}`)
    }
  }
  t.strictSame(failed, [])
})
