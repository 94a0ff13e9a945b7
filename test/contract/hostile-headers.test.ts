import t from 'tap'
import { build } from '../helper.ts'

t.setTimeout(300_000)

const JUNK = [
  '',
  ' ',
  'null',
  'junk',
  '://',
  'http://',
  'http://[',
  'constructor',
  ';;;',
  ',',
  '=',
  '=;=',
  '%',
  '"',
  '\u00ff\u00fe',
  'x'.repeat(10_000)
]

/** Headers that the server looks at, and what it gets there. */
const HEADERS: Record<string, string[]> = {
  origin: [...JUNK, 'https://127.0.0.1:99999', 'file://'],
  host: [...JUNK, '[', '[::1', 'a b', 'x:99999999', 'user@host', '127.0.0.1:-1', 'a/b?c#d'],
  cookie: [
    ...JUNK,
    'sessionid',
    'sessionid=',
    'sessionid=%',
    'sessionid=__proto__; csrftoken=%E0%A4%A',
    '__proto__=1; constructor=2',
    ';'.repeat(5000)
  ],
  accept: [...JUNK, 'text/*', '*', 'application/json;q=x', ','.repeat(5000)],
  'accept-encoding': [...JUNK, 'gzip;q=2'],
  'accept-language': [...JUNK, '*-*'],
  'content-type': [
    ...JUNK,
    'application/json; charset=utf-7',
    'application/json;;;',
    'application/json; charset',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    'application/x-www-form-urlencoded; charset=utf-16',
    'text/plain',
    '*/*'
  ],
  authorization: [
    ...JUNK,
    ...['Token', 'Basic', 'Bearer', 'Digest', 'constructor'].flatMap((scheme) =>
      ['', ' ', ' x', ' \u00ff', ' a b c', ' Og==', ' ====', ` ${'A'.repeat(9000)}`].map((rest) => scheme + rest)
    )
  ],
  'x-csrftoken': JUNK,
  'x-forwarded-for': [...JUNK, '1.2.3.4, 5.6.7.8', '::ffff:1', '999.999.999.999'],
  'x-forwarded-host': JUNK,
  'x-forwarded-proto': [...JUNK, 'https, http', 'javascript'],
  'x-forwarded-port': JUNK,
  forwarded: JUNK,
  'if-none-match': JUNK,
  'if-modified-since': JUNK,
  range: [...JUNK, 'bytes=', 'bytes=5-1', `bytes=${'0-,'.repeat(3000)}`],
  'x-http-method-override': ['DELETE', '__proto__'],
  expect: ['100-continue', 'junk']
}

const REQUESTS = [
  ['GET', '/api/part/?limit=1'],
  ['POST', '/api/part/'],
  ['OPTIONS', '/api/part/'],
  ['POST', '/api/auth/v1/auth/login'],
  ['GET', '/media/x.png']
] as const

t.test('headers with anything at all → no answer from 500 on', async (t) => {
  const { app, as, make } = await build(t)
  await make('/api/part/', { name: 'Relay' })
  const {
    body: { token }
  } = await as('admin').get('/api/user/token/')
  const failed: string[] = []
  for (const [name, values] of Object.entries(HEADERS)) {
    for (const value of values) {
      for (const [method, url] of REQUESTS) {
        const credentials: Record<string, string> =
          name === 'authorization' || name === 'cookie' || name === 'origin' ? {} : { authorization: `Token ${token}` }
        const session: Record<string, string> =
          name === 'origin' || name === 'host' ? { cookie: 'sessionid=x; csrftoken=x' } : {}
        const headers = { 'content-type': 'application/json', ...credentials, ...session, [name]: value }
        const { statusCode } = await app.inject({
          method,
          url,
          headers,
          payload: method === 'POST' ? '{"name":"x"}' : undefined
        })
        if (statusCode >= 500) failed.push(`${method} ${url} ${name}: ${value.slice(0, 60)} → ${statusCode}`)
      }
    }
  }
  t.strictSame(failed, [])
})
