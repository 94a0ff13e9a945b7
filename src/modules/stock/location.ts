import { invalid, refused } from '#contract/errors.ts'
import { equals, isSet, modifier, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { treeFilters } from '#crud/tree.filters.ts'
import { inSubtree, placeNode } from '#crud/tree.ts'
import { parametersOf } from '#modules/parameter/index.ts'
import { carriesTags, inTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { deleteLocation } from './location.delete.ts'
import { iconOf, itemCount, locationPathJSON, sublocations, typeIcon, locationPaths } from './location.queries.ts'
import { locationType } from './location-type.ts'

const tree = treeFilters('stock_location')

async function check({ db, before, body }: Change<'stock_location', 'stock_location'>): Promise<void> {
  const name = body.name ?? before?.name
  const parent = body.parent === undefined ? (before?.parent_id ?? null) : body.parent
  if (
    before &&
    parent !== null &&
    parent !== before.parent_id &&
    (await inSubtree(db, 'stock_location', parent, before.id))
  )
    throw invalid({ parent: ['Invalid choice'] })
  // Also one that was structural before: items may have come from a location below that was deleted.
  if (
    before &&
    (body.structural ?? before.structural) &&
    (await db.selectFrom('stock_item').select('id').where('location_id', '=', before.id).limit(1).executeTakeFirst())
  ) {
    throw refused(
      'You cannot make this stock location structural because some stock items are already located into it!'
    )
  }
  const duplicate = await db
    .selectFrom('stock_location')
    .select('id')
    .where('name', '=', name!)
    .where('parent_id', parent === null ? 'is' : '=', parent)
    .executeTakeFirst()
  if (duplicate && duplicate.id !== before?.id) throw refused('Duplicate names cannot exist under the same parent')
}

export const location = resource('stock_location', 'stock_location', {
  className: 'StockLocation',
  options: {
    path_detail: { default: false },
    parameters: { default: false },
    tags: { default: false, filter: carriesTags('stocklocation', 'stock_location') }
  },
  computed: { items: itemCount, sublocations, type_icon: typeIcon },
  search: ['name', 'description', 'pathstring', inTags('stocklocation', 'stock_location')],
  order: { name: 'name', pathstring: 'pathstring', items: itemCount, level: 'level', tree_id: 'tree_id', lft: 'lft' },
  defaultOrder: ['tree_id', 'lft', 'name'],
  filters: {
    name: equals('name'),
    structural: equals('structural'),
    external: equals('external'),
    location_type: equals('location_type_id'),
    has_location_type: isSet('location_type_id'),
    tag_name: carriesTags('stocklocation', 'stock_location'),
    parent: tree.parent,
    cascade: tree.cascade,
    top_level: tree.top_level,
    depth: tree.depth
  },
  filtersBy: tree.filtersBy,
  embed: async (rows, context, view) => {
    const ids = rows.map((row) => row.id)
    return {
      types: await locationType.read(
        context,
        rows.map((row) => row.location_type_id).filter((id) => id !== null),
        { created: true }
      ),
      paths: view.path_detail ? await locationPaths(context.db, ids) : undefined,
      tags: view.tags ? await tagsOf(context.db, 'stocklocation', ids) : undefined,
      parameters: view.parameters ? await parametersOf(context, 'stocklocation', ids) : undefined
    }
  },
  toJSON: (row, { types, paths, tags, parameters }, view, { settings }) => ({
    pk: row.id,
    barcode_hash: row.barcode_hash,
    name: row.name,
    level: row.level,
    description: row.description,
    parent: row.parent_id,
    pathstring: row.pathstring,
    ...(view.created ? {} : { items: row.items, sublocations: row.sublocations }),
    owner: row.owner_id,
    icon: iconOf(row, settings),
    custom_icon: row.icon,
    structural: row.structural === 1,
    external: row.external === 1,
    location_type: row.location_type_id,
    location_type_detail: row.location_type_id === null ? null : (types.get(row.location_type_id) ?? null),
    ...(view.path_detail ? { path: locationPathJSON(paths!.get(row.id)!, settings) } : {}),
    ...(view.tags ? { tags: tags!.get(row.id)! } : {}),
    ...(view.parameters ? { parameters: parameters!.get(row.id)! } : {})
  }),
  write: {
    columns: {
      name: 'name',
      description: 'description',
      parent: 'parent_id',
      owner: 'owner_id',
      custom_icon: 'icon',
      structural: 'structural',
      external: 'external',
      location_type: 'location_type_id',
      tags: null
    },
    check,
    saved: async ({ before, db, body, values }, id) => {
      await placeNode(db, 'stock_location', id, before, values)
      if (body.tags) await setTags(db, 'stocklocation', id, body.tags)
    },
    remove: (row, db, context) => deleteLocation(db, row, context.settings, context.body)
  }
})

export const locationTree = resource('stock_location_tree', 'stock_location', {
  className: 'StockLocation',
  options: {},
  computed: { sublocations, type_icon: typeIcon },
  search: ['name', 'description'],
  order: { level: ['level', 'name'], name: ['name', 'level'], subcategories: sublocations },
  defaultOrder: ['level', 'name'],
  leadingOrder: tree.pathsFirst,
  filters: {
    parent: equals('parent_id'),
    tree_id: equals('tree_id'),
    level: equals('level'),
    max_level: (eb, level) => eb('level', '<=', level),
    expand_to: modifier
  },
  also: tree.also,
  toJSON: (row, _embedded, _view, { settings }) => ({
    pk: row.id,
    name: row.name,
    description: row.description,
    pathstring: row.pathstring,
    parent: row.parent_id,
    tree_id: row.tree_id,
    level: row.level,
    icon: iconOf(row, settings),
    structural: row.structural === 1,
    sublocations: row.sublocations
  })
})
