import { createInterface } from 'node:readline'

/** Wrong use of the command line; answered with the message and exit code 2. */
export class UsageError extends Error {}

/** Something that the command could not do, told in one sentence; exit code 1. */
export class Failure extends Error {}

/** Prints to the terminal's output, where results go. */
export const say = (text: string) => { process.stdout.write(text + '\n') }

/** Prints to the terminal's error channel, where progress and warnings go. */
export const note = (text: string) => { process.stderr.write(text + '\n') }

/**
 * A table with aligned columns; `null` is shown as nothing.
 *
 * @param head the titles of the columns
 */
export function table (head: string[], rows: (string | number | boolean | null)[][]): string {
  const cells = [head, ...rows.map((row) => row.map((cell) => cell === null ? '' : cell === true ? 'yes' : cell === false ? 'no' : String(cell)))]
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
  return cells.map((row) => row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ').trimEnd()).join('\n')
}

/**
 * Asks for a password without showing it; from a pipe the first line is taken.
 *
 * @param question what to print
 */
export async function askSecret (question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line
    throw new Failure('No password came from the input.')
  }
  process.stderr.write(question)
  const { stdin } = process
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  let text = ''
  try {
    for await (const chunk of stdin) {
      for (const character of String(chunk)) {
        if (character === '\r' || character === '\n') return text
        if (character === '\u0003' || character === '\u0004') throw new Failure('Given up.')
        text = character === '\u007f' || character === '\b' ? text.slice(0, -1) : text + character
      }
    }
    return text
  } finally {
    stdin.setRawMode(false)
    process.stderr.write('\n')
  }
}
