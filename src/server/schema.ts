import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nothingThere } from '#contract/errors.ts'
import type { Handler, Sent } from '#contract/types.ts'

const FORMS = {
  json: { file: 'inventree.json', type: 'application/json' },
  yaml: { file: 'inventree.yaml', type: 'application/vnd.oai.openapi' }
}
type Form = keyof typeof FORMS

const read: Partial<Record<Form, { text: string, tag: string }>> = {}

function load (form: Form) {
  return read[form] ??= (() => {
    const text = readFileSync(new URL(`../../generated/${FORMS[form].file}`, import.meta.url), 'utf8')
    return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
  })()
}

/** The contract itself, as YAML or JSON; a client that has it already is told so in a few bytes. */
export const schema: Handler<'schema_retrieve'> = ({ rawQuery, request, reply }) => {
  const asked = rawQuery.format
  if (asked && !Object.hasOwn(FORMS, asked)) throw nothingThere()
  const form = (asked as Form | '' | undefined) || (/application\/json/.test(request.headers.accept ?? '') ? 'json' : 'yaml')
  const { text, tag } = load(form)
  reply.header('etag', tag).header('cache-control', 'no-cache').header('content-type', FORMS[form].type).header('vary', 'Accept')
  if (request.headers['if-none-match'] === tag) reply.code(304).send()
  else reply.code(200).serializer((kept: string) => kept).send(text)
  return undefined as unknown as Sent<'schema_retrieve'> // the text is on its way: `send` knows JSON alone
}
