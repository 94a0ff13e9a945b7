// Conditions, as `{% if %}` has them: `a and not b in c`.
import { dictionary } from '#db/dictionary.ts'
import { compareValues, holdsValue, sameValue } from './comparing.ts'
import { TemplateError, syntaxError } from './errors.ts'
import type { Rendering, TemplateValue } from './language.ts'
import { isTrue } from './python.ts'
import { SafeText } from './values.ts'

/** A condition, or a value that stands in one. */
export type TemplateCondition = (rendering: Rendering) => Promise<unknown>

type Binary = (left: TemplateCondition, right: TemplateCondition) => TemplateCondition

const MAX_DEPTH = 100

/** Compares two values; what cannot be compared does not fulfil a condition. */
const comparing =
  (holds: (left: unknown, right: unknown) => boolean | Promise<boolean>): Binary =>
  (left, right) =>
  async (rendering) =>
    holds(await left(rendering), await right(rendering))

const ordered = (holds: (order: number) => boolean): Binary =>
  comparing((left, right) => {
    const order = compareValues(left, right)
    return order !== undefined && holds(order)
  })

async function liesIn(value: unknown, container: unknown): Promise<boolean | undefined> {
  try {
    return await holdsValue(container, value)
  } catch (error) {
    if (error instanceof TemplateError && error.problem === 'rendering') return undefined
    throw error
  }
}

/** Whether two are one and the same, not only equal: true, false and nothing are. */
const identical = (left: unknown, right: unknown): boolean =>
  left === right || (left instanceof SafeText && right instanceof SafeText && left.text === right.text)

/** How strongly each binds, and what it means. Stronger ones are worked out first. */
const OPERATORS: Readonly<Record<string, readonly [strength: number, make: Binary]>> = dictionary({
  or: [6, (a, b) => async (r) => ((await isTrue(await a(r))) ? true : isTrue(await b(r)))],
  and: [7, (a, b) => async (r) => ((await isTrue(await a(r))) ? isTrue(await b(r)) : false)],
  in: [9, comparing(async (a, b) => (await liesIn(a, b)) === true)],
  'not in': [9, comparing(async (a, b) => (await liesIn(a, b)) === false)],
  is: [10, comparing(identical)],
  'is not': [10, comparing((a, b) => !identical(a, b))],
  '==': [10, comparing(sameValue)],
  '!=': [10, comparing((a, b) => !sameValue(a, b))],
  '>': [10, ordered((order) => order > 0)],
  '>=': [10, ordered((order) => order >= 0)],
  '<': [10, ordered((order) => order < 0)],
  '<=': [10, ordered((order) => order <= 0)]
})

const NOT = 8

/** Joins `not in` and `is not`, which are two words. */
function joinedWords(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const pair = `${joined.at(-1)} ${word}`
    if (pair === 'not in' || pair === 'is not') joined[joined.length - 1] = pair
    else joined.push(word)
  }
  return joined
}

class ConditionReader {
  readonly #words: readonly string[]
  /** Those words that are no operators. */
  readonly #values: readonly (TemplateValue | undefined)[]
  #at = 0

  constructor(words: readonly string[], compile: (text: string) => TemplateValue) {
    this.#words = joinedWords(words)
    const isWord = (word: string): boolean => word === 'not' || Object.hasOwn(OPERATORS, word)
    this.#values = this.#words.map((word) => (isWord(word) ? undefined : compile(word)))
  }

  whole(): TemplateCondition {
    const condition = this.#expression(0, 0)
    const left = this.#words[this.#at]
    if (left !== undefined) throw syntaxError(`Unused '${left}' at end of if expression.`)
    return condition
  }

  #expression(strength: number, depth: number): TemplateCondition {
    if (depth > MAX_DEPTH) throw syntaxError(`A condition of more than ${MAX_DEPTH} levels`)
    let left = this.#first(depth)
    for (let word = this.#words[this.#at]; word !== undefined; word = this.#words[this.#at]) {
      if (!Object.hasOwn(OPERATORS, word)) {
        if (word === 'not') throw syntaxError(`Not expecting 'not' as infix operator in if tag.`)
        break
      }
      const [own, make] = OPERATORS[word]!
      if (own <= strength) break
      this.#at++
      left = make(left, this.#expression(own, depth + 1))
    }
    return left
  }

  #first(depth: number): TemplateCondition {
    const word = this.#words[this.#at++]
    if (word === undefined) throw syntaxError('Unexpected end of expression in if tag.')
    if (word === 'not') {
      const operand = this.#expression(NOT, depth + 1)
      return async (rendering) => !(await isTrue(await operand(rendering)))
    }
    const value = this.#values[this.#at - 1]
    if (!value) throw syntaxError(`Not expecting '${word}' in this position in if tag.`)
    return (rendering) => value.resolveOrNull(rendering)
  }
}

/** Reads the words of a condition. @throws TemplateError where they are none */
export const compileCondition = (
  words: readonly string[],
  compile: (text: string) => TemplateValue
): TemplateCondition => new ConditionReader(words, compile).whole()
