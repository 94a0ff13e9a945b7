// What is wrong with an answer to a request that is wrong itself.
import { METHODS } from 'node:http'
import { breach, operationOf } from '../../support/contract.ts'
import type { RawAnswer, RawRequest } from '../connection.ts'

/**
 * Refusals that come before the operation is known, or for what no operation is to be blamed: the contract need not
 * name them for each.
 */
const BEFORE = [400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 417, 429, 431, 503, 507]

/** Statuses that say that the server is well and refuses all the same: too much to do, no module. */
const WELL = [503, 507]

/** Headers that say where a request ends; where they are wrong, what is answered is no matter of an operation. */
const FRAMING = ['content-length', 'transfer-encoding']

/** Whether what was sent is no request of the operation, but was refused before anybody looked for one. */
function beforeOperation({ method, path, headers = {} }: RawRequest, status: number): boolean {
  if (!METHODS.includes(method)) return true // get, in small letters: no HTTP, so Node reads no further
  if (!URL.canParse(path, 'http://localhost') || Object.keys(headers).some((name) => FRAMING.includes(name)))
    return true
  if (status === 400 && 'host' in headers) return true // refused where it names none, in one form for all operations
  return BEFORE.includes(status) && !operationOf(method, path)?.statuses.includes(status)
}

/**
 * @returns a word for the kind of failure and what is wrong in a sentence; undefined where nothing is
 */
export function judge(
  request: RawRequest,
  { status, headers, body }: RawAnswer
): [kind: string, text: string] | undefined {
  const text = body.toString()
  if (!(status >= 100 && status < 600)) return ['no HTTP', `the answer has the status ${status}`]
  if (status >= 500 && !WELL.includes(status)) return [String(status), text.slice(0, 300)]
  if (beforeOperation(request, status)) return undefined
  let parsed: unknown
  if (headers['content-type'] === 'application/json' && text !== '') {
    try {
      parsed = JSON.parse(text)
    } catch {
      return ['contract', `the answer ${status} is no JSON: ${text.slice(0, 200)}`]
    }
  }
  const wrong = breach(request.method, request.path, {
    status,
    headers,
    text: headers['content-type'] === 'application/gzip' && text ? '…' : text,
    body: parsed
  })
  return wrong === undefined ? undefined : ['contract', wrong]
}
