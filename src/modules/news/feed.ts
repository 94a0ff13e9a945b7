// Reads a feed of news, in one of the two forms that there are: Atom, and RSS.

/** A piece of news as a feed has it; texts without markup, cut to what is kept. */
export interface FeedEntry {
  feed_id: string
  title: string
  link: string
  /** ISO 8601, UTC. */
  published: string
  author: string
  summary: string
}

/** How many pieces of news are taken from a feed, and how long each text of them may be. */
const [MOST, LONGEST] = [100, 250]

// None of these patterns looks further than the next mark: whatever a feed sends is read in one go.
const ENTRY = /<(entry|item)[\s>]/g
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }))

/** A text as people read it: without CDATA, entities and tags, in one line. */
function plain(markup: string): string {
  return decoded(decoded(markup.replaceAll(/<!\[CDATA\[|\]\]>/g, '')).replaceAll(/<[^<>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
}

const decoded = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase()) ?? whole
    const code = Number(name[1]?.toLowerCase() === 'x' ? `0${name.slice(1)}` : name.slice(1))
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })

/** The text between the first tag of a name and its end; undefined where there is none. */
function element(entry: string, name: string): string | undefined {
  const start = [`<${name}>`, `<${name} `].map((tag) => entry.indexOf(tag)).filter((at) => at >= 0)
  if (start.length === 0) return undefined
  const open = entry.indexOf('>', Math.min(...start)) + 1
  const end = entry.indexOf(`</${name}>`, open)
  return open > 0 && end >= 0 ? entry.slice(open, end) : undefined
}

/** What stands within the first tag of one of some names, the first of them that there is; else empty. */
const within = (entry: string, ...names: string[]): string =>
  names.map((name) => element(entry, name)).find((text) => text !== undefined) ?? ''

/** The address of a piece of news: in Atom an attribute, in RSS a text; empty where it is no web address. */
function linkOf(entry: string): string {
  const tags = entry.match(/<link\s[^<>]*>/g) ?? []
  const chosen = tags.find((tag) => !/rel=["'](?!alternate)/.test(tag)) ?? ''
  const address = plain(/href=["']([^"']*)["']/.exec(chosen)?.[1] ?? within(entry, 'link'))
  return /^https?:\/\//.test(address) && URL.canParse(address) ? address : ''
}

/** What stands within each piece of news. */
function* piecesOf(text: string): Generator<string> {
  let end = 0
  for (const { 0: tag, 1: name, index } of text.matchAll(ENTRY)) {
    if (index < end) continue
    end = text.indexOf(`</${name}>`, index)
    if (end < 0) return
    yield text.slice(index + tag.length, end)
  }
}

/**
 * The news of a feed, as they stand in it; those without a title, an address or a time are passed over.
 *
 * @param text Atom or RSS; of anything else nothing is read
 */
export function feedEntries(text: string): FeedEntry[] {
  const entries: FeedEntry[] = []
  for (const entry of piecesOf(text)) {
    if (entries.length === MOST) break
    const [title, link] = [plain(within(entry, 'title')), linkOf(entry)]
    const time = Date.parse(plain(within(entry, 'published', 'updated', 'pubDate')))
    if (!title || !link || Number.isNaN(time)) continue
    entries.push({
      feed_id: plain(within(entry, 'id', 'guid')) || link,
      title,
      link,
      published: new Date(time).toISOString(),
      author: plain(within(entry, 'name', 'author')),
      summary: plain(within(entry, 'summary', 'description'))
    })
  }
  return entries
}
