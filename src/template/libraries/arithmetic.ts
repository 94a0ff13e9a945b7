// Sums, for the library `report`.
import { Decimal } from '../decimal.ts'
import { tagRefusal } from '../errors.ts'
import type { SimpleTag } from '../language.ts'
import { decimalOf, isText, plainText, textOfValue, typeName } from '../python.ts'
import { simpleTag } from '../simple-tag.ts'
import { Money } from '../values.ts'

type Operand = Decimal | Money

type Operation = (a: Operand, b: Operand) => Operand | undefined

const operand = (value: unknown): Operand | undefined => (value instanceof Money ? value : decimalOf(value))

/** Both are amounts of one currency, or both are numbers. */
const alike =
  (work: (a: Decimal, b: Decimal) => Decimal): Operation =>
  (a, b) => {
    if (a instanceof Money && b instanceof Money)
      return a.currency === b.currency ? new Money(work(a.amount, b.amount), a.currency) : undefined
    return a instanceof Money || b instanceof Money ? undefined : work(a, b)
  }

const product: Operation = (a, b) => {
  if (a instanceof Money) return b instanceof Money ? undefined : new Money(a.amount.times(b), a.currency)
  return b instanceof Money ? new Money(b.amount.times(a), b.currency) : a.times(b)
}

const quotient: Operation = (a, b) => {
  if (a instanceof Money && b instanceof Money) return a.currency === b.currency ? a.amount.over(b.amount) : undefined
  if (b instanceof Money) return undefined
  return a instanceof Money ? new Money(a.amount.over(b), a.currency) : a.over(b)
}

const amountOf = (value: Operand | undefined): Decimal | undefined => (value instanceof Money ? value.amount : value)

async function described(x: unknown, y: unknown): Promise<string> {
  const shown = async (value: unknown): Promise<string> => `'${await textOfValue(value)}' (${typeName(value)})`
  return `x=${await shown(x)}, y=${await shown(y)}`
}

/** What a result is made to be, by the name of a type; other names change nothing. */
function cast(value: unknown, type: unknown): unknown {
  const name = isText(type) ? plainText(type) : ''
  if (!(value instanceof Decimal)) return value
  if (name === 'int') return value.rounded(0, 'down').toNumber()
  if (name === 'float') return Decimal.float(value.toNumber())
  return name === 'str' ? String(value) : value
}

interface Sum {
  name: string
  /** How messages begin where the two do not go together. */
  complaint: string
  work: Operation
  /** Whether the second may not be zero. */
  divides?: boolean
  /** Whether texts are put one behind the other. */
  joins?: boolean
}

function arithmetic({ name, complaint, work, divides, joins }: Sum): SimpleTag {
  return simpleTag('x y cast=', async ({ x, y, cast: type }, { budget }) => {
    if (x === null || y === null) throw tagRefusal(`${name}: Null value provided to function`)
    const [a, b] = [operand(x), operand(y)]
    const zero = divides && amountOf(b)?.isZero
    if (a && zero && name === 'divide') throw tagRefusal(`divide: Cannot divide by zero: ${await described(x, y)}`)
    const result = a && b && !zero ? work(a, b) : undefined
    if (result) return cast(result, type)
    if (joins && !a && !b && isText(x) && isText(y)) {
      budget.allow(plainText(x).length + plainText(y).length)
      return plainText(x) + plainText(y)
    }
    throw tagRefusal(`${complaint} ${await described(x, y)}`)
  })
}

const SUMS: readonly Sum[] = [
  {
    name: 'add',
    complaint: 'add: Cannot add values of incompatible types:',
    work: alike((a, b) => a.plus(b)),
    joins: true
  },
  {
    name: 'subtract',
    complaint: 'subtract: Cannot subtract values of incompatible types:',
    work: alike((a, b) => a.minus(b))
  },
  { name: 'multiply', complaint: 'multiply: Cannot multiply values of incompatible types:', work: product },
  { name: 'divide', complaint: 'divide: Cannot divide values of incompatible types:', work: quotient, divides: true },
  {
    name: 'modulo',
    complaint: 'modulo: Cannot perform modulo operation with values of incompatible types',
    work: alike((a, b) => a.modulo(b)),
    divides: true
  }
]

/** add, subtract, multiply, divide and modulo, with numbers, texts that are numbers, and amounts of one currency. */
export const ARITHMETIC: Readonly<Record<string, SimpleTag>> = Object.fromEntries(
  SUMS.map((sum) => [sum.name, arithmetic(sum)])
)
