// Fills records into a template: finds its text and those that it names, and what it may know of each record.
import type { Selectable } from 'kysely'
import type { RequestContext } from '#contract/scopes.ts'
import type { DB } from '#db/tables.ts'
import type { Environment } from '#template/language.ts'
import { compileTemplate, renderTemplate, type CompiledTemplate } from '#template/template.ts'
import { TemplateError } from '#template/errors.ts'
import { bundledText } from '../bundled.ts'
import { uploadedText } from '../files.ts'

/** What a template is rendered with. */
export type Values = ReadonlyMap<string, unknown>

/** A template at work. */
export interface Renderer {
  /** What it may know of each of some records, in their order. */
  each(ids: readonly number[]): AsyncIterable<{ values: Values; record: number }>
  /** What it may know where all records go into one document. */
  merged(instances: readonly Values[]): Values
  /** @throws TemplateError */
  render(values: Values): Promise<string>
  /** The name of the file that a print becomes, made by the pattern. @throws TemplateError */
  fileName(values: Values): Promise<string>
}

type ReportRow = Selectable<DB['report_template']>
type LabelRow = Selectable<DB['label_template']>

export function rendererOf(
  call: RequestContext,
  kind: 'report' | 'label',
  template: ReportRow | LabelRow,
  mediaRoot: string,
  more: Readonly<Record<string, unknown>> = {}
): Renderer {
  const environment: Environment = {
    load: async (name) => (await bundledText(name)) ?? (await uploadedText(mediaRoot, `report/${name}`)),
    libraries: {},
    now: () => new Date(),
    zone: 'UTC',
    url: () => undefined
  }
  let compiled: CompiledTemplate | undefined
  const compile = async () => {
    const source = await uploadedText(mediaRoot, template.template)
    if (source === undefined) throw new TemplateError('missing', template.template.replace(/^report\//, ''))
    return (compiled ??= compileTemplate(source, template.template, environment))
  }
  const base = new Map<string, unknown>(Object.entries({ template_name: template.name, base_url: call.baseURL, ...more }))
  return {
    async *each(ids) {
      for (const record of ids) yield { values: new Map(base), record }
    },
    merged: (instances) => new Map<string, unknown>([...base, ['instances', instances]]),
    render: async (values) => await renderTemplate(await compile(), values),
    fileName: async (values) =>
      await renderTemplate(compileTemplate(template.filename_pattern, 'filename_pattern', environment), values)
  }
}
