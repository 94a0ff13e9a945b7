// The body of a step, as it is written and as it is sent.

interface FilePart {
  file: string
  text?: string
  base64?: string
  type?: string
}

const isFile = (value: unknown): value is FilePart =>
  value !== null && typeof value === 'object' && 'file' in value && Boolean(value.file)

function multipart(fields: Record<string, unknown>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (isFile(value)) {
      const content = value.base64 ? Buffer.from(value.base64, 'base64') : (value.text ?? '')
      form.append(name, new Blob([content], { type: value.type ?? 'application/octet-stream' }), value.file)
    } else form.append(name, String(value))
  }
  return form
}

/** What stands between a word and the last sign of a body; undefined where it is not of that form. */
const within = (body: string, word: string): string | undefined =>
  body.startsWith(`${word}{`) && body.endsWith('}') ? body.slice(word.length) : undefined

/**
 * Makes a body that can be sent.
 *
 * @param body `form{...}`, `multipart{...}`, `raw(type)text`, or JSON
 * @returns what is sent, and its type where it does not say so itself
 */
export function encodeBody(body: string): { type?: string; payload: string | FormData } {
  const form = within(body, 'form')
  if (form)
    return { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams(JSON.parse(form)).toString() }
  const parts = within(body, 'multipart')
  if (parts) return { payload: multipart(JSON.parse(parts)) }
  const raw = /^raw\(([^)]*)\)(.*)$/.exec(body)
  if (raw) return { type: raw[1]!, payload: raw[2]! }
  return { type: 'application/json', payload: body }
}
