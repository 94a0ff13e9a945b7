import { Template } from '@huggingface/jinja'
import type { SettingReader } from '#contract/scopes.ts'
import { now, shownTime } from '#framework/time.ts'
import { batchTemplateProblem } from '#modules/settings/index.ts'

/** The week of the year by ISO 8601. */
function weekOf(date: string): number {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  return Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7)
}

/**
 * A batch code by the setting STOCK_BATCH_CODE_TEMPLATE; a template that fails, or that an import brought and may not
 * be, gives none (docs/behaviour/generate.md#batch-codes).
 *
 * @param things what the template may tell of, beside the time; new stock tells of nothing
 */
export function batchCode(settings: SettingReader, things: Record<string, unknown> = {}): string {
  const template = settings.text('STOCK_BATCH_CODE_TEMPLATE')
  if (template === '' || batchTemplateProblem(template) !== undefined) return ''
  const moment = shownTime(now())
  const [date, time] = moment.split(' ') as [string, string]
  const [year, month, day] = date.split('-').map(Number)
  const [hour, minute] = time.split(':').map(Number)
  const nothing = { part: {}, location: {} }
  try {
    // A quantity is printed with its decimals, as 3.0.
    return new Template(('quantity' in things ? '{% set quantity = quantity * 1.0 %}' : '') + template)
      .render({ ...nothing, date, year, month, day, hour, minute, week: weekOf(date), ...things })
      .trim()
  } catch {
    return ''
  }
}
