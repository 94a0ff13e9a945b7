/**
 * What a terminal obeys or does not show: control characters, marks that change the direction of text, separators of
 * lines.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** Most lines of a log hold nothing else, which is found out in a quarter of the time. */
const PLAIN = /^[\t\n -~]*$/

/** A character as JSON writes it. */
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * A text as a terminal may have it, whatever data it holds: what a terminal would obey is written as JSON writes it.
 */
export const printable = (text: string): string => (PLAIN.test(text) ? text : text.replaceAll(UNSEEN, escaped))

/** The same for a piece of data within a line of its own. */
export const printableInLine = (text: string): string => printable(text).replaceAll(/[\n\t]/g, escaped)
