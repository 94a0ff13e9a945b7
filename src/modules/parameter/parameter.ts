import { sql } from 'kysely'
import { forbidden, invalid, refused } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { equals, type Change } from '#crud/definition.ts'
import { through } from '#crud/search.ts'
import { lookupMany } from '#crud/lookup.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { MODELS, permits } from '#framework/models.ts'
import { now, shownTime } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { requestedModel, parametricModelName, shownModel, type ParametricModel } from './model-types.ts'
import { template } from './template.ts'
import { checkValue, storedValue } from './values.ts'

const ofTemplate = (column: 'name' | 'units' | 'description') =>
  otherColumn<string>('parameter', 'template_id', 'parameter_template', column)

/** Whether a record is a part whose parameters must stay as they are. */
async function isLocked({ db, settings }: RequestContext, model: string, id: number): Promise<boolean> {
  if (model !== 'part' || !settings.flag('PART_ENABLE_LOCKING')) return false
  return (
    (await db.selectFrom('part').select('id').where('id', '=', id).where('locked', '=', 1).executeTakeFirst()) !==
    undefined
  )
}

type ParameterChange = Change<'parameter', 'parameter'>

function prepare({ body, values }: ParameterChange): void {
  if (body.model_type !== undefined) values.model_type = parametricModelName(body.model_type)
}

async function check({ context, db, before, body, values }: ParameterChange): Promise<void> {
  const model = (values.model_type as ParametricModel | undefined) ?? before?.model_type
  if (model === undefined) throw invalid({ model_type: ['This field is required.'] })
  const id = body.model_id ?? before!.model_id
  const templateId = body.template ?? before!.template_id
  const data = body.data ?? before!.data

  const rules = await db
    .selectFrom('parameter_template')
    .selectAll()
    .where('id', '=', templateId)
    .executeTakeFirstOrThrow()
  values.data_numeric = await checkValue(db, context, rules, data, model, before?.id ?? null)
  values.data = storedValue(rules, data)

  const caller = signedIn(context)
  // Also of what it is taken away from, where it moves.
  if (![model, before?.model_type ?? model].every((one) => permits(caller, 'change', MODELS[one]!))) {
    throw forbidden('User does not have permission to create or edit parameters for this model')
  }
  if (
    (await isLocked(context, model, id)) ||
    (before && (await isLocked(context, before.model_type, before.model_id)))
  ) {
    throw refused('Cannot modify parameters of a locked part')
  }
  values.updated = now()
  values.updated_by_id = caller.id
}

export const parameter = resource('parameter', 'parameter', {
  className: 'Parameter',
  options: { template_detail: { default: true }, updated_by_detail: { default: true } },
  computed: {},
  search: ['data', through('template_id', 'parameter_template', ['name', 'description', 'units'])],
  order: {
    name: ofTemplate('name'),
    // What is no number comes before all numbers, in every database.
    data: [() => sql`parameter.data_numeric is not null`, 'data_numeric', 'data'],
    units: ofTemplate('units'),
    template: 'template_id',
    updated: 'updated',
    updated_by: 'updated_by_id'
  },
  defaultOrder: ['id'],
  filters: {
    model_type: (eb, text) => eb('model_type', '=', requestedModel(text)),
    model_id: equals('model_id'),
    template: equals('template_id'),
    updated_by: equals('updated_by_id'),
    enabled: (eb, yes) =>
      eb('template_id', 'in', (e) =>
        e
          .selectFrom('parameter_template as t')
          .select('t.id')
          .where('t.enabled', '=', yes ? 1 : 0)
      )
  },
  embed: async (rows, context, view) => ({
    templates: await template.read(context, view.template_detail ? rows.map((row) => row.template_id) : []),
    users: await briefUsers(context.db, view.updated_by_detail ? rows.map((row) => row.updated_by_id) : [])
  }),
  toJSON: (row, { templates, users }, view) => ({
    pk: row.id,
    template: row.template_id,
    model_type: shownModel(row.model_type),
    model_id: row.model_id,
    data: row.data,
    data_numeric: row.data_numeric,
    note: row.note,
    updated: shownTime(row.updated),
    updated_by: row.updated_by_id,
    ...(view.template_detail ? { template_detail: templates.get(row.template_id)! } : {}),
    ...(view.updated_by_detail
      ? { updated_by_detail: row.updated_by_id === null ? null : users.get(row.updated_by_id)! }
      : {})
  }),
  write: {
    columns: { template: 'template_id', model_type: 'model_type', model_id: 'model_id', data: 'data', note: 'note' },
    many: ['model_type', 'model_id', 'template'],
    prepare,
    unique: [['model_type', 'model_id', 'template']],
    check,
    remove: async (row, db, context) => {
      if (await isLocked({ ...context, db }, row.model_type, row.model_id))
        throw refused('Cannot delete parameters of a locked part')
      await db.deleteFrom('parameter').where('id', '=', row.id).execute()
    }
  }
})

/**
 * The parameters of records as their details show them, for a whole answer.
 *
 * @param ids primary keys of the records
 * @returns a list for every record, by key of the template
 */
export async function parametersOf(context: RequestContext, model: ParametricModel, ids: number[]) {
  const owned = await lookupMany(ids, async (keys) =>
    (
      await context.db
        .selectFrom('parameter')
        .select(['id', 'model_id'])
        .where('model_type', '=', model)
        .where('model_id', 'in', keys)
        .orderBy('template_id')
        .execute()
    ).map(({ id, model_id }) => [model_id, id])
  )
  const read = await parameter.read(context, [...owned.values()].flat())
  return new Map([...owned].map(([id, own]) => [id, own.map((one) => read.get(one)!)]))
}
