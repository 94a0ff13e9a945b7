import { existsSync, readFileSync } from 'node:fs'
import { access, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants as packing, gzip } from 'node:zlib'
import { makeFolder, unreadReason, unwritten } from '#db/folder.ts'
import { COMPATIBLE_WITH } from '#framework/version.ts'
import { ArchiveError, LARGEST_ARCHIVE, readArchive, type Files } from './archive.ts'
import { checkComplete, MANIFEST, readClient, type WebClient } from './client.ts'

// Puts a build of the official web client where the server serves it, and takes it away again.

/** How long a download may take, in milliseconds, and how often it may be sent elsewhere. */
const [PATIENCE, MOST_HOPS] = [300_000, 5]

/** What is served packed as well, unless it is so small that nothing is gained. */
const PACKABLE = /\.(?:css|html|js|json|map|mjs|svg|txt|wasm)$/
const SMALL = 1024

/** Nearly as small as can be, in a tenth of the time. */
const QUALITY = { params: { [packing.BROTLI_PARAM_QUALITY]: 9 } }

const PACKERS: [ending: string, pack: (content: Buffer) => Promise<Buffer>][] = [
  ['.br', (content) => promisify(brotliCompress)(content, QUALITY)],
  ['.gz', (content) => promisify(gzip)(content, { level: 9 })]
]

/**
 * The bytes of an archive.
 *
 * @param source a file, or an address with `https:`
 * @throws ArchiveError where there is none, or it is too large
 */
export async function fetchArchive(source: string): Promise<Buffer> {
  const url = /^https?:/i.test(source) ? URL.parse(source) : null
  return url ? await download(url) : await readArchiveFile(source)
}

const TOO_LARGE = `It has more than ${LARGEST_ARCHIVE} bytes.`

async function readArchiveFile(file: string): Promise<Buffer> {
  let size: number
  try {
    await access(file, constants.R_OK)
    const found = await stat(file)
    if (!found.isFile()) throw new Error('it is no file')
    size = found.size
  } catch (error) {
    throw new ArchiveError(`It cannot be read: ${unreadReason(error)}.`)
  }
  if (size > LARGEST_ARCHIVE) throw new ArchiveError(TOO_LARGE)
  return await readFile(file)
}

const isLocal = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** Asks an address, and those that it leads to, each of which must be one that is to be trusted. */
async function follow(url: URL | null, signal: AbortSignal, hops = 0): Promise<Response> {
  if (!url || (url.protocol !== 'https:' && !isLocal(url)))
    throw new ArchiveError('Programs for a browser are not taken over plain HTTP.')
  const answer = await fetch(url, { signal, redirect: 'manual' })
  const elsewhere = answer.headers.get('location')
  if (answer.status < 300 || answer.status > 399 || elsewhere === null || hops === MOST_HOPS) return answer
  return await follow(URL.parse(elsewhere, url.href), signal, hops + 1)
}

async function download(url: URL): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const answer = await follow(url, AbortSignal.timeout(PATIENCE))
    if (!answer.ok) throw new Error(`the answer is ${answer.status}`)
    for await (const chunk of answer.body ?? []) {
      size += chunk.length
      if (size > LARGEST_ARCHIVE) throw new ArchiveError(TOO_LARGE)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    const { message, cause } = error as Error
    throw new ArchiveError(`It cannot be fetched: ${cause instanceof Error ? cause.message : message}.`)
  }
  return Buffer.concat(chunks)
}

/** The build that lies in a folder; undefined where there is none. */
export function installedClient(folder: string): WebClient | undefined {
  if (!existsSync(join(folder, MANIFEST))) return undefined
  return readClient((path) => {
    const file = join(folder, path)
    return existsSync(file) ? readFileSync(file) : undefined
  })
}

const [, SERIES] = /^(\d+\.\d+)\./.exec(COMPATIBLE_WITH)!

/**
 * Looks an archive over, and puts what is in it in the place of what was there. Until everything is written, what was
 * there stays.
 *
 * @param folder where it goes
 * @param anyVersion whether it may be of a release whose API this server does not answer
 * @throws ArchiveError where it is no build of the web client; nothing was changed then
 */
export async function installClient(
  archive: Buffer,
  folder: string,
  { anyVersion }: { anyVersion: boolean }
): Promise<WebClient> {
  const files = await readArchive(archive)
  const client = readClient((path) => files.get(path))
  checkComplete(files)
  if (!client.version.startsWith(`${SERIES}.`) && !anyVersion)
    throw new ArchiveError(
      `It is of release ${client.version}; this server answers as ${COMPATIBLE_WITH} does. ` +
        'Another release may ask for what is not here: --any-version takes it all the same.'
    )
  assureOurs(folder)
  const fresh = `${folder}.new-${process.pid}`
  const change = async () => {
    await writeFiles(files, fresh)
    await replace(folder, fresh)
  }
  await changeIn(dirname(folder), change).finally(() => rm(fresh, { recursive: true, force: true }))
  return client
}

/**
 * Changes what lies in a folder, which is made where it is missing.
 *
 * @throws ArchiveError that names the folder, where nothing can be written there
 */
async function changeIn(folder: string, change: () => Promise<void>): Promise<void> {
  try {
    makeFolder(folder)
    await change()
  } catch (error) {
    throw new ArchiveError((unwritten(folder, error) as Error).message, { cause: error })
  }
}

/** Takes a build away; false where there is none. */
export async function removeClient(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false
  assureOurs(folder)
  await changeIn(dirname(folder), () => replace(folder))
  return true
}

/** What lies in the folder and is no build of the client is somebody's own. */
function assureOurs(folder: string): void {
  if (existsSync(folder) && !existsSync(join(folder, MANIFEST)))
    throw new ArchiveError(`In ${folder} there is something else; move it away first.`)
}

/** Puts a folder in the place of another one, or none. */
async function replace(folder: string, fresh?: string): Promise<void> {
  const old = `${folder}.old-${process.pid}`
  const had = existsSync(folder)
  if (had) await rename(folder, old)
  try {
    if (fresh !== undefined) await rename(fresh, folder)
  } catch (error) {
    if (had) await rename(old, folder)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}

async function writeFiles(files: Files, folder: string): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    if (!PACKABLE.test(path) || content.length < SMALL) continue
    await Promise.all(PACKERS.map(async ([ending, pack]) => writeFile(file + ending, await pack(content))))
  }
}
