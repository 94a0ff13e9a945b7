// Printing over the API.
import type { Handler } from '#contract/types.ts'
import { invalid, refused } from '#contract/errors.ts'
import { withValidation, type Body, type Call } from '#contract/types.ts'
import { signedIn } from '#contract/scopes.ts'
import type { Materials } from '#framework/module.ts'
import type { Printer } from '#framework/pdf/printer.ts'
import { activePlugins, DEFAULT_LABEL_PLUGIN, isPlugin, LABEL_PLUGINS, pluginFlag } from '#modules/plugins/index.ts'
import { generatingFailed, labelProblem, PatternFailed, reportProblem, reportRefused } from './errors.ts'
import { beginPrint, type PrintJob } from './job.ts'
import { printLabels } from './label.ts'
import { PrintOutput } from './output.ts'
import { printableRecords } from './records.ts'
import { rendererOf } from './rendering.ts'
import { printReport } from './report.ts'
import { gridOf, printSheets, type SheetOptions } from './sheet.ts'

declare module '#framework/module.ts' {
  interface Materials {
    /** Sets pages. */
    printer: Printer
    /** Keeps a report of an error that administrators should see. */
    keepReport(error: unknown, url: string): Promise<void>
  }
}
