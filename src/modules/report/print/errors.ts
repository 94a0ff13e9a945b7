// How prints that fail are told (docs/behaviour/print.md#errors).
import { ApiError, invalid } from '#contract/errors.ts'
import { NoPrinter, PrintFailed } from '#framework/pdf/press.ts'
import { TemplateError } from '#template/errors.ts'
import { quotedText } from '#template/python.ts'

/** What went wrong with a report: for the answer, and for the data output, which says less where nobody can mend it. */
export interface ReportProblem {
  detail: string
  kept: string
}

/** What went wrong with a report; undefined where the fault is the program's. */
export function reportProblem(error: unknown): ReportProblem | undefined {
  if (error instanceof NoPrinter || error instanceof PrintFailed) return { detail: error.message, kept: error.message }
  if (!(error instanceof TemplateError)) return undefined
  const { message, problem } = error
  if (problem === 'syntax') return { detail: `Template syntax error: ${message}`, kept: message }
  if (problem === 'refused') return { detail: message, kept: message }
  if (problem === 'missing') {
    const missing = `Template file ${message} does not exist`
    return { detail: missing, kept: missing }
  }
  return { detail: `Error rendering report: ${message}`, kept: 'Error rendering report' }
}

/** 400 for a report that failed: its detail is written as a list of one text. */
export const reportRefused = ({ detail }: ReportProblem): ApiError => generatingFailed(`[${quotedText(detail)}]`)

/** 400 for a report that failed, with the plain words. */
export const generatingFailed = (detail: string): ApiError =>
  invalid({ error: ['Error generating report'], detail: [detail] })

/** A printer did not take a label; the message says which, and why. */
export class DeliveryFailed extends Error {
  override name = 'DeliveryFailed'
}

/** What went wrong with a label: nothing that helps, unless it is the printer that fails, or there is none. */
export const labelProblem = (error: unknown): string | undefined =>
  error instanceof NoPrinter || error instanceof DeliveryFailed
    ? error.message
    : error instanceof TemplateError || error instanceof PrintFailed
      ? 'Error rendering label to PDF'
      : undefined

/** The name of the file cannot be made; the message says why. */
export class PatternFailed extends Error {
  override name = 'PatternFailed'
}

/** The same, of a mistake in the pattern. */
export const patternFailed = ({ message }: TemplateError): PatternFailed => new PatternFailed(message)
