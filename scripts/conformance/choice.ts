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
}

export const fileOf = (name: string): string => join(scenarioFolder, `${name}.http`)

/**
 * Chooses scenarios: of those that test/conformance.json lists, the ones whose name has one of some words; and any other
 * whose whole name is a word.
 *
 * @param words none for all that are listed
 */
export function choose(words: string[]): Choice {
  const chosen = (names: string[]) =>
    names.filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  const listed = [...known.scenarios, ...known.demo.map((name) => `demo/${name}`)]
  const named = words.filter((word) => existsSync(fileOf(word)) && !chosen(known.scenarios).includes(word))
  const isDemo = (name: string) => name.startsWith('demo/')
  const demo = [...chosen(known.demo).map((name) => `demo/${name}`), ...named.filter(isDemo)]
  const empty = [...chosen(known.scenarios), ...named.filter((name) => !isDemo(name) && !listed.includes(name))]
  return { empty, demo: [...new Set(demo)] }
}
