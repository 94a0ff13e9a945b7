import { dictionary } from '#db/dictionary.ts'
import { isExportable, type Contract, type Operation, type Schema } from './document.ts'
import {
  Describer,
  fieldLabel,
  recordOf,
  SLOT,
  type FieldInfo,
  type FormSource,
  type NamedExporters
} from './fields.ts'
import { looseFlag } from './read.ts'
import { holds, type RequestContext, type SettingReader } from './scopes.ts'

/** What is told of an operation; undefined where it takes and shows no record. */
function fieldsOf(
  source: Pick<FormSource, 'contract' | 'related'>,
  operation: Operation,
  operations: readonly Operation[]
): Record<string, FieldInfo> | undefined {
  const { contract } = source
  if (operation.method === 'delete') return {}
  const isChange = operation.method === 'put' || operation.method === 'patch'
  // A change of many records at once takes what each of them takes, beside their keys; what is read is told as what is
  // sent there, for tables take their headings from it.
  const like = operation.method === 'get' ? ['post', 'put'] : isChange ? ['post'] : []
  const other = operations.find(({ method, body }) => like.includes(method) && body)
  if (other) return fieldsOf(source, other, operations)
  const answered = recordOf(contract, operation.answer)
  const listed = recordOf(contract, operations.find(({ method }) => method === 'get')?.answer)
  const shown = listed && !Object.hasOwn(answered?.properties ?? {}, 'pk') ? listed : answered
  const describer = new Describer(source, isChange && operation.path.includes('{'))
  if (operation.method === 'get') return shown && describer.fields({ shown, sent: undefined }, true)
  const sent = operation.body && recordOf(contract, operation.body)
  const isRecord = listed !== undefined && shown !== undefined
  if (operation.method === 'post' && !sent) return {}
  return sent && describer.fields({ shown: isRecord ? shown : undefined, sent }, isRecord)
}

/**
 * What people call the fields of the records that an operation answers, by name: as OPTIONS tells it. Those of a record
 * within the record have both names, as in `part_detail.name`.
 *
 * @param operation a list
 */
export function fieldLabels(contract: Contract, operation: Operation): Map<string, string> {
  const operations = contract.operations.filter(({ path }) => path === operation.path)
  const shown = recordOf(contract, operation.answer)!.properties!
  const told =
    fieldsOf({ contract, related: (model) => ({ model, api: '', filters: {} }) }, operation, operations) ?? {}
  return new Map(
    Object.entries(shown).flatMap(([name, schema]) => [
      [name, told[name]?.label ?? contract.resolve(schema).title ?? fieldLabel(name)] as const,
      ...Object.entries(told[name]?.children ?? {}).map(([of, { label }]) => [`${name}.${of}`, label!] as const)
    ])
  )
}

/** A choice of exporters, with those alone that are switched on, and with those that the contract does not know. */
function offered(schema: Schema, settings: SettingReader, further: NamedExporters): Schema {
  const isOn = (schema.enum ?? []).map((exporter) => settings.plugin(String(exporter)).active)
  const kept = <Value>(values: readonly Value[] | undefined): Value[] => (values ?? []).filter((_, at) => isOn[at])
  const others = Object.entries(further)
  return {
    ...schema,
    enum: [...kept(schema.enum), ...others.map(([name]) => name)],
    'x-labels': [...kept(schema['x-labels']), ...others.map(([, { title }]) => title)]
  }
}

/** The parameters that say how a list is exported, as fields; those of an exporter where it is chosen. */
function exportFields(
  source: Pick<FormSource, 'contract' | 'related'>,
  { query }: Operation,
  further: NamedExporters,
  { settings, rawQuery: { export_plugin: exporter } }: Pick<RequestContext, 'settings' | 'rawQuery'>
): Record<string, FieldInfo> {
  const describer = new Describer(source, false)
  const asked = query.filter(
    ({ name, 'x-exporter': only }) => name.startsWith('export_') && (only === undefined || only === exporter)
  )
  return Object.fromEntries(
    asked.map(({ name, description, schema: declared }) => {
      const schema = name === 'export_plugin' ? offered(declared, settings, further) : declared
      const told = { title: fieldLabel(name), default: schema.enum?.[0], ...(description ? { description } : {}) }
      return [name, describer.field({ ...told, ...schema }, true, false, true)]
    })
  )
}

/** What is told of an operation as JSON, with slots; null where nothing is. */
const kept = new WeakMap<Operation, string | null>()

function actionOf(source: FormSource, operation: Operation, operations: readonly Operation[]): string | null {
  let text = kept.get(operation)
  if (text === undefined) {
    const fields = fieldsOf(source, operation, operations)
    text = fields === undefined ? null : JSON.stringify(fields)
    kept.set(operation, text)
  }
  return text
}

/**
 * The further fields that a body has for the plugin that the request names, as JSON; undefined where it has none, or the
 * plugin is none of those that can be chosen.
 */
async function pluginFields(
  source: FormSource,
  { body }: Operation,
  context: RequestContext
): Promise<string | undefined> {
  const schema = body && source.contract.resolve(body)
  const sent = context.rawQuery.plugin ?? (context.rawBody as { plugin?: unknown } | undefined)?.plugin
  const byPlugin = dictionary(schema?.['x-plugin-options'] ?? {})
  const options = typeof sent === 'string' ? (byPlugin[sent] ?? byPlugin['*']) : undefined
  if (!options || Object.keys(options.properties ?? {}).length === 0) return undefined
  const active = await source.choices(schema!['x-plugins']!, context)
  if (!active.some(({ value }) => value === sent)) return undefined
  const fields = new Describer(source, false).fields({ shown: undefined, sent: options }, false)
  const given: Readonly<Record<string, unknown>> = dictionary({ ...(context.rawBody as object), ...context.rawQuery })
  for (const [name, field] of Object.entries(fields))
    if ((field.depends_on as string[] | undefined)?.every((other) => given[other]))
      field.child = insideOf(source, options.properties![name]!)
  return JSON.stringify(fields)
}

/** What lies in a field that depends on others, once these are known. */
const insideOf = (source: FormSource, property: Schema): FieldInfo =>
  new Describer(source, false).field({ ...property, 'x-form': {} }, true, false, false)

/** Puts values into the slots of a text. */
async function filled(source: FormSource, text: string, context: RequestContext): Promise<string> {
  const values = new Map<string, string>()
  for (const [mark, kind, name] of text.matchAll(SLOT)) {
    if (values.has(mark)) continue
    const value =
      kind === 'choices'
        ? (await source.choices(name!, context)).map((choice) => JSON.stringify(choice)).join(',')
        : JSON.stringify((await source.initial(name!, context)) ?? null)
    values.set(mark, value)
  }
  return text.replaceAll(SLOT, (mark) => values.get(mark)!)
}

/**
 * The fields that an operation takes, by name: as OPTIONS tells them.
 *
 * @param operation one that creates or changes a record
 */
export async function sentFields(
  source: FormSource,
  operation: Operation,
  context: RequestContext
): Promise<Record<string, FieldInfo>> {
  const operations = source.contract.operations.filter(({ path }) => path === operation.path)
  const told: Record<string, FieldInfo> = JSON.parse(
    await filled(source, actionOf(source, operation, operations)!, context)
  )
  return Object.fromEntries(Object.entries(told).filter(([, { read_only }]) => !read_only))
}

/**
 * The answer to OPTIONS, as JSON: what the caller may do at an address, and which fields that takes. What depends on the
 * contract alone is put together once for each operation.
 *
 * @param operations all operations of the address
 * @param context of the request; methods that the caller may not use are left out
 */
export async function describeOperations(
  source: FormSource,
  operations: readonly Operation[],
  context: RequestContext
): Promise<string> {
  const actions = new Map<string, string>()
  for (const operation of operations) {
    const method = operation.method === 'patch' ? 'PUT' : operation.method.toUpperCase()
    if (!operation.open && context.caller && !holds(context.caller, operation.scopes)) continue
    const told = actions.has(method) ? null : actionOf(source, operation, operations)
    if (told === null) continue
    const more = await pluginFields(source, operation, context)
    actions.set(method, more === undefined ? told : `${told.slice(0, -1)},${more.slice(1)}`)
  }
  if (actions.has('PUT') && !(await source.isThere(operations[0]!.path, context))) actions.delete('PUT')
  const exported = operations.find(isExportable)
  if (exported && looseFlag(context.rawQuery.export ?? 'false')) {
    const further = await source.exporters(exported.path, context)
    actions.set('GET', JSON.stringify(exportFields(source, exported, further, context)))
  }
  const [first] = operations
  const about = JSON.stringify({
    name: first!.summary,
    description: first!.description.trim(),
    renders: ['application/json'],
    parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']
  })
  const told = Array.from(actions, ([method, fields]) => `"${method}":${fields}`).join(',')
  return `${about.slice(0, -1)},"actions":{${await filled(source, told, context)}}}`
}
