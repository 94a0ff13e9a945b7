// Works out the squares of two-dimensional codes. The library is loaded with the first.
import type { Squares } from './png.ts'

/** What the library is told. */
export interface SquareOptions {
  bcid: string
  text: string
  eclevel?: string
  version?: number
}

/** The library that knows barcodes. */
export const barcodeLibrary = async () => (await import('bwip-js/node')).default

/** The squares of a code. @throws where the text does not fit into it */
export async function drawnSquares(options: SquareOptions): Promise<Squares> {
  const { raw } = await barcodeLibrary()
  const [code] = raw(options as Parameters<typeof raw>[0])
  const { pixs, pixx, pixy } = code as { pixs: number[]; pixx: number; pixy: number }
  return { filled: pixs, width: pixx, height: pixy }
}
