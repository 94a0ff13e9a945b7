import { randomInt } from 'node:crypto'
import { posix } from 'node:path'
import type { FileContent, FileStore } from '#contract/files.ts'
import { formOf, splitName } from './names.ts'
import type { MediaStorage } from './storage.ts'
import { StorageUnavailable } from './unavailable.ts'
import { UnsettledFiles } from './unsettled.ts'

const letters = () => Array.from({ length: 7 }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[randomInt(36)]).join('')

/** How many characters the path of a file has below the media folder; a name that is longer is cut. */
const MAX_PATH = 100

/** Another path for a file: letters stand behind its name, which gives way to them where the path would be too long. */
function otherPath(folder: string, name: string): string {
  const { stem, ending } = splitName(name)
  const end = `_${letters()}${ending}`
  const room = MAX_PATH - [...posix.join(folder, end)].length
  return posix.join(folder, [...stem].slice(0, Math.max(room, 1)).join('') + end)
}

/** The files of one request. */
export class RequestFiles implements FileStore {
  readonly #media: MediaStorage
  readonly #stored: string[] = []
  /** What files held that others took the place of. */
  readonly #replaced = new Map<string, Buffer>()
  readonly #unsettled: UnsettledFiles
  #used = false

  /** @param media where they lie */
  constructor(media: MediaStorage) {
    this.#media = media
    this.#unsettled = new UnsettledFiles(media)
  }

  get used(): boolean {
    return this.#used
  }

  async store(folder: string, name: string, content: FileContent, forms: Record<string, Buffer> = {}): Promise<string> {
    let path = posix.join(folder, name)
    if ([...path].length > MAX_PATH) path = otherPath(folder, name)
    while (
      !(await this.#create([
        [path, content],
        ...Object.entries(forms).map(([form, bytes]): [string, FileContent] => [formOf(path, form), bytes])
      ]))
    )
      path = otherPath(folder, name)
    return path
  }

  async #note(paths: readonly string[]): Promise<void> {
    this.#used = true
    await this.#unsettled.add(paths)
  }

  /** Writes new files, all of them or, where a name is taken, none. They are lasting before a row can point to them. */
  async #create(files: [string, FileContent][]): Promise<boolean> {
    await this.#note(files.map(([path]) => path))
    const created: string[] = []
    let isWhole = false
    try {
      for (const [path, content] of files) {
        if (!(await this.#media.create(path, content))) return false
        created.push(path)
      }
      isWhole = true
    } catch (error) {
      // It may have been written all the same.
      if (error instanceof StorageUnavailable) this.#unsettled.leave()
      throw error
    } finally {
      if (!isWhole) await this.#orLater(() => this.#removeAll(created))
    }
    this.#stored.push(...created)
    return true
  }

  async replace(path: string, content: string | Buffer): Promise<void> {
    const before = await this.#media.read(path)
    // Written beside it first: whoever reads it meanwhile, or after a kill, finds the one or the other whole.
    const beside = await this.store(posix.dirname(path), posix.basename(path), content)
    if (beside !== path) await this.#media.move(beside, path)
    if (before && !this.#replaced.has(path)) this.#replaced.set(path, before)
  }

  async alias(path: string, name: string): Promise<string | undefined> {
    const other = posix.join(posix.dirname(path), name)
    await this.#note([other])
    if (!(await this.#media.alias(path, other))) return undefined
    this.#stored.push(other)
    return other
  }

  async has(path: string): Promise<boolean> {
    return await this.#media.has(path)
  }

  keep(): void {
    this.#stored.length = 0
    this.#replaced.clear()
    this.#unsettled.leave()
  }

  async undo(): Promise<void> {
    await this.#orLater(async () => {
      for (const [path, bytes] of this.#replaced) await this.#media.put(path, bytes)
      await this.#removeAll(this.#stored)
      await this.settle()
    })
  }

  async settle(): Promise<void> {
    this.#stored.length = 0
    this.#replaced.clear()
    await this.#orLater(() => this.#unsettled.settle())
  }

  async #removeAll(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#media.remove(path)
  }

  /** Where the files cannot be reached any more, the notes stay: what has to go by them goes later. */
  async #orLater(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      this.keep()
    }
  }
}
