import { invalid } from '#contract/errors.ts'
import type { Handler, OperationId, Send } from '#contract/types.ts'
import type { Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { allUnits } from './all-units.ts'
import { parseQuantity } from './convert.ts'
import { UnitError } from './errors.ts'

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u

/** The rules of a custom unit, in the order in which the API tells of them (docs/behaviour/units.md#custom-units). */
async function check({ context, db, before, body, values }: Change<'units', 'custom_unit'>): Promise<void> {
  const { name, symbol } = body
  const { definition } = { ...before!, ...values } as NonNullable<typeof before>
  const duplicate = (column: 'name' | 'symbol', text: string) =>
    db
      .selectFrom('custom_unit')
      .select('id')
      .where(column, '=', text)
      .where('id', '!=', before?.id ?? -1)
      .executeTakeFirst()
  if (name !== undefined) {
    if (await duplicate('name', name)) throw invalid({ name: ['Custom Unit with this Name already exists.'] })
    if (!IDENTIFIER.test(name)) throw invalid({ name: ['Unit name must be a valid identifier'] })
  }
  try {
    parseQuantity(definition, context.units.now)
  } catch (error) {
    if (error instanceof UnitError) throw invalid({ definition: [error.message] })
    throw error
  }
  if (symbol && (await duplicate('symbol', symbol))) throw invalid({ symbol: ['Unit symbol must be unique'] })
}

const { operations } = resource('units', 'custom_unit', {
  className: 'CustomUnit',
  options: {},
  computed: {},
  search: [],
  order: { pk: 'id', name: 'name', symbol: 'symbol', definition: 'definition' },
  defaultOrder: ['id'],
  filters: {},
  toJSON: (row) => ({ pk: row.id, name: row.name, symbol: row.symbol, definition: row.definition }),
  write: { columns: { name: 'name', symbol: 'symbol', definition: 'definition' }, check }
})

/** A write that is answered only when the units in memory have followed it. */
function followed<Id extends OperationId>(handler: Handler<Id>): Handler<Id> {
  return Object.assign(
    (async (call, send) => {
      const answer = await new Promise<unknown[]>((resolve, reject) => {
        Promise.resolve(handler(call, ((...given: unknown[]) => resolve(given)) as never)).catch(reject)
      })
      await call.units.reload()
      return (send as (...given: unknown[]) => ReturnType<Send<Id>>)(...answer)
    }) as Handler<Id>,
    handler
  )
}

const all: Handler<'units_all_retrieve'> = ({ units }, send) => {
  const { default_system, available_systems, available_units } = allUnits(units.now)
  return send(200, {
    default_system,
    available_systems: [...available_systems],
    available_units: Object.fromEntries(
      Object.entries(available_units).map(([name, unit]) => [
        name,
        { ...unit, compatible_units: [...unit.compatible_units] }
      ])
    )
  })
}

/** The module for units: those that people define, and the list of all. */
export const unitsOperations = {
  ...operations,
  units_create: followed(operations.units_create),
  units_update: followed(operations.units_update),
  units_partial_update: followed(operations.units_partial_update),
  units_destroy: followed(operations.units_destroy),
  units_all_retrieve: all
}
