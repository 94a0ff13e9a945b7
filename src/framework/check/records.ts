import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { dangling, integrityProblems } from '#db/soundness.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { existing, MODELS } from '#framework/models.ts'
import type { ConsistencyCheck, LooseReference, Problem, RecordRule } from './check.ts'
import { dictionary } from '#db/dictionary.ts'

/** What modules let hang on records of others. Filled by the registry of modules. */
export const LOOSE_REFERENCES: LooseReference[] = []

const rowsOf = async (db: Database, text: string): Promise<{ id: number }[]> =>
  (await sql.raw<{ id: number }>(text).execute(db)).rows

/** What must hold for records by themselves. Filled by the registry of modules. */
export const RECORD_RULES: RecordRule[] = []

async function brokenRules(db: Database): Promise<Problem[]> {
  const found = []
  for (const { table, broken, text } of RECORD_RULES)
    for (const { id } of await rowsOf(db, `select id from "${table}" where ${broken} order by id`))
      found.push({ text: `${table} ${id} ${text}` })
  return found
}

/** Metadata that is no JSON, which no client could read. */
async function unreadableMetadata(db: Database): Promise<Problem[]> {
  const tables = (await db.introspection.getTables()).filter(({ columns }) =>
    columns.some(({ name }) => name === 'metadata')
  )
  const found: Problem[] = []
  for (const { name: table } of tables) {
    const rows = (
      await sql
        .raw<{ id: number; metadata: string | null }>(`select id, metadata from "${table}" where metadata is not null`)
        .execute(db)
    ).rows
    for (const { id, metadata } of rows) {
      try {
        JSON.parse(metadata!)
      } catch {
        found.push({ text: `the metadata of ${table} ${id} are no JSON` })
      }
    }
  }
  return found
}

/** What hangs on records that are gone. */
async function leftovers(db: Database): Promise<Problem[]> {
  const found: Problem[] = []
  for (const { table, modelColumn, idColumn, word } of LOOSE_REFERENCES) {
    const rows = (
      await sql
        .raw<{ id: number; model: string; object: number }>(
          `select id, "${modelColumn}" as model, "${idColumn}" as object from "${table}" order by id`
        )
        .execute(db)
    ).rows
    for (const [model, hanging] of Map.groupBy(rows, (row) => row.model)) {
      if (!MODELS[model]) continue // a module of a later version
      const there = await existing(db, model, [...new Set(hanging.map(({ object }) => object))])
      for (const { id, object } of hanging.filter((row) => !there.has(row.object))) {
        found.push({
          text: `${table} ${id} is ${word} of ${model} ${object}, which is gone`,
          mend: async (context) => {
            await context.db.transaction().execute((trx) => deleteLeftovers(trx, model, [object]))
            return `deleted all that belonged to ${model} ${object}`
          }
        })
      }
    }
  }
  return found
}

export const RECORD_CHECKS: ConsistencyCheck[] = [
  {
    name: 'the database file is sound',
    look: async ({ db }) =>
      (await integrityProblems(db)).map(
        (text) =>
          ({
            text,
            ...(text.includes('index')
              ? {
                  mend: async (context) => {
                    await sql`reindex`.execute(context.db)
                    return 'made all indexes anew'
                  }
                }
              : {})
          }) satisfies Problem
      )
  },
  {
    name: 'what records name is there',
    look: async ({ db }) =>
      (await dangling(db)).map(({ table, rowid, column, parent, onDelete }) => {
        const text = `${table} ${rowid} names in ${column} a ${parent} that is not there`
        const changes: Record<string, [sql: string, done: string]> = dictionary({
          'SET NULL': [
            `update "${table}" set "${column}" = null where rowid = ${rowid}`,
            `${table} ${rowid} names none any more`
          ],
          CASCADE: [
            `delete from "${table}" where rowid = ${rowid}`,
            `deleted ${table} ${rowid}, as the deletion of that ${parent} would have done`
          ]
        })
        const change = changes[onDelete]
        if (!change) return { text }
        return {
          text,
          mend: async (context) => {
            await sql.raw(change[0]).execute(context.db)
            return change[1]
          }
        } satisfies Problem
      })
  },
  { name: 'tags, parameters and attachments belong to something', look: ({ db }) => leftovers(db) },
  { name: 'records keep the rules', look: ({ db }) => brokenRules(db) },
  { name: 'metadata can be read', look: ({ db }) => unreadableMetadata(db) }
]
