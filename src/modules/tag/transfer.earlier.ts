// Tags as earlier releases wrote them: by the bare number of a content type, which only the old database could tell.
import type { Translation, Translations } from '#framework/transfer/translate.ts'

/** What could have tags then. */
const TAGGED = [
  'part.part',
  'stock.stockitem',
  'stock.stocklocation',
  'company.manufacturerpart',
  'company.supplierpart'
]

/** The model is the only one that has a record for every tag of a number; where several fit, nobody can tell. */
const taggedModels: Translation = {
  model: 'taggit.taggeditem',
  translate: (items, { file, translated, leftOut }) => {
    const bare = items.filter(({ fields }) => typeof fields.content_type === 'number')
    for (const [, tagged] of Map.groupBy(bare, ({ fields }) => fields.content_type)) {
      const fitting = TAGGED.filter((model) => {
        const keys = new Set<unknown>(file.of(model).map(({ pk }) => pk))
        return tagged.every(({ fields }) => keys.has(fields.object_id))
      })
      if (fitting.length === 1) {
        for (const item of tagged) item.fields = { ...item.fields, content_type: fitting[0]!.split('.') }
        translated('taggit.taggeditem.content_type', 'the name of the model', tagged.length)
      } else {
        const lost = new Set(tagged)
        file.keep('taggit.taggeditem', (item) => !lost.has(item))
        leftOut(
          'taggit.taggeditem',
          'what they tag is named by a bare number, which several models fit, or none',
          tagged.length
        )
      }
    }
  }
}

/** Tags, from release to release. */
export const TAG_EARLIER: Translations = { '0.14': [taggedModels] }
