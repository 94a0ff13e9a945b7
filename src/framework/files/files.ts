import { randomInt } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, posix, resolve, sep } from 'node:path'
import type { FileContent, FileStore } from '#contract/files.ts'
import { formOf, splitName } from './names.ts'
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

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/**
 * Where a stored path lies on disk.
 *
 * @param root the media folder
 * @throws where the path leads out of it: no row that this server wrote holds such a path
 */
function placeOf(root: string, path: string): string {
  const place = resolve(root, path)
  if (!place.startsWith(resolve(root) + sep)) throw new Error(`the path ${path} leads out of the media folder`)
  return place
}

/** The files of one request, below the media folder. */
export class RequestFiles implements FileStore {
  readonly #root: string
  readonly #stored: string[] = []
  /** What files held that others took the place of. */
  readonly #replaced = new Map<string, Buffer>()
  readonly #unsettled: UnsettledFiles
  #used = false

  constructor(root: string) {
    this.#root = root
    this.#unsettled = new UnsettledFiles(root)
  }

  get used(): boolean {
    return this.#used
  }

  async store(folder: string, name: string, content: FileContent, forms: Record<string, Buffer> = {}): Promise<string> {
    await mkdir(join(this.#root, folder), { recursive: true, mode: 0o700 })
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

  /** Writes new files, all of them or, where a name is taken, none. They are on disk before a row can point to them. */
  async #create(files: [string, FileContent][]): Promise<boolean> {
    const created: string[] = []
    for (const [path, content] of files) {
      const place = placeOf(this.#root, path)
      this.#used = true
      await this.#unsettled.add(path)
      try {
        const file = await open(place, 'wx')
        created.push(place)
        try {
          await file.writeFile(content)
          await file.sync()
        } finally {
          await file.close()
        }
      } catch (error) {
        for (const one of created) await rm(one, { force: true })
        if (codeOf(error) === 'EEXIST') return false
        throw error
      }
    }
    this.#stored.push(...created)
    return true
  }

  async replace(path: string, content: string | Buffer): Promise<void> {
    const place = placeOf(this.#root, path)
    const before = await readFile(place).catch(() => undefined)
    // Written beside it first: whoever reads it meanwhile, or after a kill, finds the one or the other whole.
    const beside = await this.store(posix.dirname(path), posix.basename(path), content)
    if (beside !== path) await rename(placeOf(this.#root, beside), place)
    if (before && !this.#replaced.has(place)) this.#replaced.set(place, before)
  }

  async alias(path: string, name: string): Promise<string | undefined> {
    const other = posix.join(posix.dirname(path), name)
    const [from, to] = [placeOf(this.#root, path), placeOf(this.#root, other)]
    this.#used = true
    await this.#unsettled.add(other)
    try {
      // Not every file system knows a second name for a file.
      await link(from, to).catch((error) => {
        if (['EEXIST', 'ENOENT'].includes(codeOf(error)!)) throw error
        return copyFile(from, to, constants.COPYFILE_EXCL)
      })
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return undefined
      throw error
    }
    this.#stored.push(to)
    return other
  }

  async has(path: string): Promise<boolean> {
    try {
      await access(placeOf(this.#root, path))
      return true
    } catch {
      return false
    }
  }

  keep(): void {
    this.#stored.length = 0
    this.#replaced.clear()
    this.#unsettled.leave()
  }

  async undo(): Promise<void> {
    for (const place of this.#stored.splice(0)) await rm(place, { force: true })
    for (const [place, bytes] of this.#replaced) await writeFile(place, bytes)
    this.#replaced.clear()
    await this.#unsettled.settle()
  }

  async settle(): Promise<void> {
    this.#stored.length = 0
    this.#replaced.clear()
    await this.#unsettled.settle()
  }
}

/**
 * Deletes a file below the media folder; one that is gone already does no harm.
 *
 * @throws where the path leads out of the folder, or the file cannot be deleted
 */
export async function deleteFile(root: string, path: string): Promise<void> {
  await rm(placeOf(root, path), { force: true })
}
