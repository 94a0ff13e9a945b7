import t from 'tap'
import { isSafeMarkdown } from '#contract/markdown.ts'

const safe = [
  '',
  '# Relay\n\n* coil: **5 V**\n* contacts: 10 A',
  '# Crimping\n\n1. Strip 3 mm\n2. *Crimp*\n\n| wire | size |\n|---|---|\n| red | 0.5 |',
  '[site](https://example.com/a?b=c:d) and [mail](mailto:a@example.com)',
  '[site](HTTP://example.com "data: a title")',
  '![photo](/media/notes/photo.png)',
  '![photo](https://example.com/photo.png "A photo")',
  '[part](../part/12/) [top](#top) [query](?a=b:c)',
  '[data sheet][ds]\n\n[ds]: https://example.com/ds.pdf "Sheet"',
  '[ds]: <https://example.com/ds.pdf>',
  'see [1]: javascript: the good parts',
  '[^1]: Note: a footnote',
  '```\nmap[key](custom:value)\n```\ndone',
  'call `table[0](arg:1)` first',
  'javascript:alert(1) as plain text',
  'a list [x] and (y:z)'
]
for (const text of safe) t.ok(isSafeMarkdown(text), `${JSON.stringify(text)} is safe`)

const unsafe = [
  '[click](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '[click](JavaScript:alert(1))',
  '[click]( javascript:alert(1))',
  '[click](<javascript:alert(1)>)',
  '[click](< javascript:alert(1)>)',
  '[click](java\nscript:alert(1))',
  '[click](java\u200bscript:alert(1))',
  '[click](javascript\\:alert(1))',
  '[click](javascript:alert(1)',
  '[click](vbscript:x)',
  '![x](data:text/html;base64,AAAA)',
  '[click](unknown:thing)',
  '[drive](C:\\temp)',
  '[click][r]\n\n[r]: javascript:alert(1)',
  '[r]:\n  <javascript:alert(1)> "title"',
  '> - [r]: javascript:alert(1)',
  '\\`[x](javascript:alert(1))\\`',
  '`` ` `` [x](unknown:thing)'
]
for (const text of unsafe) t.notOk(isSafeMarkdown(text), `${JSON.stringify(text)} is unsafe`)

t.test('long texts are checked in little time', async (t) => {
  const start = performance.now()
  for (const piece of ['](', '[a]:\n', '`', '```\n', '[', '> ', '](a', '``a`', '](  ', '\n'])
    isSafeMarkdown(piece.repeat(50_000) + '](' + piece.repeat(50_000))
  t.ok(performance.now() - start < 5000)
})
