/**
 * The check of markdown notes.
 *
 * The rule: docs/behaviour/values.md#texts. The reference renders the text and refuses it when its own cleaner would
 * change the rendering. Tags and entities never get this far (see
 * sanitise.ts), so what is left are link and image addresses whose scheme
 * is not one of the harmless ones. This check finds addresses in the text
 * itself, without rendering.
 */

/** Schemes that a link or image in notes may have; addresses without a scheme are fine too. */
const SAFE_SCHEMES = new Set(['http', 'https', 'ftp', 'ftps', 'mailto', 'tel', 'sms'])

/** Schemes refused even where the address seems to stand in code: readers differ on what is code. */
const ACTIVE_SCHEMES = new Set(['javascript', 'vbscript', 'data'])

/** The scheme in an inline link or image; blanks, invisible characters and backslashes may stand inside it. */
const LOOSE_SCHEME = /\]\(\s*<?([a-z0-9+.\-\\\s\p{C}]{1,100}):/giu
/** The same, where the address is written plainly. */
const PLAIN_SCHEME = /\]\(\s*<?([a-z][a-z0-9+.-]{0,100})\\?:/gi
const FENCED = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm
const CODE_SPAN = /(?<![\\`])(`+)[^`]{1,2000}?\1(?!`)/g
/** A `[name]: address` line, also in quotes and lists; after the address only a title may follow. */
const DEFINITION = /^[ \t>*+-]*(?:\d+[.)][ \t]*)?\[[^\]\n]{1,999}\]:\s*(<[^>\n]*>|\S+)(?:[ \t]*$|[ \t]+["'(])/gm

/**
 * Whether notes hold only harmless links and images.
 *
 * @param text the text of the notes, already cleaned
 * @returns false when an address has a scheme like `javascript:`; the caller answers
 *   `{"non_field_errors": ["Data contains prohibited markdown content"]}`
 */
export function isSafeMarkdown(text: string): boolean {
  if (!text.includes('](') && !text.includes(']:')) return true
  for (const [, scheme = ''] of text.matchAll(LOOSE_SCHEME)) {
    if (ACTIVE_SCHEMES.has(squeeze(scheme))) return false
  }
  for (const [, address = ''] of text.matchAll(DEFINITION)) {
    const colon = address.indexOf(':')
    if (colon > 0 && ACTIVE_SCHEMES.has(squeeze(address.slice(0, colon).replace('<', '')))) return false
  }
  const prose = text.replace(FENCED, '\n').replace(CODE_SPAN, ' ')
  for (const [, scheme = ''] of prose.matchAll(PLAIN_SCHEME)) {
    if (!SAFE_SCHEMES.has(scheme.toLowerCase())) return false
  }
  return true
}

/**
 * A scheme in lower case without white space and invisible characters, which
 * browsers skip, and without backslashes, which markdown drops.
 */
function squeeze(scheme: string): string {
  return scheme.replace(/[\s\p{C}\\]/gu, '').toLowerCase()
}
