import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { OrderColumns } from '#db/order.ts'
import { dated, equals, isSet, type Column } from '#crud/definition.ts'
import { carriesTags } from '#modules/tag/index.ts'
import { variantsOf } from '#modules/part/index.ts'
import { startOfDay, today } from '#framework/time.ts'
import { isMine } from '#modules/user/index.ts'
import { inStates } from '#modules/status/index.ts'
import type { OrderKind } from './kinds.ts'

/** A condition, or its opposite; what is not known counts as no. */
export const whether = (yes: boolean, condition: Expression<SqlBool>) =>
  yes ? sql<SqlBool>`(${condition})` : sql<SqlBool>`not coalesce(${condition}, ${sql.raw('false')})`

/** A part, and with `include_variants` its variants; as SQL for `in`. */
export const wantedParts = (part: number, query: Record<string, unknown>) =>
  query.include_variants ? sql`(select id from part where id = ${part} or id in ${variantsOf(part)})` : sql`(${part})`

/**
 * What narrows the list of orders of every kind (docs/behaviour/order.md#filters).
 *
 * @param kind which orders
 */
export function orderFilters<T extends OrderKind['table']>(kind: OrderKind & { table: T }) {
  const at = (column: keyof OrderColumns | OrderKind['ended']) => sql.ref(`${kind.table}.${column}`)
  const own = (column: keyof OrderColumns | OrderKind['ended']) => column as Column<T>
  const open = sql<SqlBool>`${at('status')} in ${inStates(kind.open)}`
  /** Whether a calendar shows the order on the near side of a day. */
  const inCalendar =
    (sign: '>=' | '<=') =>
    (_eb: unknown, day: string): RawBuilder<SqlBool> => {
      const is = (column: keyof OrderColumns) => sql`${at(column)} ${sql.raw(sign)} ${day}`
      return sql`((${is('creation_date')} and ${at('issue_date')} is null and ${at('start_date')} is null) or (${is('issue_date')} and ${at('start_date')} is null)
      or ${is('start_date')} or ${is('target_date')})`
    }
  return {
    status: (_eb: unknown, key: number) =>
      sql<SqlBool>`(${at('status_custom_key')} = ${key} or (${at('status')} = ${key} and ${at('status_custom_key')} is null))`,
    reference: (_eb: unknown, text: string) => sql<SqlBool>`lower(${at('reference')}) = ${text.toLowerCase()}`,
    assigned_to_me: isMine(kind.table),
    assigned_to: equals<T>(own('responsible_id')),
    created_by: equals<T>(own('created_by_id')),
    overdue: (_eb: unknown, yes: boolean) => whether(yes, sql`${open} and ${at('target_date')} < ${today()}`),
    outstanding: (_eb: unknown, yes: boolean) => whether(yes, open),
    project_code: equals<T>(own('project_code_id')),
    has_project_code: isSet<T>(own('project_code_id')),
    has_start_date: isSet<T>(own('start_date')),
    has_target_date: isSet<T>(own('target_date')),
    created_before: dated<T>(own('creation_date'), '<'),
    created_after: dated<T>(own('creation_date'), '>'),
    start_date_before: dated<T>(own('start_date'), '<'),
    start_date_after: dated<T>(own('start_date'), '>'),
    target_date_before: dated<T>(own('target_date'), '<'),
    target_date_after: dated<T>(own('target_date'), '>'),
    updated_before: (_eb: unknown, day: string) => sql<SqlBool>`${at('updated_at')} < ${startOfDay(day)}`,
    updated_after: (_eb: unknown, day: string) => sql<SqlBool>`${at('updated_at')} > ${startOfDay(day)}`,
    completed_before: dated<T>(own(kind.ended), '<'),
    completed_after: dated<T>(own(kind.ended), '>'),
    min_date: inCalendar('>='),
    max_date: inCalendar('<='),
    tag_name: carriesTags(kind.model, kind.table)
  }
}
