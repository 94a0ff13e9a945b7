import t from 'tap'
import sharp from 'sharp'
import { failure, rendered } from '../support/templates.ts'

const LOAD = '{% load barcode %}'

/** The picture that an address holds. */
async function picture(address: string, type = 'png') {
  const [head, data] = address.split(';base64,')
  t.equal(head, `data:image/${type};charset=utf-8`)
  const { data: pixels, info } = await sharp(Buffer.from(data!, 'base64')).raw().toBuffer({ resolveWithObject: true })
  const colour = (x: number, y: number) => [...pixels.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
  return { width: info.width, height: info.height, colour }
}

t.test('a QR code has its squares, its margin and its colours', async (t) => {
  const { width, height, colour } = await picture(await rendered(`${LOAD}{% qrcode "hello" box_size=4 border=2 %}`))
  t.strictSame([width, height], [100, 100], '21 squares and 4 of margin, 4 pixels each')
  t.strictSame(colour(7, 7), [255, 255, 255], 'margin')
  t.strictSame(colour(8, 8), [0, 0, 0], 'the corner of the first mark')
  t.strictSame(colour(12, 12), [255, 255, 255], 'the ring of the mark')
  const red = await picture(await rendered(`${LOAD}{% qrcode "hello" fill_color="red" back_color="#ff0" %}`))
  t.strictSame([red.width, red.colour(0, 0), red.colour(20, 20)], [460, [255, 255, 0], [255, 0, 0]])
  t.equal((await picture(await rendered(`${LOAD}{% qrcode "hello" version=5 box_size=1 border=0 %}`))).width, 37)
  const grown = await picture(
    await rendered(`${LOAD}{% qrcode long version=1 box_size=1 border=0 %}`, { values: { long: 'x'.repeat(60) } })
  )
  t.equal(grown.width > 21, true, 'a version that is too small gives way')
})

t.test('codes come in other formats, and of other kinds', async (t) => {
  await picture(await rendered(`${LOAD}{% qrcode "x" format="JPEG" %}`), 'jpeg')
  const matrix = await picture(await rendered(`${LOAD}{% datamatrix "x" %}`))
  t.strictSame([matrix.width, matrix.height], [60, 60], '10 squares and a margin of one')
  const kinds = [
    'code39',
    'code128',
    'ean8',
    'ean13',
    'ean14',
    'jan',
    'upc',
    'isbn10',
    'isbn13',
    'issn',
    'gs1_128',
    'itf',
    'pzn',
    'codabar'
  ]
  for (const kind of kinds) {
    const data = kind === 'codabar' ? 'A123B' : '12345'
    const drawn = await picture(await rendered(`${LOAD}{% barcode "${data}" barcode_class="${kind}" %}`))
    t.equal(drawn.width > 100 && drawn.height > 60, true, kind)
  }
})

t.test('codes hold no more than a page has room for', async (t) => {
  const values = { long: 'x'.repeat(601) }
  t.equal(await failure(`${LOAD}{% qrcode long %}`, { values }), 'rendering: A barcode holds at most 600 characters')
  t.equal(
    await failure(`${LOAD}{% barcode long %}`, { values }),
    'rendering: A barcode of bars holds at most 200 characters'
  )
  t.match(await failure(`${LOAD}{% qrcode "x" format="EXE" %}`), /^rendering: 'EXE'/)
})
