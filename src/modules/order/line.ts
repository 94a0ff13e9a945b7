import { sql, type Expression, type Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { LineColumns } from '#db/order.ts'
import { atEnd } from '#db/transaction.ts'
import { invalid } from '#contract/errors.ts'
import type { RequestContext, SettingReader } from '#contract/scopes.ts'
import { equals, type Column } from '#crud/definition.ts'
import { otherColumn } from '#crud/other-column.ts'
import { decimalProblem } from '#contract/digits.ts'
import { roundPercent } from '#framework/decimals.ts'
import { projectCode } from '#modules/project-code/index.ts'
import { inStates } from '#modules/status/index.ts'
import { whether } from './filters.ts'
import { ORDER_COMPLETE, type OrderKind } from './kinds.ts'
import { refuseLockedOrders } from './order.rules.ts'
import { orderChanged } from './total.ts'

/** Lines of every kind, those that name no part among them. */
type LineTable = OrderKind['lines'] | NonNullable<OrderKind['extraLines']>
type Row = Selectable<LineColumns>
type Shown = Record<'order_detail' | 'project_code_detail', boolean>

/** A write of a line of any kind. */
export interface LineChange {
  context: RequestContext
  db: Database
  before: Row | null
  body: { order?: number }
  values: Record<string, unknown>
}

/** The number in what a line is called; 0 where that is none. */
const numberIn = (line: string) => (/^\s*[+-]?\d{1,9}\s*$/.test(line) ? Number(line) : 0)

/** Reads orders for the lines that show them. */
type ReadOrders<Order> = (
  context: RequestContext,
  ids: number[],
  view: { created: true }
) => Promise<Map<number, Order>>

/**
 * What lines of orders of every kind have in common, to be put into the definition of each
 * (docs/behaviour/order.md#lines).
 *
 * @param kind of which orders
 * @param table where the lines are
 * @param price the column with their price; null where they have none
 * @param readOrders reads the orders that they belong to
 */
export function orderLineDefinition<T extends LineTable, Order>(
  kind: OrderKind,
  table: T,
  price: 'purchase_price' | 'sale_price' | 'price' | null,
  readOrders: ReadOrders<Order>
) {
  const at = (column: string) => sql.ref(`${table}.${column}`)
  const ofOrder = (column: string) => otherColumn<string | null>(table, 'order_id', kind.table, column)
  const ofOrders = (condition: Expression<unknown>) =>
    sql<boolean>`${at('order_id')} in (select o.id from ${sql.table(kind.table)} o where ${condition})`
  const isOpen = ofOrders(sql`o.status in ${inStates(kind.open)}`)
  const totals = async (db: Database, settings: SettingReader, ids: ReadonlySet<number>) => {
    for (const id of ids) await orderChanged(db, settings, kind, id)
  }

  return {
    ofOrder,
    isOpen,
    options: { order_detail: { default: false }, project_code_detail: { default: true } },
    /** Lines without a number come first. */
    byLine: ['line_int', 'line'] as const,
    filters: {
      order: equals<T>('order_id' as Column<T>),
      order_status: (_eb: unknown, status: number) => ofOrders(sql`o.status = ${status}`),
      order_complete: (_eb: unknown, yes: boolean) => whether(yes, ofOrders(sql`o.status = ${ORDER_COMPLETE}`)),
      order_outstanding: (_eb: unknown, yes: boolean) => whether(yes, isOpen),
      has_pricing: (_eb: unknown, yes: boolean) =>
        sql<boolean>`${price === null ? sql`null` : at(price)} is ${sql.raw(yes ? 'not null' : 'null')}`
    },

    embed: async (rows: Row[], context: RequestContext, view: Shown) => ({
      orders: view.order_detail
        ? await readOrders(
            context,
            rows.map((row) => row.order_id),
            { created: true }
          )
        : undefined,
      projects: await projectCode.read(
        context,
        view.project_code_detail ? rows.map((row) => row.project_code_id).filter((id) => id !== null) : []
      )
    }),

    /** The fields that lines of all kinds show. */
    shown: (
      row: Row,
      {
        orders,
        projects
      }: { orders: Map<number, Order> | undefined; projects: Awaited<ReturnType<typeof projectCode.read>> },
      view: Shown
    ) => ({
      pk: row.id,
      line: row.line,
      link: row.link,
      notes: row.notes,
      order: row.order_id,
      project_code: row.project_code_id,
      quantity: row.quantity,
      reference: row.reference,
      target_date: row.target_date,
      ...(view.order_detail ? { order_detail: orders!.get(row.order_id)! } : {}),
      ...(view.project_code_detail
        ? { project_code_label: row.project_code_id === null ? null : projects.get(row.project_code_id)!.code }
        : {}),
      ...(view.project_code_detail
        ? { project_code_detail: row.project_code_id === null ? null : projects.get(row.project_code_id)! }
        : {})
    }),

    columns: {
      line: 'line',
      reference: 'reference',
      quantity: 'quantity',
      notes: 'notes',
      link: 'link',
      target_date: 'target_date',
      project_code: 'project_code_id',
      order: 'order_id'
    } as const,

    /** @throws 400 where a number does not fit, or an order is locked */
    check: async ({ context, db, before, body, values }: LineChange): Promise<void> => {
      const problem = typeof values.quantity === 'number' ? decimalProblem(values.quantity, 15, 5) : undefined
      if (problem) throw invalid({ quantity: [problem] })
      if (typeof values.discount === 'number') values.discount = roundPercent(values.discount)
      if (typeof values.line === 'string') values.line_int = numberIn(values.line)
      if (!before) values.metadata = '{}'
      await refuseLockedOrders(
        context,
        db,
        kind,
        [before?.order_id, body.order].filter((id) => id !== undefined)
      )
    },
    saved: async ({ context, db, before, body }: LineChange): Promise<void> => {
      await totals(db, context.settings, new Set([before?.order_id, body.order].filter((id) => id !== undefined)))
    },
    /** Deletes a line; the totals of orders follow at the end where there are many. */
    remove: async (row: { id: number; order_id: number }, db: Database, context: RequestContext): Promise<void> => {
      await refuseLockedOrders(context, db, kind, [row.order_id])
      await db
        .deleteFrom(table as 'sales_order_line')
        .where('id', '=', row.id)
        .execute() // every table of lines has the column
      await atEnd(db, totals, context.settings, [row.order_id])
    }
  }
}
