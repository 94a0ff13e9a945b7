import t from 'tap'
import { build, column } from '../helper.ts'

const CODES = ['R-100', 'r-200', 'C_3.3', 'Ü-5', 'ß-6', 'A B', 'tab\u00b5F', '[x]', 'a{2}', 'aa', 'back\\slash', '電池-7', 'long'.padEnd(40, 'g')]

const { as, make } = await build(t)
for (const code of CODES) await make('/api/project-code/', { code, description: '-' })

/** The rule: a case-insensitive search anywhere in the text. What follows is what the databases must make of it, each with words of its own. */
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
  ['^(a)\\1$', ['aa']],
  ['^(?:a|b)+$', ['aa']],
  ['^(?P<letter>a)a$', ['aa']],
  ['^(?<letter>a)a$', ['aa']],
  ['\\\\', ['back\\slash']],
  ['^(?=r).*1', ['R-100']],
  ['^(?!r).-', ['Ü-5', 'ß-6']],
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
    const { status, body } = await as('admin').get(`/api/project-code/?search_regex=true&search=${encodeURIComponent(expression)}`)
    t.equal(status, 200)
    t.strictSame(column(body, 'code').sort(), [...codes].sort())
  })
}
