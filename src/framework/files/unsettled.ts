// Notes which files are being stored before a record names them, so that those which a killed process left behind are
// found.
import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UNSETTLED } from './paths.ts'

/** No request stores files for longer than this, in ms: an older note is of one that was killed. */
const STALE = 60 * 60_000

/** The note of one request. */
export class UnsettledFiles {
  readonly #root: string
  #note: string | undefined

  /** @param root the media folder */
  constructor(root: string) {
    this.#root = root
  }

  /** Notes a file that is about to be made. */
  async add(path: string): Promise<void> {
    if (this.#note === undefined) await mkdir(this.#root, { recursive: true, mode: 0o700 })
    this.#note ??= join(this.#root, UNSETTLED + randomUUID())
    await appendFile(this.#note, `${path}\n`)
  }

  /** Lets the note lie: it is looked later which of the files a record names. */
  leave(): void {
    this.#note = undefined
  }

  /** Forgets them: records name those that are there. */
  async settle(): Promise<void> {
    const note = this.#note
    this.#note = undefined
    if (note !== undefined) await rm(note, { force: true })
  }
}

/** The notes in a media folder, with the files that they name, and whether nobody can be at work on them any more. */
export async function* unsettledNotes(
  root: string
): AsyncGenerator<{ file: string; paths: string[]; isStale: boolean }> {
  const names = await readdir(root).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(UNSETTLED)) continue
    const file = join(root, name)
    const text = await readFile(file, 'utf8').catch(() => '')
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0
    )
    // The last line may be half of one.
    yield { file, paths: text.split('\n').slice(0, -1), isStale: age > STALE }
  }
}

/** The files of which it is not known yet whether a record will name them. */
export async function unsettledFiles(root: string): Promise<Set<string>> {
  const all = new Set<string>()
  for await (const { paths } of unsettledNotes(root)) for (const path of paths) all.add(path)
  return all
}
