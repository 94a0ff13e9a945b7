// What a text is found by exactly, without reading it: its letters, pairs of letters, and the ends of its words.
import type Sqlite from 'better-sqlite3'

/** Longer pieces of words are cut: what is looked for is no longer. */
export const LONGEST_TOKEN = 32

/** SQLite's index takes anything but ASCII letters and digits for the end of a token; other signs are moved out of ASCII. */
const moved = (code: number): string => {
  const isWord = (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
  return String.fromCharCode(isWord ? code : 0xe000 + code)
}

const isPlain = (code: number): boolean => code >= 0x20 && code <= 0x7e

/** A text as it stands in tokens; it is ASCII, and its letters are small. */
export const tokenOf = (text: string): string => Array.from(text, (letter) => moved(letter.charCodeAt(0))).join('')

/**
 * The tokens of some texts: every ASCII character, every two in a row, and every end of three letters or more that a
 * run of letters has, so that each piece of it is the beginning of a token. Letter case aside, as LIKE has it.
 *
 * @param group stands in front of each, so that the texts of other columns have others
 * @returns the tokens with blanks between them
 */
function searchTokens(group: string, texts: readonly (string | null)[]): string {
  const found = new Set<string>()
  for (const text of texts) {
    if (text === null) continue
    const small = text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
    let before = ''
    for (let at = 0; at < small.length; at++) {
      const code = small.charCodeAt(at)
      const token = isPlain(code) ? moved(code) : ''
      if (token) {
        found.add(group + token)
        if (before) found.add(group + before + token)
      }
      before = token
    }
    for (const [run] of small.matchAll(/[a-z]{3,}/g))
      for (let at = 0; at + 3 <= run.length; at++) found.add(group + run.slice(at, at + LONGEST_TOKEN))
  }
  return [...found].join(' ')
}

/** Gives a connection the function that the triggers of parts call. */
export function defineSearchTokens(raw: Sqlite.Database): void {
  raw.function('search_tokens', { deterministic: true, varargs: true }, (group: string, ...texts: (string | null)[]) =>
    searchTokens(group, texts)
  )
}
