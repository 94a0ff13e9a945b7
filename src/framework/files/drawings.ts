import type { Upload } from '#contract/media.ts'
import { exceedsThread, inThread } from '#framework/thread.ts'
import { yieldToOthers } from '#framework/event-loop.ts'
import { safeName, splitName } from './names.ts'
import { isSVG, sanitiseSVG, xmlText } from './svg.ts'

/** Longer texts are cleaned in a thread of their own, since they would keep all others waiting. */
const SHORT = 20_000

/** How long the cleaning of a drawing may take, in seconds. */
const PATIENCE = 10

/** How deep elements of a drawing may lie in others: looking through one takes as long as it is deep. */
const DEEPEST = 500

/** A file that is not taken; the message is for its sender. */
export class FileRefused extends Error {
  override name = 'FileRefused'
}

/** Whether elements lie in others beyond reason, as far as a look at their brackets tells. */
function isDeep(text: string): boolean {
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0 && depth <= DEEPEST; ) {
    const end = text.indexOf('>', at)
    if (end < 0) return false
    if (text[at + 1] === '/') depth--
    else if (!'!?'.includes(text[at + 1]!) && text[end - 1] !== '/') depth++
    at = text.indexOf('<', end)
  }
  return depth > DEEPEST
}

async function clean(text: string): Promise<string> {
  if (isDeep(text)) throw new FileRefused(`The drawing has more than ${DEEPEST} elements in each other.`)
  if (text.length <= SHORT) {
    await yieldToOthers()
    return await sanitiseSVG(text)
  }
  const file = new URL(`./svg.worker${import.meta.url.slice(-3)}`, import.meta.url)
  try {
    return await inThread<string>(
      file,
      (async function* () {
        yield text
      })(),
      PATIENCE
    )
  } catch (error) {
    if (!exceedsThread(error)) throw error
    throw new FileRefused('The drawing is too large to be looked through.')
  }
}

/**
 * What is kept of a file: of a drawing (SVG), by the name that it is kept under or by what is in it, only what is known
 * to be harmless; of all others everything, for they are served as no drawing.
 *
 * @throws FileRefused for a drawing that is packed, or too large
 */
export async function harmless({ filename, bytes }: Upload): Promise<string | Buffer> {
  const ending = splitName(safeName(filename)).ending.toLowerCase()
  if (ending === '.svgz') throw new FileRefused('A packed drawing cannot be looked through. Unpack it first.')
  return ending === '.svg' || isSVG(bytes) ? await clean(xmlText(bytes)) : bytes
}
