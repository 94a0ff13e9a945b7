/**
 * How alike a password and an attribute of its owner are.
 *
 * Source of the rule: Django's documented similarity validator with its
 * default limit 0.7, and its answers compared from outside.
 */

const LIMIT = 0.7
const NOT_WORD = /[^\p{L}\p{N}_]+/u

/**
 * Whether a password is too like an attribute or one of its words.
 *
 * Takes the password; the attribute's value, '' when the account has none.
 *
 * @returns true when the characters they share (in any order, counted with repeats, ignoring case) make up 70 % of
 *   both together. Words far shorter than the password are left out.
 */
export function tooSimilar(password: string, value: string): boolean {
  if (value === '') return false
  const secret = Array.from(password.toLowerCase())
  const whole = value.toLowerCase()
  return [...whole.split(NOT_WORD), whole].some((word) => {
    const letters = Array.from(word)
    return !farShorter(letters.length, Array.from(password).length) && sharedRatio(secret, letters) >= LIMIT
  })
}

/** A word a tenth of the password's length or less cannot reach the limit. */
function farShorter(word: number, password: number): boolean {
  return password >= 10 * word && word < (LIMIT / 2) * password
}

/** Twice the number of shared characters over the length of both; 1 for two empty texts. */
function sharedRatio(a: readonly string[], b: readonly string[]): number {
  const total = a.length + b.length
  if (total === 0) return 1
  const left = new Map<string, number>()
  for (const char of b) left.set(char, (left.get(char) ?? 0) + 1)
  let shared = 0
  for (const char of a) {
    const count = left.get(char) ?? 0
    if (count > 0) {
      shared++
      left.set(char, count - 1)
    }
  }
  return (2 * shared) / total
}
