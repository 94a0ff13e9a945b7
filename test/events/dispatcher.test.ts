import t, { type Test } from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import { Dispatcher, type EventListener } from '#framework/events/dispatcher.ts'
import type { ChangeEvent } from '#framework/events/log.ts'
import { deleteOldEvents } from '#framework/events/retention.ts'
import { LogWatch } from '#framework/events/watch.ts'
import { emptyDatabase } from '../support/database.ts'

type Parts = ConstructorParameters<typeof Dispatcher>[0]
const silent: Parts['log'] = { error: () => undefined, warn: () => undefined }

async function open(t: Test, onStatement?: (text: string) => void): Promise<Database> {
  const { db, close } = await emptyDatabase(onStatement)
  t.teardown(close)
  return db
}

const dispatcher = (db: Database, listeners: readonly EventListener[], log = silent) =>
  new Dispatcher({ db, log, watch: new LogWatch({ db, log }) }).know(listeners)

/** A listener that notes what it takes. */
function noting(name: string, wants: EventListener['wants'] = () => true) {
  const taken: ChangeEvent[] = []
  const batches: number[] = []
  const take: EventListener['take'] = async (_trx, events) => {
    batches.push(events.length)
    taken.push(...events)
  }
  return { name, wants, take, taken, batches, keys: () => taken.map(({ pk }) => pk) }
}

const addTag = (db: Database, word: string) => db.insertInto('tag').values({ name: word, slug: word }).execute()
const addTags = async (db: Database, count: number) => {
  const rows = Array.from({ length: count }, (_, n) => ({ name: `tag ${n}`, slug: `tag-${n}` }))
  await db.insertInto('tag').values(rows).execute()
}
const until = async (holds: () => boolean) => {
  for (let tries = 0; tries < 300 && !holds(); tries++) await sleep(10)
}

t.test('a new listener begins at the end, and takes what follows in its order, 200 at once', async (t) => {
  const db = await open(t)
  await addTag(db, 'before')
  const one = noting('one')
  const other = noting('other', ({ pk }) => pk % 100 === 0)
  const all = dispatcher(db, [one, other])
  await all.drain()
  await addTags(db, 450)
  await all.drain()
  t.strictSame(one.batches, [200, 200, 50])
  t.strictSame(
    one.keys(),
    Array.from({ length: 450 }, (_, n) => n + 2)
  )
  t.strictSame(other.keys(), [100, 200, 300, 400])
  await all.drain()
  t.equal(one.taken.length, 450, 'and nothing twice')
  t.throws(() => dispatcher(db, [one, one]), /same name/)
})

t.test('what happened while no process ran is taken by the next one', async (t) => {
  const db = await open(t)
  await dispatcher(db, [noting('one')]).drain()
  await addTags(db, 3)
  const later = noting('one')
  await dispatcher(db, [later]).drain()
  t.strictSame(later.keys(), [1, 2, 3])
})

t.test('a listener that fails is told in the log, has written nothing, and holds up nobody', async (t) => {
  const db = await open(t)
  const words: string[] = []
  let fails = true
  const broken: EventListener = {
    name: 'broken',
    wants: () => true,
    take: async (trx, events) => {
      await trx
        .insertInto('part')
        .values(events.map(({ pk }) => ({ name: `part ${pk}` }) as never))
        .execute()
      if (fails) throw new Error('not today')
    }
  }
  const fine = noting('fine', ({ model }) => model === 'tag')
  const log = { ...silent, warn: (_given: unknown, text?: string) => void words.push(text!) } as Parts['log']
  const all = dispatcher(db, [{ ...broken, wants: ({ model }) => model === 'tag' }, fine], log)
  await all.drain()
  await addTags(db, 2)
  await all.drain()
  await all.drain()
  t.strictSame(fine.keys(), [1, 2])
  t.strictSame(words, [
    'broken could not take events; another try follows in 1 s',
    'broken could not take events; another try follows in 5 s'
  ])
  const parts = () => db.selectFrom('part').select('name').execute()
  t.strictSame(await parts(), [])
  fails = false
  await all.drain()
  t.strictSame(await parts(), [{ name: 'part 1' }, { name: 'part 2' }], 'and is given the same once more')
  await all.stop()
})

t.test('two processes give each event to one of them', async (t) => {
  const db = await open(t)
  const [one, other] = [noting('same'), noting('same')]
  const both = [dispatcher(db, [one]), dispatcher(db, [other])]
  await Promise.all(both.map((each) => each.drain()))
  for (let n = 0; n < 20; n++) {
    await addTag(db, `tag-${n}`)
    await Promise.all(both.map((each) => each.drain()))
  }
  const keys = [...one.keys(), ...other.keys()].toSorted((a, b) => a - b)
  t.strictSame(
    keys,
    Array.from({ length: 20 }, (_, n) => n + 1)
  )
})

t.test('events of the own process are taken at once, and nothing is asked where nobody listens', async (t) => {
  let statements = 0
  const db = await open(t, () => void statements++)
  const one = noting('one')
  const all = dispatcher(db, [one])
  await all.drain()
  all.start()
  await sleep(50)
  const begun = performance.now()
  await db.transaction().execute((trx) => addTag(trx, 'a'))
  await until(() => one.taken.length > 0)
  const took = performance.now() - begun
  t.strictSame(one.keys(), [1])
  t.ok(took < 300, `after ${took} ms`)
  await all.stop()
  await addTag(db, 'b')
  await sleep(100)
  t.strictSame(one.keys(), [1], 'after the end nothing is taken')
  const nobody = dispatcher(db, [])
  nobody.start()
  statements = 0
  await addTag(db, 'c')
  await sleep(600)
  t.ok(statements <= 2, `${statements} statements`)
  await nobody.stop()
})

t.test('whose place is not kept goes on with what is', async (t) => {
  const db = await open(t)
  const one = noting('one')
  const all = dispatcher(db, [one])
  await all.drain()
  await addTag(db, 'a')
  await all.drain()
  await addTags(db, 5)
  const old = { at: '2020-01-01T00:00:00.000Z' }
  await db.updateTable('event').set(old).where('record_id', '<', 4).execute()
  await deleteOldEvents(db, new AbortController().signal)
  const later = noting('one')
  await dispatcher(db, [later]).drain()
  t.strictSame(later.keys(), [4, 5, 6])
})
