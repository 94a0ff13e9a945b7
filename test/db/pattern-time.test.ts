import t from 'tap'
import { sql } from 'kysely'
import { limited } from '#db/limit.ts'
import { PatternError, PatternTime, PATTERN_MS } from '#db/pattern.ts'
import { build } from '../helper.ts'
import { onPostgres } from '../support/postgres.ts'

/** What JavaScript's own engine would not be done with in the life of the universe. */
const ENDLESS = '^(?=a)(a+)+$'
const NAME = `${'a'.repeat(60)}!`

t.test('an expression that would never end is refused, everywhere → 400', async (t) => {
  const { as, make, set, db } = await build(t)
  const admin = as('admin')
  const part = await make('/api/part/', { name: NAME, IPN: NAME })
  await make('/api/stock/', { part: part.pk, quantity: 1, batch: NAME })
  const expression = encodeURIComponent(ENDLESS)
  for (const [list, parameter] of [
    ['part', 'name_regex'],
    ['part', 'IPN_regex'],
    ['stock', 'name_regex'],
    ['stock', 'IPN_regex'],
    ['stock', 'batch_regex']
  ]) {
    const { status, body } = await admin.get(`/api/${list}/?${parameter}=${expression}`)
    t.equal(status, 400)
    t.match(body[parameter!], [/has look-ahead, .* which this server does not know/], `${list} ${parameter}`)
  }
  t.match((await admin.get(`/api/part/?search_regex=true&search=${expression}`)).body, { search: [/look-ahead/] })
  t.match((await admin.post('/api/search/', { search: ENDLESS, search_regex: true, part: {} })).body, {
    part: { error: /look-ahead/ }
  })
  const { status, body } = await admin.patch('/api/settings/global/PART_IPN_REGEX/', { value: ENDLESS })
  t.equal(status, 400)
  t.match(body, { value: [/look-ahead/] })

  await set('PART_IPN_REGEX', 'x')
  await db.updateTable('setting').set({ value: ENDLESS }).where('key', '=', 'PART_IPN_REGEX').execute()
  await set('PART_COMPONENT', true)
  t.equal(
    (await admin.patch(`/api/part/${part.pk}/`, { description: 'still written' })).status,
    200,
    'one that an import brought is not applied'
  )
})

/** Looked for in texts of two letters it has more states than can be remembered. */
const SLOW = '[ab]*a[ab]{60}[0-9]'

/** Letters that look like chance, and a digit that the engine must find first. */
function letters(count: number): string {
  let [seed, text] = [1, '1']
  while (text.length < count) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    text += 'ab'[(seed >> 16) & 1]
  }
  return text
}

t.test(
  'an expression that is large for a long text, or for many texts → 400',
  { skip: onPostgres && 'PostgreSQL searches by an engine of its own' },
  async (t) => {
    const { as, make, db } = await build(t)
    await make('/api/part/', { name: 'First', notes: letters(40_000) })
    const search = async (expression: string) =>
      await as('admin').get(`/api/part/?search_regex=true&search_notes=true&search=${encodeURIComponent(expression)}`)
    const refused = {
      detail:
        'This regular expression takes too long to search for; write it in a simpler form, or narrow the list by other filters.'
    }
    t.strictSame((await search('[ab]*a[ab]{600}[0-9]')).body, refused, 'one text')
    t.strictSame((await search(SLOW)).body, [], 'a smaller expression')
    const notes = letters(40_000)
    await db.transaction().execute(async (trx) => {
      for (let at = 0; at < 300; at++)
        await trx
          .insertInto('part')
          .values({ name: `Part ${at}`, notes })
          .execute()
    })
    const { status, body } = await search(SLOW)
    t.equal(status, 400, 'many texts')
    t.strictSame(body, refused)
    t.equal((await search('ab{3}')).body.length, 301, 'others are answered afterwards')
  }
)

t.test('the statements of one request share the time of their expressions; others have their own', (t) => {
  const slow = {
    test: () => {
      for (const end = performance.now() + 0.6 * PATTERN_MS; performance.now() < end; );
      return true
    }
  }
  const time = new PatternTime()
  const statement = () => {
    time.start()
    return time.test(slow, '')
  }
  const request = { check: () => undefined, stores: () => undefined }
  limited(request, () => {
    t.ok(statement() && statement())
    t.throws(statement, PatternError)
  })
  t.ok(limited({ ...request }, statement), 'another request')
  for (let n = 0; n < 3; n++) t.ok(statement(), 'one that no request asks for')
  t.end()
})

t.test(
  'PostgreSQL searches by an expression for a limited time',
  { skip: !onPostgres && 'for PostgreSQL alone' },
  async (t) => {
    const { db } = await build(t)
    const slow = sql`select 1 from pg_sleep(600) where 'x' ~* ${'x'}`
    await t.rejects(slow.execute(db), PatternError)
    await t.rejects(
      db.transaction().execute(async (trx) => await slow.execute(trx)),
      PatternError,
      'in a transaction too'
    )
    await db.transaction().execute(async (trx) => {
      const limit = async () => (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(trx)).rows
      const before = await limit()
      await sql`select 1 where 'x' ~* ${'x'}`.execute(trx)
      t.strictSame(await limit(), before, 'what follows is bounded as before')
    })
  }
)
