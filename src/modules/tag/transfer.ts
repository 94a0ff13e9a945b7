import { plain, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** Tags, and what has them, as an export has them. */
export const TAG_TRANSFER: readonly TransferModel[] = [
  {
    name: 'taggit.tag',
    table: 'tag',
    natural: { field: 'name', readOnly: true },
    unique: [['name'], ['slug']],
    fields: { name: text('name'), slug: text('slug') }
  },
  {
    name: 'taggit.taggeditem',
    table: 'tagged_item',
    unique: [['content_type', 'object_id', 'tag']],
    fields: {
      tag: relation('tag_id', 'taggit.tag'),
      content_type: plain('model')('model'),
      object_id: { ...plain('target')('object_id'), type: 'content_type', loose: true }
    }
  }
]
