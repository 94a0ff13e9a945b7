// Build orders, their lines and what is allocated to them.
import { sql } from 'kysely'
import { ownCode } from '#modules/barcode/index.ts'
import { ACTIVE_BUILDS, BuildStatus } from '#modules/status/index.ts'
import { today } from '#framework/time.ts'
import type { ContextRecord, RecordShape } from '../records.ts'
import { columns, many, one, recordPage, shape, trimmed } from '../shape.ts'
import { attachments, statusText } from './common.ts'

const isActive = ({ row }: ContextRecord): boolean => ACTIVE_BUILDS.includes(row.status as number)

const build = shape(
  'Build',
  'build',
  {
    ...columns({
      text: 'reference title batch link notes',
      whole: 'quantity completed status priority reference_int',
      flag: 'external',
      day: 'creation_date start_date target_date completion_date'
    }),
    ...attachments('build'),
    barcode: ({ id, group }) => ownCode(group.reader.settings, 'build', id),
    status_text: statusText('BuildStatus'),
    get_status_display: statusText('BuildStatus'),
    remaining: ({ row }) => Math.max(0, Number(row.quantity) - Number(row.completed)),
    is_active: isActive,
    is_complete: ({ row }) => row.status === BuildStatus.COMPLETE,
    is_overdue: (record) => {
      const due = record.row.target_date
      return typeof due === 'string' && due < today() && isActive(record)
    },
    part: one('part', 'part_id'),
    parent: one('build', 'parent_id'),
    sales_order: one('salesorder', 'sales_order_id'),
    take_from: one('stocklocation', 'take_from_id'),
    destination: one('stocklocation', 'destination_id'),
    issued_by: one('user', 'issued_by_id'),
    completed_by: one('user', 'completed_by_id'),
    responsible: one('owner', 'responsible_id'),
    project_code: one('projectcode', 'project_code_id'),
    children: many('build', 'parent_id'),
    build_lines: many('buildline', 'build_id'),
    build_outputs: many('stockitem', 'build_id'),
    get_absolute_url: recordPage('build')
  },
  ({ row }) => row.reference as string
)

/** How much is allocated to lines, in one statement for all that were read together. */
async function allocatedToBuildLine(record: ContextRecord): Promise<unknown> {
  const found = await record.group.once('allocated', ({ reader, ids }) =>
    reader.sums('build_item', 'build_line_id', ids, sql`sum(quantity)`)
  )
  return trimmed(found.get(record.id) ?? 0)
}

const buildLine = shape('BuildLine', 'build_line', {
  ...columns({ quantity: 'quantity consumed' }),
  build: one('build', 'build_id'),
  bom_item: one('bomitem', 'bom_item_id'),
  part: async (record) => {
    const line = (await one('bomitem', 'bom_item_id')(record)) as ContextRecord | null
    return line ? one('part', 'sub_part_id')(line) : null
  },
  allocations: many('builditem', 'build_line_id'),
  allocated_quantity: allocatedToBuildLine
})

const buildItem = shape('BuildItem', 'build_item', {
  ...columns({ quantity: 'quantity' }),
  build_line: one('buildline', 'build_line_id'),
  stock_item: one('stockitem', 'stock_item_id'),
  install_into: one('stockitem', 'install_into_id')
})

/** Build orders, and what belongs to them. */
export const BUILD_SHAPES: Readonly<Record<string, RecordShape>> = {
  build,
  buildline: buildLine,
  builditem: buildItem
}
