// The data output of a print: how far it is, and the file that it becomes.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { RequestFiles } from '#framework/files/files.ts'
import type { MediaStorage } from '#framework/files/storage.ts'
import { attachFile } from '#modules/attachment/index.ts'
import { finished } from '#modules/data-output/index.ts'

/** How often a print notes how far it is at most, in ms: whoever waits asks no more often. */
const EVERY = 250

/** What one print made. */
export interface Printed {
  folder: string
  name: string
  content: Buffer | string
  /** What its data output tells as its progress. */
  progress: number
  /** Files for the records that were printed. */
  attachments: readonly { model: string; id: number; name: string; content: Buffer; comment: string }[]
}

/** The data output of a print under way. */
export class PrintOutput {
  readonly id: number
  readonly #db: Database
  readonly #media: MediaStorage
  #noted = performance.now()

  constructor(id: number, db: Database, media: MediaStorage) {
    this.id = id
    this.#db = db
    this.#media = media
  }

  /** Notes how many records are done, unless it did so just now. */
  async advance(progress: number): Promise<void> {
    if (performance.now() - this.#noted < EVERY) return
    this.#noted = performance.now()
    await this.note(progress)
  }

  /** Notes how many records are done. */
  async note(progress: number): Promise<void> {
    await this.#db.updateTable('data_output').set({ progress }).where('id', '=', this.id).execute()
  }

  /** How many records were noted as done: by a process that ended, where this one does its work once more. */
  async noted(): Promise<number> {
    const row = await this.#db.selectFrom('data_output').select('progress').where('id', '=', this.id).executeTakeFirst()
    return row?.progress ?? 0
  }

  /** Says that all is printed, where that makes no file. */
  async finishWithoutFile(progress: number): Promise<void> {
    await finished(this.#db, this.id, { progress, output: null })
  }

  /** Keeps the file. Where somebody deleted the data output meanwhile, or another process was faster, nothing is kept. */
  async finish({ folder, name, content, progress, attachments }: Printed, user: number): Promise<void> {
    const files = new RequestFiles(this.#media)
    try {
      const output = await files.store(folder, name, content)
      const kept = await transact(this.#db, async (db) => {
        const { numUpdatedRows } = await finished(db, this.id, { progress, output })
        if (numUpdatedRows === 0n) return false
        for (const one of attachments) await attachFile(db, files, { ...one, user })
        return true
      })
      if (kept) await files.settle()
      else await files.undo()
    } catch (error) {
      await files.undo()
      throw error
    }
  }

  /** Says what went wrong. */
  async fail(error: string): Promise<void> {
    const errors = JSON.stringify({ error })
    await this.#db.updateTable('data_output').set({ progress: 0, errors }).where('id', '=', this.id).execute()
  }
}
