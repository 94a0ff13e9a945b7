import { sql, type Kysely } from 'kysely'
import { AMOUNTS, ROLLUPS, rounded, type SumColumn, type Rollup } from './declared.ts'

/** A tree is never so deep; the bound ends what an import may have made a circle of. */
const DEEPEST = 50

/** What the rows of other tables come to, worked out anew: a table with `owner` and `amount`. */
function summed({ places, sources }: SumColumn): string {
  const each = sources.map(
    ({ rows, of, sum, where }) =>
      `select ${of} as owner, sum(${sum}) as amount from ${Object.entries(rows)
        .map(([name, table]) => `"${table}" ${name}`)
        .join(', ')} where ${[...where, `${of} is not null`].join(' and ')} group by ${of}`
  )
  return `select owner, ${rounded('sum(amount)', places)} as amount from (${each.join(' union all ')}) every group by owner`
}

/** The same of the column that another one adds up over everything below. */
const rolledUp = ({ table, places, of, above }: Rollup): string =>
  `with recursive up (owner, amount, depth) as (select ${above}, ${of}, 1 from "${table}" where ${above} is not null and ${of} <> 0
    union all select t.${above}, up.amount, up.depth + 1 from up join "${table}" t on t.id = up.owner where t.${above} is not null and up.depth < ${DEEPEST})
  select owner, ${rounded('sum(amount)', places)} as amount from up group by owner`

/** Columns of one table, and where what they should hold is worked out. */
interface Filled {
  table: string
  columns: { column: string; rows: string }[]
}

/** In this order: what is added up over a tree is there before it is added up. */
function filled(): Filled[] {
  const of = (all: { table: string; column: string; rows: string }[]): Filled[] =>
    [...Map.groupBy(all, ({ table }) => table)].map(([table, columns]) => ({ table, columns }))
  return [
    ...of(AMOUNTS.map((one) => ({ ...one, rows: summed(one) }))),
    ...of(ROLLUPS.map((one) => ({ ...one, rows: rolledUp(one) })))
  ]
}

/** By how much of itself a sum may differ: SQLite keeps binary fractions, and the order of additions leaves a trace. */
const TRACE = '1e-12'

/** Rows whose columns are not what they should be: `id`, each column as it is, and as it should be with `right_` before it. */
function wrong({ table, columns }: Filled): string {
  const [is, right] = [columns.map(({ column }) => `t.${column}`), columns.map((_, at) => `coalesce(d${at}.amount, 0)`)]
  const differ = is.map((column, at) => `abs(${column} - ${right[at]}) > ${TRACE} * abs(${column})`)
  return `select t.id, ${columns.map(({ column }, at) => `${is[at]}, ${right[at]} as right_${column}`).join(', ')} from "${table}" t
    ${columns.map(({ rows }, at) => `left join (${rows}) d${at} on d${at}.owner = t.id`).join('\n    ')}
    where ${differ.join(' or ')}`
}

/**
 * Works all amounts out anew and writes those that are wrong.
 *
 * @param db a transaction in which the triggers are silent, or not there yet
 */
export async function fillAmounts(db: Kysely<any>): Promise<void> {
  for (const one of filled()) {
    const values = one.columns.map(({ column }) => `${column} = d.right_${column}`)
    await sql
      .raw(`update "${one.table}" set ${values.join(', ')} from (${wrong(one)}) d where "${one.table}".id = d.id`)
      .execute(db)
  }
}

/** A column of a record that is not what its sources come to. */
export interface Difference {
  table: string
  id: number
  column: string
  is: number
  right: number
}

/** Works all amounts out anew and tells which are wrong. */
export async function wrongAmounts(db: Kysely<any>): Promise<Difference[]> {
  const found: Difference[] = []
  for (const one of filled()) {
    const { rows } = await sql.raw<Record<string, number>>(`${wrong(one)} order by t.id`).execute(db)
    for (const row of rows)
      for (const { column } of one.columns) {
        const [is, right] = [row[column]!, row[`right_${column}`]!]
        if (Math.abs(is - right) > Number(TRACE) * Math.abs(is))
          found.push({ table: one.table, id: row.id!, column, is, right })
      }
  }
  return found
}
