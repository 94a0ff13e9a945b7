import t, { type Test } from 'tap'
import { fetchNews } from '#modules/news/news.ts'
import { feedEntries } from '#modules/news/feed.ts'
import { build, CONFIG } from '../helper.ts'
import { otherServer } from '../support/source.ts'

const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The feed</title>
  <entry><id>urn:1</id><title type="html">One &amp;amp; only</title><link rel="self" href="https://news.example/self"/>
    <link href="https://news.example/1?a=1&amp;b=2"/><published>2026-11-23T12:00:00+01:00</published>
    <author><name>Mara</name></author><summary type="html">&lt;p&gt;What is &lt;b&gt;new&lt;/b&gt;&lt;/p&gt;</summary></entry>
  <entry><id>urn:2</id><title>Two</title><link href="javascript:alert(1)"/><updated>2026-11-24T12:00:00Z</updated></entry>
  <entry><id>urn:3</id><title>Three</title><link href="https://news.example/3"/><updated>2026-11-25T12:00:00Z</updated></entry>
</feed>`
const RSS = `<rss><channel><title>The feed</title><item><title><![CDATA[Four <i>times</i>]]></title><link>https://news.example/4</link>
  <pubDate>Mon, 23 Nov 2026 12:00:00 GMT</pubDate><description>Short</description></item></channel></rss>`

const day = (db: Parameters<typeof fetchNews>[0]['db'], newsURL: string | null) => ({
  config: { ...CONFIG, newsURL },
  db,
  stopped: new AbortController().signal
})

async function serving(t: Test, answers: string[]): Promise<string> {
  return await otherServer(t, (_request, response) => {
    const text = answers.length > 1 ? answers.shift() : answers[0]
    response.end(text)
  })
}

t.test('a feed is read in both of its forms, as plain text', (t) => {
  const [one, three, ...more] = feedEntries(ATOM)
  t.strictSame(one, {
    feed_id: 'urn:1',
    title: 'One & only',
    link: 'https://news.example/1?a=1&b=2',
    published: '2026-11-23T11:00:00.000Z',
    author: 'Mara',
    summary: 'What is new'
  })
  t.match(three, { feed_id: 'urn:3', author: '', summary: '' })
  t.strictSame(more, [], 'an address that is none of the web is passed over')
  t.match(feedEntries(RSS), [{ feed_id: 'https://news.example/4', title: 'Four times', summary: 'Short' }])
  t.strictSame(feedEntries('<html>nothing</html>'), [])
  t.end()
})

t.test('a feed that is made to take long does not', (t) => {
  const many = (text: string) => text.repeat(Math.floor(300_000 / text.length))
  const begun = performance.now()
  for (const feed of [
    many('<entry>'),
    `${many('<entry>')}</entry>`,
    `<item><title>${many('<![CDATA[')}</title></item>`,
    `<item>${many('<link ')}</item>`
  ])
    t.strictSame(feedEntries(feed), [])
  t.ok(performance.now() - begun < 2000)
  t.end()
})

t.test('news come from the feed that the configuration names, and what was read stays read', async (t) => {
  const { db, as } = await build(t)
  const admin = as('admin')
  const address = await serving(t, [ATOM, ATOM.replace('Three', 'Drei')])
  await fetchNews(day(db, address))
  const { body } = await admin.get('/api/news/?read=false')
  t.match(body, [{ title: 'Three' }, { title: 'One & only' }], 'the newest first')
  const own = `/api/news/${body[0].pk}/`
  t.match((await admin.patch(own, { read: true, title: 'Ours' })).body, { read: true, title: 'Three' })
  t.match((await admin.put(own, {})).body, { read: true })
  await fetchNews(day(db, address))
  t.match((await admin.get(own)).body, { read: true, title: 'Drei' }, 'the feed says what is new about it')
  t.equal((await admin.get('/api/news/?ordering=author')).body.length, 2)
  t.strictSame((await admin.delete('/api/news/', { items: [body[1].pk] })).body, { success: 'Deleted 1 items' })
  t.equal((await admin.delete(own)).status, 204)
  t.strictSame((await admin.get(own)).body, { detail: 'No NewsFeedEntry matches the given query.' })
  t.equal((await admin.post('/api/news/', {})).status, 405)
})

t.test('a user and password in the address are sent, and told in no error', async (t) => {
  const { db } = await build(t)
  const heard: unknown[] = []
  const address = await otherServer(t, (request, response) => {
    heard.push(request.headers.authorization)
    response.statusCode = heard.length > 1 ? 500 : 200
    response.end(ATOM)
  })
  const url = address.replace('://', '://mara:s%C3%A9cret@')
  await fetchNews(day(db, url))
  t.strictSame(heard, [`Basic ${Buffer.from('mara:sécret').toString('base64')}`])
  t.equal((await db.selectFrom('news_entry').select('id').execute()).length, 2)
  let message = ''
  await fetchNews(day(db, url)).catch((failure: Error) => {
    message = failure.message
  })
  t.match(message, /it answers 500/)
  t.notMatch(message, /cret/)
})

t.test('without an address nobody is asked; a feed that cannot be read changes nothing', async (t) => {
  const { db, as, makeUser } = await build(t)
  await makeUser({ name: 'stella', staff: true })
  await makeUser({ name: 'tove' })
  await fetchNews(day(db, null))
  const refusing = await otherServer(t, (_request, response) => response.writeHead(503).end())
  await t.rejects(fetchNews(day(db, refusing)), { message: /^127\.0\.0\.1:\d+ cannot be read: it answers 503$/ })
  const endless = await otherServer(t, (_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65536)));
    }
    response.on('drain', more)
    more()
  })
  await t.rejects(fetchNews(day(db, endless)), { message: /larger than 1048576 bytes$/ })
  const leading = await otherServer(t, (_request, response) => response.writeHead(302, { location: refusing }).end())
  await t.rejects(fetchNews(day(db, leading)), { message: /cannot be read/ }, 'nobody is led elsewhere')
  t.match((await as('stella').get('/api/news/?limit=10&ordering=-published')).body, { count: 0, results: [] })
  t.equal((await as('tove').get('/api/news/')).status, 403)
})
