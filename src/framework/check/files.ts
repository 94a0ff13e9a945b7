import { existsSync } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { makeFolder } from '#db/folder.ts'
import { filesIn } from '#framework/backup/archive.ts'
import { fileColumns } from '#framework/files/columns.ts'
import { withForms } from '#framework/files/dropped.ts'
import { isNote, staysInside } from '#framework/files/paths.ts'
import { unsettledFiles } from '#framework/files/unsettled.ts'
import { today } from '#framework/time.ts'
import type { ConsistencyCheck, Problem, CheckContext } from './check.ts'

/** A server that is running may be about to record a file that is younger than this, in ms. */
const YOUNG = 10 * 60_000

/** Every path that a record names, with the record. */
export async function named({ db }: Pick<CheckContext, 'db'>): Promise<Map<string, string>> {
  const paths = new Map<string, string>()
  for (const { table, column } of fileColumns()) {
    const { rows } = await sql<{
      id: number
      path: string
    }>`select id, ${sql.ref(column)} as path from ${sql.table(table)} where ${sql.ref(column)} <> '' order by id`.execute(
      db
    )
    for (const { id, path } of rows) if (!paths.has(path)) paths.set(path, `${table} ${id}`)
  }
  return paths
}

async function missing(context: CheckContext): Promise<Problem[]> {
  return [...(await named(context))]
    .filter(([path]) => staysInside(path) && !existsSync(join(context.mediaRoot, path)))
    .map(([path, record]) => ({ text: `${path} of ${record} is missing` }))
}

async function outside(context: CheckContext): Promise<Problem[]> {
  return [...(await named(context))]
    .filter(([path]) => !staysInside(path))
    .map(([path, record]) => ({ text: `${path} of ${record} leads out of the folder of uploaded files` }))
}

async function orphans(context: CheckContext): Promise<Problem[]> {
  const paths = new Set([...(await named(context)).keys()].flatMap(withForms))
  const unsettled = await unsettledFiles(context.mediaRoot)
  const found: Problem[] = []
  for await (const { name, file } of filesIn(context.mediaRoot, '')) {
    if (isNote(name) || paths.has(name) || unsettled.has(name) || (await stat(file)).mtimeMs > Date.now() - YOUNG)
      continue
    found.push({
      text: `${name} belongs to nothing`,
      mend: async ({ mediaRoot }) => {
        const aside = join(`${mediaRoot}.orphaned-${today()}`, name)
        makeFolder(dirname(aside))
        await rename(file, aside)
        return `moved to ${aside}`
      }
    })
  }
  return found
}

export const MEDIA_CHECKS: ConsistencyCheck[] = [
  { name: 'records name files in their folder', look: outside },
  { name: 'uploaded files are there', look: missing },
  { name: 'files belong to something', look: orphans }
]
