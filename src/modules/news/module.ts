import type { Module } from '#framework/module.ts'
import { fetchNews, newsEntry } from './news.ts'

/** News from the feed that the configuration names; without one there are none. */
export const newsModule = {
  name: 'news',
  daily: [{ what: 'the news', turn: 20, work: fetchNews }],
  operations: () => newsEntry.operations
} satisfies Module
