// Does requests once more whose process ended, as the user who sent them.
import type { OwnRequest, RequestAs } from '#framework/as-user.ts'
import { doneBy, HopelessError, type JobHandler, type JobRun } from '#framework/jobs/job.ts'
import { RESUME, type Resumed } from '#framework/jobs/resume.ts'
import type { DataOutputs } from '#modules/data-output/index.ts'

/** What does such requests. */
export function resumeJob(requestAs: RequestAs, outputs: Pick<DataOutputs, 'isWanted' | 'ends'>): JobHandler {
  const resume = async (asked: Resumed, { db, stopped }: JobRun): Promise<void> => {
    const { user, url, headers, body: payload, output } = asked
    if (!(await outputs.isWanted(db, output))) return
    const { status, body } = await requestAs(user, {
      method: asked.method as NonNullable<OwnRequest['method']>,
      url,
      headers,
      resumes: output,
      ...(payload === null ? {} : { payload: payload as object })
    })
    if (status < 400) return
    stopped.throwIfAborted()
    const problem = `It could not be done once more: ${status} ${JSON.stringify(body).slice(0, 500)}`
    throw status < 500 ? new HopelessError(problem) : new Error(problem)
  }
  return doneBy(RESUME, resume, outputs.ends)
}
