// What a line of the log looks like: as JSON for programs, as text on a terminal.
import { hostname } from 'node:os'
import { isatty } from 'node:tty'
import { printable } from '#framework/printable.ts'

/** How much a line matters: its number in JSON, and what it is called on a terminal. */
export const LEVELS = {
  debug: { number: 20, name: 'DEBUG' },
  info: { number: 30, name: 'INFO' },
  warn: { number: 40, name: 'WARNING' },
  error: { number: 50, name: 'ERROR' },
  fatal: { number: 60, name: 'CRITICAL' },
  silent: { number: Infinity, name: '' }
} as const

export type Level = keyof typeof LEVELS

const NAMES = new Map<number, string>(Object.values(LEVELS).map(({ number, name }) => [number, name]))

/** What stands in every line; the rest is what happened. */
interface Line {
  level: number
  time: string
  msg: string
  err?: { stack?: string; message?: string }
  [field: string]: unknown
}

function oneLine(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}

/** What a line of JSON says, for people. */
export function readable(json: string): string {
  const { level, time, msg, err, pid: _pid, hostname: _hostname, ...rest } = JSON.parse(json) as Line
  const words = Object.entries(rest).map(([name, value]) => `${name}=${oneLine(value)}`)
  const stack = err ? `\n${printable(err.stack ?? err.message ?? '')}`.replaceAll('\n', '\n    ') : ''
  return `${[time, (NAMES.get(level) ?? '').padEnd(8), oneLine(msg), ...words].join(' ')}${stack}\n`
}

/** A line of JSON as it goes to the standard output. What strangers wrote is harmless to whoever looks at it. */
export const shown: (json: string) => string = isatty(1) ? readable : printable

/** The time as a field of a line. */
export const isoTime = (): string => `,"time":"${new Date().toISOString()}"`

/** Who writes a line, which stays the same. */
const WRITER = `"pid":${process.pid},"hostname":${JSON.stringify(hostname())}`

/** How a line of JSON begins; the other fields and the end are to follow. */
export const lineStart = (level: Level): string => `{"level":${LEVELS[level].number}${isoTime()},${WRITER}`

/** A sentence as a line of JSON, with the fields that all others have. */
export const logLine = (level: Level, msg: string): string => `${lineStart(level)},"msg":${JSON.stringify(msg)}}\n`
