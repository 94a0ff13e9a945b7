// Commands as somebody runs them who may not do everything on the machine.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { COMMAND } from '../server/run.ts'

/** What makes a superuser, who may write everywhere, somebody who may not; undefined where that is not to be had. */
export function asNobody(): string[] | undefined {
  if (process.getuid?.() !== 0) return []
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
  const reads = (file: string) => spawnSync(nobody[0]!, [...nobody.slice(1), 'test', '-r', file]).status === 0
  return [process.execPath, COMMAND, fileURLToPath(import.meta.url)].every(reads) ? nobody : undefined
}
