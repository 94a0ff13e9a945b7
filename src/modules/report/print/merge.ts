// Several PDFs become one.
import { yieldToOthers } from '#framework/event-loop.ts'

/**
 * Joins PDFs, their pages one after the other.
 *
 * @param parts at least one
 */
export async function joined(parts: readonly Buffer[]): Promise<Buffer> {
  if (parts.length === 1) return parts[0]!
  const { PDFDocument } = await import('@cantoo/pdf-lib') // only where something is printed
  const all = await PDFDocument.create()
  for (const part of parts) {
    const one = await PDFDocument.load(part)
    for (const page of await all.copyPages(one, one.getPageIndices())) all.addPage(page)
    await yieldToOthers()
  }
  return Buffer.from(await all.save({ addDefaultPage: false, objectsPerTick: 200 }))
}
