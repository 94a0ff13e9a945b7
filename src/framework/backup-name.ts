import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { now } from './time.ts'

/**
 * What is put behind the names of files that make room for others: `.before-2026-11-25-031500`, in UTC; with `-2` and
 * so on where that is taken.
 *
 * @param names the names without it
 * @param ending what follows
 */
export function backupSuffix(names: readonly string[], ending = ''): string {
  const suffix = `.before-${now().slice(0, 19).replace('T', '-').replaceAll(':', '')}`
  const isFree = (added: string) => names.every((name) => !existsSync(name + added + ending))
  if (isFree(suffix)) return suffix
  let n = 2
  while (!isFree(`${suffix}-${n}`)) n++
  return `${suffix}-${n}`
}

/**
 * The path of a backup that is written before something is done to a database: `inventree.before-….tar.gz`.
 *
 * @param folder where it is to lie
 */
export function backupBefore(folder: string): string {
  const file = join(folder, 'inventree')
  return `${file}${backupSuffix([file], '.tar.gz')}.tar.gz`
}
