import t from 'tap'
import { build, column } from '../helper.ts'

const CODES = [
  'R-100',
  'r-200',
  'C_3.3',
  'Ü-5',
  'ß-6',
  'A B',
  'tab\u00b5F',
  '[x]',
  'a{2}',
  'aa',
  'back\\slash',
  '電池-7',
  'long'.padEnd(40, 'g')
]

const { as, make } = await build(t)
for (const code of CODES) await make('/api/project-code/', { code, description: '-' })

/**
 * The rule: a case-insensitive search anywhere in the text. What follows is what the databases must make of it, each
 * with words of its own.
 */
const FOUND: [string, string[]][] = [
  ['^r-', ['R-100', 'r-200']],
  ['^R-\\d+$', ['R-100', 'r-200']],
  ['\\d{3}', ['R-100', 'r-200']],
  ['^[rc]', ['C_3.3', 'R-100', 'r-200']],
  ['^[^rc]-', ['Ü-5', 'ß-6']],
  ['3\\.3', ['C_3.3']],
  ['3.3', ['C_3.3']],
  ['_', ['C_3.3']],
  ['^ü', ['Ü-5']],
  ['^[ü]', ['Ü-5']],
  ['\\u00dc', ['Ü-5']],
  ['池', ['電池-7']],
  ['^a\\sb$', ['A B']],
  ['\\bb\\b', ['A B']],
  ['^\\[x\\]$', ['[x]']],
  ['[[]', ['[x]']],
  ['[\\]]', ['[x]']],
  ['a\\{2\\}', ['a{2}']],
  ['^a{2}$', ['aa']],
  ['^(?:a|b)+$', ['aa']],
  ['^(?P<letter>a)a$', ['aa']],
  ['^(?<letter>a)a$', ['aa']],
  ['\\\\', ['back\\slash']],
  ['^.{40}$', ['long'.padEnd(40, 'g')]],
  ['g{30,}', []], // a comma ends a word: these are the words g{30 and }
  ['a{', ['a{2}']],
  ['^a{2', ['a{2}']],
  ['{2', ['a{2}']],
  ['g*?$', CODES],
  ['^$', []],
  ['(', []],
  ['[z-a]', []],
  ['*', []]
]

for (const [expression, codes] of FOUND) {
  t.test(`search_regex ${expression} → ${codes.length} found`, async (t) => {
    const { status, body } = await as('admin').get(
      `/api/project-code/?search_regex=true&search=${encodeURIComponent(expression)}`
    )
    t.equal(status, 200)
    t.strictSame(column(body, 'code').sort(), [...codes].sort())
  })
}

/**
 * Expressions that are refused, and what the answer names. What the engine does not know would have to run where an
 * expression can take for ever.
 */
const REFUSED: [string, RegExp][] = [
  ['^(a)\\1$', /back reference/],
  ['(?<x>a)\\k<x>', /back reference/],
  ['(?P<x>a)(?P=x)', /back reference/],
  ['^(?=r).*1', /look-ahead/],
  ['^(?!r).-', /look-ahead/],
  ['(?<=r)-', /look-behind/],
  ['(?<!r)-', /look-behind/],
  ['(?>a+)b', /atomic group/],
  ['a++b', /possessive/],
  ['a{1000}{1000}', /repeats|repetition/],
  ['(((a{30}){30}){30})', /repeats/],
  ['((a{100}){100}){100}', /repeats/],
  ['(((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9})', /repeats/],
  [`(${'ab'.repeat(200)}){1000}`, /repeats/],
  ['a{2000}', /repeats/],
  ['a{999999999999}', /repeats/],
  [`${'a?'.repeat(250)}b`, /at most 500 characters/]
]

for (const [expression, named] of REFUSED) {
  t.test(`search_regex ${expression.slice(0, 60)} → 400`, async (t) => {
    for (const [url, parameter] of [
      ['/api/project-code/?search_regex=true&search=', 'search'],
      ['/api/part/?name_regex=', 'name_regex'],
      ['/api/stock/?batch_regex=', 'batch_regex']
    ] as const) {
      const { status, body } = await as('admin').get(url + encodeURIComponent(expression))
      t.equal(status, 400, url)
      t.match(body[parameter], [named])
    }
  })
}

t.test('an expression with many words is as long as all of them → 400', async (t) => {
  const words = Array.from({ length: 90 }, (_, at) => `(a?){9}${at}`).join(' ')
  const { status, body } = await as('admin').get(
    `/api/project-code/?search_regex=true&search=${encodeURIComponent(words)}`
  )
  t.strictSame([status, body], [400, { search: ['A regular expression has at most 500 characters here.'] }])
})
