import type { Faults } from './faults.ts'

/** A file that cannot be taken; the message is a sentence for whoever wanted it imported. Nothing has been changed. */
export class TransferError extends Error {
  override name = 'TransferError'
  /** What is wrong with its records, where that is the reason. */
  readonly faults: Faults | undefined

  constructor(message: string, faults?: Faults) {
    super(message)
    this.faults = faults
  }
}

/** The database that a file should go into holds something already. */
export class OccupiedError extends TransferError {}
