import type { Kysely } from 'kysely'
import { indexLetters } from './007-search.ts'

/** A search in stock looks for serial numbers and batches, of which most items have none. */
export const up = (db: Kysely<unknown>): Promise<void> => indexLetters(db, 'stock_item', ['serial', 'batch'])
