// Shortens HTML without leaving a tag open.

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Takes HTML apart: tags, entities, and the text between them. */
function* pieces(html: string): Generator<{ tag: boolean; text: string }> {
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    const end = start === -1 ? -1 : html.indexOf('>', start)
    if (end === -1) {
      yield { tag: false, text: html.slice(at) }
      return
    }
    if (start > at) yield { tag: false, text: html.slice(at, start) }
    yield { tag: true, text: html.slice(start, end + 1) }
    at = end + 1
  }
}

/** Which tags are open behind one. */
function track(open: string[], tag: string): void {
  const [, closing, name] = /^<(\/?)([a-z][\w:-]*)/i.exec(tag) ?? []
  if (name === undefined) return
  const lower = name.toLowerCase()
  if (closing) {
    const at = open.lastIndexOf(lower)
    if (at !== -1) open.length = at
  } else if (!VOID.has(lower) && !tag.endsWith('/>')) open.push(lower)
}

const UNITS = { letters: /&[\w#]{1,32};|[^&]|&/gsu, words: /\S+/g }

/**
 * The beginning of some HTML, with three dots in place of the rest; what is open there is closed.
 *
 * @param length how much of the text is kept
 * @param unit what is counted
 */
export function truncateHTML(html: string, length: number, unit: 'letters' | 'words'): string {
  if (length <= 0) return ''
  const texts = [...pieces(html)].filter(({ tag }) => !tag).map(({ text }) => text.match(UNITS[unit])?.length ?? 0)
  const total = texts.reduce((sum, count) => sum + count, 0)
  if (total <= length) return html
  let left = unit === 'letters' ? length - 1 : length
  const open: string[] = []
  let made = ''
  for (const { tag, text } of pieces(html)) {
    if (tag) {
      track(open, text)
      made += text
      continue
    }
    const found = [...text.matchAll(UNITS[unit])]
    if (found.length <= left) {
      left -= found.length
      made += text
      if (left > 0 || unit === 'letters') continue
    } else {
      const last = found[left - 1]
      made += last ? text.slice(0, last.index + last[0].length) : ''
    }
    const closed = open.toReversed().map((name) => `</${name}>`)
    return `${made}${unit === 'words' ? ' …' : '…'}${closed.join('')}`
  }
  return made
}
