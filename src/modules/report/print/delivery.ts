// Labels that go to a printer of a plugin, one by one.
import type { Label } from '#framework/plugins/interface.ts'
import { PluginError } from '#framework/plugins/thread.ts'
import type { Press } from '#framework/pdf/press.ts'
import type { LabelPrinter } from '#modules/machine/index.ts'
import { DeliveryFailed, patternFailed } from './errors.ts'
import type { HandOver } from './job.ts'
import type { PrintOutput } from './output.ts'
import type { LabelTarget } from './printers.ts'
import type { Renderer } from './rendering.ts'
import { TemplateError } from '#template/errors.ts'

/** Labels for a printer. */
export interface DeliveryJob {
  model: string
  /** The records, in the order of the labels. */
  ids: readonly number[]
  copies: number
  /** How large a label is, in mm. */
  width: number
  height: number
  /** How fine pictures are, in dots an inch; null where none are wanted. */
  dpi: number | null
}

/** The bytes of a buffer and nothing else of it: they become JSON on their way to the plugin. */
const bytes = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

/**
 * Sets labels for a printer.
 *
 * @throws TemplateError, NoPrinter, PrintFailed; PatternFailed where the name of a file cannot be made
 */
async function setLabels(job: DeliveryJob, renderer: Renderer, press: Press): Promise<Label[]> {
  const { model, ids, copies, width, height, dpi } = job
  const labels: Label[] = []
  for await (const { values, record: pk } of renderer.each(ids)) {
    const html = await renderer.render(values)
    const filename = await renderer.fileName(values).catch((error: unknown) => {
      throw error instanceof TemplateError ? patternFailed(error) : error
    })
    const pdf = bytes(await press.pdf(html))
    const png = dpi === null ? null : bytes(await press.png(html, { width, height, dpi }))
    labels.push({ pdf, png, width, height, copies, record: { model, pk }, filename })
  }
  return labels
}

/**
 * Gives labels to a printer, one after the other.
 *
 * @param done how many it has already
 * @param signal aborted where the print is given up
 * @throws DeliveryFailed
 */
async function deliver(
  labels: readonly Label[],
  print: LabelPrinter,
  output: PrintOutput,
  done: number,
  signal: AbortSignal
): Promise<number> {
  for (const [at, label] of labels.entries()) {
    if (at < done) continue
    signal.throwIfAborted()
    try {
      await print(label)
    } catch (error) {
      if (!(error instanceof PluginError)) throw error
      throw new DeliveryFailed(`Label ${at + 1} of ${labels.length} was not printed: ${error.message}`)
    }
    await output.note(at + 1)
  }
  return labels.length
}

/**
 * Prints labels by a printer.
 *
 * @param goesOn whether a process that ended meanwhile began with it: what the printer has already it does not get again
 */
export const printOnTarget =
  (job: DeliveryJob, target: LabelTarget, renderer: Renderer, goesOn: boolean) =>
  async (press: Press, output: PrintOutput): Promise<HandOver> => {
    const labels = await setLabels(job, renderer, press)
    const done = goesOn ? await output.noted() : 0
    return (signal) => target.print((print) => deliver(labels, print, output, done, signal))
  }
