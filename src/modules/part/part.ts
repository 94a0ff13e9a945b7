import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { databaseCache } from '#db/database-cache.ts'
import { prepared } from '#db/prepared.ts'
import { refused } from '#contract/errors.ts'
import { signedIn } from '#contract/scopes.ts'
import { through } from '#crud/search.ts'
import { matchesPattern } from '#crud/terms.ts'
import { equals, hasText, isSet, modifier, type Builder } from '#crud/definition.ts'
import { readBefore } from '#crud/before.ts'
import { resource } from '#crud/resource.ts'
import { repack } from '#modules/company/index.ts'
import { copyBom, usableIn, spreadTrackable } from '#modules/bom/index.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { copyParameters, giveCategoryParameters, parametersOf, parametric } from '#modules/parameter/index.ts'
import { briefLocations } from '#modules/stock/index.ts'
import { shownTime, today } from '#framework/time.ts'
import { equalsInAnyCase } from '#db/text.ts'
import { category } from './category.ts'
import { locationOf, categoryPathJSON, categoryPaths } from './category.queries.ts'
import { partChanged } from './changed.ts'
import { stockChanged } from './low-stock.ts'
import { choosePicture, imageURL, thumbnailURL } from './images.ts'
import { checkInitialSupplier, createInitial } from './initial.ts'
import { namer } from './names.ts'
import { deleteParts } from './part.delete.ts'
import { checkPart } from './part.rules.ts'
import { variantsOf } from './family.ts'
import { salePricesOf } from './price-break.ts'
import { hasPricing, ofPricing, pricingOf } from './pricing/columns.ts'
import * as quantity from './quantities.ts'
import { star, starredBy, starsOf } from './stars.ts'
import { carriesTags, inTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { copyTests } from './test-template.ts'

type Part = Builder<'part'>

/** The settings that a new part takes its flags from (docs/behaviour/settings.md#effect-on-parts). */
const FLAG_SETTINGS = {
  is_template: 'PART_TEMPLATE',
  assembly: 'PART_ASSEMBLY',
  component: 'PART_COMPONENT',
  trackable: 'PART_TRACKABLE',
  purchaseable: 'PART_PURCHASEABLE',
  salable: 'PART_SALABLE',
  virtual: 'PART_VIRTUAL'
} as const

interface Place {
  tree_id: number
  lft: number
  rght: number
}
const readPlace = prepared<{ id: number }, Place>((db, { value }) =>
  db.selectFrom('part_category').select(['tree_id', 'lft', 'rght']).where('id', '=', value('id'))
)
const places = databaseCache<Place | null>()

/** Where a category stands in its tree; null where there is none. */
const placeOf = (db: Database, id: number): Promise<Place | null> =>
  places(db, id, async () => (await readPlace(db, { id }))[0] ?? null)

/**
 * The condition that a part lies in a category or, with cascade, below it; then a category that does not exist narrows
 * nothing (docs/behaviour/part.md#list).
 */
async function inCategory(eb: Part, value: number | null, cascade: boolean, db: Database) {
  if (value === null) return cascade ? undefined : eb('category_id', 'is', null)
  if (!cascade) return eb('category_id', '=', value)
  const top = await placeOf(db, value)
  if (!top) return undefined
  return eb('category_id', 'in', (e) =>
    e
      .selectFrom('part_category as c')
      .select('c.id')
      .where('c.tree_id', '=', top.tree_id)
      .where('c.lft', '>=', top.lft)
      .where('c.rght', '<=', top.rght)
  )
}

/** The condition that a part is linked to another as related, on either side. */
const isRelated = (id: number) => sql<boolean>`(part.id in (select part_2_id from part_related where part_1_id = ${id})
  or part.id in (select part_1_id from part_related where part_2_id = ${id}))`

const read = readBefore<{ category_id: number | null }>('category_id')

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
  deferred: ['revision_count'],
  beforeWrite: read.beforeWrite,
  search: [
    'name',
    'description',
    'IPN',
    'revision',
    'keywords',
    through('category_id', 'part_category', ['name']),
    (eb, match) =>
      eb('part.id', 'in', (e) =>
        e
          .selectFrom('manufacturer_part as m')
          .select('m.part_id')
          .where(match.in('manufacturer_part', ['MPN'], 'm'))
      ),
    (eb, match) =>
      eb('part.id', 'in', (e) =>
        e
          .selectFrom('supplier_part as s')
          .select('s.part_id')
          .where(match.in('supplier_part', ['SKU'], 's'))
      ),
    inTags('part', 'part')
  ],
  order: {
    id: 'id',
    name: 'name',
    creation_date: 'creation_date',
    IPN: 'IPN',
    ...quantity.quantityOrder,
    category: 'category_id',
    default_location: 'default_location_id',
    units: 'units',
    pricing_min: ofPricing('overall_min'),
    pricing_max: ofPricing('overall_max'),
    pricing_updated: ofPricing('updated'),
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
    IPN: (_eb, text) => equalsInAnyCase('part.IPN', text),
    IPN_regex: (eb, pattern) => matchesPattern(pattern, 'IPN_regex')(eb.ref('IPN')),
    name_regex: (eb, pattern) => matchesPattern(pattern, 'name_regex')(eb.ref('part.name')),
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
    convert_from: (eb, id) =>
      eb.and([
        eb('part.id', '!=', id),
        eb('active', '=', 1),
        eb('virtual', '=', 0),
        eb.or([
          eb('part.id', 'in', variantsOf(id)),
          sql<boolean>`part.id = (select p.variant_of_id from part p where p.id = ${id})`,
          sql<boolean>`part.variant_of_id = (select p.variant_of_id from part p where p.id = ${id})`
        ])
      ]),
    in_bom_for: (eb, id) => eb('part.id', 'in', usableIn(id)),
    revision_of: equals('revision_of_id'),
    is_revision: isSet('revision_of_id'),
    has_revisions: (eb, yes) =>
      eb('part.id', yes ? 'in' : 'not in', (e) =>
        e.selectFrom('part as r').select('r.revision_of_id').where('r.revision_of_id', 'is not', null)
      ),
    ...quantity.quantityFilters,
    has_pricing: hasPricing,
    starred: starredBy('part'),
    // 0 leaves the list as it is; an unknown part has no relatives.
    related: (_eb, id) => (id === 0 ? undefined : isRelated(id)),
    exclude_related: (eb, id) => eb.not(isRelated(id)),
    exclude_id: (eb, ids) => eb('part.id', 'not in', ids),
    tag_name: carriesTags('part', 'part')
  },
  filtersBy: {
    category: async ({ db }, { category: id, cascade }) =>
      typeof id === 'number' && cascade !== false ? JSON.stringify(await placeOf(db, id)) : '',
    cascade: () => ''
  },
  undeclared: parametric('part', 'part'),
  embed: async (rows, context, view) => {
    const ids = rows.map((row) => row.id)
    const categories = rows.map((row) => row.category_id)
    return {
      fullName: namer(context.settings),
      paths: await categoryPaths(context.db, [...categories, ...rows.map((row) => read.of(row).category_id)]),
      categories: view.category_detail
        ? await category.read(
            context,
            categories.filter((id) => id !== null),
            { created: true }
          )
        : undefined,
      locations: await briefLocations(
        context.db,
        view.location_detail ? rows.map((row) => row.default_location_id) : []
      ),
      parameters: view.parameters ? await parametersOf(context, 'part', ids) : undefined,
      tags: view.tags ? await tagsOf(context.db, 'part', ids) : undefined,
      prices: await pricingOf(context.db, view.pricing ? ids : []),
      priceBreaks: view.price_breaks ? await salePricesOf(context, ids) : undefined,
      stars: await starsOf(context, 'part', view.created ? [] : ids)
    }
  },
  toJSON: (row, also, view) => {
    const pathOf = (id: number | null) => (id === null ? undefined : also.paths.get(id))
    const path = pathOf(row.category_id)
    const prices = also.prices.get(row.id)
    return {
      active: row.active === 1,
      assembly: row.assembly === 1,
      barcode_hash: row.barcode_hash,
      category: row.category_id,
      ...(view.category_detail
        ? { category_detail: row.category_id === null ? null : also.categories!.get(row.category_id)! }
        : {}),
      ...(view.path_detail ? { category_path: path ? categoryPathJSON(path) : null } : {}),
      ...(path?.length ? { category_name: path.at(-1)!.name } : {}),
      component: row.component === 1,
      creation_date: row.creation_date,
      creation_user: row.creation_user_id,
      default_expiry: row.default_expiry,
      default_location: row.default_location_id,
      ...(view.location_detail
        ? {
            default_location_detail:
              row.default_location_id === null ? null : also.locations.get(row.default_location_id)!
          }
        : {}),
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
      ...(view.list && !view.exported ? {} : { notes: row.notes }),
      ...(view.parameters ? { parameters: also.parameters!.get(row.id)! } : {}),
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
      ...(view.pricing
        ? {
            pricing_min: prices?.overall_min ?? null,
            pricing_max: prices?.overall_max ?? null,
            pricing_updated: shownTime(prices?.updated ?? null)
          }
        : {}),
      responsible: row.responsible_owner_id,
      ...(view.price_breaks ? { price_breaks: also.priceBreaks!.get(row.id)! } : {}),
      ...quantity.shownQuantities(view.created ? undefined : row),
      category_default_location: view.created ? null : locationOf(pathOf(read.of(row).category_id) ?? []),
      ...(view.tags ? { tags: also.tags!.get(row.id)! } : {})
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
    unique: [['name', 'IPN', 'revision']],
    check: async (change) => {
      if (!change.before) change.values.creation_user_id = signedIn(change.context).id
      if (!change.before) await checkInitialSupplier(change)
      await checkPart(change)
      await choosePicture(change)
    },
    saved: async (change, id) => {
      const { context, db, before, body, values } = change
      if (body.duplicate?.copy_bom)
        await copyBom(db, context.settings, body.duplicate.original, id, {
          removeExisting: true,
          includeInherited: false,
          skipInvalid: true,
          copySubstitutes: true
        })
      if (before) {
        await stockChanged(db, [id])
        await partChanged(context, db, { id, name: body.name ?? before.name })
      }
      if (before && values.units !== undefined && values.units !== before.units)
        await repack(db, context, id, values.units as string | null)
      if (values.trackable ?? before?.trackable) await spreadTrackable(db, [id])
      if (body.tags) await setTags(db, 'part', id, body.tags)
      if (before && values.image !== undefined && values.image !== before.image) await dropFiles(db, [before.image])
      const notes =
        body.duplicate?.copy_notes === false
          ? undefined
          : body.duplicate &&
            (await db.selectFrom('part').select('notes').where('id', '=', body.duplicate.original).executeTakeFirst())
      if (notes) await db.updateTable('part').set(notes).where('id', '=', id).execute()
      if (body.duplicate?.copy_tests) await copyTests(db, body.duplicate.original, id)
      if (before) return
      if (body.duplicate && body.duplicate.copy_parameters !== false)
        await copyParameters(db, 'part', body.duplicate.original, id)
      if (body.copy_category_parameters !== false && values.category_id)
        await giveCategoryParameters(db, values.category_id as number, id)
      await createInitial(change, id)
    },
    answered: async ({ context, db, before, bulk, body }, id) => {
      const { starred } = body as { starred?: boolean } // PATCH and PUT have it, POST passes it over
      if (before && !bulk && starred !== undefined) await star(context, db, 'part', id, starred)
    },
    remove: async (row, db, { settings }) => {
      if (row.locked && settings.flag('PART_ENABLE_LOCKING')) throw refused('Cannot delete this part as it is locked')
      if (row.active) throw refused('Cannot delete this part as it is still active')
      if (
        !settings.flag('PART_ALLOW_DELETE_FROM_ASSEMBLY') &&
        (await db.selectFrom('bom_item').select('id').where('sub_part_id', '=', row.id).limit(1).executeTakeFirst())
      ) {
        throw refused('Cannot delete this part as it is used in an assembly')
      }
      await deleteParts(db, settings, [row.id])
    }
  }
})
