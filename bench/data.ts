// The data that is measured on: made up, but always the same for the same number of parts.
import Sqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#db/database.ts'
import { fillSearch } from '#db/search-kept.ts'
import { withoutTriggers } from '#db/without-triggers.ts'
import { completeGroup, createUser, setGroups } from '#auth/accounts.ts'
import { hashPassword } from '#auth/passwords.ts'
import { rebuildTree } from '#crud/tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Where databases are kept between runs; git ignores it. */
export const cache = join(root, '.bench')

/** Who asks in every job: a user in a group that may do everything, which is what most callers are. */
export const USER = 'bench'
export const PASSWORD = 'Turbine-Kayak-44'

const LEVELS = 10
/** Two trees of ten levels, every category with two below it. */
const TREES = 2
/** The primary keys of two categories: one that holds one in 64 parts, and one on the lowest level. */
export const SUBTREE = TREES * (2 ** 5 - 1) + 1
const LOWEST = TREES * (2 ** (LEVELS - 1) - 1) + 1
const CATEGORIES = TREES * (2 ** LEVELS - 1)
const LOCATIONS = 200
const COMPANIES = 50
const TAGS = 40
const ORDERS = 300
/** How many lines a BOM has; the first part that may be one must have enough before it. */
const LINES = 4
const FIRST_ASSEMBLY = 20

const KINDS = [
  'Resistor',
  'Capacitor',
  'Inductor',
  'Diode',
  'Transistor',
  'Connector',
  'Switch',
  'Relay',
  'Crystal',
  'Fuse',
  'Washer',
  'Screw',
  'Nut',
  'Bracket',
  'Cable',
  'Sensor'
]
const MAKES = [
  'thin film',
  'thick film',
  'ceramic',
  'tantalum',
  'shielded',
  'Schottky',
  'stainless',
  'zinc plated',
  'gold plated',
  'moulded',
  'wire wound',
  'surface mount'
]
const SIZES = [
  '0402',
  '0603',
  '0805',
  '1206',
  'SOT-23',
  'TO-220',
  'DIP-8',
  'M3x8',
  'M4x10',
  'M6x20',
  '2.54 mm',
  '1.27 mm'
]

/** A number between 0 and 2³² that follows from two others, and looks like chance. */
function mixed(n: number, salt: number): number {
  let x = Math.imul(n ^ (salt * 0x9e3779b9), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
const pick = <Item>(from: readonly Item[], n: number, salt: number): Item => from[mixed(n, salt) % from.length]!
const oneIn = (chance: number, n: number, salt: number) => mixed(n, salt) % chance === 0
const isAssembly = (part: number) => oneIn(12, part, 22)
const digits = (n: number) => String(n).padStart(7, '0')

type Row = Record<string, string | number | null>

const part = (id: number): Row => ({
  id,
  name: `${pick(KINDS, id, 1)} ${pick(MAKES, id, 2)} ${pick(SIZES, id, 3)} ${digits(mixed(id, 4) % 10_000_000)}`,
  description: `${pick(MAKES, id, 5)} ${pick(KINDS, id, 1).toLowerCase()} for ${pick(KINDS, id, 6).toLowerCase()} boards, reel of ${100 * (1 + (mixed(id, 7) % 50))}`,
  keywords: oneIn(4, id, 8) ? `${pick(KINDS, id, 9)} ${pick(SIZES, id, 10)}` : '',
  IPN: `IPN-${digits(id)}`,
  revision: oneIn(20, id, 11) ? pick(['A', 'B', 'C'], id, 12) : '',
  variant_of_id: id > 100 && id % 100 < 3 ? id - (id % 100) - 1 : null,
  is_template: id % 100 === 99 ? 1 : 0,
  category_id: oneIn(50, id, 13)
    ? null
    : mixed(id, 14) % 2
      ? LOWEST + (mixed(id, 15) % (CATEGORIES - LOWEST + 1))
      : 1 + (mixed(id, 15) % CATEGORIES),
  default_location_id: oneIn(3, id, 16) ? 1 + (mixed(id, 17) % LOCATIONS) : null,
  minimum_stock: oneIn(5, id, 18) ? mixed(id, 19) % 100 : 0,
  units: oneIn(10, id, 20) ? 'm' : '',
  link: oneIn(6, id, 21) ? `https://parts.example.org/${id}` : '',
  assembly: isAssembly(id) ? 1 : 0,
  trackable: oneIn(30, id, 23) ? 1 : 0,
  salable: oneIn(3, id, 24) ? 1 : 0,
  active: oneIn(40, id, 25) ? 0 : 1,
  notes: oneIn(20, id, 26) ? `# ${pick(KINDS, id, 1)}\n\nKeep dry.` : null,
  creation_date: new Date(Date.UTC(2018, 0, 1) + (mixed(id, 27) % 2500) * 86_400_000).toISOString().slice(0, 10)
})

/** Every table that is filled, and its rows by number; null for a number without one. */
const tables = (parts: number): Record<string, { count: number; row: (n: number) => Row | null }> => ({
  stock_location: {
    count: LOCATIONS,
    row: (n) => ({ id: n, name: `Shelf ${n}`, parent_id: n > 10 ? 1 + (n % 10) : null })
  },
  part_category: {
    count: CATEGORIES,
    row: (n) => ({
      id: n,
      name: `${pick(KINDS, n, 30)}s ${n}`,
      description: `All of kind ${n}`,
      parent_id: n <= TREES ? null : Math.ceil(n / 2) - 1,
      default_location_id: oneIn(5, n, 31) ? 1 + (n % LOCATIONS) : null
    })
  },
  company: {
    count: COMPANIES,
    row: (n) => ({ id: n, name: `Company ${n}`, is_manufacturer: n % 2, is_supplier: 1 - (n % 2), currency: 'EUR' })
  },
  tag: { count: TAGS, row: (n) => ({ id: n, name: `Label ${n}`, slug: `label-${n}` }) },
  parameter_template: {
    count: 4,
    row: (n) => ({
      id: n,
      name: ['Resistance', 'Tolerance', 'Length', 'Maker'][n - 1]!,
      units: ['ohm', '%', 'mm', ''][n - 1]!
    })
  },
  part: { count: parts, row: part },
  // Every assembly consists of four parts that were made before it.
  bom_item: {
    count: parts * LINES,
    row: (n) => {
      const id = Math.ceil(n / LINES)
      if (!isAssembly(id) || id < FIRST_ASSEMBLY) return null
      const quantity = 1 + (mixed(n, 51) % 20)
      return {
        part_id: id,
        sub_part_id: 1 + ((mixed(id, 52) + 3 * (n % LINES)) % (id - 1)),
        raw_amount: String(quantity),
        quantity,
        reference: `R${n % 100}`,
        allow_variants: oneIn(5, n, 53) ? 1 : 0
      }
    }
  },
  purchase_order: {
    count: ORDERS,
    row: (n) => ({
      id: n,
      reference: `PO-${String(n).padStart(4, '0')}`,
      reference_int: n,
      supplier_id: 2 + 2 * (mixed(n, 54) % (COMPANIES / 2)),
      description: `${pick(KINDS, n, 55)}s for the next quarter`,
      status: n % 3 ? 30 : 20,
      creation_date: '2026-01-02',
      created_by_id: 1
    })
  },
  part_pricing: {
    count: parts,
    row: (n) =>
      oneIn(3, n, 32)
        ? {
            part_id: n,
            currency: 'EUR',
            updated: '2026-01-02T03:04:05Z',
            overall_min: 1 + (mixed(n, 33) % 1000) / 100,
            overall_max: 12 + (mixed(n, 34) % 1000) / 100
          }
        : null
  },
  part_star: { count: parts, row: (n) => (oneIn(1000, n, 35) ? { part_id: n, user_id: 1 } : null) },
  manufacturer_part: {
    count: parts,
    row: (n) =>
      oneIn(8, n, 36)
        ? {
            part_id: n,
            manufacturer_id: 1 + 2 * (mixed(n, 37) % (COMPANIES / 2)),
            MPN: `MPN${digits(mixed(n, 38) % 10_000_000)}`
          }
        : null
  },
  supplier_part: {
    count: parts,
    row: (n) =>
      oneIn(8, n, 39)
        ? {
            part_id: n,
            supplier_id: 2 + 2 * (mixed(n, 40) % (COMPANIES / 2)),
            SKU: `SKU${digits(mixed(n, 41) % 10_000_000)}`
          }
        : null
  },
  purchase_order_line: {
    count: Math.floor(parts / 16), // of which there are as many supplier parts at least
    row: (n) => ({
      order_id: 1 + (mixed(n, 56) % ORDERS),
      part_id: n,
      quantity: 10 * (1 + (mixed(n, 57) % 50)),
      received: oneIn(2, n, 58) ? 5 : 0,
      purchase_price: 1 + (mixed(n, 59) % 100) / 100,
      purchase_price_currency: 'EUR'
    })
  },
  tagged_item: {
    count: parts,
    row: (n) => (oneIn(20, n, 42) ? { tag_id: 1 + (mixed(n, 43) % TAGS), model: 'part', object_id: n } : null)
  },
  parameter: {
    count: parts,
    row: (n) => ({
      model_type: 'part',
      model_id: n,
      template_id: 1 + (n % 4),
      data: String(mixed(n, 44) % 1000),
      data_numeric: mixed(n, 44) % 1000
    })
  },
  // Two parts of three are in stock, some at several places.
  stock_item: {
    count: parts,
    row: (n) =>
      n % 3 === 0
        ? null
        : {
            part_id: oneIn(4, n, 45) && n > 1 ? n - 1 : n,
            location_id: 1 + (mixed(n, 46) % LOCATIONS),
            quantity: mixed(n, 47) % 5000,
            status: oneIn(25, n, 48) ? 60 : 10,
            batch: oneIn(2, n, 49) ? `B${mixed(n, 50) % 1000}` : null,
            updated: '2026-01-02T03:04:05Z'
          }
  }
})

/** Indexes and triggers of the filled tables wait until the rows are in: building them once is many times faster. */
function fill(file: string, parts: number): void {
  const raw = new Sqlite(file)
  raw.pragma('journal_mode = OFF')
  raw.pragma('synchronous = OFF')
  raw.pragma('cache_size = -262144')
  raw.function('folded', { deterministic: true }, (value: unknown) =>
    value === null ? null : String(value).toLowerCase()
  )
  const wanted = tables(parts)
  const waiting = (
    raw
      .prepare(
        "select type, name, tbl_name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null"
      )
      .all() as { type: string; name: string; tbl_name: string; sql: string }[]
  ).filter(({ tbl_name }) => Object.hasOwn(wanted, tbl_name))
  for (const { type, name } of waiting) raw.exec(`drop ${type} "${name}"`)
  for (const [table, { count, row }] of Object.entries(wanted)) {
    raw.exec('begin')
    const statements = new Map<string, Sqlite.Statement>()
    for (let n = 1; n <= count; n++) {
      const values = row(n)
      if (!values) continue
      const columns = Object.keys(values)
      const text = `insert into "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`
      if (!statements.has(text)) statements.set(text, raw.prepare(text))
      statements.get(text)!.run(...Object.values(values))
    }
    raw.exec('commit')
  }
  for (const { sql } of waiting) raw.exec(sql)
  for (const { name } of raw
    .prepare(
      "select name from sqlite_master where sql like 'create virtual table%content=_%' and sql not like '%content=''''%'"
    )
    .all() as {
    name: string
  }[])
    raw.exec(`insert into "${name}" ("${name}") values ('rebuild')`)
  raw.close()
}

/** What the data follows from besides its size: this file and the tables. */
function version(): string {
  const migrations = join(root, 'db/migrations')
  const sources = [
    fileURLToPath(import.meta.url),
    ...readdirSync(migrations)
      .sort()
      .map((name) => join(migrations, name))
  ]
  return createHash('sha256')
    .update(sources.map((file) => readFileSync(file, 'utf8')).join('\0'))
    .digest('hex')
    .slice(0, 12)
}

/**
 * A database with so many parts, made where there is none yet. It is not to be written to: work on a copy.
 *
 * @param note told what takes long
 * @returns its path
 */
export async function database(parts: number, note: (text: string) => void): Promise<string> {
  const file = join(cache, `${parts}-${version()}.sqlite3`)
  if (existsSync(file)) return file
  note(`making a database of ${parts} parts`)
  mkdirSync(cache, { recursive: true })
  for (const old of readdirSync(cache)) if (old.startsWith(`${parts}-`)) rmSync(join(cache, old), { force: true })
  const unfinished = `${file}.part`
  const prepare = async (work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<void>) => {
    const db = await openDatabase(unfinished)
    await work(db)
    await db.destroy()
  }
  await prepare(async (db) => {
    const user = await createUser(db, { username: USER, password: await hashPassword(PASSWORD) })
    const { id: group } = await db
      .insertInto('group')
      .values({ name: 'Everything' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await completeGroup(db, group)
    await db.updateTable('ruleset').set({ can_view: 1, can_add: 1, can_change: 1, can_delete: 1 }).execute()
    await setGroups(db, user, [group])
    await createUser(db, { username: 'admin', is_superuser: true, is_staff: true })
  })
  fill(unfinished, parts)
  await prepare((db) =>
    db.transaction().execute(async (trx) => {
      await withoutTriggers(trx, async () => undefined)
      await fillSearch(trx)
      await rebuildTree(trx, 'part_category')
      await rebuildTree(trx, 'stock_location')
    })
  )
  renameSync(unfinished, file)
  return file
}
