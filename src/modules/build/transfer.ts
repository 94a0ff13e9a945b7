import {
  BARCODE,
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  NOTES,
  ONE,
  boolean,
  date,
  decimal,
  integer,
  nestedSetFields,
  parent,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Build orders, as an export has them. */
export const BUILD_TRANSFER: readonly TransferModel[] = [
  {
    name: 'build.build',
    table: 'build',
    unique: [['reference']],
    fields: {
      ...METADATA,
      reference_int: integer('reference_int', NO),
      ...NOTES,
      ...BARCODE,
      reference: text('reference'),
      title: text('title', EMPTY),
      parent: parent('parent_id', 'build.build'),
      part: relation('part_id', 'part.part'),
      sales_order: relation('sales_order_id', 'order.salesorder', MAYBE),
      take_from: relation('take_from_id', 'stock.stocklocation', MAYBE),
      external: boolean('external', NO),
      destination: relation('destination_id', 'stock.stocklocation', MAYBE),
      quantity: integer('quantity', ONE),
      completed: integer('completed', NO),
      status: integer('status', { initial: 10 }),
      batch: text('batch', MAYBE),
      creation_date: date('creation_date', MAYBE),
      start_date: date('start_date', MAYBE),
      target_date: date('target_date', MAYBE),
      completion_date: date('completion_date', MAYBE),
      completed_by: relation('completed_by_id', 'auth.user', MAYBE),
      issued_by: relation('issued_by_id', 'auth.user', MAYBE),
      responsible: relation('responsible_id', 'users.owner', MAYBE),
      link: text('link', EMPTY),
      priority: integer('priority', NO),
      project_code: relation('project_code_id', 'common.projectcode', MAYBE),
      status_custom_key: integer('status_custom_key', MAYBE),
      ...nestedSetFields('parent_id')
    }
  },
  {
    name: 'build.buildline',
    table: 'build_line',
    unique: [['build', 'bom_item']],
    fields: {
      build: relation('build_id', 'build.build'),
      bom_item: relation('bom_item_id', 'part.bomitem'),
      quantity: decimal('quantity', 5, ONE),
      consumed: decimal('consumed', 5, NO)
    }
  },
  {
    name: 'build.builditem',
    table: 'build_item',
    unique: [['build_line', 'stock_item', 'install_into']],
    fields: {
      ...METADATA,
      build_line: relation('build_line_id', 'build.buildline', MAYBE),
      stock_item: relation('stock_item_id', 'stock.stockitem'),
      quantity: decimal('quantity', 5, ONE),
      install_into: relation('install_into_id', 'stock.stockitem', MAYBE)
    }
  }
]
