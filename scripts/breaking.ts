// `make breaking`: whether clients of the published contract can live with the present one. `--publish` makes the
// present one the published.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Node = Record<string, any>
/** Which way a schema goes: what clients send, or what they get. */
type Way = 'input' | 'answer'
interface Side {
  document: Node
  schema: any
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']
const WORDS_ONLY = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'default',
  'tags',
  'license',
  'servers',
  'security',
  'securitySchemes',
  'headers'
])
/** Properties and parameters may have the names of words: below these keys every name counts. */
const NAMES = new Set(['properties', 'paths', 'schemas', 'parameters', 'responses', 'requestBodies', 'content'])

/** The contract without what no comparison looks at. */
export function slim(node: any, names = false): any {
  if (Array.isArray(node)) return node.map((one) => slim(one))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      !names && (WORDS_ONLY.has(key) || key.startsWith('x-'))
        ? []
        : [[key, key === 'enum' || key === 'required' ? value : slim(value, !names && NAMES.has(key))]]
    )
  )
}

/**
 * Compares two contracts.
 *
 * @param before the contract that clients were built for
 * @param after the contract they will meet
 * @returns what breaks them, a sentence each; nothing where all can go on
 */
export function breaking(before: Node, after: Node): string[] {
  const found: string[] = []
  for (const [path, item] of Object.entries<Node>(before.paths)) {
    const now = follow(after, after.paths[path])
    if (!now) {
      found.push(`${path}: the address is gone`)
      continue
    }
    for (const method of METHODS.filter((one) => item[one])) {
      const at = `${method.toUpperCase()} ${path}`
      if (!now[method]) {
        found.push(`${at}: the operation is gone`)
        continue
      }
      compareOperations(
        { ...item[method], parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])] },
        { ...now[method], parameters: [...(now.parameters ?? []), ...(now[method].parameters ?? [])] },
        at
      )
    }
  }
  return [...new Set(found)]

  function compareOperations(old: Node, now: Node, at: string): void {
    if (old.operationId !== now.operationId)
      found.push(`${at}: operationId was ${old.operationId}, is ${now.operationId}`)
    const keyed = (document: Node, list: Node[]) =>
      new Map(list.map((one) => follow(document, one)!).map((one) => [`${one.in} parameter ${one.name}`, one]))
    const was = keyed(before, old.parameters),
      is = keyed(after, now.parameters)
    for (const [name, parameter] of was) {
      if (!is.has(name)) found.push(`${at}: ${name} is gone`)
      else
        found.push(
          ...compare(
            { document: before, schema: parameter.schema },
            { document: after, schema: is.get(name)!.schema },
            'input',
            `${at}: ${name}`
          )
        )
    }
    for (const [name, parameter] of is)
      if (parameter.required && !was.get(name)?.required) found.push(`${at}: ${name} is required now`)

    const body = follow(before, old.requestBody),
      newBody = follow(after, now.requestBody)
    if (newBody?.required && !body?.required) found.push(`${at}: a body is required now`)
    if (body && !newBody) found.push(`${at}: no body is accepted any more`)
    else if (body) compareContents(body.content, newBody!.content, 'input', `${at}: body`)

    for (const [status, response] of Object.entries<Node>(old.responses)) {
      const answer = follow(after, now.responses[status])
      if (answer) compareContents(follow(before, response)!.content, answer.content, 'answer', `${at}: ${status}`)
      else if (status.startsWith('2')) found.push(`${at}: the status ${status} is gone`)
    }
  }

  function compareContents(old: Node = {}, now: Node = {}, way: Way, at: string): void {
    for (const [type, { schema }] of Object.entries<Node>(old)) {
      if (!now[type]) found.push(`${at}: ${type} is gone`)
      else
        found.push(
          ...compare(
            { document: before, schema },
            { document: after, schema: now[type].schema },
            way,
            Object.keys(old).length > 1 ? `${at} (${type})` : at
          )
        )
    }
  }
}

/** What a reference leads to. */
function follow(document: Node, node: any): Node | undefined {
  for (let depth = 0; node?.$ref && depth < 20; depth++) {
    const target = node.$ref
      .slice(2)
      .split('/')
      .reduce(
        (at: any, key: string) => at?.[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')],
        document
      )
    const { $ref: _ref, ...beside } = node
    node = Object.keys(beside).length ? { allOf: [target, beside] } : target
  }
  return node
}

/** A schema as a list of schemas with one type each, of which one holds; a schema of any type has the type `any`. */
function variants({ document, schema }: Side): Node[] {
  let own = follow(document, schema === true || schema === undefined ? {} : schema)!
  if (own.allOf) {
    const { allOf, ...rest } = own
    const parts: Node[] = [...allOf.map((one: Node) => follow(document, one)!), rest]
    own = parts.reduce(
      (all, part) => ({
        ...all,
        ...part,
        ...(all.properties && part.properties ? { properties: { ...all.properties, ...part.properties } } : {}),
        ...(all.required && part.required ? { required: [...all.required, ...part.required] } : {})
      }),
      {}
    )
    if (own.allOf) return variants({ document, schema: own })
  }
  const { oneOf, anyOf, ...rest } = own
  const choices = oneOf ?? anyOf
  if (choices)
    return choices.flatMap((one: Node) => variants({ document, schema: one })).map((one: Node) => ({ ...rest, ...one }))
  const values = 'const' in own ? [own.const] : (own.enum as unknown[] | undefined)
  const types: string[] = own.type
    ? [own.type].flat()
    : values
      ? [...new Set(values.map(typeOf))]
      : own.properties
        ? ['object']
        : ['any']
  return types.map((type) => ({
    ...own,
    type,
    ...(values ? { enum: values.filter((value) => fits(typeOf(value), type)) } : {})
  }))
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
/** Whether every value of a type is one of the wider type. */
const fits = (type: string, wider: string): boolean =>
  type === wider || wider === 'any' || (type === 'integer' && wider === 'number')

const LOW = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties']
const HIGH = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties']

/**
 * What changed for the worse between two schemas. In answers every new form has to be one of the old; for input every
 * old form has to be accepted still.
 *
 * @param at the place, for the sentences
 * @param inside the pairs that are being compared further out, so that schemas which contain themselves come to an end
 */
function compare(old: Side, now: Side, way: Way, at: string, inside: ReadonlySet<string> = new Set()): string[] {
  const refs = old.schema?.$ref && now.schema?.$ref ? `${old.schema.$ref} ${now.schema.$ref} ${way}` : ''
  if (inside.has(refs)) return []
  const deeper = refs ? new Set([...inside, refs]) : inside
  const was = variants(old),
    is = variants(now)
  const wanted = way === 'answer' ? is : was
  const allowed = way === 'answer' ? was : is
  const names = (list: Node[]) => [...new Set(list.map(({ type }) => type))].join(' or ')
  const found: string[] = []
  for (const one of wanted) {
    const candidates = allowed.filter((other) => fits(one.type, other.type))
    if (!candidates.length) {
      found.push(
        one.type === 'null'
          ? `${at}: ${way === 'answer' ? 'can be null now' : 'null is not accepted any more'}`
          : `${at}: was ${names(was)}, is ${names(is)}`
      )
      continue
    }
    const tries = candidates.map((other) => {
      const [before, after] = way === 'answer' ? [other, one] : [one, other]
      return compareForms(
        { document: old.document, schema: before },
        { document: now.document, schema: after },
        way,
        at,
        deeper
      )
    })
    found.push(...tries.reduce((best, other) => (other.length < best.length ? other : best)))
  }
  return [...new Set(found)]
}

/** The same for two schemas of one type each. */
function compareForms(old: Side, now: Side, way: Way, at: string, inside: ReadonlySet<string>): string[] {
  const { schema: a } = old,
    { schema: b } = now
  const found: string[] = []
  const within = (one: any, other: any, name: string) =>
    compare({ document: old.document, schema: one }, { document: now.document, schema: other }, way, name, inside)
  if (way === 'input') {
    const lost =
      b.enum && a.type !== 'any'
        ? a.enum
          ? a.enum.filter((value: unknown) => !b.enum.includes(value))
          : ['anything else']
        : []
    if (lost.length) found.push(`${at}: does not accept ${lost.join(', ')} any more`)
    for (const word of LOW)
      if (
        b[word] !== undefined &&
        b[word] > (a[word] ?? (word.startsWith('min') && !word.endsWith('imum') ? 0 : -Infinity))
      )
        found.push(`${at}: ${word} was ${a[word] ?? 'not set'}, is ${b[word]}`)
    for (const word of HIGH)
      if (b[word] !== undefined && b[word] < (a[word] ?? Infinity))
        found.push(`${at}: ${word} was ${a[word] ?? 'not set'}, is ${b[word]}`)
    // The format of a number says how to keep it, not which are accepted.
    for (const word of ['pattern', ...(b.type === 'number' ? [] : ['format']), 'multipleOf', 'uniqueItems'])
      if (b[word] && b[word] !== a[word]) found.push(`${at}: ${word} was ${a[word] ?? 'not set'}, is ${b[word]}`)
  } else if (a.format && a.format !== b.format) found.push(`${at}: format was ${a.format}, is ${b.format ?? 'not set'}`)

  if (a.type === 'array' && b.type === 'array') found.push(...within(a.items, b.items, `${at}[]`))
  for (const [name, property] of Object.entries<Node>(a.properties ?? {})) {
    if (way === 'input' ? property.readOnly : property.writeOnly) continue
    const is = b.properties?.[name]
    if (!is) found.push(`${at}.${name}: is gone`)
    else found.push(...within(property, is, `${at}.${name}`))
  }
  const required = (list: Node, other: Node) =>
    (list.required ?? []).filter((name: string) => !(other.required ?? []).includes(name))
  if (way === 'input') found.push(...required(b, a).map((name: string) => `${at}.${name}: is required now`))
  else
    found.push(
      ...required(a, b)
        .filter((name: string) => b.properties?.[name])
        .map((name: string) => `${at}.${name}: can be missing now`)
    )
  const more = (schema: Node) => schema.additionalProperties ?? (schema.properties ? false : {})
  if (a.type === 'object' && a.additionalProperties && b.type === 'object') {
    if (more(b) === false) found.push(`${at}: has no other properties any more`)
    else found.push(...within(a.additionalProperties, more(b), `${at}.*`))
  }
  return found
}

/** Whether a version such as 534.2 is higher than another. */
export function raised(before: string, after: string): boolean {
  const [a, b] = [before, after].map((text) => text.split('.').map(Number)) as [number[], number[]]
  const at = b.findIndex((number, i) => number !== (a[i] ?? 0))
  return at >= 0 && b[at]! > (a[at] ?? 0)
}

function main(): void {
  const place = fileURLToPath(new URL('../openapi/published.json', import.meta.url))
  const now: Node = JSON.parse(readFileSync(new URL('../generated/inventree.json', import.meta.url), 'utf8'))
  if (process.argv.includes('--publish')) {
    const { paths, components, ...rest } = slim(now)
    // One line each, so that a change can be read.
    const lines = (object: Node) =>
      Object.entries(object)
        .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
        .join(',\n')
    const parts = Object.entries<Node>(components)
      .map(([kind, all]) => `${JSON.stringify(kind)}:{\n${lines(all)}\n}`)
      .join(',\n')
    writeFileSync(place, `{\n${lines(rest)},\n"paths":{\n${lines(paths)}\n},\n"components":{\n${parts}\n}\n}\n`)
    console.log(`version ${now.info.version} is the published contract`)
    return
  }
  const published: Node = JSON.parse(readFileSync(place, 'utf8'))
  const found = breaking(published, now)
  const [from, to] = [published.info.version, now.info.version]
  for (const line of found) console.log(line)
  if (!found.length) console.log(`nothing breaks the clients of version ${from}`)
  else if (raised(from, to))
    console.log(`breaks clients of version ${from}: ${found.length}; allowed, as this is ${to}`)
  else {
    console.error(
      `breaks clients of version ${from}: ${found.length}. Undo it, or raise info.version in openapi/inventree.yaml and run make generate.`
    )
    process.exitCode = 1
  }
}

if (import.meta.main) main()
