// Fills records into a template: finds its text and those that it names, and what it may know of each record.
import type { RequestContext } from '#contract/scopes.ts'
import { signedIn } from '#contract/scopes.ts'
import type { Materials } from '#framework/module.ts'
import { TemplateError } from '#template/errors.ts'
import { compileTemplate, renderTemplate, type CompiledTemplate } from '#template/template.ts'
import { bundledText } from '../bundled.ts'
import { openContexts, pluginLibraries, type PrintedTemplate } from '../contexts/index.ts'
import { uploadedText } from '../files.ts'

/** How many records are read at once. */
const AT_ONCE = 200

/** What a template is rendered with. */
export type PrintValues = ReadonlyMap<string, unknown>

/** A template that is printed with. */
export interface PrintTemplate extends PrintedTemplate {
  /** What makes the name of the file that a print becomes. */
  filename_pattern: string
  /** Its text, where that is not the one of its file. */
  source?: string
}

/** A template at work. */
export interface Renderer {
  /** What it may know of each of some records, in their order; of those that are gone meanwhile nothing. */
  each(ids: readonly number[]): AsyncIterable<{ values: PrintValues; record: number }>
  /** What it may know where all records go into one document. */
  merged(instances: readonly PrintValues[]): PrintValues
  /** @throws TemplateError */
  render(values: PrintValues): Promise<string>
  /** The name of the file that a print becomes, made by the pattern. @throws TemplateError */
  fileName(values: PrintValues): Promise<string>
}

/** How templates of labels are told the size of the page. */
const pageStyle = (width: number, height: number) => {
  const mm = (size: number) => `${Number.isInteger(size) ? size.toFixed(1) : size}mm`
  return `
        @page {
            size: ${mm(width)} ${mm(height)};
            margin: 0mm;
        }
        `
}

/**
 * Prepares a template for a print.
 *
 * @param more values in place of those that it would be rendered with
 */
export async function rendererOf(
  call: RequestContext,
  template: PrintTemplate,
  { media }: Pick<Materials, 'media'>,
  more: Readonly<Record<string, unknown>> = {}
): Promise<Renderer> {
  const { db, settings, baseURL } = call
  const { environment, common, records } = await openContexts({
    db,
    settings,
    media,
    baseURL,
    plugins: await pluginLibraries(call.plugins, signedIn(call)),
    load: async (name) => (await bundledText(name)) ?? (await uploadedText(media, `report/${name}`))
  })
  const label = template.width === undefined ? {} : { page_style: pageStyle(template.width, template.height!) }
  const base = new Map([...(await common(template, signedIn(call).id)), ...Object.entries({ ...label, ...more })])
  let compiled: CompiledTemplate | undefined
  const compile = async () => {
    const name = template.template.replace(/^report\//, '')
    const source = template.source ?? (await uploadedText(media, template.template))
    if (source === undefined) throw new TemplateError('missing', name)
    return (compiled ??= compileTemplate(source, name, environment))
  }
  return {
    async *each(ids) {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const some = ids.slice(at, at + AT_ONCE)
        const known = await records(template.model_type, some)
        for (const record of some) {
          const own = known.get(record)
          if (own) yield { values: new Map([...base, ...own]), record }
        }
      }
    },
    merged: (instances) => new Map<string, unknown>([...base, ['instances', instances]]),
    render: async (values) => await renderTemplate(await compile(), values),
    fileName: async (values) =>
      await renderTemplate(compileTemplate(template.filename_pattern, 'filename_pattern', environment), values)
  }
}
