// What the rules of stock items look at beside the item itself, read once for all items that are written together.
import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup } from '#crud/lookup.ts'
import type { CustomState } from '#modules/status/index.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { StockItem } from './item.queries.ts'
import { serialOwners } from './serials.ts'
import { stockCustomStates } from './status.ts'

type Keys = Slots<{ ids: number[] }>

const parts = prepared((db, { keys }: Keys) =>
  db
    .selectFrom('part')
    .select(['id', 'name', 'IPN', 'revision', 'description', 'trackable', 'virtual'])
    .where('id', 'in', keys('ids'))
)
const locations = prepared((db, { keys }: Keys) =>
  db.selectFrom('stock_location').select(['id', 'structural']).where('id', 'in', keys('ids'))
)
/** The parts of supplier parts, by the key of these. */
const bought = prepared((db, { keys }: Keys) =>
  db
    .selectFrom('supplier_part')
    .innerJoin('part', 'part.id', 'part_id')
    .select(['supplier_part.id as supplier_part_id', 'part.id', 'name', 'IPN', 'revision', 'part.description'])
    .where('supplier_part.id', 'in', keys('ids'))
)
const builds = prepared((db, { keys }: Keys) =>
  db.selectFrom('build').select(['id', 'part_id']).where('id', 'in', keys('ids'))
)

/** Rows of one kind, each read once. */
class Memory<Row> {
  readonly #load: (keys: number[]) => Promise<[number, Row][]>
  readonly #rows = new Map<number, Row | undefined>()

  constructor(load: (keys: number[]) => Promise<[number, Row][]>) {
    this.#load = load
  }

  async preload(keys: Iterable<number | null | undefined>): Promise<void> {
    const wanted = [...new Set(keys)].filter((key) => key != null)
    const found = await lookup(wanted, this.#load)
    for (const key of wanted) this.#rows.set(key, found.get(key))
  }

  async get(key: number): Promise<Row | undefined> {
    if (!this.#rows.has(key)) await this.preload([key])
    return this.#rows.get(key)
  }
}

/** What the rules look at; for as long as nobody writes any of it. */
export class KnownForItems {
  readonly parts
  readonly locations
  readonly bought
  readonly builds
  readonly #db: Database
  #states: Promise<ReadonlyMap<number, CustomState>> | undefined
  readonly #owners = new Map<number, Map<string, number[]>>()

  /** @param db inside a transaction */
  constructor(db: Database) {
    this.#db = db
    this.parts = new Memory(async (ids) => (await parts(db, { ids })).map((row) => [row.id, row]))
    this.locations = new Memory(async (ids) => (await locations(db, { ids })).map((row) => [row.id, row]))
    this.bought = new Memory(async (ids) => (await bought(db, { ids })).map((row) => [row.supplier_part_id, row]))
    this.builds = new Memory(async (ids) => (await builds(db, { ids })).map((row) => [row.id, row]))
  }

  /** Reads at once what the rules look at for several items as they are going to be. */
  async preload(settings: SettingReader, items: readonly StockItem[]): Promise<void> {
    await this.parts.preload(items.map((item) => item.part_id))
    await this.locations.preload(items.map((item) => item.location_id))
    await this.bought.preload(items.map((item) => item.supplier_part_id))
    await this.builds.preload(items.map((item) => item.build_id))
    const numbered = items.filter((item) => item.serial)
    for (const [part, own] of Map.groupBy(numbered, (item) => item.part_id)) {
      const serials = own.map((item) => item.serial!)
      this.#owners.set(part, await serialOwners(this.#db, settings, part, serials))
    }
  }

  /** The states of stock that users made, by key. */
  get states(): Promise<ReadonlyMap<number, CustomState>> {
    return (this.#states ??= stockCustomStates(this.#db))
  }

  /** Whether an item other than one has a serial number, where that counts for a part. */
  async isUsed(settings: SettingReader, part: number, serial: string, except: number | undefined): Promise<boolean> {
    const owners =
      this.#owners.get(part)?.get(serial) ?? (await serialOwners(this.#db, settings, part, [serial])).get(serial) ?? []
    return owners.some((id) => id !== except)
  }
}
