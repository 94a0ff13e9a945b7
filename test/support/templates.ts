import { Decimal } from '#template/decimal.ts'
import type { RenderLimits } from '#template/budget.ts'
import { standardLibraries } from '#template/libraries/index.ts'
import type { TemplateEnvironment } from '#template/language.ts'
import { filteredSet } from '#template/query.ts'
import type { TemplateServices } from '#template/services.ts'
import { compileTemplate, renderTemplate } from '#template/template.ts'
import { ListedSet, Money, Moment, PlainDate, TemplateObject, TemplateSet } from '#template/values.ts'

/** A record that is what it was given. */
class Thing extends TemplateObject {
  override readonly className: string
  readonly #parts: Map<string, unknown>
  readonly #text: string

  constructor(className: string, text: string, parts: Record<string, unknown>) {
    super()
    this.className = className
    this.#text = text
    this.#parts = new Map(Object.entries(parts))
  }

  override get(name: string): unknown {
    return this.#parts.get(name)
  }

  override text(): string {
    return this.#text
  }

  override names(): string[] {
    return [...this.#parts.keys()]
  }
}

/** A relation to records, which is not gone through itself. */
class Relation extends TemplateSet {
  override readonly isManager = true
  readonly #items: readonly unknown[]

  constructor(items: readonly unknown[]) {
    super()
    this.#items = items
  }

  override items(): readonly unknown[] {
    return this.#items
  }
}

/** Half past six in the evening of a day in May. */
const NOW = new Date('2031-05-06T18:30:05Z')

const parameter = (name: string, data: string) => new Thing('Parameter', name, { name, data, units: 'V' })

const AMP = new Thing('Part', 'Amp - <loud> & clear', {
  pk: 7,
  name: 'Amp',
  description: '<loud> & clear',
  quantity: Decimal.fixed(50, 5),
  price: new Money(Decimal.fixed(1.25, 6), 'EUR'),
  parameters_list: new Relation([parameter('Voltage', '12'), parameter('Case', 'DIP')]),
  category: null
})

const rows = [
  new Thing('Row', 'b', { name: 'b', kind: 'x', size: 2 }),
  new Thing('Row', 'a', { name: 'a', kind: 'x', size: 10 }),
  new Thing('Row', 'c', { name: 'c', kind: 'y', size: null })
]

const VALUES: Record<string, unknown> = {
  part: AMP,
  rows: new ListedSet(rows),
  relation: new Relation(rows),
  list: ['one', 'two', 'three'],
  html: '<b>x</b>',
  text: 'two words',
  empty: '',
  zero: 0,
  none: null,
  yes: true,
  map: new Map<string, unknown>([
    ['Rated Power', '0.25'],
    ['Case', '0603']
  ]),
  day: new PlainDate(2031, 5, 6),
  moment: new Moment(NOW, 'UTC'),
  earlier: new Moment(new Date(NOW.getTime() - 26 * 3_600_000), 'UTC')
}

const services: TemplateServices = {
  baseURL: 'http://here',
  staticPath: '/static/',
  mediaPath: '/media/',
  defaultCurrency: 'USD',
  isCurrency: (code) => ['USD', 'EUR', 'JPY'].includes(code),
  convert: (money, currency) => {
    if (money.currency === currency) return money
    return currency === 'USD' ? new Money(money.amount.times(Decimal.fixed(2, 0)), 'USD') : undefined
  },
  priceDecimals: { minimum: 0, maximum: 6 },
  setting: (key) => (key === 'KNOWN' ? true : undefined),
  settingObject: (key) => (key === 'KNOWN' ? new Thing('Setting', key, { key }) : null),
  instanceName: 'Bench',
  version: '1.5.0',
  records: async (model, conditions) =>
    model === 'part.part' ? await filteredSet(new ListedSet(rows), conditions) : undefined,
  recordImage: (record, kind) => (kind === 'part' && record.className === 'Part' ? 'data:image' : undefined),
  uploadedImage: (file) => (file === 'lost.png' ? undefined : `data:${file || 'blank'}`),
  drawing: (file) => (file === 'a.svg' ? 'data:svg' : undefined),
  asset: (file) => (file === 'a.png' ? 'data:asset' : undefined),
  logo: () => 'data:logo',
  icon: (name) => (name === 'ti:box:outline' ? { family: 'icons', letter: 'B' } : undefined),
  iconFonts: () => '<style></style>',
  statusLabel: (kind, key) => (kind === 'build' && key === 10 ? { text: 'Pending', color: 'secondary' } : undefined),
  hasMixin: (name) => name === 'labels'
}

const LIBRARIES = standardLibraries(services)

/** What tests render: a template, what it may include, and how much it may take. */
export interface Rendered {
  templates?: Record<string, string>
  values?: Record<string, unknown>
  limits?: Partial<RenderLimits>
}

/** Renders a template with the values above. All libraries are loaded, unless the template says so itself. */
export async function rendered(
  source: string,
  { templates = {}, values = {}, limits }: Rendered = {}
): Promise<string> {
  const environment: TemplateEnvironment = {
    load: (name) => templates[name],
    libraries: LIBRARIES,
    now: () => NOW,
    zone: 'UTC',
    url: (name, positional, named) =>
      name === 'part' ? `/part/${String(named.get('pk') ?? positional[0] ?? '')}` : undefined
  }
  const all = new Map(Object.entries({ ...VALUES, ...values }))
  return renderTemplate(compileTemplate(source, 'test.html', environment), all, limits)
}

/** The error that a template ends in, as its kind and its message. */
export async function failure(source: string, more: Rendered = {}): Promise<string> {
  try {
    return `made ${await rendered(source, more)}`
  } catch (error) {
    return `${(error as { problem?: string }).problem}: ${(error as Error).message}`
  }
}
