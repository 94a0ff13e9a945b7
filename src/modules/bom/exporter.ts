import type { ExportedList, Exporter } from '#contract/export.ts'
import { cellsOf } from '#contract/export.ts'
import type { ExportColumn } from '#contract/export-columns.ts'
import type { Database } from '#db/database.ts'
import { inChunksOf } from '#crud/chunks.ts'
import { lookupMany } from '#crud/lookup.ts'
import { parameterColumns } from '#modules/parameter/index.ts'
import { placedLines, type PlacedLine } from './exporter.walk.ts'
import { bomLine } from './line.ts'

/** How many substitutes, suppliers and manufacturers of a line have columns. */
const MOST_ALIKE = 20

/** Fields that the option for stock is about, and those of the option for prices. */
const STOCK = new Set([
  'available_stock',
  'available_substitute_stock',
  'available_variant_stock',
  'external_stock',
  'on_order',
  'building',
  'can_build'
])
const isPrice = (field: string) => field.startsWith('pricing_')

/** Columns beside those of the list. */
interface Added {
  columns: ExportColumn[]
  /** Loads the cells of some lines. */
  load(lines: PlacedLine[]): Promise<(line: PlacedLine) => unknown[]>
}

const byPlace = (columns: ExportColumn[], cells: (line: PlacedLine) => unknown[]): Added => ({
  columns,
  load: async () => cells
})

/** What each line may have several of. */
interface Several {
  key: (line: PlacedLine) => number
  headings: (number: number) => string[]
  /** The cells of each, by key. */
  load: (db: Database, keys: Iterable<number>) => Promise<Map<number, (string | null)[][]>>
}

const substitutes: Several = {
  key: ({ id }) => id,
  headings: (n) => [`Substitute ${n}`],
  load: (db, ids) =>
    lookupMany(ids, async (keys) =>
      (
        await db
          .selectFrom('bom_substitute')
          .innerJoin('part', 'part.id', 'bom_substitute.part_id')
          .select(['bom_item_id', 'part.name'])
          .where('bom_item_id', 'in', keys)
          .orderBy('bom_substitute.id')
          .execute()
      ).map((row) => [row.bom_item_id, [row.name]])
    )
}

const suppliers: Several = {
  key: ({ part }) => part,
  headings: (n) => [`Supplier ${n}`, `Supplier ${n} SKU`, `Supplier ${n} MPN`],
  load: (db, ids) =>
    lookupMany(ids, async (keys) =>
      (
        await db
          .selectFrom('supplier_part')
          .innerJoin('company', 'company.id', 'supplier_part.supplier_id')
          .leftJoin('manufacturer_part', 'manufacturer_part.id', 'supplier_part.manufacturer_part_id')
          .select(['supplier_part.part_id', 'company.name', 'SKU', 'MPN'])
          .where('supplier_part.part_id', 'in', keys)
          .orderBy('supplier_part.id')
          .execute()
      ).map((row) => [row.part_id, [row.name, row.SKU, row.MPN]])
    )
}

const manufacturers: Several = {
  key: ({ part }) => part,
  headings: (n) => [`Manufacturer ${n}`, `Manufacturer ${n} MPN`],
  load: (db, ids) =>
    lookupMany(ids, async (keys) =>
      (
        await db
          .selectFrom('manufacturer_part')
          .leftJoin('company', 'company.id', 'manufacturer_part.manufacturer_id')
          .select(['part_id', 'company.name', 'MPN'])
          .where('part_id', 'in', keys)
          .orderBy('manufacturer_part.id')
          .execute()
      ).map((row) => [row.part_id, [row.name, row.MPN]])
    )
}

/** As many columns of a kind as the line has that has most of them. */
async function numbered(db: Database, lines: PlacedLine[], { key, headings, load }: Several): Promise<Added> {
  let most = 0
  for await (const some of inChunksOf(lines))
    for (const found of (await load(db, some.map(key))).values()) most = Math.max(most, found.length)
  most = Math.min(most, MOST_ALIKE)
  const none = headings(0).map(() => null)
  return {
    columns: Array.from({ length: most }, (_, at) => headings(at + 1)).flatMap((all) =>
      all.map((heading) => ({ heading }))
    ),
    load: async (some) => {
      const found = await load(db, some.map(key))
      return (line) => Array.from({ length: most }, (_, at) => found.get(key(line))![at] ?? none).flat()
    }
  }
}

async function ofParameters(db: Database, lines: PlacedLine[]): Promise<Added> {
  const parts = async function* () {
    for await (const some of inChunksOf(lines)) yield some.map(({ part }) => part)
  }
  const { columns, load } = await parameterColumns(db, { model: 'part', inactive: true }, parts())
  return {
    columns,
    load: async (some) => {
      const cells = await load(some.map(({ part }) => part))
      return ({ part }) => cells(part)
    }
  }
}

/** The columns that the options ask for, as far as the caller may see what is in them. */
async function addedColumns({ context, options }: ExportedList, lines: PlacedLine[]): Promise<Added[]> {
  const { db, caller } = context
  const seesParts = caller!.may('view', 'part')
  const buys = seesParts || caller!.may('view', 'purchase_order')
  const added = [byPlace([{ heading: 'BOM Level' }], ({ level }) => [level])]
  if (options.export_total_quantity)
    added.push(byPlace([{ heading: 'Total Quantity', isDecimal: true }], ({ total }) => [total]))
  if (options.export_substitute_data) added.push(await numbered(db, lines, substitutes))
  if (options.export_supplier_data && buys) added.push(await numbered(db, lines, suppliers))
  if (options.export_manufacturer_data && buys) added.push(await numbered(db, lines, manufacturers))
  if (options.export_parameter_data && seesParts) added.push(await ofParameters(db, lines))
  return added
}

/**
 * Writes bills of materials with the bills of their components (docs/behaviour/data-output.md#exporters), each below the
 * line that it belongs to.
 */
export const bomExporter: Exporter = async (list) => {
  const { context, options } = list
  const lines = await placedLines(list, options.export_levels as number)
  const added = await addedColumns(list, lines)
  const columns = list.columns.filter(
    ({ field }) => (options.export_stock_data || !STOCK.has(field)) && (options.export_pricing_data || !isPrice(field))
  )
  const view = {
    sub_part_detail: context.caller!.may('view', 'part') || context.caller!.may('view', 'build'),
    pricing: Boolean(options.export_pricing_data)
  }
  const rows = async function* () {
    for await (const some of inChunksOf(lines)) {
      const ids = some.map(({ id }) => id)
      const shown = await bomLine.read(context, ids, view)
      const cells = await Promise.all(added.map(({ load }) => load(some)))
      // Who deletes a line meanwhile does not find it in the file.
      const there = some.filter(({ id }) => shown.has(id))
      yield there.map((line) => [
        ...cellsOf(columns, shown.get(line.id)!),
        ...cells.flatMap((cellsOfLine) => cellsOfLine(line))
      ])
    }
  }
  return { columns: [...columns, ...added.flatMap((one) => one.columns)], rows: rows() }
}
