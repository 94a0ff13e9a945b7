import { refused } from '#contract/errors.ts'
import { modifier, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { template, checkUnit } from '#modules/parameter/index.ts'
import { category } from './category.ts'

async function check({
  context,
  db,
  before,
  body
}: Change<'part_category_parameters', 'part_category_parameter'>): Promise<void> {
  const categoryId = body.category ?? before!.category_id
  const templateId = body.template ?? before!.template_id
  const duplicate = await db
    .selectFrom('part_category_parameter')
    .select('id')
    .where('category_id', '=', categoryId)
    .where('template_id', '=', templateId)
    .executeTakeFirst()
  if (duplicate && duplicate.id !== before?.id) throw refused('The fields category, template must make a unique set.')
  const value = body.default_value ?? before?.default_value
  if (!value) return
  const { units } = await db
    .selectFrom('parameter_template')
    .select('units')
    .where('id', '=', templateId)
    .executeTakeFirstOrThrow()
  checkUnit(context, units, value, 'default_value')
}

export const categoryParameter = resource('part_category_parameters', 'part_category_parameter', {
  className: 'PartCategoryParameterTemplate',
  options: {
    category_detail: { default: true, needs: ['part_category', 'build'] },
    template_detail: { default: true }
  },
  computed: {},
  search: [],
  order: {},
  defaultOrder: ['id'],
  filters: {
    category: async (eb, id, { db }, { fetch_parent: fetchParent }) => {
      const own = await db
        .selectFrom('part_category')
        .select(['tree_id', 'lft', 'rght'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!own) return undefined
      if (fetchParent === false) return eb('category_id', '=', id)
      return eb('category_id', 'in', (e) =>
        e
          .selectFrom('part_category as above')
          .select('above.id')
          .where('above.tree_id', '=', own.tree_id)
          .where('above.lft', '<=', own.lft)
          .where('above.rght', '>=', own.rght)
      )
    },
    fetch_parent: modifier
  },
  embed: async (rows, context, view) => ({
    categories: await category.read(context, view.category_detail ? rows.map((row) => row.category_id) : [], {
      created: true
    }),
    templates: await template.read(context, view.template_detail ? rows.map((row) => row.template_id) : [])
  }),
  toJSON: (row, { categories, templates }, view) => ({
    pk: row.id,
    category: row.category_id,
    ...(view.category_detail ? { category_detail: categories.get(row.category_id)! } : {}),
    template: row.template_id,
    ...(view.template_detail ? { template_detail: templates.get(row.template_id)! } : {}),
    default_value: row.default_value
  }),
  write: { columns: { category: 'category_id', template: 'template_id', default_value: 'default_value' }, check }
})
