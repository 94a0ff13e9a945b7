import t from 'tap'
import { cleanText, hasHtml, HtmlError, sanitiseBody } from '#contract/sanitise.ts'

/** Test names in plain ASCII: the test reader stumbles over other line ends. */
const shown = (text: string) =>
  JSON.stringify(text).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const cleaned: ReadonlyArray<readonly [string, boolean, string]> = [
  ['  Office  ', false, 'Office'],
  [' Paper, pens and\n toner ', false, 'Paper, pens and toner'],
  ['two\tone', false, 'twoone'],
  ['line one\nline two\r\n', false, 'line oneline two'],
  ['# Relay\n\n* coil\r\n', true, '# Relay\n\n* coil'],
  ['left\u200eright\u0007bell\u0000null', false, 'leftrightbellnull'],
  ['a\u200f\u202a\u202e\u007f\u0085b', true, 'ab'],
  ['\u00a0\u2003x\u2028', false, 'x'],
  ['\ufeffx \ufeff ', false, '\ufeffx \ufeff'],
  ['a\ud800b \u{1F600}', false, 'ab \u{1F600}'],
  [' \n\t ', true, '']
]
for (const [text, multiline, result] of cleaned) {
  t.equal(cleanText(text, { multiline }), result, `cleans ${shown(text)} (multiline ${multiline})`)
}

const plain = [
  '',
  'a < b',
  'R&D',
  '<3',
  'a<3b',
  '1 > 0',
  '<- x',
  'a<>b',
  '&nbsp;',
  '&#160;',
  '&#xa0;',
  '"quoted" \'text\'',
  'a < b & c > d',
  '</',
  '<',
  'x&',
  '&;',
  '&#;',
  '&#x',
  '&zz;',
  'Größe 10 µF \u{1F600}',
  'a\n\nb',
  'x \ufeff y'
]
for (const text of plain) t.notOk(hasHtml(text), `${shown(text)} is plain text`)

const markup = [
  'a<b',
  'a <b',
  '<b>',
  '<b>bold</b>',
  '</p>',
  '</>',
  '</3',
  '<!-- c -->',
  '<!',
  '<?php ?>',
  '<?',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  'R&amp;D',
  'x &lt; y',
  '&copy;',
  '&copy',
  '&#65;',
  '&#65',
  '&#0;',
  '&amp',
  '&notit',
  '&nbsp',
  'a\u00a0b',
  '\ufeffx',
  'a\n<b',
  '<br/>\u00a0'
]
for (const text of markup) t.ok(hasHtml(text), `${shown(text)} holds HTML`)

const NOTES = new Set(['notes'])

t.test('a body is copied with all its texts cleaned', async (t) => {
  const body = {
    name: ' A\nB ',
    notes: 'one\ntwo ',
    count: 3,
    flag: false,
    none: null,
    nested: { text: '\tx ', deeper: { notes: ' p\nq ' } },
    list: [' kept <b> ', { text: ' kept ' }]
  }
  const before = structuredClone(body)
  const copy = sanitiseBody(body, NOTES)
  t.strictSame(copy, {
    name: 'AB',
    notes: 'one\ntwo',
    count: 3,
    flag: false,
    none: null,
    nested: { text: 'x', deeper: { notes: 'p\nq' } },
    list: [' kept <b> ', { text: ' kept ' }]
  })
  t.strictSame(body, before, 'the body itself is left alone')
  const list = (copy as typeof body).list
  t.not(list, body.list, 'lists are copies')
})

t.test('bodies that are no objects come back as they are', async (t) => {
  for (const body of [null, 3, ' <b> ', true, [' <b> ']]) t.strictSame(sanitiseBody(body, NOTES), body)
})

t.test('the key __proto__ stays a plain key', async (t) => {
  const copy = sanitiseBody(JSON.parse('{"__proto__": {"admin": " x "}}'), NOTES)
  t.equal(JSON.stringify(copy), '{"__proto__":{"admin":"x"}}')
  t.equal(Object.getPrototypeOf(copy), Object.prototype)
})

const offences: ReadonlyArray<readonly [Record<string, unknown>, string]> = [
  [{ description: '<script>alert(1)</script>', name: '<i>x' }, 'description'],
  [{ name: 'fine', default_keywords: '<img src=x onerror=alert(1)>' }, 'default_keywords'],
  [{ metadata: { label: '<b>x</b>' } }, 'label'],
  [{ notes: "<script>alert('x')</script> text" }, 'notes'],
  [{ description: 'nuts &amp; bolts' }, 'description']
]
for (const [body, field] of offences) {
  t.test(`${JSON.stringify(body)} is refused under ${field}`, async (t) => {
    try {
      sanitiseBody(body, NOTES)
      t.fail('not refused')
    } catch (error) {
      t.type(error, HtmlError)
      t.match(error, { field, message: 'Remove HTML tags from this value' })
    }
  })
}
