import { sql } from 'kysely'
import { invalid, refused } from '#contract/errors.ts'
import { equals, modifier, type Builder, type Change } from '#crud/definition.ts'
import { readBefore } from '#crud/before.ts'
import { resource } from '#crud/resource.ts'
import { treeFilters } from '#crud/tree.filters.ts'
import { inSubtree, placeNode } from '#crud/tree.ts'
import { parametersOf } from '#modules/parameter/index.ts'
import { locationOf, categoryPathJSON, categoryPaths } from './category.queries.ts'
import { deleteCategory } from './category.delete.ts'
import { iconProblem } from '#modules/icons/index.ts'
import { star, starredBy, starsOf } from './stars.ts'

type Category = Builder<'part_category'>

const tree = treeFilters('part_category')

/** How many parts lie in a category and below it. */
const partCount = (_eb: Category) => sql<number>`(part_category.parts + part_category.parts_below)`

/** How many categories lie below. */
const subcategories = (_eb: Category) => sql<number>`(part_category.rght - part_category.lft - 1) / 2`

async function check({ context, db, before, body, values }: Change<'part_category', 'part_category'>): Promise<void> {
  const name = body.name ?? before?.name
  const parent = body.parent === undefined ? (before?.parent_id ?? null) : body.parent
  if (
    before &&
    parent !== null &&
    parent !== before.parent_id &&
    (await inSubtree(db, 'part_category', parent, before.id))
  )
    throw invalid({ parent: ['Invalid choice'] })
  if (body.icon !== undefined) {
    const problem = iconProblem(body.icon ?? '')
    if (problem) throw invalid({ _icon: [problem] })
    // The default icon, given to a category that has none of its own, is no icon of its own.
    values.icon =
      !before?.icon && body.icon === context.settings.text('PART_CATEGORY_DEFAULT_ICON') ? '' : (body.icon ?? '')
  }
  // Also one that was structural before: parts may have come from a category below that was deleted.
  if (before && (body.structural ?? before.structural)) {
    const part = await db
      .selectFrom('part')
      .select('id')
      .where('category_id', '=', before.id)
      .limit(1)
      .executeTakeFirst()
    if (part)
      throw refused('You cannot make this part category structural because some parts are already assigned to it!')
  }
  const duplicate = await db
    .selectFrom('part_category')
    .select('id')
    .where('name', '=', name!)
    .where('parent_id', parent === null ? 'is' : '=', parent)
    .executeTakeFirst()
  if (duplicate && duplicate.id !== before?.id) throw refused('Duplicate names cannot exist under the same parent')
}

const read = readBefore<{ parent_id: number | null }>('parent_id')

export const category = resource('part_category', 'part_category', {
  className: 'PartCategory',
  options: { path_detail: { default: false }, parameters: { default: false } },
  computed: { part_count: partCount, subcategories },
  deferred: ['part_count', 'subcategories'],
  beforeWrite: read.beforeWrite,
  search: ['name', 'description', 'pathstring'],
  order: {
    name: 'name',
    pathstring: 'pathstring',
    level: 'level',
    tree_id: 'tree_id',
    lft: 'lft',
    part_count: partCount
  },
  defaultOrder: ['tree_id', 'lft', 'name'],
  filters: {
    name: equals('name'),
    structural: equals('structural'),
    parent: tree.parent,
    cascade: tree.cascade,
    top_level: tree.top_level,
    depth: tree.depth,
    starred: starredBy('part_category'),
    exclude_tree: tree.outside
  },
  filtersBy: tree.filtersBy,
  embed: async (rows, context, view) => {
    const ids = rows.map((row) => row.id)
    return {
      paths: await categoryPaths(context.db, ids),
      left: await categoryPaths(
        context.db,
        rows.map((row) => read.of(row).parent_id).filter((id, at) => id !== rows[at]!.parent_id)
      ),
      stars: await starsOf(context, 'part_category', view.created ? [] : ids),
      parameters: view.parameters ? await parametersOf(context, 'partcategory', ids) : undefined
    }
  },
  toJSON: (row, { paths, left, stars, parameters }, view, context) => {
    const path = paths.get(row.id)!
    const parent = read.of(row).parent_id
    const above = parent === row.parent_id ? path.slice(0, -1) : parent === null ? [] : left.get(parent)!
    return {
      pk: row.id,
      name: row.name,
      description: row.description,
      default_location: row.default_location_id,
      default_keywords: row.default_keywords,
      level: row.level,
      parent: row.parent_id,
      part_count: view.created ? null : row.part_count,
      subcategories: view.created ? null : row.subcategories,
      pathstring: row.pathstring,
      starred: stars.has(row.id),
      structural: row.structural === 1,
      icon: row.icon || context.settings.text('PART_CATEGORY_DEFAULT_ICON'),
      parent_default_location: view.created ? null : locationOf(above),
      ...(view.path_detail ? { path: categoryPathJSON(path) } : {}),
      ...(view.parameters ? { parameters: parameters!.get(row.id)! } : {})
    }
  },
  write: {
    columns: {
      name: 'name',
      description: 'description',
      default_location: 'default_location_id',
      default_keywords: 'default_keywords',
      parent: 'parent_id',
      structural: 'structural',
      icon: null,
      starred: null
    },
    check,
    saved: ({ before, db, values }, id) => placeNode(db, 'part_category', id, before, values),
    // The answer shows the subscription as it was before the change.
    answered: async ({ context, db, before, body, bulk }, id) => {
      if (before && !bulk && body.starred !== undefined) await star(context, db, 'part_category', id, body.starred)
    },
    remove: (row, db, context) => deleteCategory(db, row, context.settings, context.body)
  }
})

export const categoryTree = resource('part_category_tree', 'part_category', {
  className: 'PartCategory',
  options: {},
  computed: { subcategories },
  search: ['name', 'description'],
  order: { level: ['level', 'name'], name: ['name', 'level'], subcategories },
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
  toJSON: (row, _embedded, _view, context) => ({
    pk: row.id,
    name: row.name,
    description: row.description,
    pathstring: row.pathstring,
    parent: row.parent_id,
    tree_id: row.tree_id,
    level: row.level,
    icon: row.icon || context.settings.text('PART_CATEGORY_DEFAULT_ICON'),
    structural: row.structural === 1,
    subcategories: row.subcategories
  })
})
