import { ApiError } from '#contract/errors.ts'

/** Why a store of files cannot be used: it does not answer, or does not let this server in. */
export type StorageTrouble = 'away' | 'refused'

/** What a request is answered whose files are there, and after how many seconds another try is worth it. */
const ANSWERS: Record<StorageTrouble, { detail: string; seconds: number }> = {
  away: {
    detail: 'The store of uploaded files cannot be reached at the moment. Nothing was changed; try again soon.',
    seconds: 5
  },
  refused: {
    detail:
      'The store of uploaded files does not let the server in. Nothing was changed; the administrator has to look after it.',
    seconds: 60
  }
}

/** The answer to a request that needs uploaded files where their store cannot be used; the reason is for the log. */
export class StorageUnavailable extends ApiError {
  override name = 'StorageUnavailable'
  readonly trouble: StorageTrouble

  /** @param reason what the store or the network said; no secret is in it */
  constructor(trouble: StorageTrouble, reason: string, cause?: unknown) {
    const { detail, seconds } = ANSWERS[trouble]
    super(503, { detail }, { cause, headers: { 'retry-after': String(seconds) } })
    this.message = reason
    this.trouble = trouble
  }
}
