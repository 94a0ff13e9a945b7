import t from 'tap'
import { TableBuilder } from '#modules/importer/table/table.ts'
import { build } from '../helper.ts'
import { begin, sheetRows, workbook } from '../support/importing.ts'

const { as } = await build(t)
const admin = as('admin')

/** What a file is refused with. */
const refusal = async (name: string, content: string | Buffer) => {
  const { status, body } = await begin(admin, 'projectcode', { name, content })
  return [status, body.data_file]
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

t.test('a file that is wrong → 400 with the row and the column, and nothing is kept', async (t) => {
  for (const [kind, name, content, problems] of [
    ['no headings', 'a.csv', '\n\n', ['Data file contains no headers']],
    ['Latin-1', 'a.csv', latin1('code\nA\nÄ-1\n'), /Line 3 is no UTF-8.*Latin-1/],
    ['half of UTF-16', 'a.csv', utf16('code\nA').subarray(0, -1), /not complete in the encoding UTF-16LE/],
    [
      'UTF-16 without its mark',
      'a.csv',
      utf16('code\nA').subarray(2),
      /seems to have the encoding UTF-16, but no byte/
    ],
    ['UTF-32', 'a.csv', Buffer.from('fffe000063000000', 'hex'), /seems to have the encoding UTF-32/],
    ['a workbook by another name', 'a.csv', workbook(sheetRows([['code'], ['A']])), /no text, but an archive/],
    ['a NUL', 'a.csv', 'code,description\nA,x\0y\n', ['Row 2, column "description": the text holds a NUL character.']],
    ['a huge cell', 'a.csv', `code\nA\n${'x'.repeat(32_768)}\n`, /Row 3, column "code": the text is longer than 32767/],
    ['a long heading', 'a.csv', `code,${'x'.repeat(101)}\n`, /Row 1, column 2: the heading is longer than 100/],
    ['a long row', 'a.csv', 'code\nA\nB,,more\n', /Row 3 has something in column 3, but there are 1 headings/],
    ['an open quote', 'a.csv', 'code\n"A\nB\n', /a text in quotes has no end/],
    ['1001 columns', 'a.csv', `${Array.from({ length: 1001 }, (_, i) => `c${i}`).join(',')}\n`, /too many columns/],
    ['5001 rows', 'a.csv', `code\n${'A\n'.repeat(5001)}`, /too many rows/],
    ['endless headings', 'a.csv', ','.repeat(20_000), /too many columns.*Line 1 has more than 16384/],
    ['an endless row', 'a.tsv', `code\nA${'\t'.repeat(20_000)}`, /too many columns.*Line 2 has more than 16384/],
    ['no workbook', 'a.xlsx', 'code\nA\n', /Failed to open data file.*no workbook/],
    ['half a workbook', 'a.xlsx', workbook(sheetRows([['code'], ['A']])).subarray(0, -40), /no workbook/],
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
      workbook(`${sheetRows([['code']])}<row r="2"><c r="A2"><f>1+1</f></c></row>`),
      /Cell A2: the formula has no value/
    ],
    [
      'an error',
      'a.xlsx',
      workbook(`${sheetRows([['code']])}<row r="2"><c r="A2" t="e"><v>#DIV/0!</v></c></row>`),
      /Cell A2: the value is the error #DIV\/0!/
    ],
    [
      'a text that is missing',
      'a.xlsx',
      workbook('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      /no text with the number 7/
    ],
    ...['abc', '-5', '1', '2.5', '', 'NaN'].map(
      (number) =>
        [
          `a row with the number "${number}"`,
          'a.xlsx',
          workbook(`${sheetRows([['code']])}<row r="${number}"><c r="A2"><v>1</v></c></row>`),
          /damaged: a row has the number/
        ] as const
    ),
    [
      'a row beyond all sheets',
      'a.xlsx',
      workbook(`${sheetRows([['code']])}<row r="1048577"><c r="A1048577"><v>1</v></c></row>`),
      /too many rows/
    ],
    [
      'a huge number of rows',
      'a.xlsx',
      workbook(sheetRows([['code'], ...Array.from({ length: 5001 }, () => ['A'])])),
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
  const bomb = workbook(sheetRows([['code'], ['A']]), {}, { [sheet]: 1024 ** 3 })
  t.strictSame(await refusal('bomb.xlsx', bomb), [
    400,
    ['Data file exceeds maximum size limit', 'Unpacked, the workbook has more than 256 MB.']
  ])
  const liar = workbook(sheetRows([['code'], ['A'.repeat(30_000)]]), {}, { [sheet]: 100 })
  t.match((await refusal('liar.xlsx', liar))[1], ['Failed to open data file', /damaged/])
})

t.test('more rows than a sheet has, empty ones among them, are not looked at', async (t) => {
  const builder = new TableBuilder({ rows: 10, columns: 10 }, '')
  builder.take(['code'])
  t.equal(builder.take([''], 1_048_574), undefined)
  t.throws(() => builder.take(['']), /too many rows.*more than 1048576, empty ones among them/)
})
