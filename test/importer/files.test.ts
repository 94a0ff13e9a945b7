import t from 'tap'
import writeXlsxFile from 'write-excel-file/node'
import { build } from '../helper.ts'
import { begin, rowsOf, textRows, workbook } from '../support/importing.ts'

const { as } = await build(t)
const admin = as('admin')

/** What a file is refused with. */
const refusal = async (name: string, content: string | Buffer) => {
  const { status, body } = await begin(admin, 'projectcode', { name, content })
  return [status, body.data_file]
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
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

t.test('a file that is wrong → 400 with the row and the column, and nothing is kept', async (t) => {
  for (const [kind, name, content, problems] of [
    ['no headings', 'a.csv', '\n\n', ['Data file contains no headers']],
    ['Latin-1', 'a.csv', latin1('code\nA\nÄ-1\n'), /Line 3 is no UTF-8.*Latin-1/],
    ['half of UTF-16', 'a.csv', utf16('code\nA').subarray(0, -1), /not complete in the encoding UTF-16LE/],
    ['a NUL', 'a.csv', 'code,description\nA,x\0y\n', ['Row 2, column "description": the text holds a NUL character.']],
    ['a huge cell', 'a.csv', `code\nA\n${'x'.repeat(32_768)}\n`, /Row 3, column "code": the text is longer than 32767/],
    ['a long heading', 'a.csv', `code,${'x'.repeat(101)}\n`, /Row 1, column 2: the heading is longer than 100/],
    ['a long row', 'a.csv', 'code\nA\nB,,more\n', /Row 3 has something in column 3, but there are 1 headings/],
    ['an open quote', 'a.csv', 'code\n"A\nB\n', /a text in quotes has no end/],
    ['1001 columns', 'a.csv', `${Array.from({ length: 1001 }, (_, i) => `c${i}`).join(',')}\n`, /too many columns/],
    ['5001 rows', 'a.csv', `code\n${'A\n'.repeat(5001)}`, /too many rows/],
    ['no workbook', 'a.xlsx', 'code\nA\n', /Failed to open data file.*no workbook/],
    ['half a workbook', 'a.xlsx', workbook(textRows([['code'], ['A']])).subarray(0, -40), /no workbook/],
    ['a workbook without a sheet', 'a.xlsx', workbook('', { 'xl/workbook.xml': '<workbook/>' }), /no workbook/],
    [
      'XML that ends',
      'a.xlsx',
      workbook('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' }),
      /ends too early/
    ],
    ['a far column', 'a.xlsx', workbook('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), /too many columns/],
    [
      'a formula without a value',
      'a.xlsx',
      workbook(`${textRows([['code']])}<row r="2"><c r="A2"><f>1+1</f></c></row>`),
      /Cell A2: the formula has no value/
    ],
    [
      'an error',
      'a.xlsx',
      workbook(`${textRows([['code']])}<row r="2"><c r="A2" t="e"><v>#DIV/0!</v></c></row>`),
      /Cell A2: the value is the error #DIV\/0!/
    ],
    [
      'a text that is missing',
      'a.xlsx',
      workbook('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      /no text with the number 7/
    ],
    [
      'a huge number of rows',
      'a.xlsx',
      workbook(textRows([['code'], ...Array.from({ length: 5001 }, () => ['A'])])),
      /too many rows/
    ]
  ] as const) {
    const [status, told] = await refusal(name, content)
    t.equal(status, 400, kind)
    if (problems instanceof RegExp) t.match((told as string[]).join(' '), problems, kind)
    else t.strictSame(told, problems, kind)
  }
  t.strictSame((await admin.get('/api/importer/session/?model_type=projectcode&status=10')).body, [])
})

t.test('a workbook that unpacks to more than it may, or than it says → 400 before it is unpacked', async (t) => {
  const sheet = 'xl/worksheets/sheet1.xml'
  const bomb = workbook(textRows([['code'], ['A']]), {}, { [sheet]: 1024 ** 3 })
  t.strictSame(await refusal('bomb.xlsx', bomb), [
    400,
    ['Data file exceeds maximum size limit', 'Unpacked, the workbook has more than 256 MB.']
  ])
  const liar = workbook(textRows([['code'], ['A'.repeat(30_000)]]), {}, { [sheet]: 100 })
  t.match((await refusal('liar.xlsx', liar))[1], ['Failed to open data file', /damaged/])
})

t.test('a workbook keeps numbers, flags, dates, merged and empty cells', async (t) => {
  const content = await writeXlsxFile([
    ['code', 'description', 'Day', 'Moment', 'Count', 'Flag'],
    [
      'W-1',
      '=1+1',
      { value: new Date(Date.UTC(2031, 1, 3)), format: 'dd/mm/yyyy' },
      { value: new Date(Date.UTC(2031, 1, 3, 12, 30)), format: 'yyyy-mm-dd hh:mm' },
      2.5,
      true
    ],
    [null, null, null, null, null, null],
    ['W-2', null, null, null, 0, false]
  ]).toBuffer()
  const { rows } = await rowsOf(admin, 'projectcode', { name: 'a.xlsx', content: Buffer.from(content) })
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
