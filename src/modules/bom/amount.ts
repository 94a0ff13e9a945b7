import { invalid } from '#contract/errors.ts'
import type { Handed } from '#contract/scopes.ts'
import { convertUnits, parseQuantity, UnitError } from '#modules/units/index.ts'
import { roundConverted } from '#framework/decimals.ts'

const MOST_CHARACTERS = 25
/** Ten digits before the decimal point. */
const TOO_LARGE = 1e10

const amountError = (message: string) => invalid({ raw_amount: [message] })

/**
 * How much an amount is in the unit of a component, with five decimal places (docs/behaviour/bom.md#rules).
 *
 * @param raw the amount as it was entered
 * @param units the unit of the component, empty for pieces
 * @param plain whether the amount was given as `quantity`, a plain number
 * @throws 400 with what is wrong
 */
export function amountOf(
  raw: string,
  units: string | null,
  plain: boolean,
  { settings, units: known }: Handed
): number {
  const registry = known.now
  const read = <Result>(work: () => Result, message?: string): Result => {
    try {
      return work()
    } catch (error) {
      if (error instanceof UnitError) throw amountError(message ?? error.message)
      throw error
    }
  }
  const parsed = read(() => parseQuantity(raw, registry), 'Invalid quantity format')
  const zeroAllowed = settings.flag('PART_BOM_ALLOW_ZERO_QUANTITY')
  if (parsed.magnitude < 0 || (parsed.magnitude === 0 && !zeroAllowed))
    throw amountError(`Quantity must be greater than ${zeroAllowed ? 'or equal to ' : ''}zero`)
  // Zero is an amount only where somebody writes it as one.
  if (parsed.magnitude === 0 && plain) throw amountError('No value provided')
  if (!units && !parsed.dimensionless) throw amountError('Invalid quantity - no units specified for part')
  const amount = read(() => convertUnits(raw, units ?? '', registry))
  if (!(Math.abs(amount) < TOO_LARGE))
    throw invalid({ quantity: ['Invalid quantity provided'], raw_amount: ['Invalid quantity provided'] })
  const { length } = [...raw]
  if (length > MOST_CHARACTERS)
    throw amountError(`Ensure this value has at most ${MOST_CHARACTERS} characters (it has ${length}).`)
  const quantity = roundConverted(amount)
  if (quantity <= 0 && !zeroAllowed) throw amountError('Quantity must be greater than zero')
  return quantity
}
