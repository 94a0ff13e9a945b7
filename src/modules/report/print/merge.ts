// Several PDFs become one.
import { PrintFailed } from '#framework/pdf/press.ts'
import { exceedsThread, inThread } from '#framework/thread.ts'

/** How long that may take, in seconds. */
const PATIENCE = 300

async function* chunks(parts: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield part
}

/**
 * Joins PDFs, their pages one after the other.
 *
 * @param parts at least one
 * @throws PrintFailed where they are too large to be joined
 */
export async function joined(parts: readonly Buffer[]): Promise<Buffer> {
  if (parts.length === 1) return parts[0]!
  const file = new URL(`./merge.worker${import.meta.url.slice(-3)}`, import.meta.url)
  try {
    return Buffer.from(await inThread<Uint8Array>(file, chunks(parts), PATIENCE))
  } catch (error) {
    if (!exceedsThread(error)) throw error
    throw new PrintFailed('The documents are too large to be joined. Print fewer at once.', { cause: error })
  }
}
