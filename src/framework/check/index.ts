import { failureOf } from '#db/failures.ts'
import { ACCOUNT_CHECKS } from './accounts.ts'
import { AMOUNT_CHECKS } from './amounts.ts'
import type { ConsistencyCheck, Outcome, CheckContext } from './check.ts'
import { MEDIA_CHECKS } from './files.ts'
import { READABLE_CHECKS } from './readable.ts'
import { RECORD_CHECKS } from './records.ts'
import { REMAINS_CHECKS } from './remains.ts'
import { TREE_CHECKS } from './trees.ts'

export type { Outcome } from './check.ts'

/** What modules let it look at as well. Filled by the registry of modules. */
export const MODULE_CHECKS: ConsistencyCheck[] = []

/**
 * What is to be told where damage kept somebody from looking.
 *
 * @throws the error where it is none of damage
 */
export function damaged(name: string, error: unknown): Outcome {
  const failure = failureOf(error)
  if (failure?.kind !== 'damaged') throw error
  return { name, problems: [{ text: `it cannot be looked at: ${failure.message}`, mended: null }], damaged: true }
}

/**
 * Looks whether a database and the files that belong to it are sound.
 *
 * @param mend put right what can be put right without anybody deciding anything; a server may be running
 * @returns every check with what it found; a problem without `mended` is still there
 */
export async function checkAll(context: CheckContext, { mend = false } = {}): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name, look } of [
    ...RECORD_CHECKS,
    ...TREE_CHECKS,
    ...AMOUNT_CHECKS,
    ...ACCOUNT_CHECKS,
    ...MODULE_CHECKS,
    ...MEDIA_CHECKS,
    ...READABLE_CHECKS,
    ...REMAINS_CHECKS
  ]) {
    try {
      const problems = []
      for (const { text, mend: put } of await look(context))
        problems.push({ text, mended: mend && put ? await put(context) : null })
      outcomes.push({ name, problems })
    } catch (error) {
      outcomes.push(damaged(name, error))
      // What is damaged becomes worse where it is written to.
      mend = false
    }
  }
  return outcomes
}
