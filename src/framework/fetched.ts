// What the server reads from others over the internet, by addresses that its configuration names.

import { textOf } from '#contract/text.ts'

/** How long an answer may take, in milliseconds, and how much of it is read, in bytes. */
const [PATIENCE, LARGEST] = [10_000, 1024 * 1024]

/** A part of an address as it was meant; as it stands where it is not encoded well. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** An address without the user and password that may stand in it, and what is sent for these. */
function apart(address: string): { url: URL; authorization: { authorization?: string } } {
  const url = new URL(address)
  const { username, password } = url
  url.username = url.password = ''
  if (!username && !password) return { url, authorization: {} }
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  return { url, authorization: { authorization: `Basic ${credentials}` } }
}

/**
 * Fetches a text. Redirections are not followed: the address is the one that the configuration names.
 *
 * @param signal ends it earlier
 * @throws Error with a sentence that says why there is none
 */
export async function fetchText(address: string, accept: string, signal?: AbortSignal): Promise<string> {
  const limits = [AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]
  const { url, authorization } = apart(address)
  try {
    const headers = { accept, ...authorization }
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.any(limits) })
    if (!answer.ok) throw new Error(`it answers ${answer.status}`)
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of answer.body ?? []) {
      size += part.length
      if (size > LARGEST) throw new Error(`its answer is larger than ${LARGEST} bytes`)
      parts.push(part)
    }
    return Buffer.concat(parts).toString('utf8')
  } catch (error) {
    throw new Error(`${url.host} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
}

/** The innermost reason that a failure gives. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return textOf(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}
