import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { misplaced, rebuildTree, TREES } from '#crud/tree.ts'
import type { Chain, ConsistencyCheck, Problem, CheckContext } from './check.ts'

/** So many records are named of those that are wrong in the same way. */
const SHOWN = 10

/** How records of modules name others of their table, trees aside. Filled by the registry of modules. */
export const CHAINS: Chain[] = []

/** What must not lead back to where it began. */
const chains = (): Chain[] => [...TREES.map((table) => ({ table, column: 'parent_id' })), ...CHAINS]

/** What each record names, by primary key; one that names itself is passed over. */
async function links(db: Database, table: string, column: string): Promise<Map<number, number>> {
  const named = sql.ref(column)
  const { rows } = await sql<{ id: number; next: number }>`
    select id, ${named} as next from ${sql.table(table)}
    where ${named} is not null and ${named} <> id
    order by id
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row.next]))
}

/**
 * Walks from one record to the next until there is none, or one that was met before.
 *
 * @param done the records met so far, in this walk and earlier ones; grows
 * @returns the circle that the walk ends in; empty where it ends otherwise, also in a circle of an earlier walk
 */
function walk(from: number, next: Map<number, number>, done: Set<number>): number[] {
  const walked: number[] = []
  let at: number | undefined = from
  while (at !== undefined && !done.has(at)) {
    done.add(at)
    walked.push(at)
    at = next.get(at)
  }
  if (at === undefined) return []
  const start = walked.indexOf(at)
  return start === -1 ? [] : walked.slice(start)
}

/** The circles of records that name each other, each from its lowest primary key on. */
async function circles(db: Database, table: string, column: string): Promise<number[][]> {
  const next = await links(db, table, column)
  const done = new Set<number>()
  const found: number[][] = []
  for (const id of next.keys()) {
    const circle = walk(id, next, done)
    if (circle.length > 0) found.push(circle)
  }
  return found
}

async function circular({ db }: CheckContext): Promise<Problem[]> {
  const found: Problem[] = []
  for (const { table, column } of chains()) {
    for (const ids of await circles(db, table, column)) {
      const top = Math.min(...ids)
      found.push({
        text: `${table} ${ids.join(' → ')} → ${ids[0]} is a circle by ${column}`,
        mend: async (context) => {
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where id = ${top}`.execute(context.db)
          return `${table} ${top} is at the top now`
        }
      })
    }
  }
  return found
}

/** The first primary keys of many. */
function someKeys(records: { id: number }[]): string {
  const shown = records.slice(0, SHOWN).map(({ id }) => id)
  const more = records.length > SHOWN ? ' …' : ''
  return shown.join(', ') + more
}

async function wrongPlaces({ db }: CheckContext): Promise<Problem[]> {
  const found: Problem[] = []
  for (const table of TREES) {
    const wrong = await misplaced(db, table)
    if (wrong.length === 0) continue
    found.push({
      text: `${table}: level, path or place in the tree of ${wrong.length} records is wrong: ${someKeys(wrong)}`,
      mend: async (context) => {
        await context.db.transaction().execute((trx) => rebuildTree(trx, table))
        return 'worked out anew'
      }
    })
  }
  return found
}

export const TREE_CHECKS: ConsistencyCheck[] = [
  { name: 'nothing is above itself', look: circular },
  { name: 'levels and paths of trees are right', look: wrongPlaces }
]
