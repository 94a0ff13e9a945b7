// Does requests within this process as a user: for work that goes on for somebody who is not asking any more.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RequestAs } from '#framework/as-user.ts'

/** Names a request that this process does by itself. */
const HEADER = 'x-as-user'

/** A request that is under way: for whom it is, and what it goes on with. */
interface UnderWay {
  user: number
  resumes: number | null
  rights: ReadonlySet<string> | undefined
}

/** A body as its answer has it: JSON, or else the text. */
const bodyOf = (payload: string): unknown => {
  try {
    return payload === '' ? null : JSON.parse(payload)
  } catch {
    return payload
  }
}

/** The requests that this process does by itself, each for a user. */
export class OwnRequests {
  readonly #app: FastifyInstance
  /** By secrets that nobody outside of the process learns. */
  readonly #begun = new Map<string, UnderWay>()

  constructor(app: FastifyInstance) {
    this.#app = app.decorateRequest('resumes', null)
  }

  /** Whose request it is and what it may do, where it is one of those; it is so for the first that asks. */
  take(request: FastifyRequest): Pick<UnderWay, 'user' | 'rights'> | undefined {
    const secret = request.headers[HEADER]
    if (typeof secret !== 'string') return undefined
    const begun = this.#begun.get(secret)
    this.#begun.delete(secret)
    if (begun) request.resumes = begun.resumes
    return begun
  }

  /** Does one, see `RequestAs`. */
  readonly send: RequestAs = async (user, { method = 'GET', url, payload, headers, resumes = null, rights }) => {
    const secret = randomBytes(32).toString('hex')
    this.#begun.set(secret, { user, resumes, rights })
    try {
      const answer = await this.#app.inject({
        method,
        url,
        headers: { ...headers, [HEADER]: secret },
        ...(payload === undefined ? {} : { payload })
      })
      return { status: answer.statusCode, body: bodyOf(answer.payload) }
    } finally {
      this.#begun.delete(secret)
    }
  }
}
