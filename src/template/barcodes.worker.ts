// Works out the squares of a code that takes long; barcodes.ts sends it here.
import { answer, received } from '#framework/thread.inside.ts'
import { drawnSquares, type SquareOptions } from './squares.ts'

for await (const options of received<SquareOptions>()) answer(JSON.stringify(await drawnSquares(options)))
