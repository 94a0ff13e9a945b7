import type { AliasableExpression, Expression, ExpressionBuilder, RawBuilder, Selectable, SqlBool } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { Database } from '#db/database.ts'
import type { Key } from '#db/search.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { ParentRecord } from './parent.ts'
import type { AnyType, TableName } from './table.ts'
import type { Body, Handler, Ok, OperationId, Path, Query } from '#contract/types.ts'

export type { TableName } from './table.ts'
export type Column<T extends TableName> = keyof DB[T] & string
export type Builder<T extends TableName> = ExpressionBuilder<DB, T>

/** What the CRUD framework can serve of a resource. */
export type Crud =
  | 'list'
  | 'create'
  | 'retrieve'
  | 'update'
  | 'partial_update'
  | 'destroy'
  | 'bulk_update'
  | 'bulk_partial_update'
  | 'bulk_destroy'

type Op<P extends string, C extends Crud> = Extract<OperationId, `${P}_${C}`>
type ListQuery<P extends string> = [Op<P, 'list'>] extends [never] ? {} : Query<Op<P, 'list'>>
type OneQuery<P extends string> = [Op<P, 'retrieve'>] extends [never] ? {} : Query<Op<P, 'retrieve'>>

/** The bodies that the contract takes for a resource, creating and changing alike. */
export type WriteBody<P extends string> = [Op<P, 'create'>] extends [never]
  ? [Op<P, 'partial_update'>] extends [never]
    ? {}
    : NonNullable<Body<Op<P, 'partial_update'>>>
  : Exclude<NonNullable<Body<Op<P, 'create'>>>, readonly unknown[]>

/** One record as the contract shows it: what `retrieve` answers or, without one, an element of the list. */
export type ResourceJSON<P extends string> = [Op<P, 'retrieve'>] extends [never]
  ? Extract<Ok<Op<P, 'list'>>, readonly unknown[]>[number]
  : Ok<Op<P, 'retrieve'>>

/** Query parameters that the CRUD framework itself answers. */
type BuiltInParameter =
  | 'limit'
  | 'offset'
  | 'search'
  | 'ordering'
  | 'search_regex'
  | 'search_whole'
  | 'search_notes'
  | 'export'
  | `export_${string}`
type Keys<X> = { [K in keyof X]-?: K }[keyof X] & string

/** An optional part of the answer, switched by a query parameter of the same name. */
export interface ViewOption {
  /** What a read answers without the parameter. */
  default: boolean
  /** What reading a single record answers without the parameter, where that differs. */
  one?: boolean
  /**
   * The ruleset that must permit `view`, for a part that shows records of another module; without it the part is left
   * out (docs/behaviour/permissions.md#hidden-details).
   */
  needs?: readonly string[]
  /** For a parameter that also narrows the list, where its value is no flag: what such a value means. */
  filter?: Filter<AnyType, string>
}
type Options<P extends string> = {
  [K in Exclude<Keys<ListQuery<P>> | Keys<OneQuery<P>>, BuiltInParameter>]?: ViewOption
}

/** Which optional parts to show, and where the answer goes. */
export type View<O> = { [K in keyof O]: boolean } & {
  list: boolean
  /** Whether the list is written to a file. */
  exported: boolean
  written: boolean
  created: boolean
}

/** The condition of a filter; undefined leaves the list as it is. */
type Filter<T extends TableName, Value> = (
  eb: Builder<T>,
  value: Value,
  context: RequestContext,
  query: Record<string, unknown>
) => Expression<SqlBool> | undefined | Promise<Expression<SqlBool> | undefined>

/** Every query parameter of the contract that is neither built in nor an option must be answered, and no other. */
export type Filters<P extends string, T extends TableName, O> = {
  [K in Exclude<Keys<ListQuery<P>>, BuiltInParameter | keyof O>]-?: Filter<
    T,
    NonNullable<ListQuery<P>[K & keyof ListQuery<P>]>
  >
}

/**
 * What query parameters mean that the contract can only describe, since their names follow a form, such as
 * `parameter_7_gt`.
 */
export interface Undeclared<T extends TableName> {
  /** The condition of one parameter; undefined where the name is of another form. */
  filter: (
    eb: Builder<T>,
    name: string,
    value: string,
    context: RequestContext
  ) => Promise<Expression<SqlBool> | undefined>
  /** The steps of an ordering; undefined where it is of another form. */
  order: (ordering: string) => Sort<T>[] | undefined
}

/** The parameters of the path of a list. */
type PathName<P extends string> = [Op<P, 'list'>] extends [never] ? string : Keys<Path<Op<P, 'list'>>>

type Unsigned<Name> = Name extends `-${string}` ? never : Name
type OrderName<P extends string> =
  ListQuery<P> extends { ordering?: infer Name } ? Unsigned<NonNullable<Name>> & string : never

/**
 * Something worked out for all records at once that an expression to sort by takes its values from; a record without
 * any has nulls.
 */
interface SortJoin {
  rows: AliasableExpression<unknown>
  /** What the expression calls it, and its column that names the record. */
  name: string
  column: string
}

type SortValue<T extends TableName> =
  | Column<T>
  | (((eb: Builder<T>, context: RequestContext) => Expression<unknown>) & { join?: SortJoin })
/** What to sort by: a column, an expression, or several of them. */
export type SortKey<T extends TableName> = SortValue<T> | readonly SortValue<T>[]

/** One step of an ordering. */
export interface Sort<T extends TableName> {
  key: SortKey<T>
  descending: boolean
}
/** What a list is sorted by unless it is told. */
export type InitialOrder<T extends TableName> = readonly (SortKey<T> | Sort<T>)[]
type Order<P extends string, T extends TableName> = { [K in OrderName<P>]-?: SortKey<T> }

/** Makes the condition that a value holds a search term. */
export interface SearchMatch {
  (value: Expression<unknown>): Expression<SqlBool>
  /**
   * The condition that one of some columns holds it, through the index of the table where there is one.
   *
   * @param name what the table is called in the query, where that is not its own name
   */
  in<T extends TableName>(table: T, columns: readonly Column<T>[], name?: string): Expression<SqlBool>
  /** The same of the record that a column names. */
  at<T extends TableName>(column: string, table: T, columns: readonly Column<T>[]): Expression<SqlBool>
  /** A query of the keys of such records; `otherwise` where no index knows them all. */
  keys<T extends TableName>(table: T, columns: readonly Column<T>[], otherwise: RawBuilder<Key>): RawBuilder<Key>
  /** Whether that goes through an index. */
  indexed(table: TableName, columns: readonly string[]): boolean
}

/** What a search looks in: a column, or a condition on other tables. */
export type SearchField<T extends TableName> =
  | Column<T>
  | ((eb: Builder<T>, match: SearchMatch, context: RequestContext) => Expression<SqlBool>)

/**
 * Values that are computed in SQL for every record shown; one that looks at `context` makes the query of all of them
 * anew for every answer, unless `computedBy` says what it looks at.
 */
export type Computed<T extends TableName> = Record<
  string,
  (eb: Builder<T>, context: RequestContext) => Expression<unknown>
>
type ValueOf<F> = F extends (...args: never[]) => Expression<infer V> ? V : never

/** A record as the CRUD framework reads it: its columns and what is computed beside them. */
type Row<T extends TableName, C> = Selectable<DB[T]> & { [K in keyof C]: ValueOf<C[K]> }

/** A write under way. Rules may still change `values`; a refusal throws and undoes everything. */
export interface Change<P extends string, T extends TableName> {
  context: RequestContext
  /** The transaction. */
  db: Database
  /** The record before; null where it is created. */
  before: Selectable<DB[T]> | null
  /** What the body said, read by the contract. */
  body: Partial<WriteBody<P>>
  /** Columns to write. */
  values: Partial<Record<Column<T>, unknown>>
  /** Many at once: such bodies skip what single writes do on the side. */
  bulk: boolean
  /** True for PUT. */
  replace: boolean
}

/**
 * What the records of a resource belong to, where the path names it: only its records are listed and found, a new one
 * belongs to it whatever the body says, and where it is missing everything is 404.
 */
interface Parent<P extends string, T extends TableName> extends ParentRecord {
  param: PathName<P>
  /** The column of the records that names it. */
  column: Column<T>
  /**
   * True where the path only narrows: below a parent that is missing there is nothing, which is no error, and bodies say
   * themselves what a record belongs to.
   */
  narrows?: boolean
}

/** A way to read records in the order of a record that each of them names. */
export interface IndexedOrder<T extends TableName> {
  /** The sort key that this stands for: the very one of `order` or `defaultOrder`. */
  key: SortKey<T>
  /**
   * The column that names the other record, never null; its table, what to sort by there, and the index that begins
   * with it.
   */
  column: Column<T>
  table: TableName
  by: string
  index: string
}

/** How a resource is written. */
interface Write<P extends string, T extends TableName> {
  /** The column of every field that the contract takes; null where a rule of the resource deals with it. */
  columns: { [K in Keys<WriteBody<P>>]: Column<T> | null }
  /** Values of fields that a POST leaves out, beyond the defaults of the columns. */
  initial?: (context: RequestContext) => Partial<Record<Column<T>, unknown>>
  /**
   * A POST may bring an array, if the contract says so. No two of its elements may be alike in all of these fields, if
   * there are any.
   */
  many?: readonly Keys<WriteBody<P>>[]
  /** Values that a PUT puts back where the body leaves the field out. */
  reset?: Partial<Record<Column<T>, unknown>>
  /** Completes the values of which `unique` speaks. */
  prepare?: (change: Change<P, T>) => void
  /** Sets of fields in all of which no two records are alike; a null among them lifts the rule. */
  unique?: readonly (readonly Keys<WriteBody<P>>[])[]
  /** The rules over all fields, before anything is stored. */
  check?: (change: Change<P, T>) => Promise<void>
  /**
   * The record that a POST adds to in place of making a new one, once all rules were passed; it says what changes by
   * `values`.
   */
  into?: (change: Change<P, T>) => Promise<number | undefined>
  /** What follows from a stored record. */
  saved?: (change: Change<P, T>, id: number) => Promise<void>
  /** What follows once the answer was put together: it still shows the state before. */
  answered?: (change: Change<P, T>, id: number) => Promise<void>
  /** Deletes a record; without it the row simply goes. `many` where it is one of several. */
  remove?: (
    row: Selectable<DB[T]>,
    db: Database,
    context: RequestContext & { body: [Op<P, 'destroy'>] extends [never] ? never : Body<Op<P, 'destroy'>> },
    many: boolean
  ) => Promise<void>
}

/**
 * A resource: which table serves which operations of the contract, and by which rules. The contract's types decide what
 * must be here; what is missing, unknown or of the wrong type does not compile.
 */
export interface ResourceDefinition<
  P extends string,
  T extends TableName,
  O extends Options<P>,
  C extends Computed<T>,
  E
> {
  /** The word for the record in `No … matches the given query.` */
  className: string
  options: O
  computed: C
  /**
   * What computed values depend on that look at `context`, as a text: then their query is kept. Only where all records
   * are there for every caller.
   */
  computedBy?: (context: RequestContext) => string
  /** Computed values that an answer which shows a record as just created has not yet; they are null then. */
  deferred?: readonly (keyof C)[]
  /**
   * What the answer to a change still shows as it was before it, taken from the record as it was; `toJSON` finds it in
   * the record. With `columns` it looks at nothing else, so that the record need not be read with all that is computed.
   */
  beforeWrite?: ((row: Row<T, C>) => object) & { columns?: readonly PropertyKey[] }
  /** Which records there are for this caller, before any filter. */
  visible?: (eb: Builder<T>, context: RequestContext) => Expression<SqlBool> | undefined
  /** The parameter of the path that holds the primary key; `id` unless said otherwise. */
  key?: string
  /** For records that have their addresses below another one's. */
  parent?: Parent<P, T>
  search: readonly SearchField<T>[]
  order: Order<P, T>
  /** What a list is sorted by unless it is told, upwards or as a step says. */
  defaultOrder: InitialOrder<T>
  /** What a list is sorted by before anything else, whatever it is told; by its other parameters. */
  leadingOrder?: (query: Record<string, unknown>) => readonly SortKey<T>[]
  /**
   * Another table whose index brings all records in order at once, where the first thing to sort by is a column of the
   * record that each one names.
   */
  indexedOrder?: IndexedOrder<T>
  filters: Filters<P, T, O>
  /**
   * What filters depend on that take the context, besides the parameters of the list, as a text: then the queries of
   * lists that they narrow are kept.
   */
  filtersBy?: {
    [K in keyof Filters<P, T, O>]?: (
      context: RequestContext,
      query: Record<string, unknown>
    ) => string | Promise<string>
  }
  undeclared?: Undeclared<T>
  /** Conditions for records that a list shows beyond those that match. */
  also?: (
    eb: Builder<T>,
    context: RequestContext,
    query: Record<string, unknown>,
    matching: Expression<SqlBool>
  ) => Promise<Expression<SqlBool>[]>
  /** Loads what the rows of an answer need from elsewhere, for all of them at once. */
  embed?: (rows: Row<T, C>[], context: RequestContext, view: View<O>) => Promise<E>
  toJSON: (row: Row<T, C>, embedded: E, view: View<O>, context: RequestContext) => ResourceJSON<P>
  write?: Write<P, T>
}

export type { Options }

/**
 * The handlers that the CRUD framework makes of a definition: one for each of the resource's operations that the
 * contract has.
 */
export type Served<P extends string> = { [Id in Extract<OperationId, `${P}_${Crud}`>]: Handler<Id> }

/**
 * A filter for equality with a column. A flag stands in the text of the query, so that an index of those that have it
 * can serve.
 */
export const equals =
  <T extends TableName>(column: Column<T>) =>
  (eb: Builder<T>, value: string | number | boolean): Expression<SqlBool> =>
    eb(column as never, '=', (typeof value === 'boolean' ? eb.lit(Number(value)) : value) as never)

/** A filter for a column that holds something (true) or nothing (false). */
export const isSet =
  <T extends TableName>(column: Column<T>) =>
  (eb: Builder<T>, yes: boolean): Expression<SqlBool> =>
    eb(column as never, yes ? 'is not' : 'is', null as never)

/** A filter for a text that is neither null nor empty (true), or is (false). */
export const hasText =
  <T extends TableName>(column: Column<T>) =>
  (eb: Builder<T>, yes: boolean): Expression<SqlBool> => {
    const empty = eb.or([eb(column as never, 'is', null as never), eb(column as never, '=', '' as never)])
    return yes ? eb.not(empty) : empty
  }

/** A parameter that only modifies what another filter does. */
export const modifier = () => undefined

/** A filter for a date before, or after, a day; that day itself is neither. */
export const dated =
  <T extends TableName>(column: Column<T>, sign: '<' | '>') =>
  (eb: Builder<T>, day: string): Expression<SqlBool> =>
    eb(column as never, sign, day as never)
