import { UnitError } from './errors.ts'

/** A piece of an expression. */
export type Token =
  | { kind: 'number'; value: number }
  | { kind: 'name'; text: string }
  /** `touching`: an opening parenthesis with a word or a `)` right before it. */
  | { kind: 'operator'; text: '+' | '-' | '*' | '/' | '//' | '**' | '(' | ')'; touching: boolean }

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Spellings that mean an operator, in the order in which they are replaced. */
const rewrites: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/,/g, ''],
  [/‰/g, ' permille '],
  [/%/g, ' percent '],
  [/°/g, 'degree'],
  [/ per /g, '/'],
  [/(?:square|sq) +([_a-zA-Z]\w*)/g, '$1**2'],
  [/cubic +([_a-zA-Z]\w*)/g, '$1**3'],
  [/(?<![_a-zA-Z])([_a-zA-Z]\w*) +squared/g, '$1**2'],
  [/(?<![_a-zA-Z])([_a-zA-Z]\w*) +cubed/g, '$1**3'],
  // A superscript must touch what it raises: the * left here makes the text unreadable.
  [/\s(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])/g, '*'],
  [
    /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
    (found) => '**' + [...found].map((c) => (c === '⁻' ? '-' : superscripts.indexOf(c))).join('') + ' '
  ],
  [/·/g, '*'],
  [/\^/g, '**']
]

/*
 * Numbers follow Python's rules, for the reference reads them so: `1_000`, `.5`, `5.` and `1e3` are numbers,
 * while `012` falls apart into 0 and 12, and `1e` into 1 and the unit e.
 */
const digits = '\\d(?:_?\\d)*'
const exponent = `[eE][+-]?${digits}`
// eslint-disable-next-line no-restricted-syntax -- put together of what stands above, so that people can read it
const pattern = new RegExp(
  [
    `(?<number>${digits}\\.(?:${digits})?(?:${exponent})?|\\.${digits}(?:${exponent})?|${digits}${exponent}|0(?:_?0)*|[1-9](?:_?\\d)*)`,
    '(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)',
    '(?<numeral>\\p{N})',
    `(?<quoted>"[^"\\n]*"|'[^'\\n]*')`,
    '(?<comment>#.*)',
    '(?<ignored>->|(?:\\*\\*|//|[-+*/])=)',
    '(?<operator>\\*\\*|//|[-+*/()])',
    '(?<bracket>[[\\]{}])',
    '(?<other>[^])'
  ].join('|'),
  'uy'
)

/** A text longer than this is no quantity; reading it would only take time. */
const longest = 1000

/** Names that stand for a number. */
const named: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['infinity', Infinity],
  ['nan', NaN]
])

/**
 * @param text the text of a unit or a quantity
 * @returns its tokens. Signs without a meaning (`$`, `!`, a quoted text, a lone quote) only separate, as in the
 *   reference, so `5 $` is 5; brackets have to balance.
 * @throws UnitError
 */
export function tokenize(text: string): Token[] {
  if (text.length > longest) throw new UnitError('Too long for a quantity')
  let source = text.trim()
  for (const [found, put] of rewrites)
    source = typeof put === 'string' ? source.replace(found, put) : source.replace(found, put)

  const tokens: Token[] = []
  let depth = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(source); match?.groups; match = pattern.exec(source)) {
    const { number, name, numeral, operator, bracket } = match.groups
    if (numeral !== undefined) throw new UnitError(`Cannot read '${numeral}'`)
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number.replaceAll('_', '')) })
    else if (name !== undefined) {
      const value = named.get(name.toLowerCase())
      tokens.push(value === undefined ? { kind: 'name', text: name } : { kind: 'number', value })
    } else if (operator !== undefined) {
      const touching = operator === '(' && /[\p{L}\p{N}_)]/u.test(source[match.index - 1] ?? '')
      tokens.push({ kind: 'operator', text: operator as Extract<Token, { kind: 'operator' }>['text'], touching })
      if (operator === '(') depth += 1
      if (operator === ')') depth -= 1
    } else if (bracket !== undefined) depth += bracket === '[' || bracket === '{' ? 1 : -1
  }
  if (depth !== 0) throw new UnitError(`Unbalanced brackets in '${text}'`)
  return tokens
}
