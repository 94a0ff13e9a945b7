import { invalid, type Problems } from '#contract/errors.ts'
import { equals, hasText, modifier, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { fold } from '#db/text.ts'
import { sql } from 'kysely'
import { requestedModel, parametricModelName, shownModel } from './model-types.ts'
import { existsFor, existsForRecord, existsForRelated } from './template.filters.ts'
import { templateChoices, numericValue } from './values.ts'

type TemplateChange = Change<'parameter_template', 'parameter_template'>

async function check({ db, before, body, values }: TemplateChange): Promise<void> {
  if (body.name !== undefined) {
    const duplicate = await db
      .selectFrom('parameter_template')
      .select('id')
      .where('name', '=', body.name)
      .executeTakeFirst()
    if (duplicate && duplicate.id !== before?.id)
      throw invalid({ name: ['Parameter Template with this Name already exists.'] })
  }
  if (body.model_type !== undefined) values.model_type = body.model_type ? parametricModelName(body.model_type) : null

  // One rule about the values and the one about the name are reported together.
  const problems: Problems = {}
  const unit = body.units ?? before?.units ?? ''
  const choices = body.choices ?? before?.choices ?? ''
  const words = templateChoices(choices)
  const checkbox = body.checkbox ?? before?.checkbox
  if (checkbox && unit) problems.units = ['Checkbox parameters cannot have units']
  else if (checkbox && choices) problems.choices = ['Checkbox parameters cannot have choices']
  else if (new Set(words).size < words.length) problems.choices = ['Choices must be unique']
  if (body.name !== undefined) {
    const others = db
      .selectFrom('parameter_template')
      .select('id')
      .where(sql`folded(name)`, '=', fold(body.name))
      .where('id', '!=', before?.id ?? -1)
    if (await others.limit(1).executeTakeFirst()) problems.name = ['Parameter template name must be unique']
  }
  if (Object.keys(problems).length) throw invalid(problems)
}

/** A new unit gives the parameters new numbers, and so does becoming a checkbox. */
async function recompute({ context, db, before }: TemplateChange, id: number): Promise<void> {
  const template = await db
    .selectFrom('parameter_template')
    .select(['units', 'checkbox'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (template.units === before!.units && template.checkbox === before!.checkbox) return
  for (const { id: parameter, data, data_numeric } of await db
    .selectFrom('parameter')
    .select(['id', 'data', 'data_numeric'])
    .where('template_id', '=', id)
    .execute()) {
    const number = numericValue(context.units.now, template, data)
    if (number !== data_numeric)
      await db.updateTable('parameter').set({ data_numeric: number }).where('id', '=', parameter).execute()
  }
}

export const template = resource('parameter_template', 'parameter_template', {
  className: 'ParameterTemplate',
  options: {},
  computed: {},
  search: ['name', 'description'],
  order: { name: 'name', units: 'units', checkbox: 'checkbox' },
  defaultOrder: ['id'],
  filters: {
    name: equals('name'),
    units: equals('units'),
    has_units: hasText('units'),
    has_choices: hasText('choices'),
    checkbox: equals('checkbox'),
    enabled: equals('enabled'),
    unique: equals('unique'),
    model_type: (eb, text) => eb('model_type', '=', requestedModel(text)),
    for_model: (eb, text) => eb.or([eb('model_type', '=', requestedModel(text)), eb('model_type', 'is', null)]),
    exists_for_model: existsFor,
    exists_for_model_id: existsForRecord,
    exists_for_related_model: modifier,
    exists_for_related_model_id: existsForRelated
  },
  toJSON: (row) => ({
    pk: row.id,
    name: row.name,
    units: row.units,
    description: row.description,
    model_type: row.model_type === null ? null : shownModel(row.model_type),
    checkbox: row.checkbox === 1,
    choices: row.choices,
    selectionlist: row.selectionlist_id,
    enabled: row.enabled === 1,
    unique: row.unique as 0 | 1 | 2
  }),
  write: {
    columns: {
      name: 'name',
      units: 'units',
      description: 'description',
      model_type: null,
      checkbox: 'checkbox',
      choices: 'choices',
      selectionlist: 'selectionlist_id',
      enabled: 'enabled',
      unique: 'unique'
    },
    check,
    saved: async (change, id) => {
      if (change.before) await recompute(change, id)
    }
  }
})
