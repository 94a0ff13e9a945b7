// The font that the answer names draws every icon that it names.
import t from 'tap'
import { brotliDecompressSync } from 'node:zlib'
import { build } from '../helper.ts'

/** How the directory of a WOFF2 file numbers the table that says which character has which shape. */
const CMAP = 0

/** A number of one to five bytes, seven bits each. */
function readBase128(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0
  for (;;) {
    const byte = bytes[at++]!
    value = value * 128 + (byte & 127)
    if (byte < 128) return [value, at]
  }
}

/** The directory of a WOFF2 file: which table has how many bytes, and where the directory ends. */
function directory(bytes: Buffer): { tables: { tag: number; length: number }[]; end: number } {
  const tables = []
  let at = 48
  for (let left = bytes.readUInt16BE(12); left > 0; left--) {
    const flags = bytes[at++]!
    const tag = flags & 63
    if (tag === 63) at += 4
    const [length, next] = readBase128(bytes, at)
    at = next
    // glyf and loca are written in another way, unless the flags say otherwise.
    const transformed = tag === 10 || tag === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0
    const [written, after] = transformed ? readBase128(bytes, at) : [length, at]
    at = after
    tables.push({ tag, length: written })
  }
  return { tables, end: at }
}

/** The characters that a font has a shape for. */
function charactersOf(font: Buffer): Set<number> {
  const { tables, end } = directory(font)
  const data = brotliDecompressSync(font.subarray(end, end + font.readUInt32BE(20)))
  const before = tables.slice(
    0,
    tables.findIndex(({ tag }) => tag === CMAP)
  )
  const cmap = data.subarray(before.reduce((sum, { length }) => sum + length, 0))
  const found = new Set<number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * i))
    if (table.readUInt16BE(0) !== 12) continue
    for (let group = 0; group < table.readUInt32BE(12); group++) {
      const last = table.readUInt32BE(20 + 12 * group)
      for (let code = table.readUInt32BE(16 + 12 * group); code <= last; code++) found.add(code)
    }
  }
  return found
}

t.test('the font that the answer names is there for everybody, and draws every icon in every form', async (t) => {
  const { as, app } = await build(t)
  const [pack] = (await as('admin').get('/api/icons/')).body
  const { woff2 } = pack.fonts
  const font = await app.inject(woff2)
  t.equal(font.statusCode, 200)
  t.equal(font.headers['content-type'], 'font/woff2')
  const drawn = charactersOf(font.rawPayload)
  const missing = Object.values<{ name: string; variants: Record<string, string> }>(pack.icons).flatMap(
    ({ name, variants }) =>
      Object.entries(variants)
        .filter(([, code]) => !drawn.has(Number.parseInt(code, 16)))
        .map(([variant]) => `${name}:${variant}`)
  )
  t.same(missing, [])
})
