import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import type { TableName, Undeclared } from '#crud/definition.ts'
import { contains } from '#crud/terms.ts'
import type { ParametricModel } from './model-types.ts'
import type { UnitRegistry } from '#modules/units/index.ts'
import { numberIn, plainNumber } from './values.ts'
import { dictionary } from '#db/dictionary.ts'

const FILTER = /^parameter_(\d+)(?:_(gt|gte|lt|lte|ne|icontains))?$/
const ORDER = /^(-?)parameter_(\d+)$/
const COMPARE: Record<string, RawBuilder<unknown>> = dictionary({ gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` })

/** The condition that a parameter `p` compares with a value; undefined where the value cannot be compared with any. */
function compared(
  registry: UnitRegistry,
  template: { units: string; checkbox: number },
  operator: string,
  value: string
): RawBuilder<SqlBool> | undefined {
  let number = plainNumber(value)
  if (number === undefined && template.units) {
    number = numberIn(registry, value, template.units)
    if (number === undefined) return undefined
  }
  if (operator === 'icontains') return sql<SqlBool>`${contains(value)(sql.ref('p.data'))}`
  const sign = COMPARE[operator] ?? sql`=`
  if (number === undefined) return sql<SqlBool>`p.data ${sign} ${value}`
  return sql<SqlBool>`((p.data_numeric is not null and p.data_numeric ${sign} ${number}) or (p.data_numeric is null and p.data ${sign} ${value}))`
}

/**
 * The filters and the ordering of a list by the parameters of its records: `parameter_<template>[_<operator>]=value`,
 * `ordering=[-]parameter_<template>` (docs/behaviour/part.md#list, docs/behaviour/parameter.md#filtering-by-parameter).
 *
 * @param model the kind of record
 * @param table where the records are
 */
export function parametric<T extends TableName>(model: ParametricModel, table: T): Undeclared<T> {
  const id = sql.ref(`${table}.id`)

  /** A value of the record's parameter of a template. */
  const own = (template: number, what: RawBuilder<unknown>) =>
    sql`(select ${what} from parameter as p where p.model_type = ${model} and p.model_id = ${id} and p.template_id = ${template})`

  return {
    filter: async (eb, name, value, { db, units }) => {
      const [, number, operator = ''] = FILTER.exec(name) ?? []
      if (number === undefined) return undefined
      const template = await db
        .selectFrom('parameter_template')
        .select(['id', 'units', 'checkbox'])
        .where('id', '=', Number(number))
        .executeTakeFirst()
      if (!template)
        throw invalid({ [name]: ['Select a valid choice. That choice is not one of the available choices.'] })
      // A checkbox is yes or no, whatever the operator says.
      const matches = template.checkbox
        ? compared(units.now, template, '', looseFlag(value) ? '1' : '0')
        : compared(units.now, template, operator, value)
      if (!matches) return eb.lit(false)
      const found = sql`(select p.model_id from parameter as p where p.model_type = ${model} and p.template_id = ${template.id} and ${matches})`
      return operator === 'ne' && !template.checkbox
        ? sql<SqlBool>`${id} not in ${found}`
        : sql<SqlBool>`${id} in ${found}`
    },
    order: (ordering) => {
      const [, sign, number] = ORDER.exec(ordering.trim()) ?? []
      if (number === undefined) return undefined
      const template = Number(number)
      const descending = sign === '-'
      return [
        { key: () => sql`exists ${own(template, sql`1`)}`, descending: true },
        // What is no number counts as 0.
        { key: () => sql`coalesce(${own(template, sql`p.data_numeric`)}, 0)`, descending },
        { key: () => sql`coalesce(${own(template, sql`p.data`)}, '')`, descending }
      ]
    }
  }
}
