import { sql, type Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { OrderColumns } from '#db/order.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { SearchMatch } from '#crud/definition.ts'
import { briefAddresses, COMPANY_ROLES, contact } from '#modules/company/index.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { parametersOf, parametric } from '#modules/parameter/index.ts'
import { carriesTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { projectCode } from '#modules/project-code/index.ts'
import { labelsOf } from '#modules/status/index.ts'
import { today } from '#framework/time.ts'
import { briefUsers, owner } from '#modules/user/index.ts'
import { copyOrder } from './copy.ts'
import { orderFilters } from './filters.ts'
import type { OrderKind } from './kinds.ts'
import { checkOrder, type OrderChange } from './order.rules.ts'
import { overdueWhile } from './overdue.ts'
import { orderChanged } from './total.ts'

/** An order as a table of any kind has it, with what is counted of it. */
type Row = Selectable<OrderColumns> & { line_items: number | null; completed_lines: number | null }

/** Which parts of an order an answer shows. */
type Shown = Record<
  | 'contact_detail'
  | 'address_detail'
  | 'responsible_detail'
  | 'project_code_detail'
  | 'parameters'
  | 'tags'
  | 'list'
  | 'created',
  boolean
>

const present = (ids: (number | null)[]) => ids.filter((id) => id !== null)

const embedder = (kind: OrderKind) => async (rows: Row[], context: RequestContext, view: Shown) => {
  const { db } = context
  const ids = rows.map((row) => row.id)
  return {
    labels: await labelsOf(db, kind.states),
    users: await briefUsers(
      db,
      rows.map((row) => row.created_by_id)
    ),
    contacts: view.contact_detail ? await contact.read(context, present(rows.map((row) => row.contact_id))) : undefined,
    addresses: view.address_detail
      ? await briefAddresses(
          db,
          rows.map((row) => row.address_id)
        )
      : undefined,
    owners: view.responsible_detail
      ? await owner.read(context, present(rows.map((row) => row.responsible_id)))
      : undefined,
    projects: view.project_code_detail
      ? await projectCode.read(context, present(rows.map((row) => row.project_code_id)))
      : undefined,
    tags: view.tags ? await tagsOf(db, kind.model, ids) : undefined,
    parameters: view.parameters ? await parametersOf(context, kind.model, ids) : undefined
  }
}

type Embedded = Awaited<ReturnType<ReturnType<typeof embedder>>>

/**
 * What orders of every kind have in common, to be put into the definition of each: their fields, what finds and sorts
 * them, and the rules by which they are written (docs/behaviour/order.md).
 *
 * @param kind which orders
 */
export function orderDefinition<K extends OrderKind>(kind: K) {
  const { table } = kind as { table: K['table'] }
  const at = (column: string) => sql.ref(`${table}.${column}`)
  const counted = (where: ReturnType<typeof sql>) => () =>
    sql<number | null>`(select count(*) from ${sql.table(kind.lines)} l where l.order_id = ${at('id')}${where})`
  const ofCompany = (column: string) => () =>
    sql<string | null>`(select ${sql.ref(`c.${column}`)} from company c where c.id = ${at(`${kind.company}_id`)})`
  const codeOfProject = () =>
    sql<string | null>`(select p.code from project_code p where p.id = ${at('project_code_id')})`
  const lineItems = counted(sql``)
  const completedLines = counted(sql` and ${kind.done}`)
  const overdue = overdueWhile<{ target_date: string | null; status: number }>((row) => kind.open.includes(row.status))

  return {
    ofCompany,
    options: {
      contact_detail: { default: true, needs: COMPANY_ROLES },
      address_detail: { default: true, needs: COMPANY_ROLES },
      responsible_detail: { default: true },
      project_code_detail: { default: true },
      parameters: { default: false },
      tags: { default: false, filter: carriesTags(kind.model, table) }
    },
    computed: { line_items: lineItems, completed_lines: completedLines },
    /** Within answers that just created the order, or show another record, nothing is counted. */
    deferred: ['line_items', 'completed_lines'] as const,
    beforeWrite: overdue.beforeWrite,
    search: [
      'reference' as const,
      'description' as const,
      (_eb: unknown, match: SearchMatch) => match(codeOfProject()),
      ...(kind.company
        ? [
            (_eb: unknown, match: SearchMatch) => match(ofCompany('name')()),
            (_eb: unknown, match: SearchMatch) => match(at(`${kind.company}_reference`))
          ]
        : [])
    ],
    order: {
      creation_date: 'creation_date',
      created_by: 'created_by_id',
      reference: ['reference_int', 'reference'],
      start_date: 'start_date',
      target_date: 'target_date',
      line_items: lineItems,
      status: 'status',
      project_code: codeOfProject,
      updated_at: 'updated_at'
    } as const,
    defaultOrder: [
      { key: 'reference_int', descending: true },
      { key: 'reference', descending: true }
    ] as const,
    filters: orderFilters(kind),
    undeclared: parametric(kind.model, table),
    embed: embedder(kind),
    /** The fields that orders of all kinds show. */
    shown: (row: Row, also: Embedded, view: Shown) => ({
      pk: row.id,
      created_by: row.created_by_id === null ? null : also.users.get(row.created_by_id)!,
      creation_date: row.creation_date,
      issue_date: row.issue_date,
      start_date: row.start_date,
      target_date: row.target_date,
      description: row.description,
      line_items: row.line_items,
      completed_lines: row.completed_lines,
      link: row.link,
      project_code: row.project_code_id,
      reference: row.reference,
      responsible: row.responsible_id,
      contact: row.contact_id,
      address: row.address_id,
      status: row.status,
      status_text: also.labels.get(row.status_custom_key ?? row.status) ?? also.labels.get(row.status) ?? null,
      status_custom_key: row.status_custom_key,
      barcode_hash: row.barcode_hash,
      overdue: overdue.of(row, view),
      ...(view.list ? {} : { notes: row.notes }),
      ...(view.address_detail
        ? { address_detail: row.address_id === null ? null : also.addresses!.get(row.address_id)! }
        : {}),
      ...(view.contact_detail
        ? { contact_detail: row.contact_id === null ? null : also.contacts!.get(row.contact_id)! }
        : {}),
      ...(view.project_code_detail
        ? { project_code_detail: row.project_code_id === null ? null : also.projects!.get(row.project_code_id)! }
        : {}),
      ...(view.project_code_detail
        ? { project_code_label: row.project_code_id === null ? null : also.projects!.get(row.project_code_id)!.code }
        : {}),
      ...(view.responsible_detail
        ? { responsible_detail: row.responsible_id === null ? null : also.owners!.get(row.responsible_id)! }
        : {}),
      ...(view.parameters ? { parameters: also.parameters!.get(row.id)! } : {}),
      ...(view.tags ? { tags: also.tags!.get(row.id)! } : {})
    }),

    columns: {
      reference: 'reference',
      description: 'description',
      link: 'link',
      creation_date: 'creation_date',
      start_date: 'start_date',
      target_date: 'target_date',
      project_code: 'project_code_id',
      responsible: 'responsible_id',
      contact: 'contact_id',
      address: 'address_id',
      status_custom_key: null,
      notes: 'notes',
      tags: null,
      duplicate: null
    } as const,
    initial: (context: RequestContext) => ({
      creation_date: today(),
      created_by_id: signedIn(context).id,
      metadata: '{}'
    }),

    check: (change: OrderChange) => checkOrder(change, kind),
    saved: async ({ context, db, before, body }: OrderChange, id: number): Promise<void> => {
      if (body.tags) await setTags(db, kind.model, id, body.tags)
      if (!before && body.duplicate) await copyOrder({ ...context, db }, kind, body.duplicate, id)
      await orderChanged(db, context.settings, kind, id)
    },
    /**
     * Deletes an order, in whatever state it is; stock that has to do with it stays (docs/behaviour/order.md#deleting).
     */
    remove: async ({ id }: { id: number }, db: Database): Promise<void> => {
      await deleteLeftovers(db, kind.model, [id])
      await db
        .deleteFrom(table as 'purchase_order')
        .where('id', '=', id)
        .execute() // every kind has the column
    }
  }
}
