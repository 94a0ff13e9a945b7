import { sql } from 'kysely'
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

/** The paths of all files: what lists them asks less often than who asks for each. */
async function storedPaths({ media }: CheckContext): Promise<Set<string>> {
  const paths = new Set<string>()
  for await (const { path } of media.list()) paths.add(path)
  return paths
}

async function missing(context: CheckContext): Promise<Problem[]> {
  const found: Problem[] = []
  const there = await storedPaths(context)
  for (const [path, record] of await named(context))
    if (staysInside(path) && !there.has(path) && !(await context.media.has(path)))
      found.push({ text: `${path} of ${record} is missing` })
  return found
}

async function outside(context: CheckContext): Promise<Problem[]> {
  return [...(await named(context))]
    .filter(([path]) => !staysInside(path))
    .map(([path, record]) => ({ text: `${path} of ${record} leads out of the folder of uploaded files` }))
}

async function orphans(context: CheckContext): Promise<Problem[]> {
  const paths = new Set([...(await named(context)).keys()].flatMap(withForms))
  const unsettled = await unsettledFiles(context.media)
  const found: Problem[] = []
  for await (const { path, modified } of context.media.list()) {
    if (isNote(path) || paths.has(path) || unsettled.has(path) || modified.getTime() > Date.now() - YOUNG) continue
    found.push({
      text: `${path} belongs to nothing`,
      mend: async ({ media }) => `moved to ${await media.setAside(path, `orphaned-${today()}`)}`
    })
  }
  return found
}

export const MEDIA_CHECKS: ConsistencyCheck[] = [
  { name: 'records name files in their folder', look: outside },
  { name: 'uploaded files are there', look: missing },
  { name: 'files belong to something', look: orphans }
]
