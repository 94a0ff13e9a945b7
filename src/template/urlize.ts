// Makes links of the addresses in a text.
import { escapeHTML } from './python.ts'

const DOMAIN = /^[\p{L}\d][\p{L}\d.-]*\.(?:com|edu|gov|int|mil|net|org)(?:$|\/)/iu
const MAIL = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ["'", "'"],
  ['"', '"']
]

/** A word without the brackets and full stops around it. */
function trimmed(word: string): [string, string, string] {
  let [before, middle, after] = ['', word, '']
  for (let changed = true; changed; ) {
    changed = false
    while (/[.,:;!]/.test(middle.at(-1) ?? '')) {
      after = middle.at(-1)! + after
      middle = middle.slice(0, -1)
      changed = middle !== ''
    }
    for (const [open, close] of PAIRS) {
      if (!middle.startsWith(open)) continue
      before += open
      middle = middle.slice(1)
      if (middle.endsWith(close)) {
        after = close + after
        middle = middle.slice(0, -1)
      }
      changed = middle !== ''
    }
  }
  return [before, middle, after]
}

function addressOf(word: string): { href: string; follow: boolean } | undefined {
  if (/^https?:\/\/./i.test(word)) return { href: word, follow: false }
  if (/^www\../i.test(word) || (!word.includes('@') && DOMAIN.test(word)))
    return { href: `http://${word}`, follow: false }
  return MAIL.test(word) ? { href: `mailto:${word}`, follow: true } : undefined
}

/** How links are made. */
export interface LinkStyle {
  /** The text of a link has no more letters. */
  limit?: number | undefined
  escape: boolean
}

function linked(word: string, { limit, escape }: LinkStyle): string {
  const shown = (text: string): string => (escape ? escapeHTML(text) : text)
  if (!/[.@:]/.test(word)) return shown(word)
  const [before, middle, after] = trimmed(word)
  const address = addressOf(middle)
  if (!address) return shown(word)
  const text = limit !== undefined && middle.length > limit ? `${middle.slice(0, Math.max(0, limit - 1))}…` : middle
  // What stands in quotes has to be escaped, whatever was asked for the rest.
  const href = escapeHTML(encodeURI(address.href.toWellFormed()).replaceAll('%25', '%'))
  const rel = address.follow ? '' : ' rel="nofollow"'
  return `${shown(before)}<a href="${href}"${rel}>${shown(text)}</a>${shown(after)}`
}

/** A text as HTML, with links in place of addresses. */
export const urlized = (text: string, style: LinkStyle): string =>
  text
    .split(/([\s<>"']+)/)
    .map((word, i) => (i % 2 ? (style.escape ? escapeHTML(word) : word) : linked(word, style)))
    .join('')
