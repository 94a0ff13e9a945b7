import { RE2JS } from 're2js'

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
