// The limit for pages of other records than parts, and for who one is: as bench/limit.ts, which serves them.
import type Sqlite from 'better-sqlite3'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What the bare server has for all of its answers. */
export interface Bare {
  app: FastifyInstance
  db: Sqlite.Database
  /** Who asks; throws where it is nobody, or somebody who may not look. */
  signedIn(request: FastifyRequest, flag: 'can_view'): { id: number }
  json(reply: FastifyReply, body: unknown): void
}

/** Rows of hand-written SQL have no type. */
type Row = any

const USABLE = `s.quantity > 0 and +s.sales_order_id is null and +s.belongs_to_id is null and +s.customer_id is null and +s.consumed_by_id is null
  and +s.is_building = 0 and +s.status in (10, 50, 55, 85)`
const ACTIVE_BUILD = '(10, 20, 25)'

const exact = (amount: number) => Number(amount.toFixed(5))

/** A kind of record that is listed by pages: how its rows are found and shown. */
interface PageOf {
  path: string
  count: string
  /** With `@limit`, `@offset` and `@user`. */
  rows: string
  show: (row: Row) => object
}

const CATEGORIES: PageOf = {
  path: '/api/part/category/',
  count: 'select count(*) from part_category',
  rows: `select c.*, (select 1 from part_category_star s where s.category_id = c.id and s.user_id = @user) as star,
    (select count(*) from part p where p.category_id in
      (select b.id from part_category b where b.tree_id = c.tree_id and b.lft between c.lft and c.rght)) as part_count,
    (select a.default_location_id from part_category a where a.tree_id = c.tree_id and a.lft < c.lft and a.rght > c.rght
      and a.default_location_id is not null order by a.lft desc limit 1) as above
    from part_category c order by c.tree_id, c.lft, c.name, c.id limit @limit offset @offset`,
  show: (row) => ({
    pk: row.id,
    name: row.name,
    description: row.description,
    default_location: row.default_location_id,
    default_keywords: row.default_keywords,
    level: row.level,
    parent: row.parent_id,
    part_count: row.part_count,
    subcategories: (row.rght - row.lft - 1) / 2,
    pathstring: row.pathstring,
    starred: row.star === 1,
    structural: row.structural === 1,
    icon: row.icon,
    parent_default_location: row.above
  })
}

const PARAMETERS: PageOf = {
  path: '/api/parameter/',
  count: 'select count(*) from parameter',
  rows: `select p.*, t.name, t.units, t.description, t.model_type as for_model, t.checkbox, t.choices, t.selectionlist_id, t.enabled, t."unique"
    from (select * from parameter order by id limit @limit offset @offset) p join parameter_template t on t.id = p.template_id order by p.id`,
  show: (row) => ({
    pk: row.id,
    template: row.template_id,
    model_type: 'part.part',
    model_id: row.model_id,
    data: row.data,
    data_numeric: row.data_numeric,
    note: row.note,
    updated: null,
    updated_by: null,
    template_detail: {
      pk: row.template_id,
      name: row.name,
      units: row.units,
      description: row.description,
      model_type: row.for_model,
      checkbox: row.checkbox === 1,
      choices: row.choices,
      selectionlist: row.selectionlist_id,
      enabled: row.enabled === 1,
      unique: row.unique
    },
    updated_by_detail: null
  })
}

const STOCK: PageOf = {
  path: '/api/stock/',
  count: 'select count(*) from stock_item',
  rows: `with page as materialized (select s.id, l.pathstring from part p cross join stock_item s on s.part_id = p.id
      left join stock_location l on l.id = s.location_id order by p.name, s.quantity, l.pathstring, s.id limit @limit offset @offset)
    select s.*, ${USABLE} as there,
      round(coalesce((select sum(a.quantity) from sales_order_allocation a where a.item_id = s.id), 0)
        + coalesce((select sum(b.quantity) from build_item b where b.stock_item_id = s.id), 0), 5) as allocated,
      (select count(*) from stock_item i where i.belongs_to_id = s.id) as installed,
      (select count(*) from stock_item i where i.parent_id = s.id) as children,
      (select count(*) from stock_tracking t where t.item_id = s.id) as tracked,
      p.IPN, p.barcode_hash as part_hash, p.default_location_id, p.default_expiry, p.name, p.revision, p.description, p.active, p.locked, p.assembly,
      p.component, p.minimum_stock, p.is_template, p.purchaseable, p.salable, p.testable, p.trackable, p.virtual, p.consumable, p.units,
      price.overall_min, price.overall_max
    from page cross join stock_item s on s.id = page.id join part p on p.id = s.part_id left join part_pricing price on price.part_id = p.id order by p.name, s.quantity, page.pathstring, s.id`,
  show: (row) => ({
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
    in_stock: row.there === 1,
    is_building: row.is_building === 1,
    link: row.link,
    notes: row.notes,
    owner: row.owner_id,
    packaging: row.packaging,
    parent: row.parent_id,
    purchase_order: row.purchase_order_id,
    purchase_order_reference: null,
    sales_order: row.sales_order_id,
    sales_order_reference: null,
    status: row.status,
    status_text: STATES[row.status],
    status_custom_key: row.status_custom_key ?? row.status,
    supplier_part: row.supplier_part_id,
    SKU: null,
    MPN: null,
    barcode_hash: row.barcode_hash,
    creation_date: row.creation_date,
    stocktake_date: row.stocktake_date,
    updated: `${row.updated.slice(0, 10)} ${row.updated.slice(11, 16)}`,
    purchase_price: row.purchase_price,
    purchase_price_currency: row.purchase_price_currency || 'USD',
    allocated: row.allocated,
    expired: false,
    installed_items: row.installed,
    child_items: row.children,
    stale: false,
    tracking_items: row.tracked,
    part_detail: {
      pk: row.part_id,
      IPN: row.IPN,
      barcode_hash: row.part_hash,
      category_default_location: null,
      default_location: row.default_location_id,
      default_expiry: row.default_expiry,
      name: row.name,
      revision: row.revision,
      full_name: [row.IPN, row.name, row.revision].filter(Boolean).join(' | '),
      description: row.description,
      image: null,
      thumbnail: '/static/img/blank_image.thumbnail.png',
      active: row.active === 1,
      locked: row.locked === 1,
      assembly: row.assembly === 1,
      component: row.component === 1,
      minimum_stock: row.minimum_stock.toFixed(6),
      is_template: row.is_template === 1,
      purchaseable: row.purchaseable === 1,
      salable: row.salable === 1,
      testable: row.testable === 1,
      trackable: row.trackable === 1,
      virtual: row.virtual === 1,
      consumable: row.consumable === 1,
      units: row.units,
      pricing_min: row.overall_min,
      pricing_max: row.overall_max
    }
  })
}
const STATES: Record<number, string> = { 10: 'OK', 60: 'Destroyed' }

const sum = (name: string, what: string, from: string) =>
  `coalesce((select round(${what}, 5) from ${from}), 0) as ${name}`

const BOM: PageOf = {
  path: '/api/bom/',
  count: 'select count(*) from bom_item',
  rows: `select i.*, ${[
    sum('in_stock', 'sum(s.quantity)', `stock_item s where s.part_id = i.sub_part_id and ${USABLE}`),
    sum(
      'external',
      'sum(s.quantity)',
      `stock_item s cross join stock_location l where s.part_id = i.sub_part_id and l.id = s.location_id and l.external = 1 and ${USABLE}`
    ),
    sum(
      'for_builds',
      'sum(a.quantity)',
      `stock_item s cross join build_item a cross join build_line l cross join build b
        where s.part_id = i.sub_part_id and a.stock_item_id = s.id and l.id = a.build_line_id and b.id = l.build_id and b.status in ${ACTIVE_BUILD}`
    ),
    sum(
      'for_sales',
      'sum(a.quantity)',
      `stock_item s cross join sales_order_allocation a cross join sales_order_line l cross join sales_order o
        where s.part_id = i.sub_part_id and a.item_id = s.id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25)
        and not exists (select 1 from sales_order_shipment sent where sent.id = a.shipment_id and sent.shipment_date is not null)`
    ),
    sum(
      'on_order',
      'sum((l.quantity - l.received) * sp.pack_quantity_native)',
      `supplier_part sp cross join purchase_order_line l cross join purchase_order o
        where sp.part_id = i.sub_part_id and l.part_id = sp.id and o.id = l.order_id and o.status in (10, 20, 25) and l.quantity > l.received`
    ),
    sum(
      'building',
      'sum(s.quantity)',
      `stock_item s cross join build b where s.part_id = i.sub_part_id and b.id = s.build_id and s.is_building = 1 and b.status in ${ACTIVE_BUILD}`
    ),
    sum(
      'of_variants',
      `sum(s.quantity - coalesce((select sum(a.quantity) from build_item a where a.stock_item_id = s.id), 0)
        - coalesce((select sum(a.quantity) from sales_order_allocation a where a.item_id = s.id), 0))`,
      `(with recursive below (id) as (select v.id from part v where v.variant_of_id = i.sub_part_id
        union select v.id from below join part v on v.variant_of_id = below.id) select id from below) below cross join stock_item s
        where s.part_id = below.id and ${USABLE}`
    )
  ].join(', ')} from bom_item i order by i.id limit @limit offset @offset`,
  show: (row) => {
    const there = Math.max(0, exact(row.in_stock - row.for_sales - row.for_builds))
    const variants = Math.max(0, row.of_variants)
    const needed = row.quantity * (1 + row.attrition / 100)
    return {
      pk: row.id,
      part: row.part_id,
      sub_part: row.sub_part_id,
      reference: row.reference,
      raw_amount: row.raw_amount,
      quantity: row.quantity,
      allow_variants: row.allow_variants === 1,
      inherited: row.inherited === 1,
      optional: row.optional === 1,
      consumable: row.consumable === 1,
      setup_quantity: row.setup_quantity,
      attrition: row.attrition,
      rounding_multiple: row.rounding_multiple,
      note: row.note,
      validated: row.validated === 1,
      available_stock: there,
      available_substitute_stock: 0,
      available_variant_stock: variants,
      external_stock: row.external,
      on_order: row.on_order,
      building: row.building,
      can_build: Math.max(0, exact(there + variants - row.setup_quantity) / needed)
    }
  }
}

function servePage({ app, db, signedIn, json }: Bare, { path, count, rows, show }: PageOf): void {
  const [counted, page] = [db.prepare(count).pluck(), db.prepare(rows)]
  app.get(path, (request, reply) => {
    const { id: user } = signedIn(request, 'can_view')
    const query = request.query as Record<string, string>
    const [limit, offset] = [Number(query.limit), Number(query.offset ?? 0)]
    const total = counted.get() as number
    json(reply, {
      count: total,
      next: offset + limit < total ? `http://${request.host}${path}?limit=${limit}&offset=${offset + limit}` : null,
      previous: null,
      results: (page.all({ user, limit, offset }) as Row[]).map(show)
    })
  })
}

function serveMe({ app, db, signedIn, json }: Bare): void {
  const user = db.prepare('select * from user where id = ?')
  const groups = db.prepare(
    'select g.id as pk, g.name from user_group m join "group" g on g.id = m.group_id where m.user_id = ? order by g.id'
  )
  app.get('/api/user/me/', (request, reply) => {
    const { id } = signedIn(request, 'can_view')
    const row = user.get(id) as Row
    json(reply, {
      pk: row.id,
      username: row.username,
      first_name: row.first_name,
      last_name: row.last_name,
      email: row.email,
      groups: groups.all(id),
      is_staff: row.is_staff === 1,
      is_superuser: row.is_superuser === 1,
      is_active: row.is_active === 1,
      // Of somebody who has set nothing.
      profile: {
        language: null,
        theme: null,
        widgets: null,
        displayname: null,
        position: null,
        status: null,
        location: null,
        active: true,
        contact: null,
        type: 'internal',
        organisation: null,
        primary_group: null
      }
    })
  })
}

/** Serves them. */
export function servePages(bare: Bare): void {
  for (const page of [CATEGORIES, PARAMETERS, STOCK, BOM]) servePage(bare, page)
  serveMe(bare)
}
