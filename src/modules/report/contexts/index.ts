// What templates are rendered with: the libraries, what every template knows, and what it knows of records.
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { MediaStorage } from '#framework/files/storage.ts'
import { serverZone, today } from '#framework/time.ts'
import { loadRates } from '#modules/currency/index.ts'
import { Decimal } from '#template/decimal.ts'
import type { Library, TemplateEnvironment } from '#template/language.ts'
import { standardLibraries } from '#template/libraries/index.ts'
import { Moment, PlainDate, TemplateObject } from '#template/values.ts'
import { namedAddress } from './addresses.ts'
import { PageFiles } from './images.ts'
import { RecordReader } from './records.ts'
import { templateServices } from './services.ts'
import { SHAPES } from './shapes/index.ts'
import { recordValues } from './values.ts'

export { pluginLibraries } from './plugin-libraries.ts'

/** What one print is rendered with. */
export interface ContextSource {
  db: Database
  settings: SettingReader
  /** Where uploaded files lie. */
  media: MediaStorage
  /** The address of the server, without a slash at its end. */
  baseURL: string
  /** The text of a template that others name; undefined where there is none. */
  load: TemplateEnvironment['load']
  /** What plugins of others bring for templates, by their keys; see `pluginLibraries`. */
  plugins?: Readonly<Record<string, Library>>
}

/** What is known of the template itself; `width` and `height` in mm. */
export interface PrintedTemplate {
  name: string
  description: string
  model_type: string
  /** The path of its file. */
  template: string
  revision: number
  filename_pattern?: string
  page_size?: string
  landscape?: number
  merge?: number
  width?: number
  height?: number
}

/** The template as it sees itself: shown as the name of its file. */
class TemplateRecord extends TemplateObject {
  override readonly className: string
  readonly #parts: ReadonlyMap<string, unknown>
  readonly #file: string

  constructor(template: PrintedTemplate) {
    super()
    const { name, description, model_type, revision, filename_pattern, page_size } = template
    this.className = page_size === undefined ? 'LabelTemplate' : 'ReportTemplate'
    this.#file = template.template.split('/').at(-1)!
    this.#parts = new Map<string, unknown>(
      Object.entries({ name, description, model_type, revision, filename_pattern, page_size, ...ofKind(template) })
    )
  }

  override get(name: string): unknown {
    return this.#parts.get(name)
  }

  override text(): string {
    return this.#file
  }
}

/** What reports have, or what labels have. */
function ofKind({ page_size, landscape, merge, width, height }: PrintedTemplate): Record<string, unknown> {
  if (page_size === undefined) return { width: Decimal.float(width ?? 0), height: Decimal.float(height ?? 0) }
  return { landscape: landscape === 1, merge: merge === 1 }
}

/** What the pages of a template are like. */
function pageValues(template: PrintedTemplate): Record<string, unknown> {
  const { page_size, landscape, width, height } = template
  if (page_size === undefined)
    return { ...ofKind(template), page_style: `@page { size: ${width}mm ${height}mm; margin: 0mm; }` }
  return { ...ofKind(template), page_size: landscape === 1 ? `${page_size} landscape` : page_size }
}

/** What one print is rendered with; see `openContexts`. */
export interface PrintContexts {
  /** For `compileTemplate`. */
  environment: TemplateEnvironment
  /** What every template knows, of itself, its pages and whoever prints. @param user a primary key */
  common(template: PrintedTemplate, user: number): Promise<Map<string, unknown>>
  /** What a template knows of records, by primary key; of those that are gone nothing. */
  records(model: string, ids: readonly number[]): Promise<Map<number, ReadonlyMap<string, unknown>>>
}

/**
 * What one print is rendered with. It reads when it is asked, and knows what it has read, so each print has its own.
 *
 * @returns what renders templates of the language in `src/template/` (docs/templates.md)
 */
export async function openContexts(source: ContextSource): Promise<PrintContexts> {
  const { db, settings, media, baseURL, load, plugins = {} } = source
  const zone = serverZone()
  const reader = new RecordReader({ db, settings, zone, shapes: SHAPES })
  const files = new PageFiles(media, settings.flag('REPORT_DEBUG_MODE'))
  const services = templateServices({ reader, rates: await loadRates(db), files, baseURL })
  return {
    environment: {
      load,
      libraries: { ...plugins, ...standardLibraries(services) },
      always: Object.values(plugins),
      now: () => new Date(),
      zone,
      url: namedAddress
    },
    common: async (template, user) => {
      const { records } = await reader.group('user', [user])
      return new Map<string, unknown>(
        Object.entries({
          base_url: baseURL,
          date: PlainDate.parse(today()),
          datetime: new Moment(new Date(), zone),
          template: new TemplateRecord(template),
          template_name: template.name,
          template_description: template.description,
          template_revision: template.revision,
          user: records.get(user) ?? null,
          ...pageValues(template)
        })
      )
    },
    records: (model, ids) => recordValues(reader, model, ids)
  }
}
