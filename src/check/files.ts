import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { filesIn } from '#src/backup/archive.ts'
import { today } from '#src/time.ts'
import type { Check, Problem, Scope } from './check.ts'

/** The columns that hold the path of a file below the media folder. */
export const FILE_COLUMNS = [
  ['attachment', 'attachment'], ['attachment', 'thumbnail'], ['notes_image', 'image'], ['part', 'image'], ['company', 'image'],
  ['stock_test_result', 'attachment'], ['data_output', 'output']
] as const

/** Every path that a record names, with the record. */
async function named ({ db }: Scope): Promise<Map<string, string>> {
  const paths = new Map<string, string>()
  for (const [table, column] of FILE_COLUMNS) {
    const { rows } = await sql<{ id: number, path: string }>`select id, ${sql.ref(column)} as path from ${sql.table(table)} where ${sql.ref(column)} <> '' order by id`.execute(db)
    for (const { id, path } of rows) if (!paths.has(path)) paths.set(path, `${table} ${id}`)
  }
  return paths
}

async function missing (scope: Scope): Promise<Problem[]> {
  return [...await named(scope)].filter(([path]) => !existsSync(join(scope.mediaRoot, path))).map(([path, record]) => ({ text: `${path} of ${record} is missing` }))
}

async function orphans (scope: Scope): Promise<Problem[]> {
  const paths = await named(scope)
  const found: Problem[] = []
  for await (const { name, file } of filesIn(scope.mediaRoot, '')) {
    if (paths.has(name)) continue
    found.push({
      text: `${name} belongs to nothing`,
      mend: async ({ mediaRoot }) => {
        const aside = join(`${mediaRoot}.orphaned-${today()}`, name)
        await mkdir(dirname(aside), { recursive: true })
        await rename(file, aside)
        return `moved to ${aside}`
      }
    })
  }
  return found
}

export const FILE_CHECKS: Check[] = [
  { name: 'uploaded files are there', look: missing },
  { name: 'files belong to something', look: orphans }
]
