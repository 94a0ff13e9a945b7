// Which scenarios are replayed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { known } from './known.ts'
import { scenarioFolder } from './options.ts'

/** Scenarios by their path below test/scenarios, without its end. */
export interface Choice {
  /** Those that begin with a server without data. */
  empty: string[]
  /** Those that read the demo data. */
  demo: string[]
  /** Programs that use this checkout themselves, with their end. */
  scripts: string[]
}

export const fileOf = (name: string): string => join(scenarioFolder, isScript(name) ? name : `${name}.http`)

const isScript = (name: string): boolean => name.endsWith('.sh')
const isDemo = (name: string): boolean => name.startsWith('demo/')

/** All that test/conformance.json lists. */
export const listed: readonly string[] = [
  ...known.scenarios,
  ...known.demo.map((name) => `demo/${name}`),
  ...known.cases.map((name) => `cases/${name}`)
]

/**
 * Chooses scenarios: of those that test/conformance.json lists, the ones whose name has one of some words; and any other
 * whose whole name is a word.
 *
 * @param words none for all that are listed
 * @throws where a word chooses nothing
 */
export function choose(words: string[]): Choice {
  const chosen = listed.filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  const named = words.filter((word) => !chosen.includes(word) && existsSync(fileOf(word)))
  const all = [...chosen, ...named]
  const idle = words.find((word) => !all.some((name) => name.includes(word)))
  if (idle !== undefined) throw new Error(`no scenario has "${idle}" in its name`)
  return {
    empty: all.filter((name) => !isDemo(name) && !isScript(name)),
    demo: all.filter(isDemo),
    scripts: all.filter(isScript)
  }
}
