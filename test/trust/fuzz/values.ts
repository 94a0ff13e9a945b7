// Values that nobody should send, as JSON text, since some of them are none that JavaScript could hold.
import type { Random } from '../random.ts'

/** What a value in JSON may be, as text. */
export type Json = string

const NUMBERS = [
  '-0',
  '0.1',
  '1e-400',
  '1e308',
  '1e309',
  '-1e309',
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '2147483647',
  '2147483648',
  '-2147483649',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775809',
  '18446744073709551616',
  '1e15',
  '99999999999999.999999',
  '0.00000000000000001',
  '-1',
  '1.5',
  '"NaN"',
  '"Infinity"',
  '"-Infinity"',
  '"1e5"',
  '"0x10"',
  '" 5 "',
  '"1,000"',
  '"١٢٣"',
  `1${'0'.repeat(400)}`,
  `"${'9'.repeat(5000)}"`,
  `"1/3"`,
  '"1/0"',
  '"5 m"',
  '"1e999999999"',
  '"10**10"'
]

const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0001\u001b[31m',
  '\ud800',
  'a\udfffb',
  '\ufeff',
  '\u202egnp.exe',
  '\u200b',
  '\u2028',
  '\ufffe',
  '😀'.repeat(50),
  'e\u0301'.repeat(30),
  'İ',
  'ß',
  'ﷺ'.repeat(40),
  "'; drop table part; --",
  '%',
  '_',
  '\\',
  '\\x00',
  '%00',
  '$(id)',
  '{{7*7}}',
  '{% for a in b %}',
  '{part.pk.__class__}',
  '${7}',
  '%s%n',
  '../../../etc/passwd',
  'C:\\con',
  '//evil.example',
  'javascript:alert(1)',
  'data:text/html,<script>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '<!--',
  '<![CDATA[',
  '&#0;',
  '=1+1',
  '@SUM(A1)',
  'null',
  'true',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '(a+)+$',
  '[',
  '(?=a)',
  '\\d{1,99999}',
  '*',
  '?',
  '+',
  '.',
  ',',
  ',,,,',
  '1,2,x',
  ';',
  '|',
  '1..5',
  '1-99999999',
  '1-5000,1-5000',
  '~',
  '~5'
]

const DATES = [
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '2023-02-29',
  '2024-02-30',
  '2024-13-01',
  '2024-1-1',
  '2024-01-01T00:00:00Z',
  '2024-01-01T25:61:61Z',
  '2024-01-01T00:00:00+99:99',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '1',
  '1e3',
  'today',
  '２０２４-01-01',
  '2024-01-01 00:00',
  '+275760-09-13',
  '-271821-04-20T00:00:00Z'
]

/** Names that every object of JavaScript has. */
export const INHERITED = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  'prototype',
  '__defineGetter__',
  'isPrototypeOf',
  'toLocaleString'
]

const numberText = (random: Random): Json => random.pick(NUMBERS)
const text = (random: Random): Json => JSON.stringify(random.pick(TEXTS))
const date = (random: Random): Json => JSON.stringify(random.pick(DATES))
/** A lone half of a character, in the escaped form that JSON permits. */
const half = (): Json => '"\\ud83d"'

function long(random: Random, most: number): Json {
  const piece = random.pick([
    'a',
    'é',
    '😀',
    ' ',
    '\n',
    '"',
    '<',
    '&',
    '[',
    'a,',
    '<b>',
    '1',
    '\u0000',
    'aA1 ',
    '{',
    '../',
    '*',
    '(',
    '&amp;',
    '<p '
  ])
  return JSON.stringify(piece.repeat(Math.ceil(random.size(10, most) / piece.length)))
}

function deep(random: Random, most: number): Json {
  const depth = random.size(5, most)
  return random.chance(0.5) ? '['.repeat(depth) + ']'.repeat(depth) : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
}

function array(random: Random, most: number): Json {
  const item = random.pick<() => Json>([
    () => '1',
    () => 'null',
    () => '{}',
    () => '[]',
    () => '""',
    () => numberText(random),
    () => text(random),
    () => '{"pk":1,"quantity":1}'
  ])()
  const length = random.size(1, most)
  // The same again and again, or all different.
  return random.chance(0.5)
    ? `[${Array.from({ length }, () => item).join()}]`
    : `[${Array.from({ length }, (_, n) => (random.chance(0.5) ? n : `"t${n}"`)).join()}]`
}

/** An object with the keys that every object has anyway. */
function inherited(random: Random): Json {
  const keys = Array.from({ length: random.whole(1, 4) }, () => random.pick(INHERITED))
  return `{${keys.map((key) => `"${key}":${random.pick(['1', 'null', '"x"', '{}', '[]', '{"toString":1}', '{"__proto__":{"x":1}}'])}`).join()}}`
}

/** An object with masses of keys that nobody knows. */
export function manyKeys(random: Random, most: number): Json {
  const length = random.size(10, most)
  const prefix = random.pick(['k', '', 'é', '__proto__', 'name'])
  return Array.from({ length }, (_, n) => `"${prefix}${n}":${n % 3}`).join()
}

const wrongType = (random: Random): Json =>
  random.pick([
    'null',
    'true',
    'false',
    '0',
    '1',
    '-1',
    '1.5',
    '""',
    '"x"',
    '[]',
    '{}',
    '[[]]',
    '[null]',
    '[{}]',
    '{"pk":1}',
    '[1,"a",null]'
  ])

/** The kinds of values, each of which may stand for any value of a body; `most` is the largest size. */
export const VALUES = {
  wrongType,
  number: numberText,
  text,
  half,
  date,
  long,
  deep,
  array,
  inherited,
  object: (random: Random, most: number) => `{${manyKeys(random, most / 10)}}`
} satisfies Record<string, (random: Random, most: number) => Json>
export type ValueKind = keyof typeof VALUES

/** A text for an address or a header, of the kinds above. */
export function plainText(random: Random): string {
  const kind = random.pick([NUMBERS, TEXTS, DATES, INHERITED])
  return random.pick(kind).replace(/^"|"$/g, '')
}
