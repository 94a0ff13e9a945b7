import t from 'tap'
import { nextSerial, parseSerials, serialNumber } from '#modules/stock/serials.ts'

const read = (text: string, quantity: unknown, latest?: string) => {
  const { serials, problems } = parseSerials(text, quantity, latest)
  return problems.length ? problems.join('; ') : serials.join(' ')
}

t.test('serial numbers as people write them', async (t) => {
  t.equal(read('1-5', 5), '1 2 3 4 5')
  t.equal(read('1, 2, 4+', 5), '1 2 4 5 6')
  t.equal(read('1, 2, 3, AF5-69H, 5', 5), '1 2 3 AF5-69H 5', 'as many groups as pieces: each is taken as it is')
  t.equal(read('1, 2, TG-4SR-92, 4+', 5), '1 2 TG-4SR-92 4 5')
  t.equal(read('1 2 ~ ~ ~', 5, '2'), '1 2 3 4 5')
  t.equal(read('4, 1+2', 4), '4 1 2 3')
  t.equal(read('~+3', 4, '4'), '5 6 7 8')
  t.equal(read('~', 1), '2', 'nothing is taken: the reference starts at 2 all the same')
  t.equal(read('1 3-5 9+2', 7), '1 3 4 5 9 10 11')
  t.equal(read('A1-A3', 3), 'A1 A2 A3')
  t.equal(read('001-002', 2), '001 002')
  t.equal(read('1-5', 1), '1-5')
})

t.test('what makes no sense is named', async (t) => {
  for (const text of ['A-2', '10-10', '30+x', '30+1+1', 'QQ+']) t.equal(read(text, 3), `Invalid group: ${text}`)
  t.equal(read('1-3, QQ+, 5-5', 9), 'Invalid group: QQ+; Invalid group: 5-5', 'all of it, each once')
  t.equal(read('600-700', 2), 'Group range 600-700 exceeds allowed quantity (2)')
  t.equal(read('9-5', 8), 'Group range 9-5 exceeds allowed quantity (8)')
  t.equal(read('1,2,3,3,3', 5), 'Duplicate serial: 3')
  t.equal(read(', ,', 1), 'No serial numbers found')
  t.equal(read('500,501', 3), 'Number of unique serial numbers (2) must match quantity (3)')
  t.equal(read('1', 'few'), 'Invalid quantity provided')
  t.equal(read('1', '3.0'), 'Invalid quantity provided')
  t.equal(read('1+', 1001), 'Cannot serialize more than 1000 items at once')
})

t.test('the next one, and the number in one', async (t) => {
  t.strictSame(['001', 'AB09', '9', 'AX', ''].map(nextSerial), ['002', 'AB10', '10', 'AX', '1'])
  t.strictSame(
    ['12', '0x1F', '7-B', 'B-7', 'none', '', null, '99999999999'].map(serialNumber),
    [12, 31, 7, 7, 0, 0, 0, 2147483647]
  )
})
