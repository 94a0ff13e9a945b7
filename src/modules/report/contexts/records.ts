// Records as templates see them. Those that were read together know each other: what a template asks of one of them is
// read for all at once, so that a list takes as many statements as its first line.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { TableName } from '#crud/definition.ts'
import { lookup, lookupMany } from '#crud/lookup.ts'
import { limitError } from '#template/errors.ts'
import { type Awaitable, TemplateObject, TemplateSet } from '#template/values.ts'

/** More records of one kind no page has room for. */
const MAX_RECORDS = 50_000

/** A row of some table. */
export type ContextRow = Readonly<Record<string, string | number | null>> & { readonly id: number }

/** What an attribute of a record is. */
export type ContextAttribute = (record: ContextRecord) => Awaitable<unknown>

/** How a kind of record is shown to templates. */
export interface RecordShape {
  table: TableName
  /** What lists and messages call it. */
  className: string
  attributes: ReadonlyMap<string, ContextAttribute>
  text(record: ContextRecord): Awaitable<string>
}

/** What records are read with. */
export interface ReaderSource {
  db: Database
  settings: SettingReader
  /** An IANA name. */
  zone: string
  shapes: ReadonlyMap<string, RecordShape>
}

/** Records of one kind that were read together. */
export class RecordGroup {
  readonly reader: RecordReader
  readonly shape: RecordShape
  readonly records: ReadonlyMap<number, ContextRecord>
  readonly #known = new Map<string, Promise<ReadonlyMap<number, unknown>>>()

  constructor(reader: RecordReader, shape: RecordShape, rows: Iterable<ContextRow>) {
    this.reader = reader
    this.shape = shape
    this.records = new Map([...rows].map((row) => [row.id, new ContextRecord(this, row)]))
  }

  /**
   * Something about all of these records, worked out when it is first asked for.
   *
   * @param key what it is
   * @param load works it out, by primary key
   */
  once<Found>(key: string, load: (group: RecordGroup) => Promise<ReadonlyMap<number, Found>>) {
    const found = this.#known.get(key) ?? load(this)
    this.#known.set(key, found)
    return found as Promise<ReadonlyMap<number, Found>>
  }

  get ids(): number[] {
    return [...this.records.keys()]
  }
}

/** A record as templates see it. */
export class ContextRecord extends TemplateObject {
  readonly group: RecordGroup
  readonly row: ContextRow

  constructor(group: RecordGroup, row: ContextRow) {
    super()
    this.group = group
    this.row = row
  }

  override get className(): string {
    return this.group.shape.className
  }

  get id(): number {
    return this.row.id
  }

  override get(name: string): Awaitable<unknown> {
    if (name === 'pk' || name === 'id') return this.id
    return this.group.shape.attributes.get(name)?.(this)
  }

  override text(): Awaitable<string> {
    return this.group.shape.text(this)
  }

  override equals(other: TemplateObject): boolean {
    return other instanceof ContextRecord && other.group.shape === this.group.shape && other.id === this.id
  }

  override names(): readonly string[] {
    return ['id', ...this.group.shape.attributes.keys()].sort()
  }
}

/** The records that belong to a record: a relation, which has `all` and `count`, or a set. */
export class ContextSet extends TemplateSet {
  override readonly isManager: boolean
  readonly #load: () => Promise<readonly ContextRecord[]>
  readonly #count: (() => Promise<number>) | undefined

  constructor(load: () => Promise<readonly ContextRecord[]>, isManager = false, count?: () => Promise<number>) {
    super()
    this.#load = load
    this.isManager = isManager
    this.#count = count
  }

  override items(): Promise<readonly ContextRecord[]> {
    return this.#load()
  }

  override async count(): Promise<number> {
    return this.#count ? this.#count() : (await this.#load()).length
  }
}

/** How the records of a relation are chosen. */
export interface RelationChoice {
  /** A further condition. */
  where?: RawBuilder<boolean>
  /** The column that sorts them; the primary key unless told. */
  order?: string
}

/** Reads records for one print. */
export class RecordReader {
  readonly db: Database
  readonly settings: SettingReader
  readonly zone: string
  readonly #shapes: ReadonlyMap<string, RecordShape>
  readonly #once = new Map<string, Promise<unknown>>()

  constructor({ db, settings, zone, shapes }: ReaderSource) {
    this.db = db
    this.settings = settings
    this.zone = zone
    this.#shapes = shapes
  }

  shape(name: string): RecordShape {
    const shape = this.#shapes.get(name)
    if (!shape) throw new Error(`no records are known as ${name}`)
    return shape
  }

  /** Something that holds for the whole print, worked out when it is first asked for. */
  once<Found>(key: string, load: () => Promise<Found>): Promise<Found> {
    const found = this.#once.get(key) ?? load()
    this.#once.set(key, found)
    return found as Promise<Found>
  }

  /** Records of a kind by their primary keys, together. */
  async group(name: string, ids: Iterable<number | null>): Promise<RecordGroup> {
    const shape = this.shape(name)
    const rows = await lookup(ids, async (keys) =>
      (await this.#rows(shape, sql`id in (${sql.join(keys)})`, 'id')).map(
        (row) => [row.id, row] as [number, ContextRow]
      )
    )
    return new RecordGroup(this, shape, rows.values())
  }

  /** Rows that are known already, as records of a kind. */
  groupOf(name: string, rows: Iterable<ContextRow>): RecordGroup {
    return new RecordGroup(this, this.shape(name), rows)
  }

  /** Records of a kind that fulfil a condition, in the order of their primary keys. */
  async select(name: string, where: RawBuilder<unknown>, order = 'id'): Promise<ContextRecord[]> {
    const shape = this.shape(name)
    return [...new RecordGroup(this, shape, await this.#rows(shape, where, order)).records.values()]
  }

  /** The records of a kind whose column names one of some others, by that. */
  async children(
    name: string,
    column: string,
    ids: Iterable<number>,
    { where = sql<boolean>`1 = 1`, order = 'id' }: RelationChoice = {}
  ): Promise<Map<number, ContextRecord[]>> {
    const shape = this.shape(name)
    const rows = await lookupMany(ids, async (keys) => {
      const found = await this.#rows(shape, sql`${sql.ref(column)} in (${sql.join(keys)}) and ${where}`, order)
      return found.map((row) => [row[column] as number, row])
    })
    const group = new RecordGroup(this, shape, [...rows.values()].flat())
    return new Map([...rows].map(([id, own]) => [id, own.map((row) => group.records.get(row.id)!)]))
  }

  /** How many rows there are whose column names each of some keys; those with none are missing. */
  counts(table: TableName, column: string, keys: readonly number[]): Promise<Map<number, number>> {
    return this.sums(table, column, keys, sql<number>`count(*)`)
  }

  /** What rows come to whose column names each of some keys. @param summed an aggregate */
  async sums(
    table: TableName,
    column: string,
    keys: readonly number[],
    summed: RawBuilder<number>,
    where = sql<boolean>`1 = 1`
  ): Promise<Map<number, number>> {
    return lookup(keys, async (some) => {
      const { rows } = await sql<{ id: number; amount: number }>`select ${sql.ref(column)} as id, ${summed} as amount
        from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(some)}) and ${where}
        group by ${sql.ref(column)}`.execute(this.db)
      return rows.map(({ id, amount }) => [id, Number(amount)])
    })
  }

  async #rows({ table }: RecordShape, where: RawBuilder<unknown>, order: string): Promise<ContextRow[]> {
    const statement = sql<ContextRow>`select * from ${sql.table(table)} where ${where}
      order by ${sql.ref(order)}, id limit ${sql.lit(MAX_RECORDS + 1)}`
    const { rows } = await statement.execute(this.db)
    if (rows.length > MAX_RECORDS)
      throw limitError(`The template asks for more than ${MAX_RECORDS} records of one kind`)
    return rows
  }
}
