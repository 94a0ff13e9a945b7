/** How large the parts of an upload are, but for the last, in bytes: stores want 5 MB at least, and 10,000 parts at most. */
const PIECE = 8 * 1024 * 1024

/** Cuts what comes in chunks of any size into pieces that a store takes as parts. */
export async function* piecesOf(content: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer, undefined> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of content) {
    let rest =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    while (size + rest.length >= PIECE) {
      yield Buffer.concat([...chunks, rest.subarray(0, PIECE - size)])
      rest = rest.subarray(PIECE - size)
      chunks = []
      size = 0
    }
    chunks.push(rest)
    size += rest.length
  }
  if (size > 0) yield Buffer.concat(chunks)
  return undefined
}
