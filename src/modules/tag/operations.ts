import { invalid } from '#contract/errors.ts'
import { contentType } from '#modules/contenttype/index.ts'
import { resource } from '#crud/resource.ts'
import { slugOf } from './tags.ts'

/** The module for tags; which record carries which, says the record. */
export const tagOperations = resource('tag', 'tag', {
  className: 'Tag',
  options: {},
  computed: {},
  search: ['name'],
  order: { name: 'name' },
  defaultOrder: ['id'],
  filters: {
    model_type: (eb, word) => {
      const found = contentType(word)
      if (!found) throw invalid({ model_type: [`Invalid model type: ${word}`] })
      return eb('tag.id', 'in', (e) => e.selectFrom('tagged_item').select('tag_id').where('model', '=', found.model))
    }
  },
  toJSON: (row) => ({ pk: row.id, name: row.name, slug: row.slug }),
  write: {
    columns: { name: 'name' },
    check: async ({ db, before, body, values }) => {
      if (body.name === undefined) return
      const slug = slugOf(body.name)
      const duplicates = await db
        .selectFrom('tag')
        .select(['name', 'slug'])
        .where('id', '!=', before?.id ?? -1)
        .where((eb) => eb.or([eb('name', '=', body.name!), eb('slug', '=', slug)]))
        .execute()
      if (duplicates.some(({ name }) => name === body.name))
        throw invalid({ name: ['tag with this name already exists.'] })
      if (duplicates.length) throw invalid({ slug: ['Tag with this Slug already exists.'] })
      values.slug = slug
    }
  }
}).operations
