/**
 * Parsing of JSON request bodies, with the error texts a client of the
 * reference server sees (`JSON parse error - <text>`).
 *
 * Source of the texts: `json.loads` of CPython 3.11 observed from outside (fuzzed by
 * comparing answers). The happy path costs one `JSON.parse`; the scanner
 * below runs only on a body that it refused.
 */

/** A body that is not JSON; `message` is the text shown to the client. */
export class JsonError extends Error {
  override name = 'JsonError'
}

/** Deepest nesting of arrays and objects taken; the reference server breaks near 1000. */
const MAX_DEPTH = 500
/** How many values a body may hold, those inside of others counted too. */
const MAX_VALUES = 50_000
/** A text that is shorter cannot exceed either. */
const HARMLESS_LENGTH = 2 * MAX_DEPTH

/**
 * Parses a request body.
 *
 * @param text the decoded text of the body
 * @returns the value; of a repeated key the last one counts
 * @throws JsonError. `NaN`, `Infinity` and `-Infinity` are refused too, and so is what nests deeper than 500 levels,
 *   since later steps recurse, or holds more than 50,000 values; that is reported before anything is parsed.
 */
export function parseJson(text: string): unknown {
  const excess = text.length > HARMLESS_LENGTH ? excessOf(text) : undefined
  if (excess !== undefined) throw new JsonError(excess)
  try {
    return JSON.parse(text)
  } catch {
    throw new JsonError(explain(text))
  }
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** What a text has too much of, whether it is JSON or not. */
function excessOf(text: string): string | undefined {
  let depth = 0
  let values = 1
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quoted) {
      if (c === BACKSLASH) i++
      else if (c === QUOTE) quoted = false
    } else if (c === QUOTE) quoted = true
    else if (c === COMMA) values++
    else if (OPENING.has(c)) {
      values++
      depth++
    } else if (CLOSING.has(c)) depth--
    if (depth > MAX_DEPTH) return 'Value is nested too deeply'
    if (values > MAX_VALUES) return `More than ${MAX_VALUES} values`
  }
  return undefined
}

/** Says what is wrong with a text that is not JSON; always finds something. */
function explain(text: string): string {
  if (text.startsWith('\ufeff')) {
    return located(text, 'Unexpected UTF-8 BOM (decode using utf-8-sig)', 0)
  }
  try {
    new Scanner(text).document()
  } catch (error) {
    if (error instanceof Fault) return error.at === undefined ? error.message : located(text, error.message, error.at)
    throw error
  }
  return located(text, 'Expecting value', 0)
}

/** Adds line, column and character offset; all count code points. */
function located(text: string, problem: string, at: number): string {
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  const line = before.split('\n').length
  const column = codePoints(before.slice(lineStart)) + 1
  return `${problem}: line ${line} column ${column} (char ${codePoints(before)})`
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The first problem found; `at` is an offset in UTF-16 units, absent for a refused constant. */
class Fault extends Error {
  readonly at: number | undefined
  constructor(message: string, at?: number) {
    super(message)
    this.at = at
  }
}

const BLANK = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y
const WORD = /null|true|false|NaN|-?Infinity/y
const PLAIN = /[^"\\\u0000-\u001f]*/y
const HEX4 = /[0-9a-fA-F]{4}/y

/**
 * Walks the text in the order the reference does and throws the first Fault.
 * It keeps its own stack of open brackets, so depth is no danger.
 */
class Scanner {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  /** Scans one value and what follows it. */
  document(): void {
    const open: Array<'[' | '{'> = []
    this.blank()
    for (;;) {
      // Here a value must start.
      const c = this.text[this.at]
      if (c === '[' || c === '{') {
        this.at++
        this.blank()
        if (this.text[this.at] !== (c === '[' ? ']' : '}')) {
          open.push(c)
          if (c === '{') this.key()
          continue
        }
        this.at++
      } else this.scalar()
      // Here a value has ended: close what closes, or go on to the next value.
      for (;;) {
        const inside = open.at(-1)
        this.blank()
        if (inside === undefined) {
          if (this.at < this.text.length) throw new Fault('Extra data', this.at)
          return
        }
        const next = this.text[this.at]
        if (next === ',') {
          this.at++
          this.blank()
          if (inside === '{') this.key()
          break
        }
        if (next !== (inside === '[' ? ']' : '}')) throw new Fault("Expecting ',' delimiter", this.at)
        this.at++
        open.pop()
      }
    }
  }

  private blank(): void {
    this.take(BLANK)
  }

  /** Moves past a sticky pattern; false (and no move) when it does not match here. */
  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    if (!pattern.test(this.text)) return false
    this.at = pattern.lastIndex
    return true
  }

  /** A property name and its colon, up to where the value starts. */
  private key(): void {
    if (this.text[this.at] !== '"') {
      throw new Fault('Expecting property name enclosed in double quotes', this.at)
    }
    this.string()
    this.blank()
    if (this.text[this.at] !== ':') throw new Fault("Expecting ':' delimiter", this.at)
    this.at++
    this.blank()
  }

  private scalar(): void {
    const start = this.at
    if (this.text[start] === '"') return this.string()
    if (this.take(WORD)) {
      const word = this.text.slice(start, this.at)
      if (/N|I/.test(word)) throw new Fault(`Out of range float values are not JSON compliant: '${word}'`)
      return
    }
    if (!this.take(NUMBER)) throw new Fault('Expecting value', start)
  }

  private string(): void {
    const start = this.at++
    for (;;) {
      this.take(PLAIN)
      const c = this.text[this.at]
      if (c === '"') {
        this.at++
        return
      }
      if (c === undefined) throw new Fault('Unterminated string starting at', start)
      if (c !== '\\') throw new Fault('Invalid control character at', this.at)
      this.escape(start)
    }
  }

  /** One backslash escape; `start` is where its string began. */
  private escape(start: number): void {
    const slash = this.at++
    const c = this.text[this.at++]
    if (c === undefined) throw new Fault('Unterminated string starting at', start)
    if (c !== 'u') {
      if (!'"\\/bfnrt'.includes(c)) throw new Fault('Invalid \\escape', slash)
      return
    }
    this.hex(slash + 1)
  }

  /** The four digits of a \u escape; `u` is the offset of its letter. */
  private hex(u: number): void {
    this.at = u + 1
    if (!this.take(HEX4) || this.at >= this.text.length) throw new Fault('Invalid \\uXXXX escape', u)
  }
}
