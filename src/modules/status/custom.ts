import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { contentType, contentTypeOf } from '#modules/contenttype/index.ts'
import { equals, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { isStatusClass, knownStates } from './states.ts'

/** What is wrong with the name of a state (docs/behaviour/status.md#custom-states). */
export const stateNameProblems = (text: string): string[] => [
  ...(text === text.toUpperCase() ? [] : ['Value must be uppercase']),
  ...(/^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) ? [] : ['Value must be a valid variable identifier'])
]

/** The rules of a state, in the order in which the API tells of them. */
async function check({ db, before, values, body }: Change<'generic_status_custom', 'custom_state'>): Promise<void> {
  const at = { ...before!, ...values } as NonNullable<typeof before>
  if (body.model !== undefined) values.model = at.model = body.model === null ? null : contentTypeOf(body.model)!.model
  const duplicates = await db
    .selectFrom('custom_state')
    .select(['key', 'name'])
    .where('reference_status', '=', at.reference_status)
    .where('id', '!=', before?.id ?? -1)
    .where((eb) => eb.or([eb('key', '=', at.key), eb('name', '=', at.name)]))
    .execute()
  const taken = (['key', 'name'] as const).filter((field) =>
    duplicates.some((duplicate) => duplicate[field] === at[field])
  )
  if (taken.length)
    throw invalid({
      non_field_errors: taken.map((field) => `The fields reference_status, ${field} must make a unique set.`)
    })
  if (!at.model) throw invalid({ model: ['Model must be selected'] })
  if (at.key === at.logical_key) throw invalid({ key: ['Key must be different from logical key'] })
  const known = isStatusClass(at.reference_status) ? knownStates(at.reference_status) : []
  if (known.some(({ key }) => key === at.key))
    throw invalid({ key: ['Key must be different from the logical keys of the reference status'] })
  if (!known.some(({ key }) => key === at.logical_key))
    throw invalid({ logical_key: ['Logical key must be in the logical keys of the reference status'] })
  if (known.some(({ name }) => name === at.name))
    throw invalid({ name: ['Name must be different from the names of the reference status'] })
}

export const customState = resource('generic_status_custom', 'custom_state', {
  className: 'InvenTreeCustomUserStateModel',
  options: {},
  computed: {},
  search: [(_eb, match) => match(sql`cast(custom_state.key as text)`), 'name', 'label', 'reference_status'],
  order: { key: 'key' },
  defaultOrder: ['id'],
  filters: {
    model: (eb, pk) => eb('model', '=', contentTypeOf(pk)!.model),
    reference_status: equals('reference_status')
  },
  toJSON: (row) => {
    const model = row.model === null ? undefined : contentType(row.model)
    return {
      pk: row.id,
      key: row.key,
      name: row.name,
      label: row.label,
      color: row.color as 'secondary', // one of the colors of the contract, checked when it was written
      logical_key: row.logical_key,
      model: model?.pk ?? null,
      model_name: model?.name ?? null,
      reference_status: row.reference_status as 'StockStatus' // likewise one of the contract's classes
    }
  },
  write: {
    columns: {
      key: 'key',
      name: 'name',
      label: 'label',
      color: 'color',
      logical_key: 'logical_key',
      model: null,
      reference_status: 'reference_status'
    },
    check
  }
})
