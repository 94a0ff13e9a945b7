// Printing over the API.
import type { Selectable } from 'kysely'
import { invalid, refused } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { withValidation, type Call, type Handler } from '#contract/types.ts'
import type { DB } from '#db/tables.ts'
import { resumption } from '#framework/jobs/resume.ts'
import type { Materials } from '#framework/module.ts'
import type { Press } from '#framework/pdf/press.ts'
import type { Printer } from '#framework/pdf/printer.ts'
import { generatingFailed, labelProblem, PatternFailed, reportProblem, reportRefused } from './errors.ts'
import { previewOperation } from './preview.ts'
import { printOnTarget } from './delivery.ts'
import { beginPrint, deliveryQueue, type HandOver } from './job.ts'
import { printLabels } from './label.ts'
import { PrintOutput, type Printed } from './output.ts'
import { checkOptions, labelPlugin, labelTarget, pluginProblem, type PrintOptions } from './printers.ts'
import { printableRecords } from './records.ts'
import { rendererOf } from './rendering.ts'
import { printReport } from './report.ts'
import { gridOf, printSheets, type SheetOptions } from './sheet.ts'

declare module '#framework/module.ts' {
  interface Materials {
    /** Sets pages. */
    printer: Printer
    /** Keeps a report of an error, for administrators; with the address of the request that had it. */
    keepReport: (error: unknown, url: string) => Promise<void>
  }
}

/** What counts where a sheet is not told otherwise. */
const SHEET: SheetOptions = { page_size: 'A4', skip: 0, border: false, landscape: false, margin: 10 }

/** How labels are printed. */
interface LabelPrint {
  isDelivered?: boolean
  print(press: Press, output: PrintOutput): Promise<Printed | HandOver>
}

/**
 * The operations that print.
 *
 * @param materials of the server
 */
export function printOperations(materials: Materials) {
  const { media, outputs, printer, background, keepReport } = materials
  /** Begins the data output of a print. */
  const begin = async (call: RequestContext, type: string, total: number, template: string, plugin: string | null) =>
    new PrintOutput(await outputs.begin(call, type, total, plugin, template), call.db, media)

  const deliveries = deliveryQueue()
  const room = (call: RequestContext, output: PrintOutput) => ({
    printer,
    deliveries,
    background,
    again: resumption(call, output.id)
  })

  const report = async (call: Call<'report_print_create'>): Promise<number> => {
    const { db, settings } = call
    const caller = signedIn(call)
    const template = await db
      .selectFrom('report_template')
      .selectAll()
      .where('id', '=', call.body.template)
      .executeTakeFirstOrThrow()
    const { model_type: model } = template
    const ids = await printableRecords(db, caller, model, call.body.items)
    const output = await begin(call, 'report', ids.length, template.name, null)
    const renderer = await rendererOf(call, template, materials)
    const job = {
      model,
      ids,
      templateName: template.name,
      merge: template.merge === 1,
      attach: template.attach_to_model === 1,
      debug: settings.flag('REPORT_DEBUG_MODE')
    }
    const failed = async (error: unknown): Promise<unknown> => {
      const problem = reportProblem(error)
      if (settings.flag('REPORT_LOG_ERRORS') || (!problem && !(error instanceof PatternFailed)))
        await keepReport(error, call.request.url)
      if (error instanceof PatternFailed) return generatingFailed(error.message)
      await output.fail(problem?.kept ?? 'Error rendering report')
      return problem ? reportRefused(problem) : error
    }
    const fetchUrls = settings.flag('REPORT_FETCH_URLS')
    const print = (press: Parameters<typeof printReport>[2]) => printReport(job, renderer, press, output)
    await beginPrint({ output, user: caller.id, fetchUrls, print, failed }, room(call, output))
    return output.id
  }

  /** How labels are printed by a plugin. */
  const labelPrinter = async (
    call: Call<'label_print_create'>,
    template: Selectable<DB['label_template']>,
    plugin: string,
    ids: number[]
  ): Promise<LabelPrint> => {
    const sheet = plugin === 'inventreelabelsheet'
    const renderer = await rendererOf(call, template, materials, sheet ? { page_style: '' } : {})
    // The contract reads what the plugin is told beside the fields of the body.
    const { options = {} } = call.body as { options?: Partial<SheetOptions> & PrintOptions }
    const target = await labelTarget(call, plugin, options)
    if (target) {
      const { model_type: model, width, height } = template
      const dpi = target.picture ? call.settings.number('LABEL_DPI') : null
      const job = { model, ids, copies: target.copies, width, height, dpi }
      return { isDelivered: true, print: printOnTarget(job, target, renderer, call.request.resumes !== null) }
    }
    const job = { ids, debug: call.settings.plugin(plugin).flag('DEBUG') }
    if (!sheet) return { print: (press, output) => printLabels(job, renderer, press, output) }
    const sheetOptions = { ...SHEET, ...options }
    gridOf(sheetOptions, template)
    return { print: (press, output) => printSheets(job, sheetOptions, template, renderer, press, output) }
  }

  const labels = async (call: Call<'label_print_create'>): Promise<number> => {
    const { db, settings } = call
    const caller = signedIn(call)
    const template = await db
      .selectFrom('label_template')
      .selectAll()
      .where('id', '=', call.body.template)
      .executeTakeFirstOrThrow()
    const ids = await printableRecords(db, caller, template.model_type, call.body.items)
    const plugin = await labelPlugin(call, call.body.plugin)
    const labelPrint = await labelPrinter(call, template, plugin, ids)
    const output = await begin(call, 'label', ids.length, template.name, plugin)
    const failed = async (error: unknown): Promise<unknown> => {
      const problem = error instanceof PatternFailed ? error.message : labelProblem(error)
      await keepReport(error, call.request.url)
      // Where the answer was given already, this is all that tells of it.
      await output.fail(problem ?? 'Error printing labels')
      if (error instanceof PatternFailed) return invalid({ non_field_errors: ['Error printing labels', error.message] })
      return problem === undefined ? error : refused(problem)
    }
    const print = (press: Press) => labelPrint.print(press, output)
    const { isDelivered } = labelPrint
    const fetchUrls = settings.flag('REPORT_FETCH_URLS')
    try {
      await beginPrint({ output, user: caller.id, fetchUrls, print, isDelivered, failed }, room(call, output))
    } catch (error) {
      await outputs.withdraw(call, output.id)
      throw error
    }
    return output.id
  }

  return {
    report_preview_create: previewOperation(materials),
    report_print_create: (async (call, send) =>
      send(201, await outputs.shown(call, await report(call)))) satisfies Handler<'report_print_create'>,
    label_print_create: withValidation<'label_print_create'>(
      async (context, { plugin, options }, addError) => {
        const problem = plugin === undefined ? undefined : await pluginProblem(context, plugin)
        if (problem !== undefined) addError(['plugin'], problem)
        await checkOptions(context, plugin, (options ?? {}) as PrintOptions, addError)
      },
      async (call, send) => send(201, await outputs.shown(call, await labels(call)))
    )
  }
}
