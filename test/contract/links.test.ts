import t from 'tap'
import { anchors, checkLinks } from '../../scripts/lint/links.ts'

const PAGES: Record<string, string> = {
  'docs/part.md': '# Parts\n\n## Numbers\n\n## `IPN` & more\n\n## Numbers\n\n```sh\n# no heading\n```\n',
  'README.md': '# Here\n',
  'src/modules/part.ts': ''
}
const exists = (file: string) => file in PAGES || ['src', 'src/modules', 'docs', 'docs/'].includes(file)
const ends = (file: string) => Object.keys(PAGES).some((name) => `/${name}`.endsWith(`/${file}`))
const problems = (file: string, text: string) => checkLinks([{ file, text }], (name) => PAGES[name], exists, ends)

t.test('headings are linked to as they are on GitHub', async (t) => {
  t.strictSame([...anchors(PAGES['docs/part.md']!)], ['parts', 'numbers', 'ipn--more', 'numbers-1'])
})

t.test('what leads somewhere is fine', async (t) => {
  for (const text of [
    '// docs/part.md#numbers',
    '// see README.md and src/modules/part.ts',
    '// `part.ts`, modules/part.ts, ../part.ts, *.test.ts, part.d.ts, all of src/modules/',
    '// https://example.org/docs/gone.md#x',
    '// *.md',
    '// recorded in the log'
  ])
    t.strictSame(problems('src/x.ts', text), [], text)
  for (const text of [
    '[a](part.md#ipn--more)',
    '[b](../README.md)',
    '[c](../src/)',
    '[d](#e)\n## E',
    '`[code](gone)`',
    '```\n[code](gone)\n```'
  ]) {
    const page = text.includes('## E') ? { ...PAGES, 'docs/x.md': text } : PAGES
    t.strictSame(
      checkLinks(
        [{ file: 'docs/x.md', text }],
        (name) => page[name as keyof typeof page],
        (name) => exists(name) || name in page
      ),
      [],
      text
    )
  }
})

t.test('a comment that names what is not in the repository is told', async (t) => {
  const cases = {
    '// the rule (behaviour-part 19)': 'names "behaviour-part 19", which is not in the repository',
    '// no charset (clients.md)': 'names clients.md, which is not in the repository',
    '// the recordings core-bodies': 'names "recordings core-bodies", which is not in the repository',
    '// as recorded in part-bulk': 'names "recorded in part-bulk", which is not in the repository',
    '// see print-study': 'names "print-study", which is not in the repository',
    '// docs/gone.md#numbers': 'names docs/gone.md, which is not in the repository',
    '// docs/part.md#letters': 'links to docs/part.md#letters: there is no such heading',
    '// src/gone.ts': 'names src/gone.ts, which is not in the repository',
    '// see modules/gone.ts': 'names modules/gone.ts, which is not in the repository',
    '// `gone.ts` does it': 'names gone.ts, which is not in the repository',
    "import './gone.ts'": 'names gone.ts, which is not in the repository',
    '// all of src/gone/': 'names src/gone/, which is not in the repository'
  }
  for (const [text, what] of Object.entries(cases))
    t.strictSame(problems('src/x.ts', `\n${text}\n`), [`src/x.ts:2 ${what}`])
})

t.test('a page that links to nothing is told', async (t) => {
  const cases = {
    '[a](gone.txt)': 'links to gone.txt, which is not in the repository',
    '[a](../../outside.txt)': 'links to ../../outside.txt, which is not in the repository',
    '[a](part.md#letters)': 'links to part.md#letters: there is no such heading',
    '[a](gone.md)': 'names gone.md, which is not in the repository'
  }
  for (const [text, what] of Object.entries(cases)) t.match(problems('docs/x.md', text), [`docs/x.md:1 ${what}`])
  t.strictSame(problems('docs/part.md', '[a](#letters)'), [
    'docs/part.md:1 links to #letters: there is no such heading'
  ])
})
