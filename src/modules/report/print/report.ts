// Reports: pages of records, as PDF or, in debug mode, as HTML.
import type { Press } from '#framework/pdf/press.ts'
import { joined } from './merge.ts'
import { placeOfPrint } from './file-name.ts'
import type { PrintOutput, Printed } from './output.ts'
import type { PrintValues, Renderer } from './rendering.ts'
import { TemplateError } from '#template/errors.ts'
import { patternFailed } from './errors.ts'

/** What is said once a report is done. */
const DONE = 100

/** A report to be printed. */
export interface ReportJob {
  model: string
  /** The records, in the order of the pages. */
  ids: readonly number[]
  templateName: string
  merge: boolean
  attach: boolean
  debug: boolean
}

/** What one document is made of: a record, or all of them. */
interface Sheet {
  values: PrintValues
  /** Whose attachment it becomes. */
  record: number
}

async function sheetsOf(job: ReportJob, renderer: Renderer): Promise<AsyncIterable<Sheet> | Iterable<Sheet>> {
  if (!job.merge) return renderer.each(job.ids)
  const instances: PrintValues[] = []
  for await (const { values } of renderer.each(job.ids)) instances.push(values)
  return [{ values: renderer.merged(instances), record: job.ids.at(-1)! }]
}

/**
 * Prints a report.
 *
 * @returns the file that it becomes
 * @throws TemplateError, NoPrinter, PrintFailed; PatternFailed where its name cannot be made
 */
export async function printReport(
  job: ReportJob,
  renderer: Renderer,
  press: Press,
  output: PrintOutput
): Promise<Printed> {
  const pages: string[] = []
  const documents: { content: Buffer; record: number }[] = []
  let made: string | undefined
  let done = 0
  for await (const { values, record } of await sheetsOf(job, renderer)) {
    const html = await renderer.render(values)
    // It is named after the first record.
    made ??= await renderer.fileName(values).catch((error: unknown) => {
      throw error instanceof TemplateError ? patternFailed(error) : error
    })
    if (job.debug) pages.push(html)
    else documents.push({ content: await press.pdf(html), record })
    await output.advance(++done)
  }
  const place = placeOfPrint(made!, job.debug ? '.html' : '.pdf')
  if (job.debug) return { ...place, content: pages.join('\n'), progress: DONE, attachments: [] }
  const comment = `Report generated from template ${job.templateName}`
  const name = place.name.replace(/_\w{7}(?=\.pdf$)/, '')
  return {
    ...place,
    content: await joined(documents.map(({ content }) => content)),
    progress: DONE,
    attachments: job.attach
      ? documents.map(({ content, record }) => ({ model: job.model, id: record, name, content, comment }))
      : []
  }
}
