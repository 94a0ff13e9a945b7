import { sql } from 'kysely'
import type { Builder } from '#crud/definition.ts'
import { through } from '#crud/search.ts'
import { resource } from '#crud/resource.ts'
import { briefSupplierParts } from '#modules/company/index.ts'
import { baseCurrency } from '#modules/currency/index.ts'
import { inStock, briefParts } from '#modules/part/index.ts'
import { carriesTags, inTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { shownTime, today } from '#framework/time.ts'
import { deleteItem } from './item.delete.ts'
import { itemFilters } from './item.filters.ts'
import * as query from './item.queries.ts'
import { checkItem, trackState } from './item.rules.ts'
import { partAffected } from './item.save.ts'
import { briefLocations, locationPathJSON, locationPaths } from './location.queries.ts'
import { stockCustomStates, stateText } from './status.ts'
import { testResultsOf } from './test-result.queries.ts'

type StockItem = Builder<'stock_item'>

/** The reference of an order. */
const reference = (order: 'purchase_order' | 'sales_order') => (_eb: StockItem) =>
  sql<
    string | null
  >`(select o.reference from ${sql.table(order)} as o where o.id = ${sql.ref(`stock_item.${order}_id`)})`

const partName = query.itemPartColumn('name')

export const stockItem = resource('stock', 'stock_item', {
  className: 'StockItem',
  options: {
    part_detail: { default: true, needs: ['part', 'build'] },
    location_detail: { default: false, needs: ['stock_location', 'build'] },
    path_detail: { default: false },
    supplier_part_detail: { default: false, needs: ['part', 'purchase_order'] },
    tests: { default: false, needs: ['stock'] },
    tags: { default: false, filter: carriesTags('stockitem', 'stock_item') }
  },
  computed: {
    in_stock: () => inStock(),
    SKU: query.itemSupplierPartColumn('SKU'),
    MPN: query.itemManufacturerPartColumn('MPN'),
    purchase_order_reference: reference('purchase_order'),
    sales_order_reference: reference('sales_order'),
    allocated: query.allocatedOfItem,
    expired: query.isExpired,
    stale: query.isStale,
    installed_items: query.installedItems,
    child_items: query.childItems,
    tracking_items: query.trackingItems
  },
  computedBy: ({ settings }) => `${today()} ${settings.text('STOCK_STALE_DAYS')}`,
  beforeWrite: ({ allocated, expired, stale, installed_items, child_items, tracking_items }) => ({
    allocated,
    expired,
    stale,
    installed_items,
    child_items,
    tracking_items
  }),
  search: [
    'serial',
    'batch',
    inTags('stockitem', 'stock_item'),
    through('location_id', 'stock_location', ['name']),
    through('part_id', 'part', ['name', 'IPN', 'description']),
    through(
      'supplier_part_id',
      'supplier_part',
      ['SKU'],
      through('supplier_id', 'company', ['name']),
      through('manufacturer_part_id', 'manufacturer_part', ['MPN'], through('manufacturer_id', 'company', ['name']))
    )
  ],
  order: {
    part: partName,
    part__name: partName,
    IPN: query.itemPartColumn('IPN'),
    part__IPN: query.itemPartColumn('IPN'),
    SKU: query.itemSupplierPartColumn('SKU'),
    MPN: query.itemManufacturerPartColumn('MPN'),
    location: query.itemLocationColumn('pathstring'),
    stock: ['quantity', 'serial_int', 'serial'],
    batch: 'batch',
    updated: 'updated',
    purchase_price: 'purchase_price',
    creation_date: 'creation_date',
    stocktake_date: 'stocktake_date',
    expiry_date: 'expiry_date',
    packaging: 'packaging',
    quantity: 'quantity',
    status: 'status'
  },
  defaultOrder: [partName, 'quantity', query.itemLocationColumn('pathstring')],
  // What a build order has used up is told in the order of its keys (docs/behaviour/stock.md).
  leadingOrder: ({ consumed_by, ordering }) => (consumed_by === undefined || ordering ? [] : ['id']),
  indexedOrder: { key: partName, column: 'part_id', table: 'part', by: 'name', index: 'part_name' },
  filters: itemFilters,
  embed: async (rows, context, view) => {
    const ids = rows.map((row) => row.id)
    const places = rows.map((row) => row.location_id)
    const { db } = context
    return {
      own: await stockCustomStates(db),
      parts: view.part_detail
        ? await briefParts(
            context,
            rows.map((row) => row.part_id),
            { pricing: true }
          )
        : undefined,
      locations: await briefLocations(db, view.location_detail ? places : []),
      paths: view.path_detail ? await locationPaths(db, places) : undefined,
      bought: view.supplier_part_detail
        ? await briefSupplierParts(
            db,
            rows.map((row) => row.supplier_part_id)
          )
        : undefined,
      tests: view.tests ? await testResultsOf(db, ids) : undefined,
      tags: view.tags ? await tagsOf(db, 'stockitem', ids) : undefined
    }
  },
  toJSON: (row, also, view, { settings }) => {
    const counter = <V>(value: V) => (view.created ? null : value)
    return {
      pk: row.id,
      part: row.part_id,
      quantity: row.quantity,
      serial: row.serial,
      batch: row.batch,
      location: row.location_id,
      belongs_to: row.belongs_to_id,
      build: row.build_id,
      consumed_by: row.consumed_by_id,
      customer: row.customer_id,
      delete_on_deplete: row.delete_on_deplete === 1,
      expiry_date: row.expiry_date,
      in_stock: Boolean(row.in_stock),
      is_building: row.is_building === 1,
      link: row.link,
      notes: row.notes,
      owner: row.owner_id,
      packaging: row.packaging,
      parent: row.parent_id,
      purchase_order: row.purchase_order_id,
      purchase_order_reference: row.purchase_order_reference,
      sales_order: row.sales_order_id,
      sales_order_reference: row.sales_order_reference,
      status: row.status,
      status_text: stateText(row, also.own),
      status_custom_key: row.status_custom_key ?? row.status,
      supplier_part: row.supplier_part_id,
      SKU: row.SKU,
      MPN: row.MPN,
      barcode_hash: row.barcode_hash,
      creation_date: shownTime(row.creation_date),
      stocktake_date: row.stocktake_date,
      updated: shownTime(row.updated),
      purchase_price: row.purchase_price,
      purchase_price_currency: row.purchase_price_currency || baseCurrency(settings),
      allocated: counter(row.allocated),
      expired: counter(row.expired === 1),
      installed_items: counter(row.installed_items),
      child_items: counter(row.child_items),
      stale: counter(row.stale === 1),
      tracking_items: counter(row.tracking_items),
      ...(view.part_detail ? { part_detail: also.parts!.get(row.part_id)! } : {}),
      ...(view.location_detail
        ? { location_detail: row.location_id === null ? null : also.locations.get(row.location_id)! }
        : {}),
      ...(view.path_detail
        ? {
            location_path:
              row.location_id === null ? null : locationPathJSON(also.paths!.get(row.location_id)!, settings)
          }
        : {}),
      ...(view.supplier_part_detail
        ? { supplier_part_detail: row.supplier_part_id === null ? null : also.bought!.get(row.supplier_part_id)! }
        : {}),
      ...(view.tests ? { tests: also.tests!.get(row.id)! } : {}),
      ...(view.tags ? { tags: also.tags!.get(row.id)! } : {})
    }
  },
  write: {
    columns: {
      part: 'part_id',
      quantity: 'quantity',
      serial: 'serial',
      batch: 'batch',
      location: 'location_id',
      belongs_to: 'belongs_to_id',
      build: 'build_id',
      consumed_by: 'consumed_by_id',
      customer: 'customer_id',
      delete_on_deplete: 'delete_on_deplete',
      expiry_date: 'expiry_date',
      is_building: 'is_building',
      link: 'link',
      notes: 'notes',
      owner: 'owner_id',
      packaging: 'packaging',
      purchase_order: 'purchase_order_id',
      sales_order: 'sales_order_id',
      status: null,
      status_custom_key: null,
      supplier_part: 'supplier_part_id',
      purchase_price: 'purchase_price',
      purchase_price_currency: 'purchase_price_currency',
      tags: null,
      serial_numbers: null,
      use_pack_size: null
    },
    initial: ({ settings }) => ({
      delete_on_deplete: Number(settings.flag('STOCK_DELETE_DEPLETED_DEFAULT')),
      purchase_price_currency: baseCurrency(settings),
      metadata: '{}'
    }),
    check: checkItem,
    saved: async (change, id) => {
      if (change.body.tags) await setTags(change.db, 'stockitem', id, change.body.tags)
      if (change.bulk) await trackState(change, id)
      await partAffected(change)
    },
    // The answer to a change still counts the entries of the tracking before it.
    answered: trackState,
    remove: (row, db, { settings }) => deleteItem(db, settings, row)
  }
})
