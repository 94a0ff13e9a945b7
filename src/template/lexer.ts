// Takes the text of a template apart: text, {{ values }}, {% tags %} and {# comments #}.
import { syntaxError } from './errors.ts'

export interface TemplateToken {
  kind: 'text' | 'variable' | 'block'
  /** The text, or what stands between the brackets. */
  content: string
  /** Counted from 1. */
  line: number
}

const KINDS = { '{': ['variable', '}}'], '%': ['block', '%}'], '#': ['comment', '#}'] } as const

/** Finds what comes next in a text without searching the same stretch twice. */
class Finder {
  readonly #source: string
  readonly #found = new Map<string, number>()

  constructor(source: string) {
    this.#source = source
  }

  /** Where a text next occurs from a place on; past the end where it does not. Places only grow. */
  next(text: string, from: number): number {
    let at = this.#found.get(text) ?? -1
    if (at < from) {
      const found = this.#source.indexOf(text, from)
      at = found === -1 ? Infinity : found
      this.#found.set(text, at)
    }
    return at
  }
}

/** The next piece in brackets from a place on; it ends in the line that it begins in. */
function nextPiece(
  source: string,
  finder: Finder,
  from: number
): [number, number, 'variable' | 'block' | 'comment'] | undefined {
  for (let start = source.indexOf('{', from); start !== -1; start = source.indexOf('{', start + 1)) {
    const [kind, closer] = KINDS[source[start + 1] as keyof typeof KINDS] ?? []
    if (kind === undefined) continue
    const end = finder.next(closer, start + 2)
    if (end < finder.next('\n', start)) return [start, end + 2, kind]
  }
  return undefined
}

/** How many lines end in a stretch of a text. */
function lineEnds(source: string, from: number, to: number): number {
  let count = 0
  for (let at = source.indexOf('\n', from); at !== -1 && at < to; at = source.indexOf('\n', at + 1)) count++
  return count
}

/** Takes a template apart. What is opened and not closed in its line is text. */
export function templateTokens(source: string): TemplateToken[] {
  const finder = new Finder(source)
  const tokens: TemplateToken[] = []
  let [at, line] = [0, 1]
  let verbatim: string | undefined
  const text = (content: string): void => {
    if (content) tokens.push({ kind: 'text', content, line })
  }
  for (let piece = nextPiece(source, finder, 0); piece; piece = nextPiece(source, finder, at)) {
    const [start, end, kind] = piece
    text(source.slice(at, start))
    line += lineEnds(source, at, start)
    const content = source.slice(start + 2, end - 2).trim()
    if (verbatim !== undefined && (kind !== 'block' || content !== verbatim)) text(source.slice(start, end))
    else if (kind !== 'comment') tokens.push({ kind, content, line })
    if (kind === 'block' && verbatim === content) verbatim = undefined
    else if (kind === 'block' && /^verbatim(?: |$)/.test(content)) verbatim ??= `end${content}`
    at = end
  }
  text(source.slice(at))
  return tokens
}

/** The end of a text in quotes that begins at a place, past its closing quote; undefined where it has none. */
function quoteEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at + 1
  }
  return undefined
}

/** The words of a tag; blanks in quotes part none. */
export function splitWords(content: string): string[] {
  const words: string[] = []
  let at = 0
  while (at < content.length) {
    if (/\s/.test(content[at]!)) {
      at++
      continue
    }
    const start = at
    let quotes = true
    while (at < content.length && !/\s/.test(content[at]!)) {
      const end: number | undefined = quotes && /["']/.test(content[at]!) ? quoteEnd(content, at) : at + 1
      // A quote that is never closed is a letter like any other, and so are those after it.
      quotes = end !== undefined
      at = end ?? at + 1
    }
    words.push(content.slice(start, at))
  }
  return words
}

/** The name of the tag that a token holds. @throws TemplateError where it is empty */
export function tagName(token: TemplateToken): string {
  const [name] = token.content.split(/\s+/, 1)
  if (!name) throw syntaxError(`Empty block tag on line ${token.line}`)
  return name
}
