import type { ColumnType, Generated } from 'kysely'

/** What tables share. Decimal numbers are `numeric`, moments ISO 8601 in UTC, dates YYYY-MM-DD. */

export interface WithMetadata {
  /** JSON text. */
  metadata: string | null
}

export interface WithNotes {
  /** Markdown. */
  notes: string | null
}

export interface WithBarcode {
  barcode_data: Generated<string>
  barcode_hash: Generated<string>
}

/** A price with its currency; an empty currency stands for the base currency. */
export type Price<Name extends string> = { [K in Name]: number | null } & {
  [K in `${Name}_currency`]: Generated<string>
}

/** The lowest and the highest of some prices. */
export type PriceRange<Name extends string> = Price<`${Name}_min`> & Price<`${Name}_max`>

/** A price from a quantity on. */
export type PriceBreak = Price<'price'> & {
  id: Generated<number>
  updated: string | null
  quantity: Generated<number>
  part_id: number
}

/** 0 or 1: SQLite has no boolean type, and one representation serves both databases. */
export type Flag = 0 | 1

/** A sum or count over other records, which triggers keep (db/amounts/declared.ts); nobody else writes it. */
export type KeptAmount = ColumnType<number, undefined, undefined>
