/**
 * What a terminal obeys or does not show: control characters, marks that change the direction of text, separators of
 * lines.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** A character as JSON writes it. */
export const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * A text as a terminal may have it, whatever data it holds: what a terminal would obey is written as JSON writes it.
 */
export const printable = (text: string): string => text.replaceAll(UNSEEN, escaped)
