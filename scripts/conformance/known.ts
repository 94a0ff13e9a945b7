// What is known of differences: test/conformance.json names the scenarios of modules that exist, the fields that differ
// for a reason, and in which steps.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onPostgres } from '../../test/support/postgres.ts'
import { root } from './options.ts'
import type { Failure, Outcome } from './outcome.ts'

/** Fields that differ for one reason; all else in these steps is compared. */
interface Excuse {
  why: string
  /** The database with which it must differ; with the other one it may agree. */
  engine?: 'sqlite'
  /** Paths in the answer, with all below them; `*` stands for one index or key. */
  fields: string[]
  /** `part-crud.http:12` */
  steps: string[]
}

interface Known {
  scenarios: string[]
  demo: string[]
  cases: string[]
  waiting: Record<string, string>
  ours: Excuse[]
}

/** How many differences are shown of a step. */
const SHOWN = 4

export const known: Known = JSON.parse(readFileSync(join(root, 'test/conformance.json'), 'utf8'))

const contract = JSON.parse(readFileSync(join(root, 'generated/inventree.json'), 'utf8'))
const addresses = Object.keys(contract.paths).map(
  (path) => new RegExp(`^${path.replaceAll('{id}', '(\\d+|\\{\\w+\\})').replaceAll(/\{[a-z_]+\}/g, '[^/]+')}$`)
)

/** PostgreSQL does not give a number again that a transaction took which came to nothing; SQLite does. */
const laterNumber = /(?:^|\.)pk: expected \d+, got \d+$/

/** Whether a step asks for what this server does not have yet. */
function isAhead(step: string): boolean {
  if (!step.startsWith('@')) return false
  const path = step.split(' ')[2]!.split('?')[0]!
  // An address that an earlier answer gave is one of this server.
  return !path.startsWith('{') && !addresses.some((address) => address.test(path))
}

/** Whether a difference is at a field, or below it. */
function isAt(field: string, difference: string): boolean {
  const path = difference.slice(0, difference.indexOf(': ')).split('.')
  return field.split('.').every((part, at) => part === (path[at] ?? '') || (part === '*' && at < path.length))
}

/**
 * The excuses that cover a difference in a step each.
 *
 * @returns undefined where a difference is left that none covers
 */
export function excusedBy(excuses: Excuse[], at: string, differences: string[]): [Excuse, field: string][] | undefined {
  const given = excuses.filter(({ steps }) => steps.includes(at))
  const pairs = given.flatMap((excuse) => excuse.fields.map((field): [Excuse, string] => [excuse, field]))
  const used = pairs.filter(([, field]) => differences.some((difference) => isAt(field, difference)))
  return differences.every((difference) => used.some(([, field]) => isAt(field, difference))) ? used : undefined
}

/** Counts outcomes, and says which differences nobody knew of. */
export class Tally {
  #passed = 0
  #failed = 0
  #later = 0
  #known = 0
  /** What was needed of test/conformance.json. */
  #used = new Set<string>()

  add({ passed, failures }: Outcome): void {
    this.#passed += passed
    for (const failure of failures) this.#count(failure)
  }

  #count({ at, step, differences }: Failure): void {
    const [file = ''] = at.split(':')
    const waiting = [at, file].find((key) => Object.hasOwn(known.waiting, key))
    if (waiting) this.#used.add(waiting)
    if (waiting || isAhead(step)) this.#later++
    else if (this.#isExcused(at, differences)) this.#known++
    else {
      this.#failed++
      console.log(`${at}  ${step.slice(0, 150)}`)
      for (const difference of differences.slice(0, SHOWN)) console.log(`    ${difference}`)
    }
  }

  #isExcused(at: string, differences: string[]): boolean {
    const used = excusedBy(known.ours, at, differences)
    for (const [{ why }, field] of used ?? []) for (const word of [at, `${field} (${why})`]) this.#used.add(word)
    return used !== undefined || (onPostgres && differences.every((difference) => laterNumber.test(difference)))
  }

  /** What is excused and does not differ any more; each counts as a failure. */
  idle(): void {
    const excused = [
      ...Object.keys(known.waiting),
      ...known.ours
        .filter(({ engine }) => !(onPostgres && engine === 'sqlite'))
        .flatMap(({ why, fields, steps }) => [...steps, ...fields.map((field) => `${field} (${why})`)])
    ]
    for (const word of excused.filter((one) => !this.#used.has(one))) {
      console.log(`test/conformance.json excuses ${word}, which does not differ any more`)
      this.#failed++
    }
  }

  /**
   * Prints the counts.
   *
   * @returns whether nothing failed
   */
  close(): boolean {
    const counts = [
      `${this.#passed} passed`,
      `${this.#failed} failed`,
      `${this.#later} wait for modules that are not built`,
      `${this.#known} differ on purpose`
    ]
    console.log(counts.join(', '))
    return this.#failed === 0
  }
}
