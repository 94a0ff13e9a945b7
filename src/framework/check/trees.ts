import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { misplaced, rebuildTree, type TreeTable } from '#crud/tree.ts'
import type { ConsistencyCheck, Problem, CheckContext } from './check.ts'

const TREES: TreeTable[] = ['part_category', 'stock_location']

/** Columns by which records of a table name others of the same table, up to one that names none. */
const CHAINS = [
  ['part_category', 'parent_id'],
  ['stock_location', 'parent_id'],
  ['part', 'variant_of_id'],
  ['stock_item', 'parent_id'],
  ['stock_item', 'belongs_to_id'],
  ['build', 'parent_id']
] as const

/** The circles of records that name each other, each from its lowest primary key on. */
async function circles(db: Database, table: string, column: string): Promise<number[][]> {
  const { rows } = await sql<{
    id: number
    next: number
  }>`select id, ${sql.ref(column)} as next from ${sql.table(table)} where ${sql.ref(column)} is not null and ${sql.ref(column)} <> id order by id`.execute(
    db
  )
  const next = new Map(rows.map((row) => [row.id, row.next]))
  const done = new Set<number>()
  const found: number[][] = []
  for (const id of next.keys()) {
    const walked: number[] = []
    let at: number | undefined = id
    while (at !== undefined && !done.has(at)) {
      done.add(at)
      walked.push(at)
      at = next.get(at)
    }
    const start = at === undefined ? -1 : walked.indexOf(at)
    if (start >= 0) found.push(walked.slice(start))
  }
  return found
}

async function circular({ db }: CheckContext): Promise<Problem[]> {
  const found: Problem[] = []
  for (const [table, column] of CHAINS) {
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

async function wrongPlaces({ db }: CheckContext): Promise<Problem[]> {
  const found: Problem[] = []
  for (const table of TREES) {
    const wrong = await misplaced(db, table)
    if (wrong.length === 0) continue
    found.push({
      text: `${table}: level, path or place in the tree of ${wrong.length} records is wrong: ${wrong
        .slice(0, 10)
        .map(({ id }) => id)
        .join(', ')}${wrong.length > 10 ? ' …' : ''}`,
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
