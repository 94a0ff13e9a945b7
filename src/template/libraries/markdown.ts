// The library `markdownify`: notes in Markdown as HTML.
import type { Library } from '../language.ts'
import { SafeText } from '../values.ts'

/** Longer notes are shown as they were written. */
const MAX_LENGTH = 50_000

/** What may stay of HTML; whatever could act goes. */
const TAGS =
  `a abbr acronym b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s span strong
sub sup table tbody td tfoot th thead tr ul`.split(/\s+/)

/**
 * A text in Markdown as HTML, cleaned of whatever could act. The libraries are loaded with the first.
 */
async function markdownHTML(text: string): Promise<SafeText> {
  const [{ Marked }, { default: sanitize }] = await Promise.all([import('marked'), import('sanitize-html')])
  const made = await new Marked({ gfm: true, async: false }).parse(text)
  const clean = sanitize(made, {
    allowedTags: TAGS,
    allowedAttributes: {
      a: ['href', 'title'],
      abbr: ['title'],
      img: ['src', 'alt', 'title', 'width', 'height'],
      '*': ['class']
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    // What stood in a script is no part of the text, as much as it may look like it.
    nonTextTags: ['style', 'textarea', 'option', 'noscript']
  })
  return new SafeText(clean.trim())
}

/** The library `markdownify`. */
export const MARKDOWN: Library = {
  filters: {
    markdownify: {
      text: true,
      apply: (text) => ((text as string).length > MAX_LENGTH ? text : markdownHTML(text as string))
    }
  }
}
