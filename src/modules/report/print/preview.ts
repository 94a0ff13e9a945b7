// What a template makes of one record, while it is being written.
import type { RequestContext } from '#contract/scopes.ts'
import { signedIn } from '#contract/scopes.ts'
import type { Answer, Body, Handler } from '#contract/types.ts'
import type { Materials } from '#framework/module.ts'
import { NoPrinter, PrintFailed, type Press } from '#framework/pdf/press.ts'
import { TemplateError } from '#template/errors.ts'
import { printableRecords } from './records.ts'
import { rendererOf, type PrintTemplate } from './rendering.ts'

type Preview = Answer<'report_preview_create', 200>
type Asked = Body<'report_preview_create'>

/** The template as it would be stored. */
const templateOf = (body: Asked): PrintTemplate => {
  const { kind, model_type, text: source, name = 'preview.html' } = body
  const about = {
    name,
    description: '',
    model_type,
    template: name,
    revision: 1,
    filename_pattern: 'output.pdf',
    source
  }
  if (kind === 'label') return { ...about, ...sizeOf(body) }
  return {
    ...about,
    page_size: body.page_size ?? 'A4',
    landscape: Number(body.landscape ?? false),
    merge: Number(body.merge ?? false)
  }
}

/** How large a label is, in mm. */
const sizeOf = ({ width = 50, height = 20 }: Asked) => ({ width, height })

/** What is wrong, where it is the template's fault or there is nothing to print with. */
function mistakeOf(error: unknown): NonNullable<Preview['error']> {
  if (error instanceof NoPrinter || error instanceof PrintFailed)
    return { message: error.message, template: null, line: null }
  if (!(error instanceof TemplateError)) throw error
  const { message, problem, template = null, line = null } = error
  return { message: problem === 'missing' ? `Template file ${message} does not exist` : message, template, line }
}

/** Makes a PDF or a picture of a page, as an address with the data in it. */
async function fileOf(html: string, body: Asked, press: Press, dpi: number): Promise<string> {
  if (body.form === 'pdf') return `data:application/pdf;base64,${(await press.pdf(html)).toString('base64')}`
  return `data:image/png;base64,${(await press.png(html, { ...sizeOf(body), dpi })).toString('base64')}`
}

/** The page, and the file where one is asked for. */
async function previewOf(call: RequestContext & { body: Asked }, materials: Materials): Promise<Preview> {
  const { body, settings } = call
  const template = templateOf(body)
  const ids = await printableRecords(call.db, signedIn(call), template.model_type, [body.item])
  const { form = 'html' } = body
  let html: string | null = null
  try {
    const renderer = await rendererOf(call, template, materials)
    for await (const { values } of renderer.each(ids))
      html = await renderer.render(body.merge ? renderer.merged([values]) : values)
    if (form === 'html') return { html, file: null, error: null }
    const options = { fetchUrls: settings.flag('REPORT_FETCH_URLS') }
    const file = await materials.printer.job(options, String(signedIn(call).id), (press) =>
      fileOf(html!, body, press, settings.number('LABEL_DPI'))
    )
    return { html, file, error: null }
  } catch (error) {
    return { html, file: null, error: mistakeOf(error) }
  }
}

/** The operation that shows what a template makes of a record. */
export const previewOperation =
  (materials: Materials): Handler<'report_preview_create'> =>
  async (call, send) =>
    send(200, await previewOf(call, materials))
