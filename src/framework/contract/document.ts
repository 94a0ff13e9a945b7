import { readFileSync } from 'node:fs'

/** A JSON schema as the contract uses it; only what the server itself reads is typed. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: (string | number | null)[]
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  title?: string
  description?: string
  default?: unknown
  additionalProperties?: boolean | Schema
  /** The model whose primary key this is. */
  'x-related'?: string
  /** How the server reads the value where the type does not tell. */
  'x-input'?: string
  /** What OPTIONS tells of the field where the schema says otherwise: its type, single facts, or nothing (false). */
  'x-form'?: string | false | Readonly<Record<string, unknown>>
  /** What the values of `enum` are called, in the same order. */
  'x-labels'?: string[]
  /** Which choices the server knows while it runs. */
  'x-choices'?: string
  /**
   * What is stored where nothing is sent. Not `default`: generators of clients then ask for the field in every request.
   */
  'x-initial'?: unknown
  /** What no choice at all is called, where that is offered. */
  'x-blank'?: string
  /** Which value the server gives where none is sent, if that depends on what is stored. */
  'x-default'?: string
  /** Filters of a related field that depend on the record: the values as `x-default` names them. */
  'x-instance-filters'?: Readonly<Record<string, string>>
  /** `x-default` for fields of a body, by their names. */
  'x-defaults'?: Readonly<Record<string, string>>
  /** The further fields of a body, by the plugin that it names, `*` for any other; `x-plugins` names the choices. */
  'x-plugin-options'?: Readonly<Record<string, Schema>>
  'x-plugins'?: string
  /** The schema of the body that creates such a record. */
  'x-sent-as'?: string
  /** The schema of the body that creates a record of which this shows some fields. */
  'x-fields-of'?: string
  /** The order in which the fields of a record are shown, in forms and in files, where it is not that of `properties`. */
  'x-order'?: readonly string[]
  /** What a column with the field is headed, where it is not what people call the field in forms. */
  'x-heading'?: string
  /** The parameter of a list that shows the field, where it has another name or the field is no record. */
  'x-switch'?: string
  /**
   * What files have of the field where its type does not tell: nothing (false), all of it as a text (true), or some
   * fields of the record that it is, each with a heading of its own where they are named with one.
   */
  'x-export'?: boolean | readonly string[] | Readonly<Record<string, string>>
}

/**
 * How long an answer holds, as `x-kept` says: `shared` is the same for everybody who may ask, until the database
 * changes; `caller` the same for one user, and `forever` while the program runs.
 */
export type Keeping = 'shared' | 'caller' | 'forever'

export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  description?: string
  schema: Schema
  /** The exporter that the parameter is for. */
  'x-exporter'?: string
}

export interface Operation {
  id: string
  /** Lower case. */
  method: string
  path: string
  summary: string
  description: string
  query: Parameter[]
  /** Path parameters that are whole numbers. */
  numbers: string[]
  body?: Schema
  bodyRequired: boolean
  /** The schema of the JSON answer of the first success status. */
  answer?: Schema
  statuses: number[]
  /** True where the contract admits anonymous requests. */
  open: boolean
  /** Any one of these is enough; see `holds`. */
  scopes: string[]
  /** The largest JSON body or form, in bytes, where it is not the server's usual one. */
  bodyLimit: number | undefined
  /** How long it may take, in seconds, where that is not the server's usual time. */
  timeLimit: number | undefined
  /** How long an answer holds; undefined where each is made anew. */
  keeps: Keeping | undefined
  /** The parameters that an export of the list sets, unless its query says otherwise: what they show has columns. */
  exportWith: readonly string[]
}

/** Whether the contract lets a list be exported. */
export const isExportable = (operation: Operation): boolean => operation.query.some(({ name }) => name === 'export')

/** A further check of a text: what is wrong with it. */
export interface TextCheck {
  (text: string): string | string[] | undefined
  /** True where a text that was right may become wrong later, and a change of its record looks at it again. */
  lasting?: boolean
}

export interface Contract {
  document: any // the bundle as it is; its shape is OpenAPI's own
  operations: Operation[]
  byId: Map<string, Operation>
  /** The further checks of texts that need knowledge of a domain, by `x-input`; the server brings its own. */
  checks: Readonly<Record<string, TextCheck>>
  /** Every `x-related` that is said anywhere. */
  related: ReadonlySet<string>
  /** Follows `$ref` until there is none. */
  resolve(schema: Schema): Schema
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/**
 * Reads the bundled contract.
 *
 * @param file the bundle as JSON; generated/inventree.json unless told otherwise
 * @returns the document and its operations, in the order of the document
 */
export function loadContract(
  file: URL | string = new URL('../../../generated/inventree.json', import.meta.url)
): Contract {
  const text = readFileSync(file, 'utf8')
  const document = JSON.parse(text)
  const resolve = <T extends { $ref?: string }>(node: T): T => {
    let target = node
    while (target.$ref)
      target = target.$ref
        .slice(2)
        .split('/')
        .reduce((at: any, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
    return target
  }
  const operations: Operation[] = []
  for (const [path, item] of Object.entries<any>(document.paths)) {
    for (const method of METHODS) {
      const op = item[method]
      if (!op) continue
      const parameters: Parameter[] = [...(item.parameters ?? []), ...(op.parameters ?? [])].map(resolve)
      const security: Record<string, string[]>[] = op.security ?? document.security
      const statuses = Object.keys(op.responses).map(Number)
      const success = op.responses[String(Math.min(...statuses))]
      const body = op.requestBody && (resolve(op.requestBody as any) as any)
      operations.push({
        id: op.operationId,
        method,
        path,
        summary: op.summary ?? '',
        description: op.description ?? '',
        query: parameters.filter((p) => p.in === 'query'),
        numbers: parameters.filter((p) => p.in === 'path' && resolve(p.schema).type === 'integer').map((p) => p.name),
        body: body?.content?.['application/json']?.schema,
        bodyRequired: body?.required === true,
        answer: (resolve(success as any) as any).content?.['application/json']?.schema,
        statuses,
        open: security.some((way) => Object.keys(way).length === 0),
        scopes: security.flatMap((way) => way.tokenAuth ?? []),
        bodyLimit: op['x-body-limit'],
        timeLimit: op['x-time-limit'],
        keeps: op['x-kept'],
        exportWith: op['x-export-with'] ?? []
      })
    }
  }
  // Found in the text, which takes a tenth of the time of a walk through the document at every start. What is cut out
  // of a text keeps all of it in memory, so that the names are copied.
  const names = new Set(Array.from(text.matchAll(/"x-related":\s*("[^"]+")/g), ([, name]) => name!))
  const related = new Set<string>(JSON.parse(`[${[...names].join()}]`))
  return { document, operations, byId: new Map(operations.map((op) => [op.id, op])), checks: {}, related, resolve }
}

/** Every `x-related` of the contract, with where it stands: keys, and parameters by their names. */
function* relatedIn(node: unknown, place: string): Generator<[related: string, place: string]> {
  if (typeof node !== 'object' || node === null) return
  for (const [key, child] of Object.entries<any>(node)) {
    if (key === 'x-related') yield [String(child), place]
    else if (key !== 'example' && key !== 'examples')
      yield* relatedIn(child, `${place} ${Array.isArray(node) ? (child?.name ?? key) : key}`)
  }
}

/**
 * Looks whether every kind of record that fields of the contract name is one: a record of any other could never exist.
 *
 * @param isKnown of a model as `x-related` names it, with a subset after a slash where there is one
 * @throws where one is not, in a sentence that names the field
 */
export function checkRelated({ document, related: all }: Contract, isKnown: (related: string) => boolean): void {
  if ([...all].every(isKnown)) return
  for (const part of ['paths', 'components'])
    for (const [related, place] of relatedIn(document[part], part))
      if (!isKnown(related))
        throw new Error(`The contract says x-related: ${related} at ${place}, but no module has such a kind of record.`)
}
