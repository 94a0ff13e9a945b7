import { customary } from './customary.ts'
import { electric } from './electric.ts'
import { gaussian } from './gaussian.ts'
import { heatMatterLight } from './heat-matter-light.ts'
import { mechanics } from './mechanics.ts'
import { numbers } from './numbers.ts'
import { spaceTime } from './space-time.ts'

/*
 * One unit a line:
 *
 *   name = definition [@ offset N | @ log BASE FACTOR] [| spelling spelling …]
 *
 * The definition is an expression in other units, `[dimension]` for a base unit, or `[]` for a base unit
 * without a dimension (such as the radian, which stays visible in a result and yet measures nothing).
 * `@ offset N`: the zero of the scale lies at N base units. `@ log B F`: F·log_B(value / definition).
 */

/** Units that the metric default system counts among its own: these are listed as compatible with one another. */
export const metric: readonly string[] = [numbers, spaceTime, mechanics, electric, heatMatterLight]

/** Units outside that system: they convert like any other, and are never listed as compatible ones. */
export const foreign: readonly string[] = [customary, gaussian]

/** What the reference server adds to its unit library (docs/behaviour/units.md#units-and-quantities). */
export const additions = `
dozen = 12 | dz
each = 1 | ea
hundred = 100
piece = 1
R = ohm
thousand = 1000
`

/** Further spellings, added by the reference server too: known name, then the new one. */
export const spellings: readonly (readonly [known: string, added: string])[] = [
  ['degC', 'Celsius'],
  ['degF', 'Fahrenheit'],
  ['degK', 'Kelvin']
]

/** Prefixed units that count as units of their own: they are listed, and take a further prefix. */
export const prefixed = `
centimeter = 1e-2 meter
centipoise = 1e-2 poise
decimeter = 1e-1 meter
decitex = 1e-1 tex
femtometer = 1e-15 meter
kilogram = 1e3 gram
kilometer = 1e3 meter
microgram = 1e-6 gram
microliter = 1e-6 liter
micrometer = 1e-6 meter
micromole = 1e-6 mole
milligram = 1e-3 gram
`
