import { prepared, type Slots } from '#db/prepared.ts'
import type { Database } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { now } from '#framework/time.ts'
import type { ParametricModel } from './model-types.ts'

interface Offered {
  template_id: number
  unique: number
  data: string
  data_numeric?: number | null
  note?: string
  updated?: string | null
  updated_by_id?: number | null
}

/**
 * The record gets parameters, one for each template that it has none of yet; values that must be unique are never
 * handed on.
 */
async function give(db: Database, model: ParametricModel, id: number, offered: Offered[]): Promise<void> {
  if (offered.length === 0) return
  const had = await db
    .selectFrom('parameter')
    .select('template_id')
    .where('model_type', '=', model)
    .where('model_id', '=', id)
    .execute()
  const templates = new Set(had.map(({ template_id }) => template_id))
  const given = offered.flatMap(({ unique, ...values }) => {
    if (unique || templates.has(values.template_id)) return []
    templates.add(values.template_id)
    return [
      {
        updated: null,
        updated_by_id: null,
        data_numeric: null,
        ...values,
        model_type: model,
        model_id: id,
        metadata: null
      }
    ]
  })
  if (given.length) await db.insertInto('parameter').values(given).execute()
}

/**
 * Gives a record the parameters of another one of its kind, in place of its own (docs/behaviour/part.md#duplicating).
 *
 * @param db inside a transaction
 * @param from the primary key of the original
 * @param to the primary key of the copy
 * @param changed when and by whom they were changed last, where that is not to be as it was
 */
export async function copyParameters(
  db: Database,
  model: ParametricModel,
  from: number,
  to: number,
  changed: Pick<Offered, 'updated' | 'updated_by_id'> = {}
): Promise<void> {
  await db.deleteFrom('parameter').where('model_type', '=', model).where('model_id', '=', to).execute()
  const offered = await db
    .selectFrom('parameter as p')
    .innerJoin('parameter_template as t', 't.id', 'p.template_id')
    .select(['p.template_id', 't.unique', 'p.data', 'p.data_numeric', 'p.note', 'p.updated', 'p.updated_by_id'])
    .where('p.model_type', '=', model)
    .where('p.model_id', '=', from)
    .orderBy('p.id')
    .execute()
  await give(
    db,
    model,
    to,
    offered.map((one) => ({ ...one, ...changed }))
  )
}

/** What a POST says of the record to copy from. */
export interface DuplicateOptions {
  original: number
  copy_parameters?: boolean
}

/**
 * Gives a new record the parameters of the one that it is a copy of, where it is one, and they are wanted; they count
 * as changed by the caller.
 *
 * @param context inside a transaction
 * @param to the primary key of the new record
 */
export async function duplicateParameters(
  context: RequestContext,
  model: ParametricModel,
  options: DuplicateOptions | undefined,
  to: number
): Promise<void> {
  if (!options || options.copy_parameters === false) return
  await copyParameters(context.db, model, options.original, to, { updated: now(), updated_by_id: signedIn(context).id })
}

/** What a category prescribes, and those above it, the nearest first. */
const prescribed = prepared((db, { value }: Slots<{ category: number }>) =>
  db
    .selectFrom('part_category as own')
    .innerJoin('part_category as above', (on) =>
      on
        .onRef('above.tree_id', '=', 'own.tree_id')
        .onRef('above.lft', '<=', 'own.lft')
        .onRef('above.rght', '>=', 'own.rght')
    )
    .innerJoin('part_category_parameter as prescribed', 'prescribed.category_id', 'above.id')
    .innerJoin('parameter_template as t', 't.id', 'prescribed.template_id')
    .select(['prescribed.template_id', 't.unique', 'prescribed.default_value as data'])
    .where('own.id', '=', value('category'))
    .orderBy('above.lft', 'desc')
    .orderBy('prescribed.id')
)

/**
 * Gives a part the parameters that its category prescribes, and those above it, the nearest first
 * (docs/behaviour/part.md#parameters-of-the-category).
 *
 * @param db inside a transaction
 */
export async function giveCategoryParameters(db: Database, category: number, part: number): Promise<void> {
  await give(db, 'part', part, await prescribed(db, { category }))
}
