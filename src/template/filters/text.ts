// Filters for words and letters.
import type { Filter } from '../language.ts'
import { titleCase } from '../lookup.ts'
import { neededNumber, textOfValue, wholeNumber } from '../python.ts'
import { formatted } from '../percent.ts'
import { SafeText } from '../values.ts'
import { truncateHTML } from '../truncate.ts'

/** A filter of texts that keeps HTML what it is. */
const ofText = (apply: (text: string) => unknown): Filter => ({
  text: true,
  safe: true,
  apply: apply as Filter['apply']
})

/** A filter of texts that is told a number; one that is told something else leaves them as they are. */
const byNumber = (apply: (text: string, number: number) => string): Filter => ({
  text: true,
  safe: true,
  argument: 'required',
  apply(text, argument) {
    const number = wholeNumber(argument)
    return number === undefined ? text : apply(text as string, number)
  }
})

/** A filter of texts that is told how wide they shall be, and refuses anything else. */
const byWidth = (apply: (text: string, width: number) => string): Filter => ({
  text: true,
  safe: true,
  argument: 'required',
  async apply(text, argument, { budget }) {
    const width = await neededNumber(argument)
    budget.allow(width)
    return apply(text as string, width)
  }
})

/** A filter of texts that is told another text. */
const byText = (apply: (text: string, argument: string) => unknown, more: Partial<Filter> = {}): Filter => ({
  text: true,
  argument: 'required',
  ...more,
  apply: async (text, argument) => apply(text as string, await textOfValue(argument))
})

const letters = (text: string): string[] => [...text]

function centered(text: string, width: number): string {
  const missing = Math.max(0, width - letters(text).length)
  // Where the blanks cannot be shared out, Python puts the odd one by a rule of its own.
  const left = Math.floor(missing / 2) + (missing & width & 1)
  return ' '.repeat(left) + text + ' '.repeat(missing - left)
}

function truncated(text: string, length: number): string {
  const all = letters(text)
  if (length <= 0) return length < 0 || !text ? '' : '…'
  return all.length > length ? `${all.slice(0, length - 1).join('')}…` : text
}

function fewerWords(text: string, count: number): string {
  const words = text.split(/\s+/).filter(Boolean)
  return words.length > count ? `${words.slice(0, Math.max(0, count)).join(' ')} …` : words.join(' ')
}

/** Breaks the lines of a text; a word that is longer than a line has one of its own. */
function wrapped(text: string, width: number): string {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    let current: string | undefined
    for (const word of line.split(' ')) {
      if (current === undefined) current = word
      else if (current.length + 1 + word.length <= width) current += ` ${word}`
      else {
        lines.push(current)
        current = word
      }
    }
    lines.push(current ?? '')
  }
  return lines.join('\n')
}

/** A word for addresses. */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-')
    .replace(/^[-_]+|(?<![-_])[-_]+$/g, '')

const KEYS: Readonly<Record<string, string>> = Object.fromEntries(
  ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'].flatMap((group, i) =>
    [...group].map((letter) => [letter, String(i + 2)])
  )
)

const hexadecimal = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text for an address: letters, digits, `_.-~` and those that are named stay. */
function percentEncoded(text: string, kept: string): string {
  return letters(text.toWellFormed())
    .map((letter) =>
      /[\w.~-]/.test(letter) || kept.includes(letter)
        ? letter
        : encodeURIComponent(letter).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    )
    .join('')
}

/** A title, but no capital behind an apostrophe or a digit. */
const titled = (text: string): string =>
  titleCase(text)
    .replace(/([a-z])'([A-Z])/g, (found) => found.toLowerCase())
    .replace(/\d([A-Z])/g, (found) => found.toLowerCase())

/** Filters for words and letters. */
export const TEXT_FILTERS: Readonly<Record<string, Filter>> = {
  addslashes: ofText((text) => text.replace(/[\\"']/g, '\\$&')),
  capfirst: ofText((text) => text.charAt(0).toUpperCase() + text.slice(1)),
  center: byWidth(centered),
  cut: byText((text, unwanted) => (unwanted ? text.replaceAll(unwanted, '') : text), { safe: true }),
  escapejs: {
    text: true,
    apply: (text) => new SafeText((text as string).replace(/[\\'"<>&=\-;`\u0000-\u001f\u2028\u2029]/g, hexadecimal))
  },
  iriencode: ofText((text) => percentEncoded(text, `/#%[]=:;$&()+,!?*@'`)),
  ljust: byWidth((text, width) => text + ' '.repeat(Math.max(0, width - letters(text).length))),
  lower: ofText((text) => text.toLowerCase()),
  make_list: { text: true, apply: (text) => letters(text as string) },
  phone2numeric: ofText((text) =>
    letters(text.toLowerCase())
      .map((letter) => KEYS[letter] ?? letter)
      .join('')
  ),
  rjust: byWidth((text, width) => ' '.repeat(Math.max(0, width - letters(text).length)) + text),
  slugify: ofText(slugOf),
  stringformat: {
    argument: 'required',
    safe: true,
    apply: async (value, argument) => (await formatted(await textOfValue(argument), value)) ?? ''
  },
  title: ofText(titled),
  truncatechars: byNumber(truncated),
  truncatechars_html: byNumber((text, length) => truncateHTML(text, length, 'letters')),
  truncatewords: byNumber(fewerWords),
  truncatewords_html: byNumber((text, length) => truncateHTML(text, length, 'words')),
  upper: { text: true, apply: (text) => (text as string).toUpperCase() },
  urlencode: {
    text: true,
    argument: 'optional',
    apply: async (text, argument) =>
      percentEncoded(text as string, argument === undefined ? '/' : await textOfValue(argument))
  },
  wordcount: { text: true, apply: (text) => (text as string).split(/\s+/).filter(Boolean).length },
  wordwrap: byWidth(wrapped)
}
