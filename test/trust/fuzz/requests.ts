// Requests that go wrong in one of many ways, each made of a seed and its number alone.
import type { Operation, Parameter } from '#contract/document.ts'
import { contract } from '../../support/contract.ts'
import type { RawRequest } from '../connection.ts'
import { Random } from '../random.ts'
import { fieldsOf, objectJson, propertiesOf, validJson } from './valid.ts'
import { INHERITED, manyKeys, plainText, VALUES, type Json, type ValueKind } from './values.ts'

export interface FuzzRequest extends RawRequest {
  /** What it is for, and in which way it is wrong. */
  operation: Operation
  way: string
}

/** What would lock the one out who asks: changes of the own account, of its tokens and its session. */
const OWN_ACCOUNT =
  /^(user_me_(update|partial_update|destroy)|user_(me_)?set_password_.*|user_tokens_.*destroy|allauth_auth_session_delete)$/

/** The records that may be named begin here; those below are the accounts that the tests use. */
const FIRST = 4

/** An answer that does not end; test/events/stream.test.ts attacks it. */
const ENDLESS = 'event_stream_retrieve'
export const OPERATIONS = contract.operations.filter(({ id }) => !OWN_ACCOUNT.test(id) && id !== ENDLESS)

const HOSTILE_KEYS = [
  '0',
  '-1',
  '00',
  '007',
  '1.0',
  '1e3',
  '9007199254740993',
  '2147483648',
  '9223372036854775808',
  '9'.repeat(100),
  '٣',
  '%00',
  '%2e%2e',
  '..%2f..%2f',
  '%ff',
  '%',
  'null',
  'NaN',
  'a',
  '1;2',
  '1,2',
  "1'",
  '😀',
  ...INHERITED
]

/** A text in an address: most as clients send it, some as nobody would. */
const escape = (text: string, random: Random): string =>
  random.chance(0.1)
    ? encodeURIComponent(text.toWellFormed()).replace(/%([0-9A-F])/, random.pick(['%$1', '%%', '%c3', '%ff', '%u0041']))
    : encodeURIComponent(text.toWellFormed())

function pathOf(operation: Operation, random: Random, hostile: boolean): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (hostile && random.chance(0.8))
      return random.chance(0.7)
        ? encodeURI(random.pick(HOSTILE_KEYS)).replaceAll('%25', '%')
        : escape(plainText(random), random)
    return operation.numbers.includes(name) ? String(random.whole(FIRST, 100)) : namedKey(operation, name, random)
  })
}

function namedKey(operation: Operation, name: string, random: Random): string {
  const kept = contract.document.paths[operation.path]
  const parameter = [...(kept.parameters ?? []), ...(kept[operation.method].parameters ?? [])]
    .map(contract.resolve as any)
    .find((one: any) => one.name === name) as Parameter | undefined
  const { enum: choices } = parameter ? contract.resolve(parameter.schema) : {}
  return encodeURIComponent(
    String(
      random.pick<unknown>(
        choices ?? [
          'PART_IPN_REGEX',
          'INVENTREE_INSTANCE',
          'INVENTREE_DEFAULT_CURRENCY',
          'PART_NAME_FORMAT',
          'part',
          'pk',
          '5'
        ]
      )
    )
  )
}

const PARAMETERS = [
  'limit',
  'offset',
  'ordering',
  'search',
  'format',
  'export',
  'export_format',
  'page',
  'name_regex',
  '__proto__',
  'constructor',
  'toString',
  'fields',
  'pk',
  'id',
  'in',
  ''
]
const ORDERINGS = [
  '-',
  '--name',
  'name,-name',
  'name,'.repeat(500),
  'pk;drop',
  'constructor',
  '__proto__',
  '-toString',
  'name desc',
  'part__name',
  '💥'
]
const REGEXES = [
  '(a+)+$',
  '^(?=a)(a+)+$',
  '^(?=1)(1+)+$',
  '(?=a)(a|aa)+$',
  '(?<!a)b',
  '[',
  '(',
  '*',
  '\\',
  'a{1,100000}',
  '(?<n>a)\\k<n>',
  '(?i)a',
  '\\p{L}+',
  '((((((((((a)))))))))){10}',
  '.*'.repeat(40),
  '\u0000',
  '(?R)',
  '[[:alpha:]]',
  'a|'.repeat(2000)
]
const PAGES = [
  '0',
  '-1',
  '1',
  '1000',
  '100000',
  '1e3',
  '1.5',
  '9007199254740993',
  '9223372036854775808',
  '-9223372036854775809',
  'NaN',
  '',
  'null',
  '٣',
  '0x10',
  ' 5 '
]

/** What a parameter may be given, by the part of its name that tells what it does. */
const WANTED: [name: RegExp, values: string[]][] = [
  [/limit|offset|page/, PAGES],
  [/ordering/, ORDERINGS],
  [/^search_regex$/, ['true', '1', 'x']],
  [/regex|^search$/, REGEXES]
]

function queryValue(name: string, random: Random, most: number): string {
  const [, values] = WANTED.find(([pattern]) => pattern.test(name)) ?? []
  if (values && random.chance(0.7)) return random.pick(values)
  if (random.chance(0.03)) return plainText(random).repeat(random.size(10, Math.min(most, 4000)))
  return plainText(random)
}

/** Every list has many filters; what searches, pages and sorts is named more often than each of them. */
function parameterName(known: string[], random: Random): string {
  const special = known.filter((name) => WANTED.some(([pattern]) => pattern.test(name)))
  if (special.length && random.chance(0.35)) return random.pick(special)
  if (known.length && random.chance(0.8)) return random.pick(known)
  return random.chance(0.8) ? random.pick(PARAMETERS) : plainText(random)
}

function queryOf(operation: Operation, random: Random, most: number): string {
  const known = operation.query.map(({ name }) => name)
  const pairs = Array.from({ length: random.chance(0.5) ? 1 : random.whole(2, 5) }, () => {
    const name = parameterName(known, random)
    return `${escape(name, random)}${random.chance(0.03) ? '' : '='}${escape(queryValue(name, random, most), random)}`
  })
  if (random.chance(0.02)) return '&'.repeat(random.size(10, 5000))
  return `${pairs.join('&')}${known.includes('limit') && random.chance(0.5) ? '&limit=3' : ''}`
}

const HEADERS: Record<string, (random: Random) => string> = {
  accept: (random) =>
    random.pick([
      '',
      '*/*',
      'text/html',
      'application/json;q=0',
      ',,,;;;',
      'application/json; indent=999999999',
      'a/b'.repeat(500),
      'application/json;version=constructor',
      '\u00ff'
    ]),
  'accept-language': () => 'xx-'.repeat(500),
  origin: (random) =>
    random.pick([
      '',
      'null',
      'https://evil.example',
      'http://[',
      'file://',
      'constructor',
      'http://a b',
      '*',
      'https://evil.example, https://b.example'
    ]),
  referer: (random) => random.pick(['', ':', 'http://[::', '\u00ff']),
  host: (random) => random.pick(['', 'evil.example', 'a b', '[', ':99999', 'a'.repeat(3000), 'x/../..']),
  cookie: (random) =>
    random.pick([
      'sessionid',
      'sessionid=',
      'sessionid=%ff',
      '__proto__=1; sessionid=a',
      'csrftoken=a; csrftoken=b',
      ';'.repeat(2000),
      'sessionid="a\\"b"',
      `sessionid=${'a'.repeat(4000)}`
    ]),
  'x-csrftoken': (random) => random.pick(['', 'a', '\u00ff']),
  authorization: (random) =>
    random.pick([
      '',
      'Token',
      'Token ',
      'Token a b',
      'Basic',
      'Basic !!!!',
      'Basic Og==',
      `Basic ${Buffer.from('a\u0000:b').toString('base64')}`,
      `Basic ${Buffer.from('constructor:x').toString('base64')}`,
      'Bearer constructor',
      `Token ${'a'.repeat(4000)}`,
      '\u00ff'
    ]),
  range: (random) => random.pick(['bytes=0-', 'bytes=-99999999999999999999', 'bytes=5-1,1-5', 'lines=1']),
  'if-none-match': (random) => random.pick(['*', '"', 'W/', ',,,']),
  'if-modified-since': (random) => random.pick(['never', '0', 'Sun, 99 Foo 99999 99:99:99 GMT']),
  'x-forwarded-for': (random) => random.pick(['', '1.2.3.4', 'constructor', '::::', `${'1.1.1.1,'.repeat(300)}`]),
  'x-forwarded-proto': () => 'javascript',
  'x-forwarded-host': () => 'evil.example/..',
  'x-http-method-override': () => 'DELETE',
  expect: (random) => random.pick(['100-continue', 'the unexpected']),
  'content-encoding': (random) => random.pick(['gzip', 'br', 'identity', 'constructor']),
  'transfer-encoding': (random) => random.pick(['gzip, chunked', 'identity', 'chunked, chunked']),
  'content-length': (random) => random.pick(['-1', '0', '1e3', '5, 6', '99999999999999999999', '']),
  connection: (random) => random.pick(['close', 'upgrade', 'keep-alive, close', 'authorization']),
  upgrade: () => 'websocket',
  traceparent: () => '00-zz-zz-zz',
  __proto__x: () => '1',
  constructor: () => 'x'
}

const TYPES = [
  '',
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json; charset=constructor',
  'application/jsonx',
  'json',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'b'.repeat(300)}`,
  'multipart/mixed; boundary=edge',
  'application/x-www-form-urlencoded; charset=latin1',
  'application/x-www-form-urlencoded',
  ';',
  'application/json, application/json',
  '*/*',
  'constructor'
]

/** Breaks bytes somewhere: takes out, puts in, turns over, cuts off. */
function broken(bytes: Buffer, random: Random): Buffer {
  let made = Buffer.from(bytes)
  for (let n = random.whole(1, 4); n > 0; n--) {
    const at = random.whole(0, Math.max(0, made.length - 1))
    const kind = random.whole(0, 3)
    if (kind === 0) made = Buffer.concat([made.subarray(0, at), made.subarray(at + random.whole(1, 5))])
    else if (kind === 1)
      made = Buffer.concat([
        made.subarray(0, at),
        random.chance(0.5)
          ? random.bytes(random.whole(1, 4))
          : Buffer.from(
              random.pick(['{', '}', '[', ']', '"', ',', ':', '\\', '\\u', '\0', '\ufeff', '/*', 'NaN', '--edge'])
            ),
        made.subarray(at)
      ])
    else if (kind === 2 && made.length) made[at] = random.whole(0, 255)
    else made = made.subarray(0, at)
  }
  return made
}

/** A multipart body of the fields of an operation, with files where none belong and names that lead elsewhere. */
function multipartOf(operation: Operation, random: Random, most: number): Buffer {
  const names = Object.keys(operation.body ? propertiesOf(operation.body) : {})
  const parts = Array.from({ length: random.whole(1, 6) }, () => {
    const name =
      names.length && random.chance(0.8)
        ? random.pick(names)
        : random.pick([...INHERITED, '', 'a[0]', 'a[b]', '\u0000', '"'])
    const file = random.chance(0.4)
      ? `; filename="${random.pick(['a.png', '', '../../x', 'a.svg', 'a\u0000.png', '.', 'con', 'é'.repeat(200), '.htaccess', 'a"b'])}"\r\nContent-Type: ${random.pick(['image/png', 'image/svg+xml', '', 'text/html', 'x'])}`
      : ''
    const content = random.chance(0.1)
      ? random.bytes(random.size(10, Math.min(most, 5000)))
      : Buffer.from(
          random.pick([
            plainText(random),
            '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
            '\x89PNG\r\n\x1a\n',
            'GIF89a',
            '{"a":1}',
            '[1,2'
          ])
        )
    return Buffer.concat([
      Buffer.from(`--edge\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
      content,
      Buffer.from('\r\n')
    ])
  })
  const whole = Buffer.concat([...parts, Buffer.from('--edge--\r\n')])
  return random.chance(0.4) ? broken(whole, random) : whole
}

/** A valid body, one value of which, or all that it is, is replaced. */
function bodyWith(operation: Operation, kind: ValueKind, random: Random, most: number): Json {
  const make = () => VALUES[kind](random, most)
  if (!operation.body || random.chance(0.1)) return make()
  const schema = contract.resolve(operation.body)
  if (schema.type === 'array')
    return random.chance(0.5)
      ? `[${make()}]`
      : `[{${Object.keys(propertiesOf(schema.items ?? {}))
          .map((name) => `${JSON.stringify(name)}:${make()}`)
          .join()}}]`
  const fields = fieldsOf(schema, random)
  const names = Object.keys(propertiesOf(schema))
  const aim = random.chance(0.1) || names.length === 0 ? random.pick(INHERITED) : random.pick(names)
  const property = propertiesOf(schema)[aim] && contract.resolve(propertiesOf(schema)[aim]!)
  // What belongs into a list of objects goes into one of their fields as often.
  if (property?.items && random.chance(0.6)) {
    const inner = fieldsOf(property.items, random, 1)
    const [, ...rest] = Object.keys(propertiesOf(property.items))
    if (rest.length) inner[random.pick(rest)] = make()
    return objectJson([
      ...Object.entries(fields),
      [aim, `[${Object.keys(inner).length ? objectJson(Object.entries(inner)) : make()}]`]
    ])
  }
  return objectJson([...Object.entries(fields), [aim, make()]])
}

const JSON_TYPE = { 'content-type': 'application/json' }
const validBody = (operation: Operation, random: Random): Json =>
  operation.body ? validJson(operation.body, random) : '{}'

type Ways = Record<string, (operation: Operation, random: Random, most: number) => RawRequest>
const plain = (operation: Operation, random: Random): RawRequest => ({
  method: operation.method.toUpperCase(),
  path: pathOf(operation, random, false)
})
const withBody = (
  operation: Operation,
  random: Random,
  body: Json | Buffer,
  headers: Record<string, string> = JSON_TYPE
): RawRequest => ({ ...plain(operation, random), headers, body })

/** The ways in which a request that only reads can be wrong. */
const READING: Ways = {
  query: (operation, random, most) => ({
    ...plain(operation, random),
    path: `${pathOf(operation, random, false)}?${queryOf(operation, random, most)}`
  }),
  headers: (operation, random) => ({
    ...plain(operation, random),
    headers: Object.fromEntries(
      Array.from({ length: random.whole(1, 3) }, () => random.pick(Object.entries(HEADERS))).map(([name, make]) => [
        name,
        make(random)
      ])
    )
  }),
  path: (operation, random) => ({
    ...plain(operation, random),
    path:
      pathOf(operation, random, true) +
      (random.chance(0.1) ? random.pick(['/', '//', '..', '?', '#', '%', ';a=b', '.json']) : '')
  }),
  method: (operation, random) => ({
    ...plain(operation, random),
    method: random.pick(['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'get'])
  })
}

/** The ways in which a body can be wrong. */
const WRITING: Ways = {
  ...(Object.fromEntries(
    (Object.keys(VALUES) as ValueKind[]).map((kind) => [
      kind,
      (operation, random, most) => withBody(operation, random, bodyWith(operation, kind, random, most))
    ])
  ) as Ways),
  unknownKeys: (operation, random, most) =>
    withBody(
      operation,
      random,
      validBody(operation, random).replace(/^\{/, () => `{${manyKeys(random, most / 4)},`)
    ),
  broken: (operation, random) => withBody(operation, random, broken(Buffer.from(validBody(operation, random)), random)),
  multipart: (operation, random, most) =>
    withBody(operation, random, multipartOf(operation, random, most), {
      'content-type': 'multipart/form-data; boundary=edge'
    }),
  contentType: (operation, random) =>
    withBody(operation, random, random.chance(0.7) ? validBody(operation, random) : random.bytes(random.whole(0, 50)), {
      'content-type': random.pick(TYPES)
    }),
  form: (operation, random, most) =>
    withBody(
      operation,
      random,
      queryOf(
        {
          ...operation,
          query: Object.keys(operation.body ? propertiesOf(operation.body) : {}).map((name) => ({ name }) as Parameter)
        },
        random,
        most
      ),
      { 'content-type': 'application/x-www-form-urlencoded' }
    ),
  valid: (operation, random) => withBody(operation, random, validBody(operation, random)),
  missing: (operation, random) =>
    withBody(operation, random, random.pick(['', '{}', '[]', 'null', '""', '0', ' ', '[[]]', '[{}]']))
}

/**
 * The request of a number: every operation in turn, in one way after the other.
 *
 * @param seed which of all possible runs
 * @param most the largest size of texts, lists and objects
 */
export function requestOf(seed: number, number: number, most: number): FuzzRequest {
  const random = new Random(seed, number)
  const operation = OPERATIONS[(number * 7919 + seed) % OPERATIONS.length]!
  const ways = Object.entries(
    operation.method === 'get' && random.chance(0.97) ? READING : random.chance(0.8) ? WRITING : READING
  )
  const [way, make] = random.pick(ways)
  return { operation, way, ...make(operation, random, most) }
}
