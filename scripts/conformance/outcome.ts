// What came of a scenario: which steps were answered as expected, and what the others differ in.
import { compare, type Recorded } from './compare.ts'
import type { Answered } from './replay.ts'
import type { Scenario } from './scenario.ts'

/** A step whose answer is not the expected one. */
export interface Failure {
  /** `part-crud.http:12` */
  at: string
  step: string
  differences: string[]
}

export interface Outcome {
  passed: number
  failures: Failure[]
}

/**
 * Compares what was answered to a scenario with what was expected.
 *
 * @param expected what another server answered; undefined where only what the scenario says itself counts
 * @throws where the expected answers are those of another scenario
 */
export function outcomeOf({ file }: Scenario, expected: Recorded[] | undefined, answered: Answered[]): Outcome {
  const failures: Failure[] = []
  for (const [index, { step, answer, unmet }] of answered.entries()) {
    const at = `${file}:${step.line}`
    const want = expected?.[index]
    if (expected && want?.step !== step.text)
      throw new Error(`${at}: the recording is of another scenario; record it again`)
    const differences = [...(want ? compare(step, want, answer) : []), ...unmet]
    if (differences.length) failures.push({ at, step: step.text, differences })
  }
  return { passed: answered.length - failures.length, failures }
}
