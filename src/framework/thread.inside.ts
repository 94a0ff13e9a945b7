import { parentPort } from 'node:worker_threads'

/** In a thread that `inThread` started: what it is sent, chunk by chunk, to the end. */
export async function* received<Piece>(): AsyncGenerator<Piece> {
  const chunks: Piece[] = []
  let ended = false
  let wake = () => {}
  parentPort!.on('message', ({ chunk, end }: { chunk: Piece; end: boolean }) => {
    if (end) ended = true
    else chunks.push(chunk)
    wake()
  })
  for (;;) {
    while (chunks.length) yield chunks.shift()!
    if (ended) break
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

/** Gives the result of the thread, which then ends. */
export function answer(result: Uint8Array | string): void {
  // A copy of its own: a small buffer shares its memory with others, which must not go along.
  const sent = typeof result === 'string' ? result : Uint8Array.from(result)
  parentPort!.postMessage(sent, typeof sent === 'string' ? [] : [sent.buffer])
  parentPort!.close()
}

/** In a thread that `fromThread` started: tells a piece, and waits until the next one is wanted. */
export async function tell(piece: unknown): Promise<void> {
  const wanted = new Promise((resolve) => parentPort!.once('message', resolve))
  parentPort!.postMessage({ piece })
  await wanted
}

/** Ends such a thread: there are no more pieces. */
export function endOfPieces(): void {
  parentPort!.postMessage(undefined)
  parentPort!.close()
}
