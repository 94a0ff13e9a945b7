import { once } from 'node:events'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { HeaderData, Pack } from 'tar'
import { staysInside } from '#framework/files/paths.ts'
import type { OpenMedia } from '#framework/files/storage.ts'

/** Loaded with the first archive: a start need not wait for it. */
const tar = () => import('tar')

/** A file on its way into an archive: its name there, and where it is, what it holds, or what begins to read it. */
export type Entry =
  | { name: string; file: string }
  | { name: string; text: string }
  | { name: string; open(): Promise<OpenMedia | undefined> }

/**
 * Packs files into a `.tar.gz`, which any tar unpacks.
 *
 * @param entries taken one after the other; a file that is gone when its turn comes is left out
 * @returns the archive as it comes into being; fails where a file cannot be read
 */
async function pack(entries: AsyncIterable<Entry>): Promise<Readable> {
  const { Pack } = await tar()
  // The fastest level: most of what is large, pictures and documents, is compressed already.
  const archive = new Pack({ gzip: { level: 1 }, portable: true })
  const abandoned = new AbortController()
  fill(archive, entries, abandoned.signal).catch((error) => {
    if (!abandoned.signal.aborted) archive.emit('error', error)
  })
  return Readable.from(archive, { objectMode: false }).once('close', () => abandoned.abort())
}

/**
 * Packs what is made in a folder of its own, which goes when the archive was read to its end or destroyed, or nothing
 * could be made.
 *
 * @param prefix the path of the folder; letters are added
 * @param make fills the folder and gives what goes into the archive
 */
export async function packFrom(
  prefix: string,
  make: (folder: string) => Promise<AsyncIterable<Entry>>
): Promise<Readable> {
  const folder = await mkdtemp(prefix)
  const clear = () => rm(folder, { recursive: true, force: true })
  try {
    return (await pack(await make(folder))).once('close', () => {
      void clear()
    })
  } catch (error) {
    await clear()
    throw error
  }
}

/** Begins to read a file; undefined where it is gone. */
async function openFile(path: string): Promise<OpenMedia | undefined> {
  const file = await open(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!file) return undefined
  const { size, mtime } = await file.stat()
  return { size, modified: mtime, content: file.createReadStream({ end: Math.max(size, 1) - 1 }) }
}

async function fill(archive: Pack, entries: AsyncIterable<Entry>, signal: AbortSignal): Promise<void> {
  const { Header, ReadEntry } = await tar()
  const add = async (head: HeaderData, chunks: AsyncIterable<Buffer> | Iterable<Buffer>) => {
    const entry = new ReadEntry(new Header({ ...head, type: 'File' }))
    archive.add(entry)
    let left = head.size!
    for await (const chunk of chunks) {
      left -= chunk.length
      if (!entry.write(chunk)) await once(entry, 'drain', { signal })
    }
    if (left) throw new Error(`${head.path} became shorter while it was read`)
    entry.end()
  }
  for await (const entry of entries) {
    if ('text' in entry) {
      const bytes = Buffer.from(entry.text)
      await add({ path: entry.name, size: bytes.length, mtime: new Date(), mode: 0o644 }, [bytes])
      continue
    }
    const file = await ('file' in entry ? openFile(entry.file) : entry.open())
    if (!file) continue
    try {
      await add({ path: entry.name, size: file.size, mtime: file.modified, mode: 0o600 }, file.content)
    } finally {
      file.content.destroy()
    }
  }
  archive.end()
}

/** Links, devices and the like are never taken. */
const isPlainFile = (entry: object): boolean => 'type' in entry && (entry.type === 'File' || entry.type === 'OldFile')

/**
 * Looks at what a `.tar.gz` says that it holds, before anything is unpacked.
 *
 * @param room how many bytes its files may need together
 * @throws where the archive is damaged, its files need more room, a name leads out of the folder, or a name occurs
 *   twice
 */
export async function examineArchive(archive: string, room: number): Promise<void> {
  const { list } = await tar()
  const names = new Set<string>()
  let needed = 0
  let problem: string | undefined
  const read = list({
    file: archive,
    strict: true,
    filter: (_name, entry) => problem === undefined && isPlainFile(entry),
    onReadEntry: (entry) => {
      const name = entry.path
      needed += entry.size
      if (!staysInside(name)) problem ??= `the name "${name}" leads out of the folder that it belongs to`
      else if (names.has(name)) problem ??= `it holds "${name}" twice`
      else if (needed > room) problem ??= `there is no room for what it holds, ${Math.ceil(needed / 1e6)} MB and more`
      names.add(name)
    }
  })
  // What is wrong with a name or a size is told rather than that the archive ends too early.
  try {
    await read
  } catch (error) {
    problem ??= (error as Error).message
  }
  if (problem !== undefined) throw new Error(problem)
}

/**
 * Unpacks a `.tar.gz` into a folder, and takes nothing from it but plain files under the names expected. They are for
 * their owner alone, whatever the archive says.
 *
 * @param wanted whether a name belongs into the folder
 * @throws where the archive is damaged or cut off, or there is no room
 */
export async function unpack(archive: string, folder: string, wanted: (name: string) => boolean): Promise<void> {
  const { extract } = await tar()
  await extract({
    file: archive,
    cwd: folder,
    strict: true,
    preserveOwner: false,
    dmode: 0o700,
    filter: (name, entry) => isPlainFile(entry) && wanted(name),
    onReadEntry: (entry) => {
      entry.mode = 0o600
    }
  })
}
