import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { RE2JS, RE2JSSyntaxException } from 're2js'
import { byDialect } from './dialect.ts'
import { currentLimit, type WorkLimit } from './limit.ts'

/** How long an expression may be, in characters; that of a whole search counts as one. */
export const LONGEST_PATTERN = 500

/** How large an expression may be once its counted repetitions are written out. */
const LARGEST_PATTERN = 2_000

/**
 * How many steps one text may take: the size of the expression times the length of the text. They take 0.1 s at worst.
 */
const MOST_STEPS = 5_000_000

/** How many compiled expressions are cached. */
const CACHE_SIZE = 100

/**
 * How long all texts that one request looks at may take together, or one statement that no request asks for, in ms;
 * 600,000 short ones take half of it.
 */
export const PATTERN_MS = 1_000

/** How long PostgreSQL, whom nobody else waits for, may search by an expression, in ms. */
export const POSTGRES_PATTERN_MS = 3_000

/** A regular expression that cannot be searched for, though it may well be one; the message says why. */
export class PatternError extends Error {
  override name = 'PatternError'
  /** The status of an answer that this ends. */
  readonly statusCode = 400
}

/** What is said where the time is over. */
export const takesTooLong = () =>
  new PatternError(
    'This regular expression takes too long to search for; write it in a simpler form, or narrow the list by other filters.'
  )

/** A regular expression at work. */
export interface Pattern {
  /**
   * Whether a text holds it.
   *
   * @throws PatternError where the text is too long for it
   */
  test(text: string): boolean
}

/** Where the engine stops reading, and what the expression has there that it does not know. */
const UNSUPPORTED: readonly [at: RegExp, what: string][] = [
  [/^\(\?[=!]/, 'look-ahead, (?=…) and (?!…),'],
  [/^\(\?<[=!]/, 'look-behind, (?<=…) and (?<!…),'],
  [/^\\[1-9k]/, 'a back reference, such as \\1,'],
  [/^\(\?P[=>]?$/, 'a back reference, such as (?P=name),'],
  [/^\(\?>/, 'an atomic group, (?>…),'],
  [/^\(\?\(/, 'a condition, (?(…)…),'],
  [/^\(\?/, 'a group that begins with (?'],
  [/^[*+?}{].*\+$/s, 'a possessive repetition, such as a++,'],
  [/^[*+?}{]/, 'a repetition of a repetition']
]
const TOO_LARGE = 'repeats or nests too much'

/** What keeps the engine from an expression; undefined where it is simply none. */
function obstacle({ error, input }: RE2JSSyntaxException): string | undefined {
  if (/repeat count|too large|too deeply/.test(error)) return TOO_LARGE
  if (!/Perl syntax|named capture|escape sequence|repetition operator/.test(error) || error.startsWith('missing'))
    return undefined
  const what = UNSUPPORTED.find(([at]) => at.test(input ?? ''))?.[1]
  return what && `has ${what} which this server does not know`
}

const refusal = (why: string) => new PatternError(`This regular expression ${why}; write it in a simpler form.`)

/** Escapes, classes, counts, groups and all other characters of an expression. */
const PIECES = /\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]?|\{(?<least>\d{1,9})(?:,(?<most>\d{0,9}))?\}|[^]/g

/** How large an expression is with its counted repetitions written out, about. */
function sizeOf(source: string): number {
  const groups = [0]
  let last = 0
  const add = (size: number) => {
    groups[groups.length - 1]! += size
  }
  for (const { 0: piece, groups: count } of source.matchAll(PIECES)) {
    if (count?.least !== undefined) {
      const times = Math.max(1, Number(count.least), Number(count.most ?? 0))
      add(last * (times - 1))
      last *= times
    } else if (piece === '(') groups.push(1)
    else {
      last = piece === ')' && groups.length > 1 ? groups.pop()! : 1
      add(last)
    }
  }
  return groups.reduce((sum, size) => sum + size, 0)
}

/** JavaScript's `\u00dc`, `\cA` and `[^]`, which the engine writes in another way. */
function compile(source: string, flags: number): RE2JS | null {
  try {
    return RE2JS.compile(source, flags)
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    const why = obstacle(error)
    if (why !== undefined) throw refusal(why)
  }
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source), flags)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return null
    throw error
  }
}

const compiled = new Map<string, Pattern | null>()

/**
 * A regular expression that a user wrote. It is searched for in time that grows with the text alone: no expression can
 * make the server stand still. What that engine does not know, such as looking ahead or behind, is refused.
 *
 * @param source the expression
 * @param anyCase whether letter case does not count
 * @returns the expression; null where it is none
 * @throws PatternError where it is too long, too large, or more than the engine knows
 */
export function patternOf(source: string, anyCase = false): Pattern | null {
  const key = `${anyCase ? 'i' : ''}/${source}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  if (source.length > LONGEST_PATTERN)
    throw new PatternError(`A regular expression has at most ${LONGEST_PATTERN} characters here.`)
  if (sizeOf(source) > LARGEST_PATTERN) throw refusal(TOO_LARGE)
  const expression = compile(source, anyCase ? RE2JS.CASE_INSENSITIVE : 0)
  const pattern = expression && {
    test: (text: string) => {
      if (text.length * expression.programSize() > MOST_STEPS) throw takesTooLong()
      return expression.test(text)
    }
  }
  if (compiled.size >= CACHE_SIZE) compiled.clear()
  compiled.set(key, pattern)
  return pattern
}

/** What the expressions of a request took so far, in ms. */
const spent = new WeakMap<WorkLimit, number>()

/** How long the expressions of the request that is being answered may still take, in ms. */
export function patternTimeLeft(): number {
  const limit = currentLimit()
  return PATTERN_MS - ((limit && spent.get(limit)) ?? 0)
}

/** Notes how long the expressions of a request took, in ms. */
export function patternTimeSpent(limit: WorkLimit | undefined, took: number): void {
  if (limit && took > 0) spent.set(limit, (spent.get(limit) ?? 0) + took)
}

/** The time that expressions take on one connection, which runs one statement after the other. */
export class PatternTime {
  #given = PATTERN_MS
  #left = PATTERN_MS
  #limit: WorkLimit | undefined

  /**
   * Another statement begins.
   *
   * @param left how long its expressions may take, in ms; what is left of the request's where nothing is said
   */
  start(left?: number): void {
    patternTimeSpent(this.#limit, this.took)
    this.#limit = currentLimit()
    this.#given = this.#left = left ?? patternTimeLeft()
  }

  /** How long the expressions of the statement took so far, in ms. */
  get took(): number {
    return this.#given - this.#left
  }

  /**
   * Whether a text holds an expression.
   *
   * @throws PatternError where the time is over
   */
  test(pattern: Pattern, text: string): boolean {
    if (this.#left < 0) throw takesTooLong()
    const began = performance.now()
    const holds = pattern.test(text)
    this.#left -= performance.now() - began
    return holds
  }
}

/**
 * The condition that a value holds what a regular expression describes, letter case aside. An expression that is none
 * describes nothing.
 *
 * @param refuse told why this database cannot search by the expression; throws
 */
export function holdsPattern(
  value: Expression<unknown>,
  source: string,
  refuse: (why: string) => never
): RawBuilder<SqlBool> {
  let isPattern = false
  try {
    isPattern = patternOf(source, true) !== null
  } catch (error) {
    if (error instanceof PatternError) refuse(error.message)
    throw error
  }
  return byDialect(sql<SqlBool>`${value} regexp ${source}`, () => {
    if (!isPattern) return sql<SqlBool>`false`
    const translated = postgresPattern(source) ?? refuse(refusal('cannot be searched for in this database').message)
    // Letters beyond ASCII have cases only in a collation that knows them.
    return /^[\x20-\x7e]*$/.test(source)
      ? sql<SqlBool>`${value} collate "C" ~* ${translated}`
      : sql<SqlBool>`folded(${value}) collate "und-x-icu" ~* ${translated}`
  })
}

/** Whether a statement searches by an expression, which may take long. */
export const searchesByPattern = (text: string): boolean => text.includes(' regexp ') || text.includes(' ~* ')

/** What JavaScript's escapes are in PostgreSQL, outside of brackets and inside. */
const OUTSIDE: Record<string, string> = {
  b: '\\y',
  B: '\\Y',
  d: '[0-9]',
  D: '[^0-9]',
  w: '[A-Za-z0-9_]',
  W: '[^A-Za-z0-9_]'
}
const INSIDE: Record<string, string> = { b: '\\u0008', d: '0-9', w: 'A-Za-z0-9_' }
const ALIKE = 'nrtfvsS'

/**
 * A regular expression of JavaScript as PostgreSQL has it.
 *
 * @param source a valid expression
 * @returns null where PostgreSQL has nothing like it
 */
function postgresPattern(source: string): string | null {
  let [out, inside] = ['', false]
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at)
    const [whole, escape] = /^\\(u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[^])/i.exec(rest) ?? []
    if (whole && escape) {
      const special = (inside ? INSIDE : OUTSIDE)[escape]
      if (special) out += special
      else if (escape.length > 1 && /^[ux]/.test(escape))
        out += `\\U${escape.replaceAll(/[^\da-f]/gi, '').padStart(8, '0')}`
      else if (/^[pPk0]$/.test(escape) || (inside && /^[DW1-9]$/.test(escape))) return null
      else if (/^[a-z]$/i.test(escape) && !ALIKE.includes(escape)) out += escape
      else out += whole
      at += whole.length
    } else if (inside) {
      const [named] = /^\[:[a-z]+:\]/.exec(rest) ?? []
      if (named) {
        out += named
        at += named.length
        continue
      }
      if (rest[0] === ']') inside = false
      out += rest[0] === '[' ? '\\[' : rest[0]
      at++
    } else {
      const [group] = /^\(\?P?<(?![=!])[^>]*>/.exec(rest) ?? []
      const [count, least, most] = /^\{(\d+)(?:,(\d*))?\}/.exec(rest) ?? []
      if (rest.startsWith('[^]')) {
        out += '(?:.|\\n)'
        at += 3
        continue
      }
      if (rest.startsWith('(?i)')) {
        at += 4
        continue
      }
      if (
        rest.startsWith('[]') ||
        /^\(\?[a-z-]+[:)]/i.test(rest) ||
        (count && Math.max(Number(least), Number(most ?? 0)) > 255)
      )
        return null
      if (group) {
        out += '('
        at += group.length
        continue
      }
      if (rest[0] === '[') inside = true
      // A brace that counts nothing is a letter like others.
      out += rest[0] === '.' ? '[^\\n\\r]' : rest[0] === '{' && !count ? '\\{' : rest[0]
      at++
    }
  }
  return out
}
