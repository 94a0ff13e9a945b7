import { parentPort } from 'node:worker_threads'

/** In a thread that `inThread` started: what it is sent, piece by piece, to the end. */
export async function* received<Piece>(): AsyncGenerator<Piece> {
  const pieces: Piece[] = []
  let ended = false
  let wake = () => {}
  parentPort!.on('message', ({ piece, end }: { piece: Piece; end: boolean }) => {
    if (end) ended = true
    else pieces.push(piece)
    wake()
  })
  for (;;) {
    while (pieces.length) yield pieces.shift()!
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
