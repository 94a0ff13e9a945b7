import { sql } from 'kysely'
import { invalid, refused } from '#contract/errors.ts'
import { signedIn } from '#contract/scopes.ts'
import { matchesPattern } from '#crud/list.ts'
import { lookup } from '#crud/lookup.ts'
import { equals, hasText, isSet, modifier, type Builder } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { today } from '#src/time.ts'
import { category } from './category.ts'
import { categoryNames, locationOf, shownPath, waysTo } from './category.queries.ts'
import { imageURL, thumbnailURL } from './images.ts'
import { checkInitialSupplier, createInitial } from './initial.ts'
import { namer } from './names.ts'
import { deleteParts } from './part.delete.ts'
import { checkPart, variantsOf } from './part.rules.ts'
import * as quantity from './quantities.ts'
import { star, starredBy, starsOf } from './stars.ts'
import { carriesTags, setTags, tagsOf } from './tags.ts'

type Part = Builder<'part'>

/** A filter that compares a quantity with nothing: `true` more than nothing, `false` not more. */
const positive = (amount: typeof quantity.inStock) => (_eb: Part, yes: boolean) => yes ? sql<boolean>`${amount()} > 0` : sql<boolean>`${amount()} <= 0`

/** The settings that a new part takes its flags from (behaviour-part 3). */
const FLAG_SETTINGS = {
  is_template: 'PART_TEMPLATE',
  assembly: 'PART_ASSEMBLY',
  component: 'PART_COMPONENT',
  trackable: 'PART_TRACKABLE',
  purchaseable: 'PART_PURCHASEABLE',
  salable: 'PART_SALABLE',
  virtual: 'PART_VIRTUAL'
} as const

/** The condition that a part lies in a category or, with cascade, below it; then a category that does not exist narrows nothing (behaviour-part 7). */
async function inCategory (eb: Part, value: number | null, cascade: boolean, db: Parameters<typeof tagsOf>[0]) {
  if (value === null) return cascade ? undefined : eb('category_id', 'is', null)
  if (!cascade) return eb('category_id', '=', value)
  const top = await db.selectFrom('part_category').select(['tree_id', 'lft', 'rght']).where('id', '=', value).executeTakeFirst()
  if (!top) return undefined
  return eb('category_id', 'in', (e) => e.selectFrom('part_category as c').select('c.id')
    .where('c.tree_id', '=', top.tree_id).where('c.lft', '>=', top.lft).where('c.rght', '<=', top.rght))
}

/** What the contract takes and no room serves yet is refused: passed over in silence, it would be lost. */
function refuseWhatIsMissing (body: Record<string, unknown>): void {
  const fields = ['image', 'existing_image'].filter((name) => body[name] !== undefined && body[name] !== null && body[name] !== '')
  if (fields.length) throw invalid(Object.fromEntries(fields.map((name) => [name, ['This server cannot store this yet; create the part without it.']])))
}

export const part = resource('part', 'part', {
  className: 'Part',
  options: {
    category_detail: { default: false, needs: ['part_category', 'build'] },
    path_detail: { default: false },
    location_detail: { default: false, needs: ['stock_location', 'build'] },
    parameters: { default: false },
    price_breaks: { default: false },
    tags: { default: false, filter: carriesTags('part', 'part') },
    pricing: { default: true }
  },
  computed: { revision_count: quantity.revisionCount },
  search: ['name', 'description', 'IPN', 'revision', 'keywords',
    (eb, match) => eb('category_id', 'in', (e) => e.selectFrom('part_category as c').select('c.id').where(match(sql.ref('c.name')))),
    (eb, match) => eb('part.id', 'in', (e) => e.selectFrom('manufacturer_part as m').select('m.part_id').where(match(sql.ref('m.MPN')))),
    (eb, match) => eb('part.id', 'in', (e) => e.selectFrom('supplier_part as s').select('s.part_id').where(match(sql.ref('s.SKU')))),
    (eb, match) => eb('part.id', 'in', (e) => e.selectFrom('tagged_item').innerJoin('tag', 'tag.id', 'tagged_item.tag_id').select('object_id')
      .where('model', '=', 'part').where((x) => x.or([match(sql.ref('tag.name')), match(sql.ref('tag.slug'))])))],
  order: {
    id: 'id',
    name: 'name',
    creation_date: 'creation_date',
    IPN: 'IPN',
    ordering: quantity.onOrder,
    in_stock: quantity.inStock,
    total_in_stock: quantity.totalInStock,
    unallocated_stock: quantity.unallocatedStock,
    category: 'category_id',
    default_location: 'default_location_id',
    units: 'units',
    pricing_min: quantity.pricing,
    pricing_max: quantity.pricing,
    pricing_updated: quantity.pricing,
    revision: 'revision',
    revision_count: quantity.revisionCount
  },
  defaultOrder: ['name'],
  filters: {
    active: equals('active'),
    assembly: equals('assembly'),
    component: equals('component'),
    trackable: equals('trackable'),
    testable: equals('testable'),
    purchaseable: equals('purchaseable'),
    salable: equals('salable'),
    locked: equals('locked'),
    virtual: equals('virtual'),
    consumable: equals('consumable'),
    is_template: equals('is_template'),
    bom_valid: equals('bom_validated'),
    IPN: (eb, text) => eb(eb.fn<string>('lower', ['IPN']), '=', text.toLowerCase()),
    IPN_regex: (eb, pattern) => matchesPattern(pattern)(eb.ref('IPN')),
    name_regex: (eb, pattern) => matchesPattern(pattern)(eb.ref('part.name')),
    has_ipn: hasText('IPN'),
    has_units: hasText('units'),
    category: (eb, value, { db }, query) => inCategory(eb, value, query.cascade !== false, db),
    cascade: modifier,
    default_location: equals('default_location_id'),
    created_before: (eb, date) => eb('creation_date', '<', date),
    created_after: (eb, date) => eb('creation_date', '>', date),
    is_variant: isSet('variant_of_id'),
    variant_of: equals('variant_of_id'),
    ancestor: (eb, id) => eb('part.id', 'in', variantsOf(id)),
    exclude_tree: (eb, id) => eb.and([eb('part.id', '!=', id), eb('part.id', 'not in', variantsOf(id))]),
    convert_from: (eb, id) => eb.and([
      eb('part.id', '!=', id),
      eb('active', '=', 1),
      eb('virtual', '=', 0),
      eb.or([
        eb('part.id', 'in', variantsOf(id)),
        sql<boolean>`part.id = (select p.variant_of_id from part p where p.id = ${id})`,
        sql<boolean>`part.variant_of_id = (select p.variant_of_id from part p where p.id = ${id})`
      ])
    ]),
    // No part is used in another before there is a room for bills of material.
    in_bom_for: (eb) => eb.lit(false),
    revision_of: equals('revision_of_id'),
    is_revision: isSet('revision_of_id'),
    has_revisions: (_eb, yes) => yes ? sql<boolean>`${quantity.revisionCount()} <> 0` : sql<boolean>`${quantity.revisionCount()} = 0`,
    low_stock: (_eb, yes) => yes
      ? sql<boolean>`(part.minimum_stock <> 0 and ${quantity.totalInStock()} < part.minimum_stock)`
      : sql<boolean>`${quantity.totalInStock()} >= part.minimum_stock`,
    high_stock: (_eb, yes) => yes
      ? sql<boolean>`(part.maximum_stock <> 0 and ${quantity.totalInStock()} > part.maximum_stock)`
      : sql<boolean>`(part.maximum_stock = 0 or ${quantity.totalInStock()} <= part.maximum_stock)`,
    has_stock: positive(quantity.inStock),
    unallocated_stock: positive(quantity.unallocatedStock),
    on_order: positive(quantity.onOrder),
    depleted_stock: (_eb, yes) => yes
      ? sql<boolean>`(${quantity.inStock()} = 0 and ${quantity.stockItemCount()} <> 0)`
      : sql<boolean>`not (${quantity.inStock()} = 0 and ${quantity.stockItemCount()} <> 0)`,
    stock_to_build: (_eb, yes) => yes
      ? sql<boolean>`${quantity.requiredForBuilds()} > ${quantity.allocatedToBuilds()}`
      : sql<boolean>`${quantity.requiredForBuilds()} <= ${quantity.allocatedToBuilds()}`,
    has_pricing: (_eb, yes) => yes ? sql<boolean>`${quantity.pricing()} is not null` : sql<boolean>`${quantity.pricing()} is null`,
    starred: starredBy('part'),
    // Parts are not related before there is a room for it: 0 leaves the list as it is, every other number names nothing.
    related: (eb, id) => id === 0 ? undefined : eb.lit(false),
    exclude_related: modifier,
    exclude_id: (eb, ids) => eb('part.id', 'not in', ids),
    tag_name: carriesTags('part', 'part')
  },
  embed: async (rows, call, view) => {
    const ids = rows.map((row) => row.id)
    const categories = rows.map((row) => row.category_id)
    return {
      fullName: namer(call.settings),
      categoryNames: await categoryNames(call.db, categories),
      ways: await waysTo(call.db, categories),
      categories: view.category_detail ? await category.read(call, categories.filter((id) => id !== null), { created: true }) : undefined,
      locations: await lookup(view.location_detail ? rows.map((row) => row.default_location_id) : [], async (keys) =>
        (await call.db.selectFrom('stock_location').select(['id', 'name', 'pathstring']).where('id', 'in', keys).execute())
          .map(({ id, name, pathstring }) => [id, { pk: id, name, pathstring }])),
      tags: view.tags ? await tagsOf(call.db, 'part', ids) : undefined,
      stars: await starsOf(call, 'part', ids)
    }
  },
  toJSON: (row, also, view) => {
    const way = row.category_id === null ? undefined : also.ways.get(row.category_id)
    const amount = view.created ? null : 0
    return {
      active: row.active === 1,
      assembly: row.assembly === 1,
      barcode_hash: row.barcode_hash,
      category: row.category_id,
      ...view.category_detail ? { category_detail: row.category_id === null ? null : also.categories!.get(row.category_id)! } : {},
      ...view.path_detail ? { category_path: way ? shownPath(way) : null } : {},
      ...row.category_id === null ? {} : { category_name: also.categoryNames.get(row.category_id)! },
      component: row.component === 1,
      creation_date: row.creation_date,
      creation_user: row.creation_user_id,
      default_expiry: row.default_expiry,
      default_location: row.default_location_id,
      ...view.location_detail ? { default_location_detail: row.default_location_id === null ? null : also.locations.get(row.default_location_id)! } : {},
      description: row.description,
      full_name: also.fullName(row),
      image: imageURL(row.image),
      IPN: row.IPN,
      is_template: row.is_template === 1,
      keywords: row.keywords,
      link: row.link,
      locked: row.locked === 1,
      minimum_stock: row.minimum_stock,
      maximum_stock: row.maximum_stock,
      name: row.name,
      ...view.list ? {} : { notes: row.notes },
      ...view.parameters ? { parameters: [] } : {},
      pk: row.id,
      purchaseable: row.purchaseable === 1,
      revision: row.revision,
      revision_of: row.revision_of_id,
      revision_count: view.created ? null : row.revision_count,
      salable: row.salable === 1,
      starred: also.stars.has(row.id),
      thumbnail: thumbnailURL(row.image),
      testable: row.testable === 1,
      trackable: row.trackable === 1,
      units: row.units,
      variant_of: row.variant_of_id,
      virtual: row.virtual === 1,
      consumable: row.consumable === 1,
      ...view.pricing ? { pricing_min: null, pricing_max: null, pricing_updated: null } : {},
      responsible: row.responsible_owner_id,
      ...view.price_breaks ? { price_breaks: [] } : {},
      allocated_to_build_orders: amount,
      allocated_to_sales_orders: amount,
      building: amount,
      scheduled_to_build: amount,
      category_default_location: view.created || !way ? null : locationOf(way),
      in_stock: amount,
      ordering: amount,
      required_for_build_orders: amount,
      required_for_sales_orders: amount,
      stock_item_count: amount,
      total_in_stock: amount,
      external_stock: amount,
      unallocated_stock: amount,
      variant_stock: amount,
      ...view.tags ? { tags: also.tags!.get(row.id)! } : {}
    }
  },
  write: {
    columns: {
      name: 'name',
      description: 'description',
      IPN: 'IPN',
      revision: 'revision',
      revision_of: 'revision_of_id',
      variant_of: 'variant_of_id',
      category: 'category_id',
      keywords: 'keywords',
      link: 'link',
      units: 'units',
      default_location: 'default_location_id',
      default_expiry: 'default_expiry',
      minimum_stock: 'minimum_stock',
      maximum_stock: 'maximum_stock',
      is_template: 'is_template',
      assembly: 'assembly',
      component: 'component',
      trackable: 'trackable',
      testable: 'testable',
      purchaseable: 'purchaseable',
      salable: 'salable',
      virtual: 'virtual',
      consumable: 'consumable',
      active: 'active',
      locked: 'locked',
      notes: 'notes',
      responsible: 'responsible_owner_id',
      creation_user: 'creation_user_id',
      image: null,
      existing_image: null,
      tags: null,
      duplicate: null,
      initial_stock: null,
      initial_supplier: null,
      copy_category_parameters: null
    },
    initial: ({ settings }) => ({
      IPN: '',
      revision: '',
      units: '',
      creation_date: today(),
      ...Object.fromEntries(Object.entries(FLAG_SETTINGS).map(([column, key]) => [column, settings.flag(key) ? 1 : 0]))
    }),
    reset: { IPN: '', revision: '', minimum_stock: 0, maximum_stock: 0 },
    check: async (change) => {
      if (!change.before) change.values.creation_user_id = signedIn(change.call).id
      refuseWhatIsMissing(change.body)
      if (!change.before) await checkInitialSupplier(change)
      await checkPart(change)
    },
    saved: async (change, id) => {
      const { db, before, body } = change
      if (!before) await createInitial(change, id)
      if (body.tags) await setTags(db, 'part', id, body.tags)
      const notes = body.duplicate?.copy_notes === false ? undefined : body.duplicate && await db.selectFrom('part').select('notes').where('id', '=', body.duplicate.original).executeTakeFirst()
      if (notes) await db.updateTable('part').set(notes).where('id', '=', id).execute()
    },
    answered: async ({ call, db, before, bulk, body }, id) => {
      const { starred } = body as { starred?: boolean } // PATCH and PUT have it, POST passes it over
      if (before && !bulk && starred !== undefined) await star(call, db, 'part', id, starred)
    },
    remove: async (row, db, { settings }) => {
      if (row.locked && settings.flag('PART_ENABLE_LOCKING')) throw refused('Cannot delete this part as it is locked')
      if (row.active) throw refused('Cannot delete this part as it is still active')
      await deleteParts(db, [row.id])
    }
  }
})
