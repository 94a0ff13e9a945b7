import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Builder } from '#crud/definition.ts'
import { FULL_NAMES, MODEL_BY_NAME } from '#framework/transfer/models.ts'
import { parametricModelName } from './model-types.ts'
import { textOf } from '#contract/text.ts'

type Template = Builder<'parameter_template'>
type Asked = Record<string, unknown>

const TREES = new Set(['partcategory', 'stocklocation'])

/** The model of `exists_for_model`, which the other filters need as well. */
function modelOf(query: Asked): string {
  const name = parametricModelName(textOf(query.exists_for_model ?? ''))
  if (name === undefined)
    throw invalid({ exists_for_model: ['Invalid model type provided - unable to determine content type'] })
  return name
}

const parameterOf = (
  model: string,
  more: Expression<unknown> = sql`1 = 1`
) => sql<SqlBool>`exists (select 1 from parameter as p
  where p.template_id = parameter_template.id and p.model_type = ${model} and ${more})`

/** The table and the fields of a model. */
const described = (model: string) => MODEL_BY_NAME.get(FULL_NAMES.get(model)!)!

/** The primary keys of a record and, in a tree, of all below it; undefined where there is no such record. */
async function recordAndBelow(
  context: RequestContext,
  model: string,
  id: number
): Promise<RawBuilder<unknown> | undefined> {
  const table = sql.table(described(model).table)
  if (!(await sql`select id from ${table} where id = ${id}`.execute(context.db)).rows.length) return undefined
  if (!TREES.has(model)) return sql`(${id})`
  return sql`(select node.id from ${table} as node join ${table} as top on node.tree_id = top.tree_id and node.lft >= top.lft and node.rght <= top.rght
    where top.id = ${id})`
}

/** Templates that some record of a kind has a parameter of. */
export const existsFor = (_eb: Template, _value: string, _call: RequestContext, query: Asked) =>
  parameterOf(modelOf(query))

/** Templates that one record has a parameter of, or those below it. */
export async function existsForRecord(
  _eb: Template,
  id: number,
  context: RequestContext,
  query: Asked
): Promise<Expression<SqlBool>> {
  const model = modelOf(query)
  const ids = await recordAndBelow(context, model, id)
  if (!ids)
    throw invalid({ exists_for_model_id: ['Invalid model id provided - no such instance for the given model type'] })
  return parameterOf(model, sql`p.model_id in ${ids}`)
}

/** Templates that records have a parameter of which name a certain other record, as parts name their category. */
export async function existsForRelated(
  eb: Template,
  id: number,
  context: RequestContext,
  query: Asked
): Promise<Expression<SqlBool>> {
  const model = modelOf(query)
  const field = textOf(query.exists_for_related_model ?? '')
  const { table, fields } = described(model)
  const relation = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (relation?.kind !== 'relation')
    throw invalid({ exists_for_related_model: ['Invalid related model - no such field on the base model'] })
  const ids = await recordAndBelow(context, relation.model.split('.')[1]!, id)
  if (!ids) return eb.lit(false)
  return parameterOf(
    model,
    sql`p.model_id in (select id from ${sql.table(table)} where ${sql.ref(relation.column)} in ${ids})`
  )
}
