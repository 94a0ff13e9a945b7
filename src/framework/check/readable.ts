import { chmod, stat } from 'node:fs/promises'
import type { CheckContext, ConsistencyCheck, Problem } from './check.ts'

/** What the mode of a file permits to whoever is neither its owner nor in its group. */
const OTHERS = 0o007

/** What others of this machine could read: passwords as hashes, keys, uploaded files. */
async function readable({ own = [] }: CheckContext): Promise<Problem[]> {
  const found: Problem[] = []
  for (const path of own) {
    const known = await stat(path).catch(() => undefined)
    if (!known || (known.mode & OTHERS) === 0) continue
    const mode = known.isDirectory() ? 0o700 : 0o600
    found.push({
      text: `${path} is open to everybody on this machine (mode ${(known.mode & 0o777).toString(8)})`,
      mend: async () => {
        await chmod(path, mode)
        return `it has the mode ${mode.toString(8)} now`
      }
    })
  }
  return found
}

export const READABLE_CHECKS: ConsistencyCheck[] = [
  { name: 'nobody else on this machine can read the data', look: readable }
]
