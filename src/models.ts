import type { Database } from '#db/database.ts'
import type { Table } from '#crud/definition.ts'

/** A kind of record that others may name by its primary key. */
export interface Model {
  table: Table
  /** The word for the record in messages. */
  className: string
  /** The rulesets that permit things on it; any one is enough. Empty: every signed-in user may. */
  rulesets: readonly string[]
  /** What `x-related: model/subset` of the contract narrows the choice to: columns that must hold 1. */
  subsets?: Record<string, string>
  /** The address of its list, for clients that offer a choice. */
  api: string
}

/** Every model that has a table, by the name that the API uses for it. */
export const MODELS: Record<string, Model> = {
  user: { table: 'user', className: 'User', rulesets: ['admin'], api: '/api/user/' },
  group: { table: 'group', className: 'Group', rulesets: ['admin'], api: '/api/user/group/' },
  owner: { table: 'owner', className: 'Owner', rulesets: [], api: '/api/user/owner/' },
  part: { table: 'part', className: 'Part', rulesets: ['part', 'build'], subsets: { template: 'is_template' }, api: '/api/part/' },
  partcategory: { table: 'part_category', className: 'PartCategory', rulesets: ['part_category', 'build'], api: '/api/part/category/' },
  stocklocation: { table: 'stock_location', className: 'StockLocation', rulesets: ['stock_location', 'build'], api: '/api/stock/location/' },
  stocklocationtype: { table: 'stock_location_type', className: 'StockLocationType', rulesets: ['stock_location'], api: '/api/stock/location-type/' },
  projectcode: { table: 'project_code', className: 'ProjectCode', rulesets: [], api: '/api/project-code/' }
}

/**
 * Which primary keys exist.
 *
 * @param related a model as the contract's `x-related` names it, with a subset after a slash where only some records are allowed
 * @throws where the contract names a model that has no table
 */
export async function existing (db: Database, related: string, pks: number[]): Promise<Set<number>> {
  const [name, subset] = related.split('/') as [string, string?]
  const model = MODELS[name]
  // A record of a room that is not built yet cannot exist.
  if (!model) return new Set()
  let query = (db as any).selectFrom(model.table).select('id').where('id', 'in', pks) // the table is known at run time alone
  if (subset) query = query.where(model.subsets![subset]!, '=', 1)
  return new Set((await query.execute()).map((row: { id: number }) => row.id))
}
