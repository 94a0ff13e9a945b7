import type { AuthTables } from './auth.ts'
import type { PartTables } from './part.ts'
import type { StockTables } from './stock.ts'
import type { CommonTables } from './common.ts'

/** Every table of the database, by room. The migrations in ./migrations create what is described here. */
export type DB = AuthTables & CommonTables & PartTables & StockTables

/** 0 or 1: SQLite has no boolean type, and one representation serves both databases. */
export type Flag = 0 | 1
