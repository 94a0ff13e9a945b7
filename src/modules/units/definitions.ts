import { additions, foreign, metric, prefixed, spellings } from './tables/index.ts'
import { UnitError } from './errors.ts'

/** A scale whose zero or whose steps are not those of its base unit; multiplying by such a unit makes no sense. */
export type Curve =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'log'; readonly base: number; readonly factor: number }

/** One unit as it is told by a table line or by a custom unit; its expression is read when it is first needed. */
export interface UnitDefinition {
  readonly name: string
  readonly expression: string
  readonly curve?: Curve | undefined
  /** Belongs to the default system, so it is listed as compatible. */
  readonly listed: boolean
}

/** A unit that the users defined: a row of /api/units/. */
export interface CustomUnit {
  readonly name: string
  readonly definition: string
  readonly symbol?: string | null | undefined
}

function readCurve(words: string): Curve | undefined {
  const [kind, first, second] = words.split(' ')
  if (kind === 'offset') return { kind, offset: Number(first) }
  if (kind === 'log') return { kind, base: Number(first), factor: Number(second) }
  return undefined
}

function readTable(table: string, listed: boolean, into: Map<string, UnitDefinition>): void {
  for (const line of table.trim().split('\n')) {
    const [left = '', names = ''] = line.split(' | ')
    const split = left.indexOf(' = ')
    const name = left.slice(0, split)
    const [expression = '', curve = ''] = left.slice(split + 3).split(' @ ')
    const definition: UnitDefinition = { name, expression, curve: readCurve(curve), listed }
    into.set(name, definition)
    for (const spelling of names.split(' ')) if (spelling !== '') into.set(spelling, definition)
    if (definition.curve?.kind === 'offset') addDifference(definition, names.split(' '), into)
  }
}

/** A difference of two temperatures has a unit of its own, `delta_degC`, whose scale has no offset. */
function addDifference(of: UnitDefinition, names: readonly string[], into: Map<string, UnitDefinition>): void {
  const difference: UnitDefinition = { name: `delta_${of.name}`, expression: of.expression, listed: false }
  into.set(difference.name, difference)
  for (const name of names) {
    into.set(`Δ${name}`, difference)
    if (!name.startsWith('°')) into.set(`delta_${name}`, difference)
  }
}

let builtIn: ReadonlyMap<string, UnitDefinition> | undefined

/**
 * @returns every spelling of every built-in unit with its definition. Read from the tables once, at the first call.
 */
function builtInDefinitions(): ReadonlyMap<string, UnitDefinition> {
  if (builtIn !== undefined) return builtIn
  const all = new Map<string, UnitDefinition>()
  for (const table of metric) readTable(table, true, all)
  for (const table of foreign) readTable(table, false, all)
  for (const table of [prefixed, additions]) readTable(table, false, all)
  for (const [known, added] of spellings) {
    const definition = all.get(known)
    if (definition === undefined) throw new UnitError(`The unit tables lack ${known}`)
    all.set(added, definition)
  }
  return (builtIn = all)
}

/**
 * @param custom custom units, later ones winning
 * @returns the built-in definitions with these on top
 */
export function withCustomUnits(custom: readonly CustomUnit[]): ReadonlyMap<string, UnitDefinition> {
  if (custom.length === 0) return builtInDefinitions()
  const all = new Map(builtInDefinitions())
  for (const { name, definition, symbol } of custom) {
    const entry: UnitDefinition = { name, expression: definition, listed: false }
    all.set(name, entry)
    if (symbol) all.set(symbol, entry)
  }
  return all
}
