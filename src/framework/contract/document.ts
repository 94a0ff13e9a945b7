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
}

export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  description?: string
  schema: Schema
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
}

export interface Contract {
  document: any // the bundle as it is; its shape is OpenAPI's own
  operations: Operation[]
  byId: Map<string, Operation>
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
  const document = JSON.parse(readFileSync(file, 'utf8'))
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
        timeLimit: op['x-time-limit']
      })
    }
  }
  return { document, operations, byId: new Map(operations.map((op) => [op.id, op])), resolve }
}
