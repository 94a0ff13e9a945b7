import t from 'tap'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { build } from '../helper.ts'
import { multipart, picture } from '../support/multipart.ts'

const URL = '/api/attachment/'
const SVG = 'xmlns="http://www.w3.org/2000/svg"'

const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-drawings-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const { as, make } = await build(t, { mediaRoot })
const admin = as('admin')
const part = (await make('/api/part/', { name: 'Drawn' })).pk
const onDisk = (url: string) => join(mediaRoot, decodeURIComponent(url.replace('/media/', '')))
const send = (name: string, content: string | Buffer, type?: string) =>
  admin.post(URL, ...multipart({ model_type: 'part', model_id: part, attachment: { name, content, type } }))

/** What is kept of a file. */
async function kept(name: string, content: string | Buffer, type?: string): Promise<string> {
  const { status, body } = await send(name, content, type)
  t.equal(status, 201, name)
  return readFileSync(onDisk(body.attachment), 'utf8')
}

/** What must be left of no drawing, however it was hidden. */
const ACTIVE =
  /script|alert|onload|evil|javascript|<a\b|foreignObject|animate|<set|iframe|ENTITY|DOCTYPE|<\?|@import|\\|text\/html|base64,PHN2|xhtml|xml:base|handler/i

const inside = (content: string, attributes = '') =>
  `<svg ${SVG} xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}<rect width="1"/></svg>`

t.test('whatever is hidden in a drawing, nothing that could run or reach out is left', async (t) => {
  for (const content of [
    '<script>alert(1)</script>',
    '<SCRIPT>alert(1)</SCRIPT>',
    `<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>`,
    '<script href="data:,alert(1)"/>',
    '<![CDATA[<]]>script>',
    '<g onload="alert(1)" onclick="alert(1)" ONLOAD="alert(1)" x:onload="alert(1)"/>',
    '<a href="https://evil.example"><rect/></a>',
    '<a xlink:href="java&#115;cript:alert(1)"><rect/></a>',
    '<a href="java\tscript:alert(1)"/>',
    '<use href="https://evil.example/x.svg#a"/>',
    '<use xlink:href=" \u0001//evil.example/x.svg#a"/>',
    '<use href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image href="https://evil.example/x.png"/>',
    '<image xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image href="data:text/html,evil"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="xlink:href" values="javascript:alert(1)"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example"/></body></foreignObject>',
    '<style>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</style>',
    '<style><![CDATA[</style><script>alert(1)</script>]]></style>',
    '<style>@import "https://evil.example";</style>',
    '<style>@im/**/port url(https://evil.example);</style>',
    '<style>a{fill:\\75 rl(https://evil.example)}</style>',
    '<style>a{fill:url(https://evil.example)}</style>',
    '<style>a{fill:u/**/rl(//evil.example)}</style>',
    '<style>@media all{a{fill:url(//evil.example)}}</style>',
    '<style>a{font-family:"x;fill:url(//evil.example)"}</style>',
    '<style>@font-face{src:url(//evil.example)}</style>',
    '<style>a{behavior:url(#evil)}</style>',
    '<style>a{fill:image-set("//evil.example" 1x)}</style>',
    '<style>a[href="evil"]{fill:red}</style>',
    '<style-of-drawing>@import "//evil.example";</style-of-drawing>',
    '<rect style="fill:url(https://evil.example)"/>',
    '<rect style="fill:url(&quot;//evil.example#a&quot;)"/>',
    '<rect style="background:url(//evil.example)"/>',
    '<rect style="fill:\\75rl(//evil.example)"/>',
    '<rect style="-moz-binding:url(#evil)"/>',
    '<rect fill="url(https://evil.example#a)"/>',
    '<rect filter="url(//evil.example#a)" mask="url( \'//evil.example\' )"/>',
    '<rect fill="u\\72l(//evil.example)"/>',
    '<feImage href="//evil.example"/>',
    '<g xml:base="https://evil.example/"/>',
    '<title xmlns="http://www.w3.org/1999/xhtml"><img src="//evil.example"/></title>',
    '<handler>alert(1)</handler>',
    '<metadata><evil/></metadata>',
    '<svg onload="alert(1)"><svg><script>alert(1)</script></svg></svg>',
    '<iframe>&lt;script>alert(1)&lt;/script></iframe>',
    '<embed src="//evil.example"/>',
    '<discard href="#a" onbegin="alert(1)"/>',
    '<text>&lt;b></text><!-- <script>alert(1)</script> -->'
  ]) {
    const text = await kept('drawing.svg', inside(content))
    t.notMatch(text.replaceAll(/&lt;[^]*?&gt;/g, ''), ACTIVE, content)
    t.match(text, /<rect width="1"><\/rect>/, 'the rest is there')
  }
})

t.test('the document type goes: entities are not expanded, instructions do not run', async (t) => {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  const text = await kept(
    'laughs.svg',
    `<?xml version="1.0"?><?xml-stylesheet href="//evil.example/x.css"?><!DOCTYPE svg [<!ENTITY l0 "ha">${levels}]>${inside('<text>&l9;</text>')}`
  )
  t.notMatch(text, ACTIVE)
  t.ok(text.length < 1000)
})

t.test('what a drawing is made of stays', async (t) => {
  const text = await kept(
    'plan.SVG',
    inside(
      `<defs><linearGradient id="g" gradientTransform="rotate(90)"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
    <style type="text/css"><![CDATA[ .a > .b { fill: url(#g); stroke: rgb(1, 2, 3) } /* note */ #c{font-family:'Arial Narrow',sans-serif} ]]></style>
    <g class="a" transform="translate(1 2) scale(3)" style="fill:none;stroke-width:2px;-inkscape-x:1"><path d="M0 0L1 1z" fill="url(#g)"/><use xlink:href="#c"/></g>
    <image href="data:image/png;base64,iVBORw0KGgo="/><text x="1">5 &lt; 6 &amp; 7</text><clipPath id="p"><circle r="1"/></clipPath>`,
      'viewBox="0 0 9 9"'
    )
  )
  for (const part of [
    'viewBox="0 0 9 9"',
    '<linearGradient id="g" gradientTransform="rotate(90)">',
    '<stop offset="0" stop-color="#fff">',
    '.a > .b { fill: url(#g); stroke: rgb(1, 2, 3) }',
    "#c{font-family:'Arial Narrow',sans-serif}",
    'transform="translate(1 2) scale(3)" style="fill:none;stroke-width:2px"',
    '<path d="M0 0L1 1z" fill="url(#g)">',
    'xlink:href="#c"',
    'href="data:image/png;base64,iVBORw0KGgo="',
    '5 &lt; 6 &amp; 7',
    '<clipPath id="p">',
    'xmlns="http://www.w3.org/2000/svg"'
  ])
    t.ok(text.includes(part), `${part} in ${text}`)
  t.equal(await kept('again.svg', text), text, 'what is clean stays as it is')
})

t.test('a drawing is one by the name it is kept under and by what is in it', async (t) => {
  const drawing = inside('<script>alert(1)</script>', 'onload="alert(1)"')
  const BOM = '\ufeff'
  for (const [name, content, type] of [
    ['a.SvG', drawing],
    ['a.svg.', drawing],
    ['a.svg ', drawing],
    ['a.svg\u0000', drawing],
    ['a.s:vg', drawing],
    ['a.svg;', drawing],
    ['x/..\\a.svg', drawing],
    ['a.svg', drawing, 'image/png'],
    ['a.png', drawing, 'image/png'],
    ['a.xml', drawing],
    ['a', drawing],
    ['a.txt', `\n<!-- x [ -->\n<!DOCTYPE svg [<!ENTITY a "]">]>\n${drawing}`],
    ['a.xml', `<?xml version="1.0"?>${drawing}`],
    ['a.xml', BOM + drawing],
    ['a.xml', Buffer.from(BOM + drawing, 'utf16le')],
    ['a.svg', Buffer.from(BOM + drawing, 'utf16le')],
    ['a.svg', Buffer.from(drawing, 'utf16le')],
    ['a.svg', Buffer.from(BOM + drawing, 'utf16le').swap16()],
    ['a.xml', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>']
  ] as [string, string | Buffer, string?][])
    t.notMatch(await kept(name, content, type), /alert|script/, JSON.stringify(name))
  t.equal(
    await kept('page.html', '<html><svg><script>1</script></svg></html>'),
    '<html><svg><script>1</script></svg></html>',
    'other files stay as they are'
  )
  t.equal(await kept('b.txt', '<svgx'), '<svgx')
})

t.test('a packed drawing → 400, and no file', async (t) => {
  const before = readdirSync(join(mediaRoot, 'attachments/part', String(part))).length
  for (const name of ['a.svgz', 'A.SVGZ', 'a.svgz.', 'a.svg:z']) {
    const { status, body } = await send(name, gzipSync(inside('')))
    t.equal(status, 400, name)
    t.strictSame(body, { attachment: ['A packed drawing cannot be looked through. Unpack it first.'] })
  }
  t.equal(readdirSync(join(mediaRoot, 'attachments/part', String(part))).length, before)
})

t.test('a drawing whose elements lie in each other beyond reason → 400, before it is looked through', async (t) => {
  for (const deep of ['<svg>'.repeat(200_000), `<svg ${SVG}>${'<g>'.repeat(600)}${'</g>'.repeat(600)}</svg>`]) {
    const { status, body } = await send('deep.svg', deep)
    t.equal(status, 400)
    t.match(JSON.stringify(body), /more than 500 elements in each other/)
  }
  const flat = `<svg ${SVG}>${'<g><rect width="1"/></g>'.repeat(2000)}</svg>`
  t.equal((await kept('flat.svg', flat)).split('<rect').length, 2001)
})

t.test('the file of a test result is cleaned like an attachment', async (t) => {
  const testable = await make('/api/part/', { name: 'Tested', testable: true })
  await make('/api/part/test-template/', { part: testable.pk, test_name: 'Look', description: 'x' })
  const [item] = await make('/api/stock/', { part: testable.pk, quantity: 1 })
  const result = (name: string, content: string) =>
    admin.post(
      '/api/stock/test/',
      ...multipart({ stock_item: item.pk, test: 'Look', result: 'true', attachment: { name, content } })
    )
  const { status, body } = await result('a.png', inside('<script>alert(1)</script>'))
  t.equal(status, 201)
  t.notMatch(readFileSync(onDisk(body.attachment), 'utf8'), /alert/)
  t.equal((await result('a.svgz', 'x')).status, 400)
})

t.test('a large drawing is cleaned while others are answered', async (t) => {
  let done = false
  const work = send(
    'large.svg',
    inside('<g fill="red" onclick="alert(1)"><path d="M0 0"/></g>'.repeat(40_000))
  ).finally(() => {
    done = true
  })
  let answers = 0
  for (; !done; answers++) {
    await admin.get('/api/user/roles/')
    await turn()
  }
  const { status, body } = await work
  t.equal(status, 201)
  t.notMatch(readFileSync(onDisk(body.attachment), 'utf8'), /alert/)
  t.ok(answers >= 100, `${answers} answers meanwhile`)
})

t.test('files that browsers would run are for saving, whatever their name hides, and keep their bytes', async (t) => {
  for (const name of [
    'p.html',
    'p.HTM',
    'p.xhtml',
    'p.xht',
    'p.shtml',
    'p.xml',
    'p.xsl',
    'p.js',
    'p.mjs',
    'p.mht',
    'p.mhtml',
    'p.swf',
    'p.txt.html',
    'p.html.',
    'p.html ',
    'p.ht\u0000ml',
    'p.html;.',
    'p'
  ]) {
    const { attachment } = (await send(name, '<html><script>1</script></html>', 'image/png')).body
    const { headers, text } = await admin.get(attachment)
    t.equal(text, '<html><script>1</script></html>')
    t.equal(headers['content-disposition'], 'attachment', attachment)
    t.equal(headers['content-security-policy'], "default-src 'none'; sandbox", attachment)
    t.equal(headers['x-content-type-options'], 'nosniff')
  }
  const { attachment } = (await send('p.html.png', '<html><script>1</script></html>', 'text/html')).body
  t.match((await admin.get(attachment)).headers['content-type'], /^image\/png/, 'the name alone says how it is served')
})

t.test('a picture with a page in it is served as a picture', async (t) => {
  const polyglot = Buffer.concat([await picture('gif'), Buffer.from('<html><script>alert(1)</script></html>')])
  const { attachment } = (await send('p.gif', polyglot, 'text/html')).body
  const { headers } = await admin.get(attachment)
  t.match(headers['content-type'], /^image\/gif/)
  t.equal(headers['x-content-type-options'], 'nosniff')
})

t.test('many files of one name at once → as many files', async (t) => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => send('same.txt', `file ${i}`)))
  const paths = answers.map(({ body }) => body.attachment)
  t.equal(new Set(paths).size, 10)
  t.strictSame(
    paths.map((path) => readFileSync(onDisk(path), 'utf8')),
    Array.from({ length: 10 }, (_, i) => `file ${i}`)
  )
  t.ok(paths.every((path) => existsSync(onDisk(path))))
})
