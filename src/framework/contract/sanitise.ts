import { decodeHTML } from 'entities/decode'

export { isSafeMarkdown } from './markdown.ts'

/**
 * Cleaning of texts in request bodies, before any validation.
 *
 * The rules: docs/behaviour/values.md#texts. That for markup was found by comparing answers with an HTML5 cleaner (nh3)
 * that allows no tags.
 */

/** Control characters except line feed, and marks that change the direction of text. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e]/g
/** Halves of surrogate pairs standing alone: no UTF-8 can hold them. */
const LONE_SURROGATE = /\p{Cs}/gu
/** White space at the start; unlike in String.trim a byte order mark stays. */
const LEADING = /^[^\S\ufeff]+/
/** What starts a tag, a closing tag or any kind of comment for an HTML parser. */
const MARKUP = /<(?:[A-Za-z!?]|\/[^])/
/** The only character that the reference's HTML writer spells out and nothing turns back. */
const NO_BREAK_SPACE = '\u00a0'

/** A value that holds HTML; `field` is the innermost key it was found under. */
export class HtmlError extends Error {
  override name = 'HtmlError'
  readonly field: string
  constructor(field: string) {
    super('Remove HTML tags from this value')
    this.field = field
  }
}

/**
 * Removes what cannot be seen from a text, and blanks at both ends.
 *
 * @param text the text; `multiline` keeps line feeds (markdown fields)
 * @returns the text without control characters (tabs and carriage returns too), direction marks and lone surrogates,
 *   trimmed
 */
export function cleanText(text: string, { multiline }: { multiline: boolean }): string {
  let clean = text.replace(UNPRINTABLE, '').replace(LONE_SURROGATE, '')
  if (!multiline) clean = clean.replaceAll('\n', '')
  return trimEnd(clean.replace(LEADING, ''))
}

/** Trims the end, but keeps a byte order mark; a `+$` pattern would be slow on long inner blanks. */
function trimEnd(text: string): string {
  const bare = text.trimEnd()
  const cut = text.slice(bare.length)
  const mark = cut.lastIndexOf('\ufeff')
  return mark < 0 ? bare : text.slice(0, bare.length + mark + 1)
}

/**
 * Whether a cleaned text counts as holding HTML.
 *
 * @param text a text as cleanText leaves it
 * @returns true when an HTML cleaner that allows no tags would give a text of another length: it drops tags, comments
 *   and a leading byte order mark, and decodes character references. `<`, `>` and `&` that start none of these are
 *   plain characters. Quirks of the reference kept: a no-break space is refused, while `&nbsp;` and `&#160;` pass.
 *   Unlike there, markup is refused even where a no-break space makes up for the length of a dropped tag.
 */
export function hasHtml(text: string): boolean {
  if (MARKUP.test(text) || text.startsWith('\ufeff')) return true
  const decoded = text.includes('&') ? decodeHTML(text) : text
  const written = decoded.replaceAll(NO_BREAK_SPACE, '&nbsp;')
  return codePoints(written) !== codePoints(text)
}

function codePoints(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) count--
  }
  return count
}

/**
 * Cleans every text of a request body.
 *
 * Takes the parsed body; the names of fields whose texts keep line feeds.
 *
 * @returns a deep copy in which every string, also in nested objects, is cleaned. Arrays and all they hold are copied
 *   as they came; a body that is no object is given back unchanged.
 * @throws HtmlError for the first text with HTML, in the order of the keys
 */
export function sanitiseBody(body: unknown, markdownFields: ReadonlySet<string>): unknown {
  if (Array.isArray(body)) return structuredClone(body)
  if (typeof body !== 'object' || body === null) return body
  const entries: Array<[string, unknown]> = []
  for (const [key, value] of Object.entries(body)) {
    if (typeof value === 'string') {
      const text = cleanText(value, { multiline: markdownFields.has(key) })
      if (hasHtml(text)) throw new HtmlError(key)
      entries.push([key, text])
    } else entries.push([key, sanitiseBody(value, markdownFields)])
  }
  // fromEntries defines the keys, so a key named __proto__ stays a plain key.
  return Object.fromEntries(entries)
}
