// Labels, each on a page of its own size.
import type { Press } from '#framework/pdf/press.ts'
import { TemplateError } from '#template/errors.ts'
import { patternFailed } from './errors.ts'
import { placeOfPrint } from './file-name.ts'
import { joined } from './merge.ts'
import type { PrintOutput, Printed } from './output.ts'
import type { Renderer } from './rendering.ts'

/** Labels to be printed. */
export interface LabelJob {
  /** The records, in the order of the labels. */
  ids: readonly number[]
  debug: boolean
}

/**
 * Prints labels.
 *
 * @returns the file that they become
 * @throws TemplateError, NoPrinter, PrintFailed; PatternFailed where its name cannot be made
 */
export async function printLabels(
  job: LabelJob,
  renderer: Renderer,
  press: Press,
  output: PrintOutput
): Promise<Printed> {
  const pages: string[] = []
  const documents: Buffer[] = []
  let made = ''
  let done = 0
  for await (const { values } of renderer.each(job.ids)) {
    const html = await renderer.render(values)
    // The last one names the file.
    made = await renderer.fileName(values).catch((error: unknown) => {
      throw error instanceof TemplateError ? patternFailed(error) : error
    })
    if (job.debug) pages.push(html)
    else documents.push(await press.pdf(html))
    await output.advance(++done)
  }
  if (job.debug)
    return { ...placeOfPrint('labels.html', '.html'), content: pages.join('\n'), progress: done, attachments: [] }
  return { ...placeOfPrint(made, '.pdf'), content: await joined(documents), progress: done, attachments: [] }
}
