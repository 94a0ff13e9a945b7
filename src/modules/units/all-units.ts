import { UnitError } from './errors.ts'
import { type UnitRegistry, standardRegistry } from './registry.ts'
import { dictionary } from '#db/dictionary.ts'

/** One entry of /api/units/all/. */
interface UnitEntry {
  readonly name: string
  readonly is_alias: boolean
  readonly compatible_units: readonly string[]
  readonly isdimensionless: boolean
}

/** The body of /api/units/all/ (docs/behaviour/units.md#custom-units). */
export interface AllUnits {
  readonly default_system: string
  readonly available_systems: readonly string[]
  readonly available_units: Readonly<Record<string, UnitEntry>>
}

const cache = new WeakMap<UnitRegistry, AllUnits>()

/**
 * @param registry a registry
 * @returns every name a unit has – canonical name, symbol, alias, without prefixes – and the metric units of the same
 *   dimension, sorted. Computed at the first call for a registry; a custom unit that makes no sense is left out.
 */
export function allUnits(registry: UnitRegistry = standardRegistry()): AllUnits {
  const known = cache.get(registry)
  if (known !== undefined) return known

  const dimensions = new Map<string, string>()
  const byDimension = new Map<string, string[]>()
  for (const { name, listed } of new Set(registry.definitions.values())) {
    const dimension = ignoringUnitErrors(() => registry.dimension(new Map([[name, 1]])))
    if (dimension === undefined) continue
    dimensions.set(name, dimension)
    const list = byDimension.get(dimension) ?? []
    if (list.length === 0) byDimension.set(dimension, list)
    if (listed) list.push(name)
  }
  for (const list of byDimension.values()) list.sort()

  const available: Record<string, UnitEntry> = dictionary({})
  for (const [name, definition] of [...registry.definitions].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const dimension = dimensions.get(definition.name)
    // A name that no expression can contain, such as one with an infinity sign, is of no use to anyone.
    if (dimension === undefined || ignoringUnitErrors(() => registry.parseUnits(name)) === undefined) continue
    available[name] = {
      name,
      is_alias: name !== definition.name,
      compatible_units: byDimension.get(dimension) ?? [],
      isdimensionless: dimension === ''
    }
  }
  const result: AllUnits = {
    default_system: 'mks',
    available_systems: ['Planck', 'SI', 'US', 'atomic', 'cgs', 'imperial', 'mks'],
    available_units: available
  }
  cache.set(registry, result)
  return result
}

function ignoringUnitErrors<T>(attempt: () => T): T | undefined {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof UnitError) return undefined
    throw error
  }
}
