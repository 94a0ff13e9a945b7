/**
 * A regular expression that a user wrote. Escapes that JavaScript knows only outside its Unicode mode, such as `\-`, are taken too.
 *
 * @param source the expression
 * @param flags as of RegExp, without `u`
 * @returns the expression; null where it is none
 */
export function patternOf (source: string, flags = ''): RegExp | null {
  for (const mode of ['u', '']) {
    try { return new RegExp(source, flags + mode) } catch { /* the other mode may know it */ }
  }
  return null
}
