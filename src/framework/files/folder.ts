import { constants } from 'node:fs'
import {
  access,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile
} from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { FileContent } from '#contract/files.ts'
import { noPage } from '#contract/bind.ts'
import { makeFolder } from '#db/folder.ts'
import { lazyFiles } from '#framework/lazy-server.ts'
import { filesIn } from './walk.ts'
import { pathIn } from './names.ts'
import type { MediaCondition, MediaRoute, MediaStorage, OpenMedia, StoredMedia } from './storage.ts'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code!

/** There is no such file: none of the name, a folder, something below a file, or a name that no file can have. */
const isNone = (error: unknown): boolean => ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error))

/** Uploaded files in a folder. */
export class MediaFolder implements MediaStorage {
  readonly folder: string

  /** @param folder its path; made with the first file where it is not there */
  constructor(folder: string) {
    this.folder = folder
  }

  get name(): string {
    return this.folder
  }

  /**
   * Where a stored path lies on disk.
   *
   * @throws where the path leads out of the folder: no row that this server wrote holds such a path
   */
  #place(path: string): string {
    const place = resolve(this.folder, path)
    if (!place.startsWith(resolve(this.folder) + sep)) throw new Error(`the path ${path} leads out of the media folder`)
    return place
  }

  prepare(): void {
    makeFolder(this.folder)
  }

  watch(): void {
    // What is wrong with a folder is told with every request that meets it.
  }

  async #assureFolderOf(place: string): Promise<void> {
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  }

  async create(path: string, content: FileContent): Promise<boolean> {
    const place = this.#place(path)
    await this.#assureFolderOf(place)
    let made = false
    try {
      const file = await open(place, 'wx')
      made = true
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
      return true
    } catch (error) {
      if (made) await rm(place, { force: true })
      else if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  }

  async put(path: string, content: string | Buffer): Promise<void> {
    await writeFile(this.#place(path), content)
  }

  async move(from: string, to: string): Promise<void> {
    await rename(this.#place(from), this.#place(to))
  }

  async alias(from: string, to: string): Promise<boolean> {
    const [source, place] = [this.#place(from), this.#place(to)]
    try {
      // Not every file system knows a second name for a file.
      await link(source, place).catch((error) => {
        if (['EEXIST', 'ENOENT'].includes(codeOf(error))) throw error
        return copyFile(source, place, constants.COPYFILE_EXCL)
      })
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  }

  async has(path: string): Promise<boolean> {
    try {
      await access(this.#place(path))
      return true
    } catch {
      return false
    }
  }

  async read(path: string, most = Infinity): Promise<Buffer | undefined> {
    const place = this.#place(path)
    try {
      const found = await stat(place)
      return found.isFile() && found.size <= most ? await readFile(place) : undefined
    } catch (error) {
      if (isNone(error)) return undefined
      throw error
    }
  }

  async open(path: string): Promise<OpenMedia | undefined> {
    const file = await open(this.#place(path)).catch((error) => {
      if (isNone(error)) return undefined
      throw error
    })
    if (!file) return undefined
    const { size, mtime } = await file.stat()
    if (size) return { size, modified: mtime, content: file.createReadStream({ end: size - 1 }) }
    // A file that grows meanwhile is taken as long as it was.
    await file.close()
    return { size, modified: mtime, content: Readable.from([]) }
  }

  async remove(path: string): Promise<void> {
    await rm(this.#place(path), { force: true })
  }

  async *list(): AsyncGenerator<StoredMedia> {
    for await (const { name, file } of filesIn(this.folder, '')) {
      const found = await stat(file).catch(() => undefined)
      if (found) yield { path: name, size: found.size, modified: found.mtime }
    }
  }

  async note(path: string, text: string): Promise<void> {
    const place = this.#place(path)
    await this.#assureFolderOf(place)
    await writeFile(place, text)
  }

  async notes(beginning: string): Promise<StoredMedia[]> {
    const names = await readdir(this.folder).catch(() => [])
    const found = await Promise.all(
      names
        .filter((name) => name.startsWith(beginning))
        .map(async (path) => {
          const { size, mtime } = (await stat(join(this.folder, path)).catch(() => undefined)) ?? {}
          return mtime && { path, size: size!, modified: mtime }
        })
    )
    return found.filter((one) => one !== undefined)
  }

  async setAside(path: string, word: string): Promise<string> {
    const place = join(`${this.folder}.${word}`, path)
    makeFolder(dirname(place))
    await rename(this.#place(path), place)
    return place
  }

  async deleteUnfinished(): Promise<void> {
    // What a killed request left has a note, and goes by it.
  }

  async condition(): Promise<MediaCondition> {
    // Whether there is room, and whether it can be written, is looked at with the disk.
    return 'ok'
  }

  serve({ app, headers }: MediaRoute): void {
    app.addHook('onRequest', async (request, reply) => {
      if (!(await this.#isInside(pathIn(request.raw.url!)!))) return noPage(reply)
    })
    lazyFiles(app, {
      prefix: '/media/',
      root: this.folder,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, place) => {
        const path = relative(this.folder, place).split(sep).join('/')
        for (const [name, value] of Object.entries(headers(path))) reply.header(name, value)
      }
    })
  }

  /** Whether a path leads to something below the folder, and through no symbolic link out of it. */
  async #isInside(path: string): Promise<boolean> {
    try {
      return (await realpath(join(this.folder, path))).startsWith((await realpath(this.folder)) + sep)
    } catch {
      return false
    }
  }
}
