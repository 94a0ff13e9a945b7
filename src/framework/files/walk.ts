import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The files of a folder and of all folders in it; none where there is no such folder.
 *
 * @param prefix what their names begin with
 */
export async function* filesIn(folder: string, prefix: string): AsyncGenerator<{ name: string; file: string }> {
  const entries = await opendir(folder).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!entries) return
  for await (const entry of entries) {
    const file = join(folder, entry.name)
    // A folder of the media may be elsewhere, behind a link.
    const kind = entry.isSymbolicLink() ? await stat(file).catch(() => undefined) : entry
    if (kind?.isDirectory()) yield* filesIn(file, `${prefix}${entry.name}/`)
    else if (kind?.isFile()) yield { name: prefix + entry.name, file }
  }
}
