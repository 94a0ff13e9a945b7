import type { Database } from '#db/database.ts'
import { knownStates, customStatesOf, type CustomState } from '#modules/status/index.ts'

/** The built-in states of stock, by key (docs/behaviour/status.md#stock-states). */
const STOCK_STATES: ReadonlyMap<number, { name: string; label: string; color: string }> = new Map(
  knownStates('StockStatus').map((state) => [state.key, state])
)

/** The states of stock that users made, by key. */
export const stockCustomStates = (db: Database): Promise<ReadonlyMap<number, CustomState>> =>
  customStatesOf(db, 'StockStatus')

/** What an item carries: a built-in state, and one of somebody's own or null. */
export interface StockState {
  status: number
  status_custom_key: number | null
}

/**
 * The state that a key stands for, as it is stored; undefined for a key that means nothing.
 *
 * @param value a number, also as text
 */
export function stateOf(value: unknown, own: ReadonlyMap<number, CustomState>): StockState | undefined {
  const key =
    typeof value === 'number' || (typeof value === 'string' && /^\s*\d+\s*$/.test(value)) ? Number(value) : NaN
  if (STOCK_STATES.has(key)) return { status: key, status_custom_key: null }
  const found = own.get(key)
  return found && { status: found.logical, status_custom_key: key }
}

/** The key under which a state is known: that of the own state, where there is one. */
export const keyOf = ({ status, status_custom_key: key }: StockState): number => key ?? status

/** What an entry of the tracking tells of a change of the state; nothing where there is none. */
export const stateDeltas = (before: StockState, after: StockState): Record<string, number> =>
  keyOf(before) === keyOf(after)
    ? {}
    : {
        status: keyOf(after),
        status_logical: after.status,
        old_status: keyOf(before),
        old_status_logical: before.status
      }

/** What a state is called; an own one that is gone is called as what it counts as. */
export const stateText = (
  { status, status_custom_key: key }: StockState,
  own: ReadonlyMap<number, CustomState>
): string => (key === null ? undefined : own.get(key)?.label) ?? STOCK_STATES.get(status)?.label ?? String(status)
