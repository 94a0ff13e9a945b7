import { sql, type Kysely } from 'kysely'
import { isPostgres } from '../dialect.ts'
import { ROLLUPS, rounded, type Rollup } from './declared.ts'
import { addition, columnsOf, contribution, sumGroups, isNamed, type Group } from './groups.ts'

/** One trigger. */
interface Trigger {
  table: string
  /** What follows the name of the table in its own; together at most the 63 letters that PostgreSQL has for a name. */
  name: string
  when: 'after insert' | 'after update' | 'before delete' | 'after delete'
  /** Whose changes count, and nothing else. */
  columns?: readonly string[]
  /** What must hold of the rows besides. */
  condition?: string
  statements: readonly string[]
}

/**
 * What keeps the amounts of a group when rows of its tables come, change and go. A row that goes takes its share along
 * before others go with it, since what it joined is no longer joined then.
 */
function upkeep(group: Group, number: number): Trigger[] {
  return Object.entries(group.rows).flatMap(([alias, table]) => {
    const trigger = (event: string, more: Pick<Trigger, 'when' | 'statements' | 'columns'>): Trigger => ({
      table,
      name: `amounts_${number}_${event}`,
      ...more
    })
    const columns = columnsOf(group, alias)
    const gone = contribution(group, alias, 'old', '-')
    const come = contribution(group, alias, 'new', '')
    return [
      ...(isNamed(group, alias)
        ? []
        : [trigger('insert', { when: 'after insert', statements: [addition(group, [come])] })]),
      ...(columns.length
        ? [trigger('update', { when: 'after update', columns, statements: [addition(group, [gone, come])] })]
        : []),
      trigger('delete', { when: 'before delete', statements: [addition(group, [gone])] })
    ]
  })
}

/** What keeps a column that adds up what is below: it follows the column that is added up, and the place in the tree. */
function rollUp({ table, column, places, of, above }: Rollup): Trigger[] {
  const add = (amount: string, row: 'old' | 'new') =>
    `update "${table}" set ${column} = ${rounded(`${column} + ${amount}`, places)} where id in (
      with recursive up (id) as (select ${row}.${above}
        union select t.${above} from up join "${table}" t on t.id = up.id where t.${above} is not null) select id from up)`
  const all = (row: 'old' | 'new') => `${row}.${of} + ${row}.${column}`
  const name = `amounts_${column}`
  return [
    {
      table,
      name: `${name}_sum`,
      when: 'after update',
      columns: [of],
      condition: `new.${above} is not null`,
      statements: [add(`new.${of} - old.${of}`, 'new')]
    },
    {
      table,
      name: `${name}_place`,
      when: 'after update',
      columns: [above],
      statements: [add(`-(${all('old')})`, 'old'), add(all('new'), 'new')]
    },
    {
      table,
      name: `${name}_delete`,
      when: 'after delete',
      condition: `old.${above} is not null and ${all('old')} <> 0`,
      statements: [add(`-(${all('old')})`, 'old')]
    }
  ]
}

/**
 * Makes the triggers that keep what records show of others (db/amounts/declared.ts), in the transaction that
 * changes the others; to be called by migrations. Those that are there already are made anew.
 */
export async function keepAmounts(db: Kysely<any>): Promise<void> {
  for (const trigger of [...sumGroups().flatMap(upkeep), ...ROLLUPS.flatMap(rollUp)])
    await (isPostgres(db) ? postgres : sqlite)(db, trigger)
}

const differs = (columns: readonly string[], operator: string) =>
  ['old', 'new'].map((row) => `(${columns.map((column) => `${row}.${column}`).join(', ')})`).join(` ${operator} `)

async function sqlite(db: Kysely<any>, { table, name, when, columns, condition, statements }: Trigger): Promise<void> {
  const conditions = [...(columns ? [differs(columns, 'is not')] : []), ...(condition ? [condition] : [])]
  const full = sql.id(`${table}_${name}`)
  await sql`drop trigger if exists ${full}`.execute(db)
  await sql`create trigger ${full} ${sql.raw(`${when}${columns ? ` of ${columns.join(', ')}` : ''} on "${table}"
    ${conditions.length ? `when ${conditions.join(' and ')} ` : ''}begin ${statements.map((one) => `${one}; `).join('')}end`)}`.execute(
    db
  )
}

/** What a transaction says that loads many rows, and fills the columns at its end (`withoutTriggers`). */
const LOUD = "current_setting('inventree.quiet', true) is distinct from 'on'"

async function postgres(
  db: Kysely<any>,
  { table, name, when, columns, condition, statements }: Trigger
): Promise<void> {
  const conditions = [
    ...(columns ? [differs(columns, 'is distinct from')] : []),
    ...(condition ? [condition] : []),
    LOUD
  ]
  const full = sql.id(`${table}_${name}`)
  const result = when === 'before delete' ? 'old' : 'null'
  await sql`create or replace function ${full} () returns trigger language plpgsql as ${sql.raw(`$$ begin
    ${statements.map((one) => `${one}; `).join('')}return ${result}; end $$`)}`.execute(db)
  await sql`drop trigger if exists ${full} on ${sql.table(table)}`.execute(db)
  await sql`create trigger ${full} ${sql.raw(`${when}${columns ? ` of ${columns.join(', ')}` : ''} on "${table}"
    for each row when (${conditions.join(' and ')})`)} execute function ${full}()`.execute(db)
}
