import { createInterface } from 'node:readline'
import { createInterface as ask } from 'node:readline/promises'
import { printable, printableInLine } from '#framework/printable.ts'

/** Wrong use of the command line; answered with the message and exit code 2. */
export class UsageError extends Error {}

/** Something that the command could not do, told in one sentence; exit code 1. */
export class Failure extends Error {}

/** Where the command line writes: results to the one, progress and complaints to the other. */
export const channels = {
  out: (text: string): void => {
    process.stdout.write(text)
  },
  err: (text: string): void => {
    process.stderr.write(text)
  }
}

/** Prints a result. */
export const say = (text: string): void => channels.out(printable(text) + '\n')

/** Prints progress, or a warning. */
export const note = (text: string): void => channels.err(printable(text) + '\n')

type Cell = string | number | boolean | null

/**
 * A table with aligned columns; `null` is shown as nothing.
 *
 * @param head the titles of the columns
 */
export function table(head: string[], rows: Cell[][]): string {
  const cells = [
    head.map(printableInLine),
    ...rows.map((row) =>
      row.map((cell) =>
        cell === null ? '' : cell === true ? 'yes' : cell === false ? 'no' : printableInLine(String(cell))
      )
    )
  ]
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

/**
 * Prints a list: a table for people, one JSON array for scripts.
 *
 * @param columns the titles of the table, and what stands below them
 */
export function list<Row>(rows: Row[], columns: Record<string, (row: Row) => Cell>, json: boolean | undefined): void {
  say(
    json
      ? JSON.stringify(rows)
      : table(
          Object.keys(columns),
          rows.map((row) => Object.values(columns).map((cell) => cell(row)))
        )
  )
}

/**
 * Asks before something that cannot be undone.
 *
 * @param question what is about to happen, as a question
 * @param yes the answer was given on the command line
 * @throws Failure where the answer is no; UsageError where there is nobody to ask
 */
export async function agree(question: string, yes: boolean | undefined): Promise<void> {
  if (yes) return
  if (!process.stdin.isTTY) throw new UsageError(`${question} Nothing was done: add --yes to say so.`)
  const terminal = ask({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${printable(question)} [y/N] `)
  terminal.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failure('Nothing was done.')
}

/**
 * Asks for a new password without showing it, twice; from a pipe the first line is taken.
 *
 * @param question what to print
 */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line
    throw new Failure('No password came from the input.')
  }
  const first = await typed(`${question}: `)
  if ((await typed('Once more: ')) !== first) throw new Failure('These were two different passwords. Nothing was done.')
  return first
}

/** One line from the keyboard, not shown. */
async function typed(question: string): Promise<string> {
  process.stderr.write(printable(question))
  const { stdin } = process
  stdin.setRawMode(true).setEncoding('utf8').resume()
  let text = ''
  try {
    return await new Promise((resolve, reject) => {
      const listen = (chunk: string) => {
        for (const character of chunk) {
          if (character === '\r' || character === '\n') {
            stdin.off('data', listen)
            resolve(text)
            return
          }
          if (character === '\u0003' || character === '\u0004') {
            stdin.off('data', listen)
            reject(new Failure('Given up.'))
            return
          }
          text = character === '\u007f' || character === '\b' ? text.slice(0, -1) : text + character
        }
      }
      stdin.on('data', listen)
    })
  } finally {
    stdin.setRawMode(false).pause()
    process.stderr.write('\n')
  }
}
