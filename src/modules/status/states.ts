import { sql } from 'kysely'
import { databaseCache } from '#db/database-cache.ts'
import type { Database } from '#db/database.ts'

/** A state that records can be in. */
export interface StatusCode {
  key: number
  name: string
  label: string
  color: string
  custom?: true
}

/** The states that the server knows, by class: name, key, color, and what people read. */
const KNOWN = {
  SalesOrderStatus: `
    PENDING=10 secondary Pending
    IN_PROGRESS=15 primary In Progress
    SHIPPED=20 primary Shipped
    ON_HOLD=25 warning On Hold
    COMPLETE=30 success Complete
    CANCELLED=40 danger Cancelled
    LOST=50 warning Lost
    RETURNED=60 warning Returned`,
  PurchaseOrderStatus: `
    PENDING=10 secondary Pending
    PLACED=20 primary Placed
    ON_HOLD=25 warning On Hold
    COMPLETE=30 success Complete
    CANCELLED=40 danger Cancelled
    LOST=50 warning Lost
    RETURNED=60 warning Returned`,
  BuildStatus: `
    PENDING=10 secondary Pending
    PRODUCTION=20 primary Production
    ON_HOLD=25 warning On Hold
    CANCELLED=30 danger Cancelled
    COMPLETE=40 success Complete`,
  TransferOrderStatus: `
    PENDING=10 secondary Pending
    ISSUED=20 primary Issued
    ON_HOLD=25 warning On Hold
    COMPLETE=30 success Complete
    CANCELLED=40 danger Cancelled`,
  ReturnOrderStatus: `
    PENDING=10 secondary Pending
    IN_PROGRESS=20 primary In Progress
    ON_HOLD=25 warning On Hold
    COMPLETE=30 success Complete
    CANCELLED=40 danger Cancelled`,
  ReturnOrderLineStatus: `
    PENDING=10 secondary Pending
    RETURN=20 success Return
    REPAIR=30 primary Repair
    REPLACE=40 warning Replace
    REFUND=50 info Refund
    REJECT=60 danger Reject`,
  StockStatus: `
    OK=10 success OK
    ATTENTION=50 warning Attention needed
    DAMAGED=55 warning Damaged
    DESTROYED=60 danger Destroyed
    REJECTED=65 danger Rejected
    LOST=70 dark Lost
    QUARANTINED=75 info Quarantined
    RETURNED=85 warning Returned`,
  StockHistoryCode: `
    LEGACY=0 secondary Legacy stock tracking entry
    CREATED=1 secondary Stock item created
    EDITED=5 secondary Edited stock item
    ASSIGNED_SERIAL=6 secondary Assigned serial number
    STOCK_COUNT=10 secondary Stock counted
    STOCK_ADD=11 secondary Stock manually added
    STOCK_REMOVE=12 secondary Stock manually removed
    STOCK_SERIALIZED=13 secondary Serialized stock items
    RETURNED_TO_STOCK=15 secondary Returned to stock
    STOCK_MOVE=20 secondary Location changed
    STOCK_UPDATE=25 secondary Stock updated
    INSTALLED_INTO_ASSEMBLY=30 secondary Installed into assembly
    REMOVED_FROM_ASSEMBLY=31 secondary Removed from assembly
    INSTALLED_CHILD_ITEM=35 secondary Installed component item
    REMOVED_CHILD_ITEM=36 secondary Removed component item
    SPLIT_FROM_PARENT=40 secondary Split from parent item
    SPLIT_CHILD_ITEM=42 secondary Split child item
    MERGED_STOCK_ITEMS=45 secondary Merged stock items
    DISASSEMBLED=46 secondary Disassembled into components
    CREATED_FROM_DISASSEMBLY=47 secondary Created from disassembly
    CONVERTED_TO_VARIANT=48 secondary Converted to variant
    BUILD_OUTPUT_CREATED=50 secondary Build order output created
    BUILD_OUTPUT_COMPLETED=55 secondary Build order output completed
    BUILD_OUTPUT_REJECTED=56 secondary Build order output rejected
    BUILD_CONSUMED=57 secondary Consumed by build order
    SHIPPED_AGAINST_SALES_ORDER=60 secondary Shipped against Sales Order
    RECEIVED_AGAINST_PURCHASE_ORDER=70 secondary Received against Purchase Order
    RETURNED_AGAINST_RETURN_ORDER=80 secondary Returned against Return Order
    SENT_TO_CUSTOMER=100 secondary Sent to customer
    RETURNED_FROM_CUSTOMER=105 secondary Returned from customer`,
  DataImportStatusCode: `
    INITIAL=0 secondary Initializing
    MAPPING=10 primary Mapping Columns
    IMPORTING=20 primary Importing Data
    PROCESSING=30 primary Processing Data
    COMPLETE=40 success Complete`,
  MachineStatus: ``,
  LabelPrinterStatus: `
    CONNECTED=100 success Connected
    UNKNOWN=101 secondary Unknown
    PRINTING=110 primary Printing
    WARNING=200 warning Warning
    NO_MEDIA=301 warning No media
    PAPER_JAM=302 warning Paper jam
    DISCONNECTED=400 danger Disconnected
    ERROR=500 danger Error`
} as const

/** The name of a class of states. */
export type StatusClass = keyof typeof KNOWN

type Trimmed<Text extends string> = Text extends ` ${infer Rest}` ? Trimmed<Rest> : Text
type CodeOf<Line extends string> =
  Trimmed<Line> extends `${infer Name}=${infer Key extends number} ${string}` ? { readonly [N in Name]: Key } : unknown
type CodesOf<Text extends string> = Text extends `${infer Line}\n${infer Rest}`
  ? CodeOf<Line> & CodesOf<Rest>
  : CodeOf<Text>

const parsed = Object.fromEntries(
  Object.entries(KNOWN).map(([name, text]) => [
    name,
    text
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [, state, key, color, label] = /^\s*(\w+)=(\d+) (\w+) (.*)$/.exec(line)!
        return { key: Number(key), name: state!, label: label!, color: color! }
      })
  ])
) as Record<StatusClass, StatusCode[]>

/** The numbers of the states of a class, by their names. */
const codesOf = <Class extends StatusClass>(status: Class): CodesOf<(typeof KNOWN)[Class]> =>
  Object.fromEntries(parsed[status].map(({ name, key }) => [name, key])) as CodesOf<(typeof KNOWN)[Class]>

export const BuildStatus = codesOf('BuildStatus')
export const PurchaseOrderStatus = codesOf('PurchaseOrderStatus')
export const SalesOrderStatus = codesOf('SalesOrderStatus')
export const ReturnOrderStatus = codesOf('ReturnOrderStatus')
export const ReturnOrderLineStatus = codesOf('ReturnOrderLineStatus')
export const TransferOrderStatus = codesOf('TransferOrderStatus')
export const StockStatus = codesOf('StockStatus')

/** Some states as SQL for `in`, as part of its text, so that the planner knows them. */
export const inStates = (states: readonly number[]) => sql`(${sql.join(states.map((state) => sql.lit(state)))})`

/** Whether there is a class of states with this name. */
export const isStatusClass = (name: string): name is StatusClass => Object.hasOwn(KNOWN, name)

/** The names of all classes of states. */
export const STATUS_CLASSES = Object.keys(KNOWN) as StatusClass[]

/** The states of a class that the server knows itself. */
export const knownStates = (status: StatusClass): readonly StatusCode[] => parsed[status]

/**
 * All states of classes: those that the server knows, then those made here (docs/behaviour/status.md#address).
 *
 * @param classes which ones; all unless told
 */
export async function statesOf(
  db: Database,
  classes: readonly StatusClass[] = STATUS_CLASSES
): Promise<Map<StatusClass, StatusCode[]>> {
  const own = await db
    .selectFrom('custom_state')
    .select(['reference_status', 'key', 'name', 'label', 'color'])
    .where('reference_status', 'in', classes)
    .orderBy('id')
    .execute()
  return new Map(
    classes.map((status) => [
      status,
      [
        ...parsed[status],
        ...own
          .filter((row) => row.reference_status === status)
          .map(({ key, name, label, color }) => ({ key, name, label, color, custom: true as const }))
      ]
    ])
  )
}

/** What the states of a class are called, by key, those made here among them. */
export const labelsOf = (db: Database, status: StatusClass): Promise<ReadonlyMap<number, string>> =>
  labels(
    db,
    status,
    async () => new Map((await statesOf(db, [status])).get(status)!.map(({ key, label }) => [key, label]))
  )

const labels = databaseCache<ReadonlyMap<number, string>>()

/** A state that somebody made here: what it is called, and which built-in one it counts as. */
export interface CustomState {
  label: string
  logical: number
}

/** The states of a class that were made here, by key. */
export const customStatesOf = (db: Database, status: StatusClass): Promise<ReadonlyMap<number, CustomState>> =>
  customStates(db, status, async () => {
    const rows = await db
      .selectFrom('custom_state')
      .select(['key', 'label', 'logical_key'])
      .where('reference_status', '=', status)
      .execute()
    return new Map(rows.map(({ key, label, logical_key }) => [key, { label, logical: logical_key }]))
  })

const customStates = databaseCache<ReadonlyMap<number, CustomState>>()
