// docs/speed.md: what is printed stands there between markers, and is written anew; what people wrote around it stays.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Measured } from './loads.ts'
import { number } from './table.ts'

const PAGE = fileURLToPath(new URL('../docs/speed.md', import.meta.url))

/**
 * Puts a text between the markers of that name.
 *
 * @throws where the page has no such markers
 */
export function writeReport(name: string, text: string, page = PAGE): void {
  const [begin, end] = [`<!-- bench: ${name} -->`, `<!-- end of ${name} -->`]
  const before = readFileSync(page, 'utf8')
  const [from, to] = [before.indexOf(begin), before.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${page} has no "${begin}" with "${end}" behind it`)
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${before.slice(to)}`)
}

/** What was printed, as it was. */
export const printed = (lines: string[]): string => `\`\`\`\n${lines.join('\n')}\n\`\`\``

const words = (rows: number): string =>
  rows % 1_000_000 === 0 ? `${rows / 1_000_000} million` : rows % 1000 === 0 ? `${rows / 1000} thousand` : String(rows)

/** CPU time of a request in µs and our share of the limit, by how many parts there are. */
export function bySize(sizes: Map<number, Measured[]>): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const counts = [...sizes.keys()]
  const jobs = sizes.get(counts[0]!)!.map(({ job }) => job)
  const lines = jobs.map((job) =>
    row([
      job.title,
      ...counts.flatMap((count) => {
        const found = sizes.get(count)!.find((one) => one.job === job)
        if (!found) return ['', '']
        return [found.ours.cpu.toFixed(0), found.limit ? number(found.limit.cpu / found.ours.cpu) : '']
      })
    ])
  )
  return [
    row(['', ...counts.flatMap((count) => [words(count), ''])]),
    `|${'---|'.repeat(1 + 2 * counts.length)}`,
    ...lines
  ].join('\n')
}
