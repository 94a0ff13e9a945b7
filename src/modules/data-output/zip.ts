// Writes zip files piece by piece, so that none of it is ever in memory as a whole.
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file in a zip: what it is called there, and what is in it. */
export type ZipEntry = [name: string, content: AsyncIterable<string> | Iterable<string>]

/** What the heads of a zip say of a file; without more, one may have no more bytes. */
const MOST_BYTES = 0xffffffff

/** The version of the format that is needed, the day of the file, and that its sizes stand behind it. */
const [VERSION, DAY, SIZES_BEHIND, DEFLATED] = [20, 0x21, 0x08, 8]

/** A file grew beyond what a zip of this kind can hold. */
export class ZipTooLarge extends Error {
  override name = 'ZipTooLarge'
}

interface Written {
  name: Buffer
  /** Where it begins. */
  at: number
  crc: number
  packed: number
  size: number
}

/** Numbers as a zip writes them, each of two or four bytes. */
function numbers(...fields: [value: number, bytes: 2 | 4][]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, length]) => sum + length, 0))
  let at = 0
  for (const [value, length] of fields) at = bytes.writeUIntLE(value, at, length)
  return bytes
}

/** What heads say of a file: how it is packed, its check sum and its sizes. */
const facts = ({ crc, packed, size, name }: Written): [number, 2 | 4][] => [
  [VERSION, 2],
  [SIZES_BEHIND, 2],
  [DEFLATED, 2],
  [0, 2],
  [DAY, 2],
  [crc, 4],
  [packed, 4],
  [size, 4],
  [name.length, 2],
  [0, 2]
]

const localHead = (file: Written) => Buffer.concat([numbers([0x04034b50, 4], ...facts(file)), file.name])
const sizesBehind = ({ crc, packed, size }: Written) => numbers([0x08074b50, 4], [crc, 4], [packed, 4], [size, 4])
const centralHead = (file: Written) =>
  Buffer.concat([
    numbers([0x02014b50, 4], [VERSION, 2], ...facts(file), [0, 2], [0, 2], [0, 2], [0, 4], [file.at, 4]),
    file.name
  ])

/** Packs one file; counts what it comes to. */
async function* packed(content: ZipEntry[1], file: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw()
  const pieces: Buffer[] = []
  deflate.on('data', (piece: Buffer) => {
    file.packed += piece.length
    pieces.push(piece)
  })
  try {
    for await (const text of content) {
      const bytes = Buffer.from(text)
      file.crc = crc32(bytes, file.crc)
      file.size += bytes.length
      if (file.size > MOST_BYTES) throw new ZipTooLarge(`a file in a zip has more than ${MOST_BYTES} bytes`)
      await new Promise<void>((resolve, reject) => {
        deflate.write(bytes, (error) => (error ? reject(error) : resolve()))
      })
      yield* pieces.splice(0)
    }
    const ended = once(deflate, 'end')
    deflate.end()
    await ended
    yield* pieces.splice(0)
  } finally {
    deflate.destroy()
  }
}

/**
 * A zip of some files, in pieces.
 *
 * @param entries no more than some dozens
 * @throws ZipTooLarge where one of them has more than 4 GB
 */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const [name, content] of entries) {
    const file: Written = { name: Buffer.from(name), at, crc: 0, packed: 0, size: 0 }
    const head = localHead(file)
    yield head
    for await (const piece of packed(content, file)) yield piece
    const end = sizesBehind(file)
    yield end
    at += head.length + file.packed + end.length
    written.push(file)
  }
  const heads = Buffer.concat(written.map(centralHead))
  const count = written.length
  yield heads
  yield numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [heads.length, 4], [at, 4], [0, 2])
}
