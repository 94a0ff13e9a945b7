import { sql, type Kysely } from 'kysely'
import { builder } from './columns.ts'

/** What is switched on for few parts; a list of those few needs an index that holds no others. */
const RARE = [
  'assembly',
  'trackable',
  'testable',
  'salable',
  'locked',
  'virtual',
  'consumable',
  'is_template',
  'bom_validated'
]

/** Indexes for databases with very many parts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { index } = builder(db)
  // Most parts have an empty revision: without this index, a look for twins goes through all of them.
  await index('part_identity', 'part', 'name', 'IPN', 'revision')
  for (const flag of RARE)
    await sql`create index ${sql.id(`part_${flag}`)} on part (name, id) where ${sql.id(flag)} = 1`.execute(db)
  await sql`create index part_inactive on part (name, id) where active = 0`.execute(db)
}
