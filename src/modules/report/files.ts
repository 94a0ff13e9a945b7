// The files of templates, snippets and assets.
import { posix } from 'node:path'
import type { FileStore } from '#contract/files.ts'
import type { Upload } from '#contract/media.ts'
import { harmless } from '#framework/files/drawings.ts'
import { safeName, splitName } from '#framework/files/names.ts'
import type { MediaStorage } from '#framework/files/storage.ts'

/** How large a template may be, in bytes. */
const LARGEST = 1024 * 1024

const ENDINGS = ['html', 'htm']

/** Where files lie below the media folder; templates find each other by the path below `report/`. */
export const FOLDERS = {
  report: 'report/report',
  label: 'report/label',
  snippet: 'report/snippets',
  asset: 'report/assets'
} as const

/** Where files are kept that templates find by their path below it. */
const ROOT = 'report'

/**
 * The text of a file that was uploaded for prints.
 *
 * @param media where files lie
 * @param path below it
 * @returns undefined where there is none, or its path leads elsewhere
 */
export async function uploadedText(media: MediaStorage, path: string): Promise<string | undefined> {
  const name = posix.normalize(path)
  return name.startsWith(`${ROOT}/`) ? (await media.read(name))?.toString() : undefined
}

/** What is wrong with a file that is sent as a template or a snippet (docs/behaviour/print.md#templates). */
export async function templateFileProblem({ filename, bytes }: Upload): Promise<string | undefined> {
  const ending = splitName(safeName(filename)).ending.slice(1)
  if (!ENDINGS.includes(ending.toLowerCase()))
    return `File extension “${ending}” is not allowed. Allowed extensions are: ${ENDINGS.join(', ')}.`
  if (bytes.length > LARGEST) return 'A template has at most 1 MB.'
  return undefined
}

/**
 * Stores a file that was sent. One under the name of the file before takes its place, so that templates which name it go
 * on to find it.
 *
 * @param before the path of the file before; undefined where there is none
 * @returns the path
 */
export async function storeReportFile(
  files: FileStore,
  folder: string,
  upload: Upload,
  before: string | undefined
): Promise<string> {
  const name = safeName(upload.filename)
  const content = await harmless(upload)
  if (before !== `${folder}/${name}`) return await files.store(folder, name, content)
  await files.replace(before, content)
  return before
}
