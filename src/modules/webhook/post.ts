// Posts something to a stranger, who may be slow, talk without end or send it elsewhere.
import { request as overHTTP, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as overTLS } from 'node:https'
import { textOf } from '#contract/text.ts'
import { answered } from '#framework/answered.ts'
import { addressProblem, careful } from './address.ts'

/** How long it may take in all, in ms; how much of the headers and of the body is read, in bytes. */
const LIMITS = { time: 10_000, headers: 16 * 1024, body: 4000 }
/** How much of an answer is kept, in characters. */
const KEPT = 1000

/** What came back. */
export interface Answered {
  /** The status; null where there was no answer. */
  code: number | null
  /** How the answer began. */
  answer: string | null
  /** Why it did not arrive, in a sentence without the address; null where it did. */
  error: string | null
  /** How long it took, in ms. */
  duration: number
}

/** How an answer began, as the database takes it. */
const excerpt = (parts: readonly Buffer[]): string =>
  Buffer.concat(parts)
    .toString('utf8')
    .replaceAll(/[\0-\x08\x0B-\x1F\x7F]/g, ' ')
    .slice(0, KEPT)
    .toWellFormed()

/** Reads an answer as far as it is kept; a stranger who goes on for longer is left alone. */
const beginning = (response: IncomingMessage): Promise<string> =>
  new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    const done = () => resolve(excerpt(parts))
    response.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.length
      if (size >= LIMITS.body) done()
    })
    for (const end of ['end', 'error', 'close']) response.once(end, done)
  })

/** The innermost reason that a failure gives. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return textOf(error)
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return (error as NodeJS.ErrnoException).code === 'HPE_HEADER_OVERFLOW'
    ? 'The headers of the answer are too long.'
    : error.message || 'It failed.'
}

const judged = (code: number): string | null => {
  if (code >= 200 && code < 300) return null
  return code >= 300 && code < 400
    ? `It answers ${code}; redirections are not followed.`
    : `It answers ${code} in place of 2xx.`
}

/** Where it goes, and how careful to be. */
export interface Target {
  url: string
  /** Whether it may lead into the own network. */
  anywhere: boolean
  /** Ends it earlier. */
  stopped?: AbortSignal
  /** What asks for names, where that is not the system. */
  ask?: Parameters<typeof careful>[1]
}

function open({ url, anywhere, ask }: Target, headers: Record<string, string>, body: string, signal: AbortSignal) {
  const address = new URL(url)
  const options: RequestOptions = {
    method: 'POST',
    // A connection of its own: nothing of a stranger's stays open.
    agent: false,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    lookup: careful(anywhere, ask),
    maxHeaderSize: LIMITS.headers,
    signal
  }
  const request = (address.protocol === 'https:' ? overTLS : overHTTP)(address, options)
  const answer = answered(request, signal)
  request.end(body)
  return { request, answer }
}

/**
 * Posts a text.
 *
 * @returns what came of it; it fails only where `stopped` was
 */
export async function post(target: Target, headers: Record<string, string>, body: string): Promise<Answered> {
  const begun = performance.now()
  const late = AbortSignal.timeout(LIMITS.time)
  const signal = target.stopped ? AbortSignal.any([late, target.stopped]) : late
  const over = (rest: Omit<Answered, 'duration'>): Answered => ({
    ...rest,
    duration: Math.round(performance.now() - begun)
  })
  const problem = addressProblem(target.url, target.anywhere)
  if (problem !== undefined) return over({ code: null, answer: null, error: problem })
  const { request, answer: answering } = open(target, headers, body, signal)
  try {
    const response = await answering
    const answer = await beginning(response)
    const code = response.statusCode!
    return over({ code, answer, error: judged(code) })
  } catch (error) {
    target.stopped?.throwIfAborted()
    const reason = late.aborted ? `There was no answer within ${LIMITS.time / 1000} s.` : reasonOf(error)
    return over({ code: null, answer: null, error: reason.slice(0, KEPT) })
  } finally {
    request.destroy()
  }
}
