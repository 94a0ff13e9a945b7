// Which lines a file of bills of materials has: those of a list and, below each, the bill of its component.
import { refused } from '#contract/errors.ts'
import type { ExportedList } from '#contract/export.ts'
import type { Database } from '#db/database.ts'
import { byChunk } from '#crud/chunks.ts'
import { roundQuantity } from '#framework/decimals.ts'
import { bomLines } from './lines.ts'

/** How many lines a file may have, and how deep they may lie. */
export const MOST = { lines: 200_000, levels: 50 }

/** A line of a bill as far as the way down needs to know it. */
interface Step {
  id: number
  part: number
  quantity: number
}

/** A line in a file: how deep it lies, and how much of it goes into the assembly at the top. */
export interface PlacedLine extends Step {
  level: number
  total: number
}

/** The lines of the list itself. */
async function topOf({ records }: ExportedList): Promise<Step[]> {
  const steps: Step[] = []
  for await (const some of records()) {
    for (const { pk, sub_part, quantity } of some as { pk: number; sub_part: number; quantity: number }[])
      steps.push({ id: pk, part: sub_part, quantity })
    refuseMany(steps)
  }
  return steps
}

function refuseMany(lines: readonly unknown[]): void {
  if (lines.length > MOST.lines)
    throw refused(
      `There are more than the ${MOST.lines} lines that fit into one file. Ask for fewer levels, or filter.`
    )
}

/** The bills of parts and of all that is in them, by assembly. */
async function billsBelow(db: Database, parts: readonly number[], levels: number): Promise<Map<number, Step[]>> {
  const bills = new Map<number, Step[]>()
  let wave = [...new Set(parts)]
  for (let level = 1; level < levels && wave.length > 0; level++) {
    const found = await byChunk(wave, async (ids) => [...(await bomLines(db, ids))])
    const next = new Set<number>()
    for (const [assembly, lines] of found) {
      const steps = lines.map((line) => ({ id: line.id, part: line.sub_part_id, quantity: line.quantity }))
      bills.set(assembly, steps)
      for (const { part } of steps) next.add(part)
    }
    wave = [...next].filter((part) => !bills.has(part))
  }
  return bills
}

/**
 * The lines of a file, in the order in which they are written.
 *
 * @param levels how deep it goes; 1 has the lines of the list alone, 0 all that there is
 * @throws 400 where there are too many
 */
export async function placedLines(list: ExportedList, levels: number): Promise<PlacedLine[]> {
  const deepest = levels === 0 ? MOST.levels : Math.min(levels, MOST.levels)
  const top = await topOf(list)
  const bills = await billsBelow(
    list.context.db,
    top.map(({ part }) => part),
    deepest
  )
  const lines: PlacedLine[] = []
  const place = (step: Step, level: number, above: number, within: ReadonlySet<number>) => {
    const total = roundQuantity(above * step.quantity)
    lines.push({ ...step, level, total })
    refuseMany(lines)
    // A bill that leads back to itself cannot be made any more, but may have been imported.
    if (level >= deepest || within.has(step.part)) return
    const inner = new Set(within).add(step.part)
    for (const below of bills.get(step.part) ?? []) place(below, level + 1, total, inner)
  }
  for (const step of top) place(step, 1, 1, new Set())
  return lines
}
