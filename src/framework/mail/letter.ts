// What a mail says, and how that becomes a text and a page.
import { escapeHtml } from '#framework/html.ts'

/** A link on a line of its own; `secret` is its end, which only the recipient may know. */
interface LetterLink {
  label: string
  link: string
  secret?: string
}

export interface Letter {
  /** Without the prefix that every subject has. */
  subject: string
  paragraphs: readonly (string | LetterLink)[]
}

/** The forms of a letter. */
export interface LetterForms {
  text: string
  html: string
  /** The text as the log shows it: without what is secret. */
  shown: string
}

/** What stands for a secret where it is not shown. */
const BLANKED = '********'
/** The longest subject, in characters. */
const LONGEST_SUBJECT = 200

/** A text without line breaks and other characters that cannot be seen: nothing that could become a header. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** A subject as it is sent. */
export const subjectOf = (prefix: string, { subject }: Letter): string =>
  oneLine(`${prefix}${subject}`).slice(0, LONGEST_SUBJECT).toWellFormed()

/** Writes a letter out as plain text, as HTML, and as it is shown later. */
export function formsOf({ paragraphs }: Letter): LetterForms {
  const text = (secretOf: (link: LetterLink) => string) =>
    `${paragraphs
      .map((part) => (typeof part === 'string' ? part : `${part.label}\n${part.link}${secretOf(part)}`))
      .join('\n\n')}\n`
  const html = paragraphs.map((part) => {
    if (typeof part === 'string') return `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`
    const address = escapeHtml(`${part.link}${part.secret ?? ''}`)
    return `<p>${escapeHtml(part.label)}<br><a href="${address}">${address}</a></p>`
  })
  return {
    text: text(({ secret = '' }) => secret),
    shown: text(({ secret }) => (secret === undefined ? '' : BLANKED)),
    html: `<!doctype html>\n<html lang="en"><body>\n${html.join('\n')}\n</body></html>\n`
  }
}
