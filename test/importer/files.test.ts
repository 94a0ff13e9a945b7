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

t.test('numbers, dates and texts as programs write them into workbooks', async (t) => {
  const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
  const content = workbook(
    `${sheetRows([['part', 'quantity', 'expiry_date', 'batch', 'notes', 'serial']])}<row r="2"><c r="A2"><v>1</v></c>` +
      '<c r="B2"><v>0.30000000000000004</v></c><c r="C2" t="d"><v>2031-02-03T00:00:00.000Z</v></c>' +
      `${text('D2', 'a_x000D__x000A_b')}${text('E2', '_x005F_x0041_ _x41_')}<c r="F2"><v>9007199254740991</v></c></row>`
  )
  await admin.post('/api/part/', { name: 'Reel' })
  const { rows } = await rowsOf(admin, 'stockitem', { name: 'a.xlsx', content })
  t.strictSame(Object.values(rows[0].row_data), [
    1,
    0.3,
    '2031-02-03',
    'a\r\nb',
    '_x0041_ _x41_',
    9_007_199_254_740_991
  ])
})

t.test('dates in every way of writing them', async (t) => {
  const { body: part } = await admin.post('/api/part/', { name: 'Glue' })
  const days = ['2031-02-03', '03/02/2031', '02/13/2031', '2031/02/03', '3.2.2031', '2031-02-03T00:00:00', '31.2.2031']
  const content = ['part;quantity;expiry_date', ...days.map((day) => `${part.pk};1;${day}`)].join('\n')
  const { rows } = await rowsOf(admin, 'stockitem', { content })
  t.strictSame(
    rows.map(({ data, valid }) => [data.expiry_date, valid]),
    [
      ['2031-02-03', true],
      ['2031-02-03', true],
      ['2031-02-13', true],
      ['2031-02-03', true],
      ['2031-02-03', true],
      ['2031-02-03', true],
      ['31.2.2031', false]
    ]
  )
})

t.test('numbers as the language of the user writes them', async (t) => {
  const {
    body: { pk }
  } = await admin.post('/api/part/', { name: 'Bolt', salable: true })
  const content = `part;quantity;price\n${pk};1.000,5;€ 1,25\n${pk};2;0.5\n`
  await admin.patch('/api/user/me/profile/', { language: 'de' })
  const { rows } = await rowsOf(admin, 'partsellpricebreak', { content })
  t.match(rows, [
    { data: { quantity: '1000.5', price: '1.25' }, valid: true },
    { data: { quantity: '2', price: '0.5' }, valid: true }
  ])
  await admin.patch('/api/user/me/profile/', { language: 'en' })
  const english = await rowsOf(admin, 'partsellpricebreak', {
    content: `part;quantity;price\n${pk};1,5;1\n${pk};"1,000.5";1\n`
  })
  t.match(english.rows, [
    { errors: { quantity: ['Invalid value'] }, valid: false },
    { data: { quantity: '1000.5' }, valid: true }
  ])
})
