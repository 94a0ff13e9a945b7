import { failureOf, type FailureKind } from '#db/failures.ts'
import { ApiError } from './errors.ts'

/** What a request is answered whose database failed: what happened, and what to do about it. */
const ANSWERS: Record<FailureKind, { status: number; detail: string; retryAfter?: number }> = {
  away: {
    status: 503,
    detail: 'The database cannot be reached at the moment. Nothing was changed; try again soon.',
    retryAfter: 5
  },
  unsure: {
    status: 503,
    detail:
      'The database went away while this was being stored. It may or may not have been stored: look before you send it again.',
    retryAfter: 5
  },
  busy: {
    status: 503,
    detail: 'The database is in use by others for too long. Nothing was changed; try again soon.',
    retryAfter: 10
  },
  slow: {
    status: 503,
    detail: 'The database took too long to answer. Nothing was changed; ask for less at once, or try again later.',
    retryAfter: 30
  },
  full: {
    status: 507,
    detail: 'There is no room left to store this. Nothing was changed; the administrator has to make room.'
  },
  unwritable: {
    status: 507,
    detail: 'The disk of the server cannot be written. Nothing was changed; the administrator has to look after it.'
  },
  damaged: {
    status: 500,
    detail:
      'The database is damaged, and this could not be read or stored. The administrator has to run "inventree check".'
  }
}

/** The answer to a request whose database failed. */
export function failureAnswer(kind: FailureKind, cause: unknown): ApiError {
  const { status, detail, retryAfter } = ANSWERS[kind]
  return new ApiError(status, { detail }, { cause, headers: retryAfter ? { 'retry-after': String(retryAfter) } : {} })
}

/**
 * Does what nobody asked for, such as noting when somebody was here last. Where there is no room for it, or the
 * database takes nothing, it is left out.
 *
 * @throws what the work throws for other reasons
 */
export async function ifPossible(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!failureOf(error)) throw error
  }
}
