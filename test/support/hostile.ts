import type { Test } from 'tap'
import type { Operation } from '#contract/document.ts'
import { build, type House } from '../helper.ts'
import { fillTables } from './fill.ts'

/** The address of an operation: of the first record, or of what a word names. */
export const addressOf = ({ path, numbers }: Operation, word: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name) => (numbers.includes(name) ? '1' : word))

/** A server whose every table has rows. */
export async function filled(t: Test): Promise<House> {
  t.setTimeout(300_000)
  const house = await build(t)
  await fillTables(house.db)
  return house
}

/** The values one at a time, in turn. */
export function* around<Value>(values: readonly Value[]): Generator<Value, never> {
  for (;;) yield* values
}

/** A request that failed, in one line, with what the server says of it. */
export const told = (request: string, { message, cause }: Error) =>
  `${request.slice(0, 300)}: ${message.slice(0, 300)} ${cause instanceof Error ? cause.stack!.slice(0, 600) : ''}`
