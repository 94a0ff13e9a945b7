// A thread that cleans the drawing that it is sent, and ends: see cleanDrawing in drawings.ts.
import { answer, received } from '#framework/thread.inside.ts'
import { sanitiseSVG } from './svg.ts'

for await (const text of received<string>()) answer(await sanitiseSVG(text))
