import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckContext, ConsistencyCheck, Problem } from './check.ts'

/** The folders that a backup or a restore works in, and takes away at its end. */
const AT_WORK = /^\.inventree-(?:backup|restore)-\w{6}$/

/** No backup and no restore takes longer, in milliseconds: what is older belongs to one that was killed. */
const LONGEST = 24 * 3600 * 1000

/** What backups and restores left behind that were killed: whole copies of the database, passwords as hashes included. */
async function remains({ workFolders = [] }: CheckContext): Promise<Problem[]> {
  const found: Problem[] = []
  for (const folder of new Set(workFolders)) {
    const names = await readdir(folder).catch(() => [])
    for (const path of names.filter((name) => AT_WORK.test(name)).map((name) => join(folder, name))) {
      const known = await stat(path).catch(() => undefined)
      if (!known?.isDirectory() || Date.now() - known.mtimeMs < LONGEST) continue
      found.push({
        text: `${path} is left of one that was killed`,
        mend: async () => {
          await rm(path, { recursive: true, force: true })
          return 'it was deleted'
        }
      })
    }
  }
  return found
}

export const REMAINS_CHECKS: ConsistencyCheck[] = [
  { name: 'backups and restores left no copies behind', look: remains }
]
