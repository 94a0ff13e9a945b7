import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { fetchText } from '#framework/fetched.ts'
import type { Day } from '#framework/module.ts'
import { feedEntries, type FeedEntry } from './feed.ts'

/** How many pieces of news are kept. */
const KEPT = 100

/** News from the feed that the configuration names. */
export const newsEntry = resource('news', 'news_entry', {
  className: 'NewsFeedEntry',
  options: {},
  computed: {},
  search: [],
  order: { published: 'published', author: 'author', read: 'read' },
  defaultOrder: [{ key: 'published', descending: true }],
  filters: { read: equals('read') },
  toJSON: (row) => ({
    pk: row.id,
    feed_id: row.feed_id,
    title: row.title,
    link: row.link,
    published: row.published,
    author: row.author,
    summary: row.summary,
    read: row.read === 1
  }),
  write: { columns: { read: 'read' } }
})

/** Stores news that were not there; of the others, what changed. The oldest go where there are too many. */
async function store(db: Database, entries: FeedEntry[]): Promise<void> {
  for (const entry of entries)
    await db
      .insertInto('news_entry')
      .values(entry)
      .onConflict((conflict) => conflict.column('feed_id').doUpdateSet(entry))
      .execute()
  const kept = db.selectFrom('news_entry').select('id').orderBy('published', 'desc').orderBy('id', 'desc').limit(KEPT)
  await db.deleteFrom('news_entry').where('id', 'not in', kept).execute()
}

/**
 * Reads the feed of news, where there is one.
 *
 * @throws Error where it cannot be read; what there is stays
 */
export async function fetchNews({ config, db, stopped }: Pick<Day, 'config' | 'db' | 'stopped'>): Promise<void> {
  if (!config.newsURL) return
  const text = await fetchText(config.newsURL, 'application/atom+xml, application/rss+xml, text/xml', stopped)
  await transact(db, (inner) => store(inner, feedEntries(text)))
}
