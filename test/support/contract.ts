import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { loadContract, type Operation } from '#contract/document.ts'

/** An answer as a test sees it, whether it came through `inject` or over the network. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  text: string
  /** The JSON of the answer; undefined where there is none. */
  body: any
}

export const contract = loadContract()

/** The contract with every object closed: what it does not declare, no answer may hold. */
function closed(): object {
  const document = JSON.parse(readFileSync(new URL('../../generated/inventree.json', import.meta.url), 'utf8'))
  const walk = (node: any, key = '') => {
    if (typeof node !== 'object' || node === null || key === 'example' || key === 'examples') return
    if (
      node.properties &&
      typeof node.properties === 'object' &&
      !Array.isArray(node.properties) &&
      key !== 'properties'
    )
      node.additionalProperties ??= false
    for (const [name, child] of Object.entries(node)) walk(child, name)
  }
  walk(document)
  return document
}

const validators = new Map<string, ValidateFunction>()
let ajv: Ajv2020 | undefined

/**
 * A validator for a schema of the contract, compiled once per process.
 *
 * @param pointer the JSON pointer of the schema in the bundle, beginning with `/`
 */
export function validatorAt(pointer: string): ValidateFunction {
  ajv ??= (() => {
    const made = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
    addFormats.default(made)
    // The addresses of pages and files are relative to the server, so they are no whole URI.
    made.addFormat('uri', true)
    return made.addSchema(closed(), 'contract')
  })()
  let validate = validators.get(pointer)
  if (!validate)
    validators.set(
      pointer,
      (validate = ajv.compile({ $ref: `contract#${pointer.split('/').map(encodeURIComponent).join('/')}` }))
    )
  return validate
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** Where a node of the bundle lies after its `$ref`s. */
function follow(pointer: string): { pointer: string; node: any } {
  const node = pointer
    .slice(1)
    .split('/')
    .reduce((at: any, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], contract.document)
  return node?.$ref ? follow(node.$ref.slice(1)) : { pointer, node }
}

const routes = [...new Set(contract.operations.map((op) => op.path))]
  .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
  .map((path) => {
    const numbers = contract.operations.find((op) => op.path === path)!.numbers
    const pattern = path.replaceAll(/\{(\w+)\}/g, (_, name) => (numbers.includes(name) ? '\\d+' : '[^/]+'))
    return { path, pattern: new RegExp(`^${pattern}$`) }
  })

/** The operation that a request is for; undefined where the contract has none. */
export function operationOf(method: string, url: string): Operation | undefined {
  const path = new URL(url, 'http://localhost').pathname
  const route = routes.find(({ pattern }) => pattern.test(path))
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase()
  return route && contract.operations.find((op) => op.path === route.path && op.method === wanted)
}

/** What addresses and methods answer that the contract does not have. */
const UNKNOWN = [401, 403, 404, 405]
/** Other media types than JSON. */
const TYPES: Record<string, string> = {
  'application/vnd.oai.openapi': 'application/vnd.oai.openapi',
  'application/gzip': 'application/gzip',
  'text/event-stream': 'text/event-stream',
  'text/plain; version=0.0.4; charset=utf-8': 'text/plain'
}
/**
 * What every operation may answer: not changed; no such `format`; no acceptable media type; and in a sentence why it
 * cannot answer now.
 */
const anywhere = (status: number, url: string, body: any) =>
  status === 304 ||
  status === 406 ||
  (status === 404 && /[?&]format=/.test(url)) ||
  ([429, 503, 507].includes(status) && typeof body?.detail === 'string' && Object.keys(body).length === 1)

/** Whether an answer may have no body where the contract describes one: in the area of signing in, which has ways of its own. */
function mayBeEmpty(method: string, url: string, status: number): boolean {
  if (!new URL(url, 'http://localhost').pathname.startsWith('/api/auth/v1/')) return false
  if (status === 405 || (status === 200 && method === 'OPTIONS')) return true
  const operation = operationOf(method, url) ?? operationOf('POST', url)
  if (!operation) return false
  return (
    follow(`/paths/${escaped(operation.path)}/${operation.method}/responses/${status}`).node?.['x-or-empty'] === true
  )
}

/**
 * Checks an answer against the contract: its status, its media type and its body.
 *
 * @returns what is wrong with it, in a sentence; undefined where it keeps the contract
 */
export function breach(method: string, url: string, answer: Answer): string | undefined {
  const { status, headers, text, body } = answer
  if (!new URL(url, 'http://localhost').pathname.startsWith('/api/') || (method === 'OPTIONS' && !headers.allow))
    return undefined
  if (text === '' && mayBeEmpty(method, url, status)) return undefined
  const sent = String(headers['content-type'])
  const type = TYPES[sent] ?? sent
  if ([204, 301, 302, 304].includes(status) || method === 'HEAD') {
    if (text !== '') return `${status} has a body: ${text.slice(0, 100)}`
  } else if (sent !== 'application/json' && !(sent in TYPES)) return `${status} has the content type ${sent}`
  const operation = operationOf(method, url)
  if (!operation)
    return [...UNKNOWN, ...(method === 'OPTIONS' ? [200] : [])].includes(status) || anywhere(status, url, body)
      ? undefined
      : `${status} where the contract has no operation`
  if (!operation.statuses.includes(status))
    return anywhere(status, url, body) ? undefined : `${status} is not documented for ${operation.id}`
  if (method === 'HEAD') return undefined
  const response = follow(`/paths/${escaped(operation.path)}/${operation.method}/responses/${status}`)
  const content = response.node.content
  if (!content) return text === '' ? undefined : `${status} has a body where none is documented: ${text.slice(0, 100)}`
  if (!content[type]) return `${status} is documented as ${Object.keys(content).join(' or ')}, but was ${type}`
  if (type !== 'application/json') return undefined
  const validate = validatorAt(`${response.pointer}/content/${escaped('application/json')}/schema`)
  if (validate(body)) return undefined
  const errors = validate
    .errors!.slice(0, 6)
    .map(({ instancePath, message, params }) => `${instancePath || 'the body'} ${message} ${JSON.stringify(params)}`)
  return `${status} of ${operation.id} breaks its schema: ${errors.join('; ')}: ${text.slice(0, 300)}`
}
