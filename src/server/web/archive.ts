import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

// Reads a ZIP archive that a stranger may have made: whole or not at all, and into memory, so that it can be looked
// over before anything of it is written.

/** What is wrong with an archive, in a sentence. */
export class ArchiveError extends Error {}

/** What the reader of the archive says, to end a sentence with. */
const saidBy = (error: unknown): string => (error as Error).message.replace(/\.$/, '')

/** How large an archive may be, in bytes; a build of the client has three million. */
export const LARGEST_ARCHIVE = 64 * 1024 * 1024

/** What may be in it: a build of the client has 250 files with eleven million bytes. */
const [MOST_FILES, MOST_BYTES] = [5000, 128 * 1024 * 1024]

/** What a path may consist of, from the outermost folder to the file; none begins or ends with a blank. */
const PATH = /^(?=.{1,250}$)(?:[\w.@+~()[\]-]+\/)*[\w.@+~()[\]-]+$/

/** The bits of a file's mode that say what it is, and those of an ordinary file. */
const [KIND, ORDINARY] = [0o170000, 0o100000]

/** The files of an archive by their paths. */
export type Files = ReadonlyMap<string, Buffer>

/**
 * @throws ArchiveError where anything in it is not as it should be
 */
export async function readArchive(archive: Buffer): Promise<Files> {
  const zip = await opened(archive)
  try {
    if (zip.entryCount > MOST_FILES) throw new ArchiveError(`It has more than ${MOST_FILES} files.`)
    return await filesOf(zip)
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    throw new ArchiveError(`It is damaged: ${saidBy(error)}.`)
  } finally {
    zip.close()
  }
}

async function opened(archive: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(archive, { strictFileNames: true, validateEntrySizes: true })
  } catch (error) {
    throw new ArchiveError(`It is no ZIP archive, or only part of one: ${saidBy(error)}.`)
  }
}

async function filesOf(zip: ZipFile): Promise<Files> {
  const files = new Map<string, Buffer>()
  const names = new Set<string>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize } = entry
    bytes += uncompressedSize
    // More than an entry announces is an error of its reader.
    if (bytes > MOST_BYTES) throw new ArchiveError(`Unpacked it has more than ${MOST_BYTES} bytes.`)
    if (fileName.endsWith('/') && uncompressedSize === 0) continue
    refuseStrange(entry)
    // Some file systems take both for the same.
    const name = fileName.toLowerCase()
    if (names.has(name)) throw new ArchiveError(`"${fileName}" is in it twice.`)
    names.add(name)
    files.set(fileName, await contentOf(zip, entry))
  }
  const folder = [...files.keys()].find((path) => parentsOf(path).some((parent) => names.has(parent.toLowerCase())))
  if (folder !== undefined) throw new ArchiveError(`"${folder}" lies in a folder that is a file as well.`)
  return files
}

/** The folders that a path leads through. */
function parentsOf(path: string): string[] {
  const steps = path.split('/').slice(0, -1)
  return steps.map((_step, i) => steps.slice(0, i + 1).join('/'))
}

function refuseStrange(entry: Entry): void {
  const { fileName, externalFileAttributes } = entry
  const isPlain = PATH.test(fileName) && fileName.split('/').every((step) => !/^\.+$/.test(step))
  if (!isPlain) throw new ArchiveError(`It has a file with the path ${JSON.stringify(fileName)}.`)
  // Archives of systems without modes leave them out.
  const kind = (externalFileAttributes >>> 16) & KIND
  if (kind !== 0 && kind !== ORDINARY) throw new ArchiveError(`"${fileName}" is no ordinary file.`)
  if (!entry.canDecodeFileData()) throw new ArchiveError(`"${fileName}" is encrypted, or packed in an unusual way.`)
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  const content = Buffer.concat(chunks)
  if (crc32(content) !== entry.crc32) throw new ArchiveError(`"${entry.fileName}" is damaged.`)
  return content
}
