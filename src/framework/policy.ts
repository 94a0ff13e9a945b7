/**
 * Nobody frames an answer or changes where its addresses lead, and it sends forms to some places alone.
 *
 * @param forms these places
 */
export const closedBut = (forms: readonly string[]): string[] => [
  "base-uri 'none'",
  `form-action ${forms.join(' ')}`,
  "frame-ancestors 'none'"
]

/** As most answers are: forms go nowhere. */
export const CLOSED = closedBut(["'none'"])

/**
 * For what a browser shows with pages of its own, such as pictures, films and PDF: these may look and load as they
 * like, but run nothing.
 */
export const SHOWN_POLICY = [...CLOSED, "script-src 'none'"].join('; ')
