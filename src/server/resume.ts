// Does requests once more whose process ended, as the user who sent them.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { doneBy, HopelessError, type JobHandler, type JobRun } from '#framework/jobs/job.ts'
import { RESUME, type Resumed } from '#framework/jobs/resume.ts'
import type { DataOutputs } from '#modules/data-output/index.ts'

/** Names a request that is done once more, within this process alone. */
const HEADER = 'x-resumed'

/** The requests that are being done once more by this process. */
export class Resumptions {
  /** By secrets that nobody outside of the process learns. */
  readonly #begun = new Map<string, Resumed>()

  /** Whether a request is one of those; it is so for the first that asks. */
  take(request: FastifyRequest): Resumed | undefined {
    const secret = request.headers[HEADER]
    if (typeof secret !== 'string') return undefined
    const resumed = this.#begun.get(secret)
    this.#begun.delete(secret)
    if (resumed) request.resumes = resumed.output
    return resumed
  }

  /** What does such requests. */
  job(app: FastifyInstance, outputs: Pick<DataOutputs, 'isWanted' | 'ends'>): JobHandler {
    const resume = async (asked: Resumed, { db, stopped }: JobRun): Promise<void> => {
      const { method, url, headers, body, output } = asked
      if (!(await outputs.isWanted(db, output))) return
      const secret = randomBytes(32).toString('hex')
      this.#begun.set(secret, asked)
      const answer = await app.inject({
        method: method as 'GET',
        url,
        headers: { ...headers, [HEADER]: secret },
        ...(body === null ? {} : { payload: body as object })
      })
      this.#begun.delete(secret)
      if (answer.statusCode < 400) return
      stopped.throwIfAborted()
      const problem = `It could not be done once more: ${answer.statusCode} ${answer.payload.slice(0, 500)}`
      throw answer.statusCode < 500 ? new HopelessError(problem) : new Error(problem)
    }
    return doneBy(RESUME, resume, outputs.ends)
  }
}
