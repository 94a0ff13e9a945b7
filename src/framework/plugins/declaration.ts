// What a plugin exports, as the server reads it: functions are `true` there. What does not fit is refused as a whole.
import type { Plugin } from './interface.ts'

type Schema = Record<string, unknown>

const FUNCTION: Schema = { const: true }
const text = (most: number, least = 1): Schema => ({ type: 'string', minLength: least, maxLength: most })
const object = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false
})
const list = (items: Schema, most = 50): Schema => ({ type: 'array', items, maxItems: most })
/** Things by name. */
const named = (pattern: string, values: Schema, most = 50): Schema => ({
  type: 'object',
  propertyNames: { pattern },
  additionalProperties: values,
  maxProperties: most
})
const WORD = '^[a-z][a-z0-9_]{0,49}$'
const MODEL = '^[a-z]{1,50}$'
const model: Schema = { type: 'string', pattern: MODEL }
const SLUG = '^[a-z][a-z0-9-]{0,49}$'

const setting = object(
  {
    key: { type: 'string', pattern: '^[A-Z][A-Z0-9_]{0,49}$' },
    name: text(100),
    description: text(500, 0),
    type: { enum: ['boolean', 'integer', 'string', 'related field'] },
    default: { type: ['string', 'number', 'boolean'], maxLength: 2000 },
    units: text(20),
    choices: list({ type: 'array', items: text(100, 0), minItems: 2, maxItems: 2 }, 200),
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    model: text(100),
    apiUrl: text(200),
    modelFilters: named('^.{1,50}$', { type: 'boolean' }),
    secret: { type: 'boolean' },
    validate: FUNCTION
  },
  'key',
  'name',
  'type',
  'default'
)

const driver = object(
  {
    name: text(100),
    description: text(500, 0),
    settings: list(setting),
    print: FUNCTION,
    picture: { type: 'boolean' },
    status: FUNCTION
  },
  'name',
  'print'
)

const feature = object(
  {
    feature: { enum: ['dashboard', 'panel', 'navigation', 'spotlight_action', 'primary_action'] },
    key: { type: 'string', pattern: '^[a-z][a-z0-9_-]{0,49}$' },
    title: text(100),
    description: text(500, 0),
    icon: text(100),
    // Never out of the folder of what is served.
    source: { type: 'string', maxLength: 200, pattern: '^[\\w-]+(?:[./][\\w-]+)*(?::[\\w$]+)?$' },
    models: list(model),
    options: { type: 'object' },
    context: FUNCTION
  },
  'feature',
  'key',
  'title'
)

const SCHEMA = object({
  settings: list(setting),
  userSettings: list(setting),
  barcode: FUNCTION,
  actions: named('^[\\w-]{1,100}$', FUNCTION),
  locate: FUNCTION,
  events: list(
    object(
      {
        models: list(model, 100),
        actions: list({ enum: ['created', 'changed', 'deleted', 'transition'] }),
        run: FUNCTION
      },
      'run'
    )
  ),
  tasks: named(WORD, object({ every: { type: 'integer', minimum: 1, maximum: 525_600 }, run: FUNCTION }, 'run')),
  checks: named(MODEL, FUNCTION),
  labels: object({ print: FUNCTION, picture: { type: 'boolean' } }, 'print'),
  drivers: named(SLUG, driver, 20),
  exporter: object(
    { addresses: list({ type: 'string', pattern: '^/api/[\\w/-]{1,100}$' }), columns: FUNCTION, rows: FUNCTION },
    'columns',
    'rows'
  ),
  importer: named(MODEL, FUNCTION),
  ui: list(feature),
  suppliers: named(
    SLUG,
    object({ name: text(100), company: text(100), search: FUNCTION, read: FUNCTION }, 'name', 'search', 'read'),
    20
  ),
  notify: FUNCTION,
  mail: FUNCTION,
  rates: FUNCTION,
  filters: named(WORD, FUNCTION),
  tags: named(WORD, FUNCTION),
  routes: named('^(?:GET|POST|PUT|PATCH|DELETE) (?:[\\w-]+(?:[./][\\w-]+)*(?:/\\*)?|\\*)?$', FUNCTION, 100)
})

/** What a plugin declares: what it exports, with `true` in the place of every function. */
export type Declaration = Readonly<Plugin>

type Check = (exported: unknown) => string | undefined

let check: Promise<Check> | undefined

/** Loads what reads declarations, with the first plugin. */
async function loadCheck(): Promise<Check> {
  const { Ajv } = await import('ajv')
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(SCHEMA)
  return (exported) => {
    if (validate(exported)) return undefined
    const [error] = validate.errors!
    const place = error!.instancePath.replaceAll('/', '.').slice(1)
    const { params, message } = error!
    const detail = Object.values(params as object)[0]
    const expected = params.allowedValue === true && Object.keys(params).length === 1 ? 'must be a function' : message!
    const named = error!.keyword === 'additionalProperties' ? ` ("${detail}")` : ''
    return `${place ? `"${place}"` : 'what it exports'} ${expected}${named}`
  }
}

/**
 * Reads what a plugin exports.
 *
 * @throws Error with a sentence that says what does not fit
 */
export async function readDeclaration(exported: unknown): Promise<Declaration> {
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported))
    throw new Error('its main module must export an object as its default')
  const problem = (await (check ??= loadCheck()))(exported)
  if (problem) throw new Error(problem)
  return exported as Declaration
}
