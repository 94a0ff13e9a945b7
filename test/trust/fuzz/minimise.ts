// Makes a request that goes wrong as small as it can be, and tells how to send it by hand.
import type { RawRequest } from '../connection.ts'

/** How many smaller requests are tried at most. */
const TRIES = 60

/**
 * Requests that are smaller by one thing: a header, a part of the query, a field of the body, half of a list or text.
 */
function* smaller(request: RawRequest): Generator<RawRequest> {
  const { headers = {}, path, body } = request
  for (const name of Object.keys(headers))
    if (name !== 'content-type')
      yield { ...request, headers: Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name)) }
  const [address, ...rest] = path.split('?')
  const pairs = rest.join('?').split('&')
  if (rest.length)
    for (let at = 0; at < pairs.length; at++)
      yield {
        ...request,
        path: [address, pairs.filter((_, other) => other !== at).join('&')].filter(Boolean).join('?')
      }
  if (body === undefined) return
  let parsed: unknown
  try {
    parsed = JSON.parse(body.toString())
  } catch {
    return
  }
  for (const value of smallerValues(parsed)) yield { ...request, body: JSON.stringify(value) }
}

function* smallerValues(value: unknown): Generator<unknown> {
  if (typeof value === 'string' && value.length > 8) yield value.slice(0, value.length >> 1)
  if (Array.isArray(value)) {
    if (value.length > 1) {
      yield value.slice(0, value.length >> 1)
      yield value.slice(value.length >> 1)
    }
    for (const one of value.length === 1 ? smallerValues(value[0]) : []) yield [one]
  } else if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
    if (fields.length > 20) {
      yield Object.fromEntries(fields.slice(0, fields.length >> 1))
      yield Object.fromEntries(fields.slice(fields.length >> 1))
    }
    for (const [name] of fields.slice(0, 30)) yield Object.fromEntries(fields.filter(([other]) => other !== name))
    for (const [name, inner] of fields.slice(0, 30))
      for (const one of smallerValues(inner)) yield { ...value, [name]: one }
  }
}

/**
 * @param goesWrong sends a request and tells whether it goes wrong in the same way
 * @returns the smallest request that still does; undefined where not even the given one does once more
 */
export async function minimise(
  request: RawRequest,
  goesWrong: (request: RawRequest) => Promise<boolean>
): Promise<RawRequest | undefined> {
  if (!(await goesWrong(request))) return undefined
  let least = request
  for (let tries = 0, found = true; found && tries < TRIES; ) {
    found = false
    for (const next of smaller(least)) {
      if (++tries > TRIES) break
      if (await goesWrong(next)) {
        least = next
        found = true
        break
      }
    }
  }
  return least
}

const quoted = (text: string): string =>
  /[\0-\x1f\x7f-\uffff']/.test(text)
    ? `$'${text.replaceAll(/[\\']/g, '\\$&').replaceAll(/[\0-\x1f\x7f-\xff]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`
    : `'${text}'`

/** A request as a command for a shell; TOKEN stands for whoever asks. Long bodies are cut, and said to be. */
export function curl({ method, path, headers = {}, body }: RawRequest): string {
  const bytes = body === undefined ? '' : Buffer.from(body).toString('latin1')
  const cut = bytes.length > 600 ? ` # the body goes on like this: ${bytes.length} bytes` : ''
  const lines = Object.entries({ authorization: 'Token TOKEN', ...headers }).map(
    ([name, value]) => `-H ${quoted(`${name}${value === '' ? ';' : `: ${value}`}`)}`
  )
  return (
    [
      `curl -g -X ${method} "$URL"${quoted(path.slice(0, 2000))}`,
      ...lines,
      ...(bytes ? [`--data-binary ${quoted(bytes.slice(0, 600))}`] : [])
    ].join(' ') + cut
  )
}
