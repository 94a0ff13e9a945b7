// What a server that is killed owes to receivers of webhooks.
import t from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { readConfig } from '#server/config.ts'
import { plainly, startReceiver } from '../support/receiver.ts'
import { serve } from '../server/run.ts'
import { login, shared } from '../server/together.ts'

const PARTS = 30

/** Waits until something holds, as long as the test may take: servers start while others work. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50)
}

t.test(
  'what a killed server had not sent is sent by the next one, under the same id',
  { timeout: 90_000 },
  async (t) => {
    const env = { ...(await shared(t)), INVENTREE_WEBHOOK_ALLOW_PRIVATE: 'true' }
    const receiver = await startReceiver(t)
    const first = await serve(t, [], env)
    const asked = { name: 'ERP', url: receiver.url, models: ['part'], actions: ['created'] }
    const { pk } = (await first.ask('POST', '/api/webhooks/', login, asked)).body
    receiver.answer = () => undefined
    await first.ask('POST', '/api/part/', login, { name: 'First', description: '-' })
    await until(() => receiver.arrived.length === 1)
    const made: number[] = [receiver.arrived[0]!.body.pk]
    for (let n = 0; n < PARTS; n++)
      made.push((await first.ask('POST', '/api/part/', login, { name: `Part ${n}`, description: '-' })).body.pk)
    await first.stop('SIGKILL')
    receiver.answer = plainly(200)
    // The lease of the process that died would last for half a minute.
    const db = await openDatabase(readConfig(env).database)
    await db.updateTable('job').set({ locked_until: '2020-01-01' }).where('state', '=', 'running').execute()
    await db.destroy()
    const second = await serve(t, [], env)
    await until(() => new Set(receiver.arrived.map(({ body }) => body.pk)).size === made.length)
    const log = async () =>
      (await second.ask('GET', `/api/webhooks/${pk}/deliveries/?state=delivered&limit=100`, login)).body
    await until(async () => (await log()).count === made.length)
    const ids = Map.groupBy(receiver.arrived, ({ body }) => body.pk)
    t.strictSame(new Set(ids.keys()), new Set(made))
    for (const [part, arrivals] of ids)
      t.equal(new Set(arrivals.map(({ headers }) => headers['webhook-id'])).size, 1, `part ${part} has one id`)
    t.equal(ids.get(made[0]!)!.length, 2, 'the one that was on its way came twice')
    t.notMatch(first.complaints() + second.complaints(), /whsec_|\/hook/, 'neither secret nor address in the log')
  }
)
