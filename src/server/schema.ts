import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nothingThere } from '#contract/errors.ts'
import type { Handler, Sent } from '#contract/types.ts'

const TYPES = { json: 'application/json', yaml: 'application/vnd.oai.openapi' }
const FORMS = { 3.1: 'inventree', '3.0': 'inventree-3.0' }
type Format = keyof typeof TYPES

const read = new Map<string, { bytes: Buffer; tag: string }>()

/** Where the contract names the server, by a path alone. */
const SERVER = /(?<=^ *(?:- url: |"url": "))\/(?="?,?$)/m

function load(file: string, prefix: string) {
  const key = `${prefix} ${file}`
  let kept = read.get(key)
  if (!kept) {
    const text = readFileSync(new URL(`../../generated/${file}`, import.meta.url), 'utf8')
    const bytes = Buffer.from(prefix ? text.replace(SERVER, prefix) : text)
    read.set(key, (kept = { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }))
  }
  return kept
}

/**
 * The contract itself, as YAML or JSON, in OpenAPI 3.1 or 3.0; a client that has it already is told so in a few bytes.
 */
export const schema: Handler<'schema_retrieve'> = ({ rawQuery, request, reply }) => {
  const asked = rawQuery.format
  const form = rawQuery.openapi || '3.1'
  if ((asked && !Object.hasOwn(TYPES, asked)) || !Object.hasOwn(FORMS, form)) throw nothingThere()
  const format =
    (asked as Format | '' | undefined) || (/application\/json/.test(request.headers.accept ?? '') ? 'json' : 'yaml')
  const { bytes, tag } = load(`${FORMS[form as keyof typeof FORMS]}.${format}`, request.site.prefix)
  reply
    .header('etag', tag)
    .header('cache-control', 'no-cache')
    .header('content-type', TYPES[format])
    .header('vary', 'Accept')
  if (request.headers['if-none-match'] === tag) reply.code(304).send()
  else reply.code(200).send(bytes)
  return undefined as unknown as Sent<'schema_retrieve'> // the bytes are on their way: `send` knows JSON alone
}
