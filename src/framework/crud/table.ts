import type { DB } from '#db/tables.ts'

/** The name of a table that a resource may be of. */
export type TableName = keyof DB & string

/**
 * What cannot be typed behind `resource()`: Kysely's builders over a table that is a type parameter, and bodies, queries
 * and answers of an operation that is one. What goes into `resource()` and comes out of it is typed.
 */
export type AnyType = any
