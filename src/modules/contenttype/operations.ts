import { nothingThere, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'
import { CONTENT_TYPES, contentType, contentTypeOf, contentTypeLabel, type ContentType } from './models.ts'

const shown = (one: ContentType) => ({
  pk: one.pk,
  app_label: one.app_label,
  model: one.model,
  app_labeled_name: contentTypeLabel(one),
  is_plugin: false
})

const list: Handler<'contenttype_list'> = (call, send) =>
  send(
    200,
    listed(call, CONTENT_TYPES.map(shown), { search: ['app_label', 'model'], order: ['pk', 'app_label', 'model'] })
  )

const one: Handler<'contenttype_retrieve'> = ({ path }, send) => {
  const found = contentTypeOf(path.id)
  if (!found) throw notFound('ContentType')
  return send(200, shown(found))
}

const byModel: Handler<'contenttype_retrieve_model'> = ({ path }, send) => {
  const found = contentType(path.model)
  if (!found) throw nothingThere()
  return send(200, shown(found))
}

/** The module for content types: which kinds of records there are. */
export const contentTypeOperations = {
  contenttype_list: list,
  contenttype_retrieve: one,
  contenttype_retrieve_model: byModel
}
