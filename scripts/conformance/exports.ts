// What lists are written to files as, compared with what the reference server wrote of the same data: the headings,
// their order, and the cells of the first rows. Differences that are known stand in test/exports.json, by their reason.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tally } from './known.ts'
import { root } from './options.ts'
import type { Target } from './replay.ts'

/** What was written of a list. */
interface Written {
  status: number
  total: number
  headings: string[]
  rows: string[][]
}

/** Where recorded exports are, seen from the recordings. */
export function exportsOf(recordings: string): string | undefined {
  const file = join(recordings, '../reference/exports-demo.json')
  return existsSync(file) ? file : undefined
}

/** Reasons, each with the differences that it explains: address and column, `*` for anything. */
const known: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'test/exports.json'), 'utf8'))

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const patterns = Object.values(known)
  .flat()
  .map((text) => ({ text, pattern: new RegExp(`^${text.split('*').map(literal).join('.*')}$`), used: false }))

/** Whether a difference is explained; what is said after the column does not count. */
function isKnown(difference: string): boolean {
  const found = patterns.filter(({ pattern }) => pattern.test(difference.split(': ')[0]!))
  for (const one of found) one.used = true
  return found.length > 0
}

/** The rows of a text of separated values. */
function separatedRows(text: string): string[][] {
  const rows: string[][] = []
  const row: string[] = []
  let [cell, isQuoted, last] = ['', false, '']
  for (const letter of text.replaceAll('\r\n', '\n')) {
    // A quote within quotes is written twice: it ends them and begins them again.
    if (letter === '"') {
      if (!isQuoted && last === '"') cell += '"'
      isQuoted = !isQuoted
    } else if (isQuoted || (letter !== ',' && letter !== '\n')) cell += letter
    else {
      row.push(cell)
      cell = ''
      if (letter === '\n') rows.push(row.splice(0))
    }
    last = letter
  }
  return rows
}

/** The differences between what was written, a line each: of the headings, and of the cells below those that agree. */
function* differences(path: string, theirs: Written, ours: Written): Generator<string> {
  if (theirs.total !== ours.total) yield `${path} total: ${theirs.total}, ours ${ours.total}`
  const missing = theirs.headings.filter((heading) => !ours.headings.includes(heading))
  const extra = ours.headings.filter((heading) => !theirs.headings.includes(heading))
  for (const heading of missing) yield `${path} ${heading} missing`
  for (const heading of extra) yield `${path} ${heading} extra`
  const shared = theirs.headings.filter((heading) => !missing.includes(heading))
  const order = ours.headings.filter((heading) => !extra.includes(heading))
  if (shared.join('|') !== order.join('|')) yield `${path} order: ${shared.join(', ')}; ours ${order.join(', ')}`
  for (const [row, cells] of theirs.rows.entries())
    for (const [column, cell] of cells.entries()) {
      const place = placeIn(ours.headings, theirs.headings, column)
      const own = ours.rows[row]?.[place]
      if (place >= 0 && own !== cell)
        yield `${path} ${theirs.headings[column]} cell: "${cell}", ours "${own}" in row ${row + 1}`
    }
}

/** Where a column is elsewhere: that of the same heading, and the second of that name where it is the second. */
function placeIn(headings: string[], theirs: string[], column: number): number {
  const heading = theirs[column]!
  const before = theirs.slice(0, column).filter((one) => one === heading).length
  return headings.flatMap((one, at) => (one === heading ? [at] : []))[before] ?? -1
}

/**
 * Exports every list that the reference exported, and counts a list as one step.
 *
 * @param tally what counts the outcomes
 * @param target a server that holds the demo data
 * @param file what the reference wrote
 */
export async function compareExports(tally: Tally, { url, admin }: Target, file: string): Promise<void> {
  const recorded: Record<string, Written> = JSON.parse(readFileSync(file, 'utf8'))
  const authorization = `Basic ${Buffer.from(`${admin.name}:${admin.password}`).toString('base64')}`
  const get = (path: string) => fetch(url + path, { headers: { authorization } })
  for (const [path, theirs] of Object.entries(recorded)) {
    if (theirs.status !== 200) continue
    const { output, total } = (await (await get(`${path}?export=true`)).json()) as { output: string; total: number }
    const [headings = [], ...rows] = separatedRows(await (await get(output)).text())
    const all = [...differences(path, theirs, { status: 200, total, headings, rows })]
    const found = all.filter((difference) => !isKnown(difference))
    const failure = { at: `exports ${path}`, step: `@admin GET ${path}?export=true`, differences: found }
    tally.add({ passed: found.length === 0 ? 1 : 0, failures: found.length === 0 ? [] : [failure] })
  }
  const idle = patterns.filter(({ used }) => !used)
  const differs = 'excuses what does not differ any more'
  tally.add({
    passed: 0,
    failures: idle.map(({ text }) => ({ at: 'test/exports.json', step: text, differences: [differs] }))
  })
}
