// Notes which files are being stored before a record names them, so that those which a killed process left behind are
// found.
import { randomUUID } from 'node:crypto'
import { UNSETTLED } from './paths.ts'
import type { MediaStorage } from './storage.ts'

/** No request stores files for longer than this, in ms: an older note is of one that was killed. */
const STALE = 60 * 60_000

/** The notes of one request. */
export class UnsettledFiles {
  readonly #media: MediaStorage
  readonly #notes: string[] = []

  constructor(media: MediaStorage) {
    this.#media = media
  }

  /** Notes files that are about to be made. Each time in a note of its own, since no store can add to a file. */
  async add(paths: readonly string[]): Promise<void> {
    const note = UNSETTLED + randomUUID()
    this.#notes.push(note)
    await this.#media.note(note, paths.map((path) => `${path}\n`).join(''))
  }

  /** Lets the notes lie: it is looked later which of the files a record names. */
  leave(): void {
    this.#notes.length = 0
  }

  /** Forgets them: records name those that are there. */
  async settle(): Promise<void> {
    for (const note of this.#notes.splice(0)) await this.#media.remove(note)
  }
}

/** The notes at a place of files, with the files that they name, and whether nobody can be at work on them any more. */
export async function* unsettledNotes(
  media: MediaStorage
): AsyncGenerator<{ note: string; paths: string[]; isStale: boolean }> {
  for (const { path: note, modified } of await media.notes(UNSETTLED)) {
    const text = (await media.read(note))?.toString() ?? ''
    // The last line may be half of one.
    yield { note, paths: text.split('\n').slice(0, -1), isStale: Date.now() - modified.getTime() > STALE }
  }
}

/** The files of which it is not known yet whether a record will name them. */
export async function unsettledFiles(media: MediaStorage): Promise<Set<string>> {
  const all = new Set<string>()
  for await (const { paths } of unsettledNotes(media)) for (const path of paths) all.add(path)
  return all
}
