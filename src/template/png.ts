// Pictures of two colours, as PNG.
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

const compress = promisify(deflate)

/** Red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number]

/** Squares that are filled or not, row by row. */
export interface Squares {
  width: number
  height: number
  /** 1 where one is filled. */
  filled: readonly number[]
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** One row of pixels, eight to a byte, behind the byte that says how it is filtered. */
function rowOf({ width, filled }: Squares, row: number, scale: number, border: number): Buffer {
  const pixels = (width + 2 * border) * scale
  const bytes = Buffer.alloc(1 + Math.ceil(pixels / 8))
  if (row < 0) return bytes
  for (let x = 0; x < width * scale; x++) {
    if (filled[row * width + Math.floor(x / scale)] !== 1) continue
    const at = x + border * scale
    bytes[1 + (at >> 3)]! |= 0x80 >> (at & 7)
  }
  return bytes
}

/**
 * Draws squares as a PNG.
 *
 * @param scale pixels of a square
 * @param border squares around all of it, in the second colour
 */
export async function squaresAsPNG(
  squares: Squares,
  scale: number,
  border: number,
  colors: readonly [fill: Color, back: Color]
): Promise<Buffer> {
  const side = (count: number): number => (count + 2 * border) * scale
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side(squares.width), 0)
  header.writeUInt32BE(side(squares.height), 4)
  header.set([1, 3, 0, 0, 0], 8)
  const rows: Buffer[] = []
  for (let row = -border; row < squares.height + border; row++) {
    const drawn = rowOf(squares, row < squares.height ? row : -1, scale, border)
    for (let i = 0; i < scale; i++) rows.push(drawn)
  }
  const [fill, back] = colors
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from([...back, ...fill])),
    chunk('IDAT', await compress(Buffer.concat(rows))),
    chunk('IEND', new Uint8Array())
  ])
}
