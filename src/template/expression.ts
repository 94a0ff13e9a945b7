// Values with filters, as they stand in {{ }} and in tags: `part.name|default:"none"`.
import { dictionary } from '#db/dictionary.ts'
import { renderingError, syntaxError } from './errors.ts'
import { followPath } from './lookup.ts'
import { Decimal } from './decimal.ts'
import { isText, plainText, textOfValue } from './python.ts'
import type { Filter, Rendering, TemplateValue } from './language.ts'
import { SafeText } from './values.ts'

const CONSTANT = /(?:_\(\s*)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(\s*\))?/y
const NAME = /[\w.]+|[-+.]?\d[\d.e]*/y
const FILTER = /\s*\|\s*(\w+)/y
const MAX_FILTERS = 100

/** What a value is before its filters. */
type Source = { constant: unknown } | { path: readonly string[]; text: string }

interface Call {
  filter: Filter
  argument: Source | undefined
}

/** A text in quotes, without them. */
const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(["'\\])/g, '$1')

/** A number that a template has; undefined where it is none. One with a point is a float. */
function literalNumber(text: string): unknown {
  if (/^[-+]?\d{1,15}$/.test(text)) return Number(text)
  if (/^[-+]?\d+$/.test(text)) return Decimal.parse(text)
  if (!/[.e]/i.test(text) || text.endsWith('.')) return undefined
  const number = Decimal.parse(text)?.toNumber()
  return number === undefined || !Number.isFinite(number) ? undefined : Decimal.float(number)
}

const WORDS: Readonly<Record<string, unknown>> = dictionary({ True: true, False: false, None: null })

/** A name with its attributes, or a number. */
function variable(text: string): Source {
  const number = literalNumber(text)
  if (number !== undefined) return { constant: number }
  if (text.startsWith('_') || text.includes('._'))
    throw syntaxError(`Variables and attributes may not begin with underscores: '${text}'`)
  if (Object.hasOwn(WORDS, text)) return { constant: WORDS[text] }
  return { path: text.split('.'), text }
}

/** Reads a text from its beginning to its end, piece by piece. */
class Reader {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at = pattern.lastIndex
    return found
  }

  source(): Source | undefined {
    const start = this.at
    const constant = this.match(CONSTANT)
    if (constant) {
      const translated = constant[0].startsWith('_')
      if (translated === Boolean(constant[2])) return { constant: new SafeText(unquoted(constant[1]!)) }
      // A closing bracket that belongs to nothing is told as what remains.
      this.at = translated ? start : start + constant[1]!.length
      if (!translated) return { constant: new SafeText(unquoted(constant[1]!)) }
    }
    const name = this.match(NAME)
    return name ? variable(name[0]) : undefined
  }

  /** What is wrong where nothing was expected any more. */
  remainder(): Error {
    const { text, at } = this
    const later = text.slice(at).search(/\|\s*\w/)
    if (later <= 0) return syntaxError(`Could not parse the remainder: '${text.slice(at)}' from '${text}'`)
    const parts = [text.slice(0, at), text.slice(at, at + later), text.slice(at + later)]
    return syntaxError(`Could not parse some characters: ${parts.join('|')}`)
  }
}

function checkArguments(name: string, filter: Filter, given: boolean): void {
  const needed = filter.argument === 'required' ? 2 : 1
  const fits = given ? filter.argument !== undefined : needed === 1
  if (!fits) throw syntaxError(`${name} requires ${needed} arguments, ${given ? 2 : 1} provided`)
}

/** A value with its filters, read from its text. */
export class Expression implements TemplateValue {
  readonly text: string
  readonly #source: Source
  readonly #calls: readonly Call[]

  constructor(text: string, findFilter: (name: string) => Filter) {
    this.text = text
    const reader = new Reader(text)
    const source = reader.source()
    if (!source) throw reader.remainder()
    this.#source = source
    const calls: Call[] = []
    for (let found = reader.match(FILTER); found; found = reader.match(FILTER)) {
      const filter = findFilter(found[1]!)
      const given = text[reader.at] === ':'
      if (given) reader.at++
      const argument = given ? reader.source() : undefined
      if (given && !argument) {
        reader.at--
        throw reader.remainder()
      }
      checkArguments(found[1]!, filter, given)
      calls.push({ filter, argument })
      if (calls.length > MAX_FILTERS) throw syntaxError(`More than ${MAX_FILTERS} filters for one value`)
    }
    if (reader.at < text.length) throw reader.remainder()
    this.#calls = calls
  }

  async resolve(rendering: Rendering): Promise<unknown> {
    const value = await valueOf(this.#source, rendering)
    return this.#filtered(value === undefined ? '' : value, rendering)
  }

  async resolveOrNull(rendering: Rendering): Promise<unknown> {
    return this.#filtered((await valueOf(this.#source, rendering)) ?? null, rendering)
  }

  async #filtered(value: unknown, rendering: Rendering): Promise<unknown> {
    let result = value
    for (const { filter, argument } of this.#calls) {
      const told = argument && (await valueOf(argument, rendering))
      if (argument && told === undefined && 'text' in argument)
        throw renderingError(`Failed lookup for key [${argument.path.at(-1)}] in ${argument.text}`)
      result = await applyFilter(filter, result, told, rendering)
    }
    return result
  }
}

async function valueOf(source: Source, rendering: Rendering): Promise<unknown> {
  if ('constant' in source) return source.constant
  const [name, ...rest] = source.path
  return followPath(rendering.get(name!), rest)
}

/** What a filter makes of a value. */
async function applyFilter(filter: Filter, value: unknown, argument: unknown, rendering: Rendering): Promise<unknown> {
  const wasSafe = value instanceof SafeText
  const taken = filter.text ? (wasSafe ? value.text : await textOfValue(value)) : value
  const made = await filter.apply(taken, argument, rendering)
  if (isText(made)) rendering.budget.allow(plainText(made).length)
  return wasSafe && filter.safe && typeof made === 'string' ? new SafeText(made) : made
}
