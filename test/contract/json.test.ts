import t from 'tap'
import { JsonError, parseJson } from '#contract/json.ts'

const values: ReadonlyArray<readonly [string, unknown]> = [
  ['{"name": "Relay", "n": [1, -2.5e3, true, null]}', { name: 'Relay', n: [1, -2500, true, null] }],
  ['  "text"\n', 'text'],
  ['7', 7],
  ['{"a": 1, "a": 2}', { a: 2 }],
  ['"\\ud83d\\ude00"', '\u{1F600}']
]
for (const [text, value] of values) t.strictSame(parseJson(text), value, `takes ${text}`)

const NAME = 'Expecting property name enclosed in double quotes'
const refusals: ReadonlyArray<readonly [string, string]> = [
  ['{{', `${NAME}: line 1 column 2 (char 1)`],
  ['{', `${NAME}: line 1 column 2 (char 1)`],
  ['{"name": "Motors",}', `${NAME}: line 1 column 19 (char 18)`],
  ["{'a': 1}", `${NAME}: line 1 column 2 (char 1)`],
  ['', 'Expecting value: line 1 column 1 (char 0)'],
  ['\t ', 'Expecting value: line 1 column 3 (char 2)'],
  ['name=Motors', 'Expecting value: line 1 column 1 (char 0)'],
  ['{"name": \'Motors\'}', 'Expecting value: line 1 column 10 (char 9)'],
  ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
  ['{"a": tru}', 'Expecting value: line 1 column 7 (char 6)'],
  ['-', 'Expecting value: line 1 column 1 (char 0)'],
  ['{"name": "Capac', 'Unterminated string starting at: line 1 column 10 (char 9)'],
  ['"a\\', 'Unterminated string starting at: line 1 column 1 (char 0)'],
  ['{"a": 1 "b": 2}', "Expecting ',' delimiter: line 1 column 9 (char 8)"],
  ['{"a": 1', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
  ['[1}', "Expecting ',' delimiter: line 1 column 3 (char 2)"],
  ['[01]', "Expecting ',' delimiter: line 1 column 3 (char 2)"],
  ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
  ['{"a": 1} x', 'Extra data: line 1 column 10 (char 9)'],
  ['1.', 'Extra data: line 1 column 2 (char 1)'],
  ['["a\tb"]', 'Invalid control character at: line 1 column 4 (char 3)'],
  ['["a\\x"]', 'Invalid \\escape: line 1 column 4 (char 3)'],
  ['["\\u12"]', 'Invalid \\uXXXX escape: line 1 column 4 (char 3)'],
  ['\ufeff{}', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'],
  ['{\n "a": 1,\n "b" 2}', "Expecting ':' delimiter: line 3 column 6 (char 16)"],
  ['["\u{1F600}é" 1]', "Expecting ',' delimiter: line 1 column 7 (char 6)"],
  ['{"a": NaN}', "Out of range float values are not JSON compliant: 'NaN'"],
  ['[-Infinity}', "Out of range float values are not JSON compliant: '-Infinity'"]
]
for (const [text, message] of refusals) {
  t.throws(() => parseJson(text), new JsonError(message), `refuses ${JSON.stringify(text)}`)
}

t.test('nesting has a limit', async (t) => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  t.ok(parseJson(nested(500)), 'takes 500 levels')
  t.throws(() => parseJson(nested(501)), JsonError, 'refuses more')
  t.throws(() => parseJson(nested(100_000)), JsonError, 'refuses very many')
  t.throws(() => parseJson('['.repeat(100_000)), JsonError, 'also unfinished')
  t.ok(parseJson(`"${'[{'.repeat(1000)}"`), 'brackets in texts do not count')
})
