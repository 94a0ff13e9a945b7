// Filters for HTML.
import type { Filter, Rendering } from '../language.ts'
import { escapeHTML, iterated, textOfValue, wholeNumber } from '../python.ts'
import { jsonText } from '../json.ts'
import { SafeText } from '../values.ts'
import { urlized } from '../urlize.ts'

const lines = (text: string): string => text.replace(/\r\n|\r/g, '\n')

/** A text as HTML: as it is where it is HTML already, or nothing is escaped. */
async function asHTML(value: unknown, rendering: Rendering): Promise<string> {
  const text = await textOfValue(value)
  return rendering.autoescape && !(value instanceof SafeText) ? escapeHTML(text) : text
}

/** A filter that makes HTML of a text. */
const html = (make: (html: string) => string): Filter => ({
  apply: async (value, _, rendering) => new SafeText(make(await asHTML(value, rendering)))
})

const paragraphs = (text: string): string =>
  lines(text)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n\n')

function numbered(text: string): string {
  const all = text.split('\n')
  const width = String(all.length).length
  return all.map((line, i) => `${String(i + 1).padStart(width, '0')}. ${line}`).join('\n')
}

/** A text without the tags of HTML. */
export function withoutTags(text: string): string {
  let [made, at] = ['', 0]
  for (let start = text.indexOf('<'); start !== -1; start = text.indexOf('<', at)) {
    if (!/[a-z!/?]/i.test(text[start + 1] ?? '')) {
      made += text.slice(at, start + 1)
      at = start + 1
      continue
    }
    const end = text.indexOf('>', start)
    if (end === -1) break
    made += text.slice(at, start)
    at = end + 1
  }
  return made + text.slice(at)
}

async function safeTexts(value: unknown): Promise<SafeText[]> {
  const made: SafeText[] = []
  for (const item of await iterated(value)) made.push(new SafeText(await textOfValue(item)))
  return made
}

/** A value as JSON, where scripts of a page would read it. */
async function jsonScript(value: unknown, argument: unknown): Promise<SafeText> {
  const json = (await jsonText(value)).replace(
    /[<>&]/g,
    (letter) => `\\u00${letter.charCodeAt(0).toString(16).toUpperCase()}`
  )
  const id = argument === undefined ? '' : ` id="${escapeHTML(await textOfValue(argument))}"`
  return new SafeText(`<script${id} type="application/json">${json}</script>`)
}

const links = (argument: Filter['argument']): Filter => ({
  argument,
  apply: async (value, limit, rendering) =>
    new SafeText(
      urlized(await textOfValue(value), {
        limit: argument && wholeNumber(limit),
        escape: rendering.autoescape && !(value instanceof SafeText)
      })
    )
})

/** Filters for HTML. */
export const HTML_FILTERS: Readonly<Record<string, Filter>> = {
  escape: {
    apply: async (value) => (value instanceof SafeText ? value : new SafeText(escapeHTML(await textOfValue(value))))
  },
  escapeseq: {
    apply: async (value) => {
      const made: SafeText[] = []
      for (const item of await iterated(value))
        made.push(item instanceof SafeText ? item : new SafeText(escapeHTML(await textOfValue(item))))
      return made
    }
  },
  force_escape: { text: true, apply: (text) => new SafeText(escapeHTML(text as string)) },
  json_script: { argument: 'optional', apply: jsonScript },
  linebreaks: html(paragraphs),
  linebreaksbr: html((text) => lines(text).replaceAll('\n', '<br>')),
  linenumbers: html(numbered),
  safe: { text: true, apply: (text) => new SafeText(text as string) },
  safeseq: { apply: safeTexts },
  striptags: { text: true, safe: true, apply: (text) => withoutTags(text as string) },
  urlize: links(undefined),
  urlizetrunc: links('required')
}
