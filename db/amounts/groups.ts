import { AMOUNTS, rounded, type SumColumn, type SumSource } from './declared.ts'

/** Sums over the same rows for the same records: they are kept by one statement. */
export interface Group {
  readonly table: string
  readonly rows: SumSource['rows']
  readonly of: string
  readonly columns: readonly (Pick<SumSource, 'sum' | 'where'> & Pick<SumColumn, 'column' | 'places'>)[]
}

/** The groups of all amounts: columns that are added up over one table go together, those over a join by themselves. */
export function sumGroups(): Group[] {
  const columns = AMOUNTS.flatMap(({ table, column, places, sources }) =>
    sources.map((source) => ({ ...source, table, column, places }))
  )
  const alike = Map.groupBy(columns, ({ table, rows, of }, at) =>
    Object.keys(rows).length === 1 ? JSON.stringify([table, rows, of]) : at
  )
  return [...alike.values()].map((members) => ({ ...members[0]!, columns: members }))
}

/** A column of a table in the text of a declaration. */
const COLUMN = /\b([a-z]+)\.(\w+)/g

/** Text with a name of a table replaced by that of one of its rows. */
const bind = (text: string, alias: string, row: string) =>
  text.replaceAll(COLUMN, (whole, name: string, column: string) => (name === alias ? `${row}.${column}` : whole))

/** The columns of one of the tables that a group looks at; the key, which never changes, is not among them. */
export function columnsOf({ of, columns }: Group, alias: string): string[] {
  const text = [of, ...columns.flatMap(({ sum, where }) => [sum, ...where])].join(' ')
  const found = [...text.matchAll(COLUMN)].filter(([, name]) => name === alias).map(([, , column]) => column!)
  return [...new Set(found)].filter((column) => column !== 'id')
}

/** Whether rows of another table of the group name rows of this one, so that these are always there first. */
export const isNamed = ({ columns }: Group, alias: string): boolean =>
  columns.some(({ where }) =>
    where.some((one) => [...one.matchAll(COLUMN)].some(([, name, column]) => name === alias && column === 'id'))
  )

/**
 * What one row of one of the tables adds to the amounts: `owner` and a column `v0`, `v1` … for each.
 *
 * @param alias the name of the table
 * @param row `old` or `new`
 * @param sign `-` takes away
 */
export function contribution({ rows, of, columns }: Group, alias: string, row: string, sign: '' | '-'): string {
  const others = Object.entries(rows).filter(([name]) => name !== alias)
  const alone = columns.length === 1
  const values = columns.map(({ sum, where }, at) => {
    const value = alone || where.length === 0 ? `(${sum})` : `(case when ${where.join(' and ')} then ${sum} else 0 end)`
    return `${sign}${value} as v${at}`
  })
  const from = others.length ? ` from ${others.map(([name, table]) => `"${table}" ${name}`).join(', ')}` : ''
  const conditions = [...(alone ? columns[0]!.where : []), `${of} is not null`]
  return bind(`select ${of} as owner, ${values.join(', ')}${from} where ${conditions.join(' and ')}`, alias, row)
}

/** A statement that adds contributions to the amounts of those whose they are. */
export function addition({ table, columns }: Group, contributions: readonly string[]): string {
  const sums = columns.map((_, at) => `sum(v${at}) as v${at}`)
  const values = columns.map(
    ({ column, places }, at) => `${column} = ${rounded(`"${table}".${column} + d.v${at}`, places)}`
  )
  const differs = columns.map((_, at) => `d.v${at} <> 0`).join(' or ')
  return `update "${table}" set ${values.join(', ')} from (select owner, ${sums.join(', ')} from (${contributions.join(' union all ')}) c group by owner) d
    where "${table}".id = d.owner and (${differs})`
}
