import type { Database } from '#db/database.ts'
import type { ParametricModel } from './model-types.ts'

/** The record gets parameters, one for each template that it has none of yet; values that must be unique are never handed on. */
async function give (db: Database, model: ParametricModel, id: number, offered: Offered[]): Promise<void> {
  const had = await db.selectFrom('parameter').select('template_id').where('model_type', '=', model).where('model_id', '=', id).execute()
  const templates = new Set(had.map(({ template_id }) => template_id))
  for (const { unique, ...values } of offered) {
    if (unique || templates.has(values.template_id)) continue
    templates.add(values.template_id)
    await db.insertInto('parameter').values({ updated: null, updated_by_id: null, data_numeric: null, ...values, model_type: model, model_id: id, metadata: null }).execute()
  }
}

interface Offered { template_id: number, unique: number, data: string, data_numeric?: number | null, note?: string, updated?: string | null, updated_by_id?: number | null }

/**
 * Gives a record the parameters of another one of its kind, in place of its own (behaviour-part 8.3).
 *
 * @param db inside a transaction
 * @param from the primary key of the original
 * @param to the primary key of the copy
 */
export async function copyParameters (db: Database, model: ParametricModel, from: number, to: number): Promise<void> {
  await db.deleteFrom('parameter').where('model_type', '=', model).where('model_id', '=', to).execute()
  await give(db, model, to, await db.selectFrom('parameter as p').innerJoin('parameter_template as t', 't.id', 'p.template_id')
    .select(['p.template_id', 't.unique', 'p.data', 'p.data_numeric', 'p.note', 'p.updated', 'p.updated_by_id'])
    .where('p.model_type', '=', model).where('p.model_id', '=', from).orderBy('p.template_id').execute())
}

/**
 * Gives a part the parameters that its category prescribes, and those above it, the nearest first (behaviour-part 8.4).
 *
 * @param db inside a transaction
 */
export async function giveCategoryParameters (db: Database, category: number, part: number): Promise<void> {
  await give(db, 'part', part, await db.selectFrom('part_category as own')
    .innerJoin('part_category as above', (on) => on.onRef('above.tree_id', '=', 'own.tree_id').onRef('above.lft', '<=', 'own.lft').onRef('above.rght', '>=', 'own.rght'))
    .innerJoin('part_category_parameter as prescribed', 'prescribed.category_id', 'above.id')
    .innerJoin('parameter_template as t', 't.id', 'prescribed.template_id')
    .select(['prescribed.template_id', 't.unique', 'prescribed.default_value as data'])
    .where('own.id', '=', category).orderBy('above.lft', 'desc').orderBy('prescribed.id').execute())
}
