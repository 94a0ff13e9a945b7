import type { DB } from '#db/tables.ts'

/** What a column holds. */
export type Stored = string | number | null

interface Column {
  column: string
  nullable: boolean
  /** What a record gets that lacks the field; a field without it is required. */
  initial?: Stored
  /** What null becomes in a column that holds none: the reference may write it. */
  whenNull?: Stored
}

/** How a field of an exported record is kept. */
export type ColumnField =
  | (Column & { kind: 'text' | 'integer' | 'number' | 'boolean' | 'json' | 'date' | 'moment' })
  /** JSON that an export has in clear and a column sealed, with the key of the server. */
  | (Column & { kind: 'sealed' })
  /** The path of a file; Django writes none as an empty text. */
  | (Column & { kind: 'file' })
  /** A number, written as text with this many places. */
  | (Column & { kind: 'decimal'; places: number })
  /** One of a few words; a record with another word is refused, or passed over with its name where it says so. */
  | (Column & { kind: 'choice'; choices: readonly string[]; others: 'refuse' | 'skip' })
  /** Another record, by primary key or natural key; `tree` forbids that a record lies below itself. */
  | (Column & { kind: 'relation'; model: string; tree?: true })
  /**
   * The name of a model, written with its app (`["part", "part"]`) or, where `short`, alone; records about models
   * without a module are passed over.
   */
  | (Column & { kind: 'model'; of?: readonly string[]; short?: true })
  /**
   * The primary key of a record of the model that another field names; where `loose`, records about one that is gone
   * are passed over.
   */
  | (Column & { kind: 'target'; type: string; short?: true; loose?: true })

export type Field =
  | ColumnField
  /** Records of another model, by natural key, in a table of pairs. */
  | { kind: 'members'; table: keyof DB; own: string; other: string; model: string }
  /** A column that is rebuilt after an import, whatever the file says. */
  | { kind: 'rebuilt'; column: string }
  /** A whole number by which a tree is put in order when it is rebuilt after an import; what is none counts as 0. */
  | { kind: 'order'; column: string }
  /** A number of the nested set that is not stored here, computed from this parent column. */
  | { kind: 'nested'; parent: string; value: 'lft' | 'rght' | 'tree_id' | 'level' }
  /** Something there is no room for: always written so, and passed over when it is anything else. */
  | { kind: 'constant'; value: null | readonly [] }

export interface TransferModel {
  /** As the export names it. */
  name: string
  table: keyof DB
  /** How many records of it a first start may have left in a database that counts as empty; without it, none. */
  firstStart?: number
  /** Where a file brings users, its records stay unless the file brings others; all else goes with the users. */
  staysBesideUsers?: true
  /** What other records name it by, beside its primary key; exports are written with it unless `readOnly`. */
  natural?: { field: string; readOnly?: true }
  /** Fields without which a record says nothing: one that has null there is passed over, and counted under these words. */
  passedOverWithout?: Readonly<Record<string, string>>
  /** Fields whose values no two records share; null is never the same as null. */
  unique: readonly (readonly string[])[]
  /** The same, but empty ones of the last field do not count. */
  uniqueUnlessEmpty?: readonly string[]
  /** In the order in which they are written. */
  fields: Readonly<Record<string, Field>>
}

type Options = Partial<Pick<Column, 'nullable' | 'initial' | 'whenNull'>>
/** A column; one that may be null starts as null. */
export const plain =
  <Kind extends string>(kind: Kind) =>
  (column: string, options: Options = {}) => ({
    kind,
    column,
    nullable: false,
    ...(options.nullable ? { initial: null } : {}),
    ...options
  })
export const [text, integer, number, boolean, json, sealed, date, moment, file] = [
  plain('text'),
  plain('integer'),
  plain('number'),
  plain('boolean'),
  plain('json'),
  plain('sealed'),
  plain('date'),
  plain('moment'),
  plain('file')
]
export const decimal = (column: string, places: number, options: Options = {}) => ({
  ...plain('decimal')(column, options),
  places
})
export const relation = (column: string, model: string, options: Options = {}) => ({
  ...plain('relation')(column, options),
  model
})
export const parent = (column: string, model: string) => ({ ...relation(column, model, MAYBE), tree: true as const })

export const MAYBE: Options = { nullable: true }
export const EMPTY: Options = { initial: '' }
/** A text that may be null elsewhere, where it means the same. */
export const NONE: Options = { initial: '', whenNull: '' }
export const NO: Options = { initial: 0 }
export const YES: Options = { initial: 1 }
export const METADATA = { metadata: json('metadata', MAYBE) }
export const BARCODE = { barcode_data: text('barcode_data', EMPTY), barcode_hash: text('barcode_hash', EMPTY) }
export const rebuilt = (column: string) => ({ kind: 'rebuilt' as const, column })
const order = (column: string) => ({ kind: 'order' as const, column })
export const TREE = { lft: order('lft'), rght: rebuilt('rght'), tree_id: order('tree_id'), level: rebuilt('level') }
const nested = (value: 'lft' | 'rght' | 'tree_id' | 'level', parent: string) => ({
  kind: 'nested' as const,
  parent,
  value
})
export const nestedSetFields = (parent: string) => ({
  lft: nested('lft', parent),
  rght: nested('rght', parent),
  tree_id: nested('tree_id', parent),
  level: nested('level', parent)
})

export const ONE: Options = { initial: 1 }
export const NOTES = { notes: text('notes', MAYBE) }
/** A price, after its currency; without one it is in the base currency. */
export const price = (name: string) => ({
  [`${name}_currency`]: text(`${name}_currency`, NONE),
  [name]: decimal(name, 6, MAYBE)
})
export const priceRange = (name: string) => ({ ...price(`${name}_min`), ...price(`${name}_max`) })
/** The price from a quantity on, of a model. */
export const priceBreakFields = (model: string) => ({
  updated: moment('updated', MAYBE),
  quantity: decimal('quantity', 5, ONE),
  ...price('price'),
  part: relation('part_id', model)
})
/** What record another one is about; `short` where the model's name is written without its app. */
export const subjectFields = (short?: true) => ({
  model_type: { ...plain('model')('model_type'), ...(short ? { short } : {}) },
  model_id: { ...plain('target')('model_id'), type: 'model_type', ...(short ? { short } : {}), loose: true as const }
})
