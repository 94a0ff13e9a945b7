import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { RE2JS } from 're2js'
import { either } from './either.ts'

/** A regular expression at work. */
export interface Pattern { test (text: string): boolean }

/**
 * A regular expression that a user wrote. It is searched for in time that grows with the text alone: no expression can make the server stand
 * still. Only what that engine does not know, such as looking ahead or behind, runs in JavaScript's own.
 *
 * @param source the expression
 * @param anyCase whether letter case does not count
 * @returns the expression; null where it is none
 */
export function patternOf (source: string, anyCase = false): Pattern | null {
  try { return RE2JS.compile(source, anyCase ? RE2JS.CASE_INSENSITIVE : 0) } catch { /* JavaScript may know it */ }
  // Escapes such as `\-` are known outside the Unicode mode alone.
  for (const mode of ['u', '']) {
    try { return new RegExp(source, (anyCase ? 'i' : '') + mode) } catch { /* the other mode may know it */ }
  }
  return null
}

/**
 * The condition that a value holds what a regular expression describes, letter case aside. An expression that is none describes nothing.
 *
 * @param refuse called where this database cannot search by the expression; throws
 */
export const holdsPattern = (value: Expression<unknown>, source: string, refuse: () => never): RawBuilder<SqlBool> =>
  either(sql<SqlBool>`${value} regexp ${source}`, () => {
    if (!patternOf(source, true)) return sql<SqlBool>`false`
    const translated = postgresPattern(source) ?? refuse()
    // Letters beyond ASCII have cases only in a collation that knows them.
    return /^[\x20-\x7e]*$/.test(source) ? sql<SqlBool>`${value} collate "C" ~* ${translated}` : sql<SqlBool>`folded(${value}) collate "und-x-icu" ~* ${translated}`
  })

/** What JavaScript's escapes are in PostgreSQL, outside of brackets and inside. */
const OUTSIDE: Record<string, string> = { b: '\\y', B: '\\Y', d: '[0-9]', D: '[^0-9]', w: '[A-Za-z0-9_]', W: '[^A-Za-z0-9_]' }
const INSIDE: Record<string, string> = { b: '\\u0008', d: '0-9', w: 'A-Za-z0-9_' }
const ALIKE = 'nrtfvsS'

/**
 * A regular expression of JavaScript as PostgreSQL has it.
 *
 * @param source a valid expression
 * @returns null where PostgreSQL has nothing like it
 */
export function postgresPattern (source: string): string | null {
  let [out, inside] = ['', false]
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at)
    const [whole, escape] = /^\\(u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[^])/i.exec(rest) ?? []
    if (whole && escape) {
      const special = (inside ? INSIDE : OUTSIDE)[escape]
      if (special) out += special
      else if (escape.length > 1 && /^[ux]/.test(escape)) out += `\\U${escape.replaceAll(/[^\da-f]/gi, '').padStart(8, '0')}`
      else if (/^[pPk0]$/.test(escape) || (inside && /^[DW1-9]$/.test(escape))) return null
      else if (/^[a-z]$/i.test(escape) && !ALIKE.includes(escape)) out += escape
      else out += whole
      at += whole.length
    } else if (inside) {
      const [named] = /^\[:[a-z]+:\]/.exec(rest) ?? []
      if (named) { out += named; at += named.length; continue }
      if (rest[0] === ']') inside = false
      out += rest[0] === '[' ? '\\[' : rest[0]
      at++
    } else {
      const [group] = /^\(\?P?<(?![=!])[^>]*>/.exec(rest) ?? []
      const [count, least, most] = /^\{(\d+)(?:,(\d*))?\}/.exec(rest) ?? []
      if (rest.startsWith('[^]')) { out += '(?:.|\\n)'; at += 3; continue }
      if (rest.startsWith('(?i)')) { at += 4; continue }
      if (rest.startsWith('[]') || /^\(\?[a-z-]+[:)]/i.test(rest) || (count && Math.max(Number(least), Number(most ?? 0)) > 255)) return null
      if (group) { out += '('; at += group.length; continue }
      if (rest[0] === '[') inside = true
      // A brace that counts nothing is a letter like others.
      out += rest[0] === '.' ? '[^\\n\\r]' : rest[0] === '{' && !count ? '\\{' : rest[0]
      at++
    }
  }
  return out
}
