// How figures are printed.
import { cpus } from 'node:os'
import type { Load } from './load.ts'

/** Three digits, or all before the point. */
export const number = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** A line of a table: a wide column, and others that are right-aligned. */
export const columns = (cells: string[]) =>
  [cells[0]!.padEnd(36), ...cells.slice(1).map((cell) => cell.padStart(9))].join(' ')

/** What a line says of a load that was measured with its process. */
export const figures = (one: Load) => [one.perSecond, one.median, one.p99, one.cpu].map(number)

/** On what is measured, and when. */
export const circumstances = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version} · ${new Date().toISOString().slice(0, 10)}`

/** Prints a line. */
export type Print = (line: string) => void
