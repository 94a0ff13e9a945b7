import type { Handler } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'

const list: Handler<'news_list'> = (call, send) => send(200, listed(call, [], { search: [], order: [] }))

/** The module for news: that there are none. */
export const newsOperations = { news_list: list }
