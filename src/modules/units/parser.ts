import { UnitError } from './errors.ts'
import { type Token, tokenize } from './tokens.ts'

/** What an expression is computed in: plain units (`units.ts`) or quantities (`quantity.ts`). */
export interface Algebra<T> {
  number(value: number): T
  unit(name: string): T
  add(a: T, b: T): T
  subtract(a: T, b: T): T
  multiply(a: T, b: T): T
  divide(a: T, b: T): T
  floorDivide(a: T, b: T): T
  power(a: T, b: T): T
  negate(a: T): T
}

/** Deeper nesting than this is refused, so that no text can exhaust the stack. */
const deepest = 200

/**
 * Takes an expression such as `3 kg*m/s^2`, and the algebra to compute it in.
 *
 * A parenthesis that touches what precedes it binds tightest: `W/m(K)` is W/(m·K). Then come powers, from the right,
 * then a sign, then products from left to right – a product may be written by juxtaposition, which binds no tighter
 * than `*`: `1/m s` is s/m –, then sums.
 *
 * @returns its value
 * @throws UnitError
 */
export function evaluate<T>(text: string, algebra: Algebra<T>): T {
  const tokens = tokenize(text)
  let at = 0
  let depth = 0

  const operator = (token: Token | undefined): string => (token?.kind === 'operator' ? token.text : '')
  const startsOperand = (token: Token | undefined): boolean =>
    token !== undefined && (token.kind !== 'operator' || token.text === '(')
  const fail = (): never => {
    throw new UnitError(`Cannot read '${text}'`)
  }

  function sum(): T {
    let value = product()
    for (;;) {
      const sign = operator(tokens[at])
      if (sign !== '+' && sign !== '-') return value
      at += 1
      const right = product()
      value = sign === '+' ? algebra.add(value, right) : algebra.subtract(value, right)
    }
  }

  function product(): T {
    let value = signed()
    for (;;) {
      const sign = operator(tokens[at])
      if (sign === '*' || sign === '/' || sign === '//') {
        at += 1
        const right = signed()
        if (sign === '*') value = algebra.multiply(value, right)
        else value = sign === '/' ? algebra.divide(value, right) : algebra.floorDivide(value, right)
      } else if (startsOperand(tokens[at])) value = algebra.multiply(value, power())
      else return value
    }
  }

  function signed(): T {
    if ((depth += 1) > deepest) fail()
    const sign = operator(tokens[at])
    let value: T
    if (sign === '+' || sign === '-') {
      at += 1
      value = sign === '-' ? algebra.negate(signed()) : signed()
    } else value = power()
    depth -= 1
    return value
  }

  function power(): T {
    let value = operand()
    for (let next = tokens[at]; next?.kind === 'operator' && next.touching; next = tokens[at])
      value = algebra.multiply(value, operand())
    if (operator(tokens[at]) !== '**') return value
    at += 1
    return algebra.power(value, signed())
  }

  function operand(): T {
    const token = tokens[at]
    if (token === undefined) return fail()
    at += 1
    if (token.kind === 'number') return algebra.number(token.value)
    if (token.kind === 'name') return algebra.unit(token.text)
    if (token.text !== '(' || (depth += 1) > deepest) return fail()
    const value = sum()
    if (operator(tokens[at]) !== ')') fail()
    at += 1
    depth -= 1
    return value
  }

  const value = sum()
  return at === tokens.length ? value : fail()
}
