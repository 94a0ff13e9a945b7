import { dictionary } from '#db/dictionary.ts'
import { textOf } from '#contract/text.ts'
import { problem, refusal, REQUIRED, unreadable, type SignInProblem } from './refusals.ts'
import { NO_JSON_BODY } from '#contract/media.ts'

/** Says what is wrong with a field, by a code and a sentence. */
type Complain = (code: string, message: string) => void

/** Reads a field: its value, or a complaint; undefined where it may be missing. */
export type ReadField<Value> = (given: unknown, complain: Complain) => Value | undefined

/** The fields of a body, by name, in the order in which errors are told. */
export type Fields = Readonly<Record<string, ReadField<unknown>>>

/** What the fields of a body hold, once nothing is wrong with them. */
export type Values<F extends Fields> = {
  [Name in keyof F]: F[Name] extends ReadField<infer Value> ? Value : never
}

const isMissing = (given: unknown) => given === undefined || given === null || given === ''

/** Texts longer than this are nobody's; what is longer where more is allowed says so. */
const LONGEST = 1000

interface TextOptions {
  most?: number
  /** Passwords that are compared are taken as they are; all else loses the blanks around it. */
  keepBlanks?: true
}

function readText(given: unknown, complain: Complain, { most = LONGEST, keepBlanks }: TextOptions): string | undefined {
  const text = textOf(given, Infinity)
  const value = keepBlanks ? text : text.trim()
  if (value === '') return undefined
  if (value.includes('\0')) complain('null_characters_not_allowed', 'Null characters are not allowed.')
  else if (value.length > most)
    complain('max_length', `Ensure this value has at most ${most} characters (it has ${value.length}).`)
  return value
}

/** A text that must be there. */
export const requiredText =
  (options: TextOptions = {}): ReadField<string> =>
  (given, complain) => {
    const value = isMissing(given) ? undefined : readText(given, complain, options)
    if (value === undefined) complain(...REQUIRED)
    return value
  }

/** A text that may be missing, which is the same as an empty one. */
export const optionalText =
  (options: TextOptions = {}): ReadField<string> =>
  (given, complain) =>
    isMissing(given) ? '' : (readText(given, complain, options) ?? '')

/** A yes or no; what is missing, false, 0 or a word for it is no. */
export const yes: ReadField<boolean> = (given) =>
  !isMissing(given) && given !== 0 && !['false', 'False', '0'].includes(String(given as string))

/** One of some words. */
export const oneOf =
  <Word extends string>(...words: readonly Word[]): ReadField<Word> =>
  (given, complain) => {
    if (isMissing(given)) complain(...REQUIRED)
    const text = textOf(given, LONGEST)
    const word = words.find((one) => one === text)
    if (word === undefined && !isMissing(given))
      complain('invalid_choice', `Select a valid choice. ${text} is not one of the available choices.`)
    return word
  }

/** How many records one request may name. */
const KEYS_AT_MOST = 1000

/** A list of primary keys, of which there must be one. */
export const keys: ReadField<number[]> = (given, complain) => {
  if (isMissing(given) || (Array.isArray(given) && given.length === 0)) {
    complain(...REQUIRED)
    return undefined
  }
  if (!Array.isArray(given) || given.length > KEYS_AT_MOST) {
    complain('invalid_list', 'Enter a list of values.')
    return undefined
  }
  const wrong = given.find((one) => !/^\s*\d{1,15}\s*$/.test(textOf(one, 50)))
  if (wrong !== undefined) {
    complain('invalid_pk_value', `“${textOf(wrong, 50)}” is not a valid value.`)
    return undefined
  }
  return given.map(Number)
}

/** One primary key; what is none names nothing. */
export const key: ReadField<number> = (given, complain) => {
  if (isMissing(given)) {
    complain(...REQUIRED)
    return undefined
  }
  const text = textOf(given, 50).trim()
  return /^\d{1,15}$/.test(text) ? Number(text) : -1
}

/** An object that must be there; an empty one is none. */
export const object: ReadField<Record<string, unknown>> = (given, complain) => {
  if (isMissing(given) || (typeof given === 'object' && Object.keys(given!).length === 0)) {
    complain(...REQUIRED)
    return undefined
  }
  if (typeof given === 'object' && !Array.isArray(given)) return given as Record<string, unknown>
  complain('invalid', 'Enter a valid JSON.')
  return undefined
}

/** What could be read of a body so far, and what is wrong with it. */
export class Reading<F extends Fields> {
  /** A field that is wrong may be missing here. */
  readonly values: Partial<Values<F>>
  readonly #fields: F
  readonly #errors: SignInProblem[] = []

  /** @throws 400 without a word where the body is no JSON object */
  constructor(fields: F, body: unknown) {
    const given = body ?? {}
    if (body === NO_JSON_BODY || typeof given !== 'object' || Array.isArray(given)) throw unreadable()
    this.#fields = fields
    const values: Record<string, unknown> = dictionary({})
    for (const [name, read] of Object.entries(fields)) {
      const value = Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : undefined
      values[name] = read(value, (code, message) => this.complain(name, code, message))
    }
    this.values = values as Partial<Values<F>>
  }

  /** Says what is wrong with a field, or with all of them together where none is named. */
  complain(name: (keyof F & string) | undefined, code: string, message: string): void {
    this.#errors.push(problem(code, message, name))
  }

  /** Whether something was said of a field. */
  isWrong(name: keyof F & string): boolean {
    return this.#errors.some(({ param }) => param === name)
  }

  /**
   * The values, where nothing is wrong with them.
   *
   * @throws 400 with all that is wrong, in the order of the fields
   */
  get(): Values<F> {
    const order = Object.keys(this.#fields)
    const errors = this.#errors.toSorted((a, b) => order.indexOf(a.param ?? '') - order.indexOf(b.param ?? ''))
    if (errors.length) throw refusal(errors)
    return this.values as Values<F>
  }
}
