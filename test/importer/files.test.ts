import t from 'tap'
import { build } from '../helper.ts'
import { rowsOf, sheetRows, workbook } from '../support/importing.ts'

const { as } = await build(t)
const admin = as('admin')

const utf16 = (text: string, swap = false) => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  return swap ? bytes.swap16() : bytes
}

t.test('separated text of every kind → the same columns and cells', async (t) => {
  const table = (apart: string) => `code${apart}description\nÄ-1${apart}"two\nlines"\n`
  for (const [kind, name, content] of [
    ['commas', 'a.csv', table(',')],
    ['semicolons', 'a.csv', table(';')],
    ['tabs in csv', 'a.csv', table('\t')],
    ['tsv', 'a.tsv', table('\t')],
    ['a byte order mark', 'a.csv', `\uFEFF${table(',')}`],
    ['UTF-16, the small end first', 'a.csv', utf16(table(';'))],
    ['UTF-16, the large end first', 'a.csv', utf16(table(','), true)],
    ['lines of Windows', 'A.CSV', 'code,description\r\nÄ-1,"two\nlines"\r\n']
  ] as const) {
    const { rows } = await rowsOf(admin, 'projectcode', { name, content })
    t.strictSame(
      rows.map(({ row_data, valid }) => ({ row_data, valid })),
      [{ row_data: { code: 'Ä-1', description: 'two\nlines' }, valid: true }],
      kind
    )
  }
})

t.test('quotes within a cell, empty rows, short rows and headings twice', async (t) => {
  const content = 'code,,description,description\n1/4" bolt,x,one\n\n,,,\nB,,\n'
  const { rows } = await rowsOf(admin, 'projectcode', { content })
  t.strictSame(
    rows.map(({ row_index, row_data }) => [row_index, Object.values(row_data)]),
    [
      [0, ['1/4" bolt', 'x', 'one', '']],
      [3, ['B', '', '', '']]
    ]
  )
  t.strictSame(Object.keys(rows[0].row_data), ['code', 'Column 2', 'description', 'description (2)'])
})

t.test('a workbook keeps numbers, flags, dates, merged and empty cells', async (t) => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[Red]0.0 &quot;days&quot;"/>' +
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>'
  const content = workbook(
    sheetRows([['code', 'description', 'Day', 'Moment', 'Count', 'Flag']]) +
      '<row r="2"><c r="A2" t="inlineStr"><is><t>W-1</t></is></c><c r="B2" t="inlineStr"><is><t>=1+1</t></is></c>' +
      '<c r="C2" s="1"><v>47882</v></c><c r="D2" s="2"><v>47882.520833333336</v></c><c r="E2" s="3"><v>2.5</v></c>' +
      '<c r="F2" t="b"><v>1</v></c></row><row r="3"><c r="A3" s="1"/></row>' +
      '<row r="4"><c r="A4" t="inlineStr"><is><t>W-2</t></is></c><c r="E4"><v>0</v></c><c r="F4" t="b"><v>0</v></c></row>',
    { 'xl/styles.xml': styles }
  )
  const { rows } = await rowsOf(admin, 'projectcode', { name: 'a.xlsx', content })
  t.strictSame(
    rows.map(({ row_index, row_data }) => [row_index, ...Object.values(row_data)]),
    [
      [0, 'W-1', '=1+1', '2031-02-03', '2031-02-03 12:30:00', 2.5, true],
      [2, 'W-2', null, null, null, 0, false]
    ]
  )
})

t.test('a formula counts by its value, and how a text is read aloud is no part of it', async (t) => {
  const content = workbook(
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>' +
      '<row r="4"><c r="A4" t="str"><f>"F"&amp;1</f><v>F1</v></c><c r="C4" t="s"><v>2</v></c></row>',
    {
      'xl/sharedStrings.xml':
        '<sst><si><t>code</t></si><si><r><t>descr</t></r><r><t>iption</t></r></si><si><t>課</t><rPh><t>か</t></rPh></si></sst>'
    }
  )
  const { rows } = await rowsOf(admin, 'projectcode', { name: 'a.xlsx', content })
  t.match(rows, [{ row_index: 0, data: { code: 'F1', description: '課' }, valid: true }])
})

t.test('numbers as the language of the user writes them', async (t) => {
  const content = 'part;quantity;price\n1;1.000,5;€ 1,25\n1;2;0.5\n'
  await admin.post('/api/part/', { name: 'Bolt', salable: true })
  await admin.patch('/api/user/me/profile/', { language: 'de' })
  const { rows } = await rowsOf(admin, 'partsellpricebreak', { content })
  t.match(rows, [
    { data: { quantity: '1000.5', price: '1.25' }, valid: true },
    { data: { quantity: '2', price: '0.5' }, valid: true }
  ])
  await admin.patch('/api/user/me/profile/', { language: 'en' })
  const english = await rowsOf(admin, 'partsellpricebreak', {
    content: 'part;quantity;price\n1;1,5;1\n1;"1,000.5";1\n'
  })
  t.match(english.rows, [
    { errors: { quantity: ['Invalid value'] }, valid: false },
    { data: { quantity: '1000.5' }, valid: true }
  ])
})
