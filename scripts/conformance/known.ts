// What is known of differences: test/conformance.json names the scenarios of modules that exist, and the steps that
// differ for a reason.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onPostgres } from '../../test/support/postgres.ts'
import { root } from './options.ts'
import type { Failure, Outcome } from './outcome.ts'

interface Known {
  scenarios: string[]
  demo: string[]
  waiting: Record<string, string>
  ours: Record<string, string>
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
  const path = step.split(' ')[2]!.split('?')[0]!
  return !addresses.some((address) => address.test(path)) || /^[^ ]+ \w+ \S*[?&]export=/.test(step)
}

/** Counts outcomes, and says which differences nobody knew of. */
export class Tally {
  #passed = 0
  #failed = 0
  #later = 0
  #known = 0
  #used = new Set<string>()

  add({ passed, failures }: Outcome): void {
    this.#passed += passed
    for (const failure of failures) this.#judge(failure)
  }

  #judge({ at, step, differences }: Failure): void {
    const [file = ''] = at.split(':')
    const excuse = [at, file].find((key) => Object.hasOwn(known.waiting, key))
    if (isAhead(step)) this.#later++
    else if (excuse) {
      this.#later++
      this.#used.add(excuse)
    } else if (Object.hasOwn(known.ours, at)) {
      this.#known++
      this.#used.add(at)
    } else if (onPostgres && differences.every((difference) => laterNumber.test(difference))) this.#known++
    else {
      this.#failed++
      console.log(`${at}  ${step.slice(0, 150)}`)
      for (const difference of differences.slice(0, SHOWN)) console.log(`    ${difference}`)
    }
  }

  /** What is excused and does not differ any more; each counts as a failure. */
  idle(): void {
    const excused = [...Object.keys(known.waiting), ...Object.keys(known.ours)]
    for (const at of excused.filter((one) => !this.#used.has(one))) {
      console.log(`test/conformance.json excuses ${at}, which does not differ any more`)
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
      `${this.#later} wait for rooms that are not built`,
      `${this.#known} differ on purpose`
    ]
    console.log(counts.join(', '))
    return this.#failed === 0
  }
}
