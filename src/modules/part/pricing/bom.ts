import type { Database } from '#db/database.ts'
import { lookupMany } from '#crud/lookup.ts'
import type { Rates } from '#modules/currency/index.ts'
import { ancestorsOf, descendantsOf } from '../family.ts'
import { rangeOf, type Range } from './ranges.ts'
import { overallPrices } from './sources.ts'

/**
 * What assemblies cost by their own and their inherited lines: of the parts that a line allows the cheapest, or the
 * dearest, times the quantity. A line without any price counts for nothing (docs/behaviour/pricing.md#calculation).
 *
 * @param ids primary keys of assemblies
 */
export async function bomRanges(db: Database, ids: number[], base: string, rates: Rates): Promise<Map<number, Range>> {
  const above = await ancestorsOf(db, ids)
  const linesOf = await lookupMany([...ids, ...[...above.values()].flat()], async (keys) =>
    (
      await db
        .selectFrom('bom_item')
        .select(['id', 'part_id', 'sub_part_id', 'quantity', 'inherited', 'allow_variants'])
        .where('part_id', 'in', keys)
        .execute()
    ).map((line) => [line.part_id, line])
  )
  const lines = [...linesOf.values()].flat()
  const variants = await descendantsOf(
    db,
    lines.filter((line) => line.allow_variants).map((line) => line.sub_part_id)
  )
  const substitutes = await lookupMany(
    lines.map((line) => line.id),
    async (keys) =>
      (
        await db
          .selectFrom('bom_substitute')
          .innerJoin('part', 'part.id', 'bom_substitute.part_id')
          .select(['bom_item_id', 'part.id'])
          .where('bom_item_id', 'in', keys)
          .where('part.active', '=', 1)
          .execute()
      ).map(({ bom_item_id, id }) => [bom_item_id, id])
  )
  const candidates = new Map(
    lines.map((line) => [
      line.id,
      [
        line.sub_part_id,
        ...(line.allow_variants
          ? (variants.get(line.sub_part_id) ?? []).filter(({ active }) => active).map(({ id }) => id)
          : []),
        ...(substitutes.get(line.id) ?? [])
      ]
    ])
  )
  const prices = await overallPrices(db, [...candidates.values()].flat())

  const total = (sums: (number | null)[]) =>
    sums.some((sum) => sum !== null) ? sums.reduce<number>((all, sum) => all + (sum ?? 0), 0) : null
  return new Map(
    ids.map((id) => {
      const own = [
        ...(linesOf.get(id) ?? []),
        ...(above.get(id) ?? []).flatMap((template) => linesOf.get(template)!.filter((line) => line.inherited))
      ]
      const costs = own.map((line) => {
        const { min, max } = rangeOf(
          candidates.get(line.id)!.flatMap((part) => prices.get(part) ?? []),
          base,
          rates
        )
        return { min: min === null ? null : min * line.quantity, max: max === null ? null : max * line.quantity }
      })
      return [id, { min: total(costs.map(({ min }) => min)), max: total(costs.map(({ max }) => max)) }]
    })
  )
}
