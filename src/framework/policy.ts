/** Nobody frames an answer, and none sends a form or changes where its addresses lead. */
export const CLOSED = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]

/**
 * For what a browser shows with pages of its own, such as pictures, films and PDF: these may look and load as they
 * like, but run nothing.
 */
export const SHOWN_POLICY = [...CLOSED, "script-src 'none'"].join('; ')
