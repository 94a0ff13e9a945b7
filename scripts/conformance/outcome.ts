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
 * @throws where the expected answers are those of another scenario
 */
export function outcomeOf({ file }: Scenario, expected: Recorded[], answered: Answered[]): Outcome {
  const failures: Failure[] = []
  for (const [index, { step, answer }] of answered.entries()) {
    const at = `${file}:${step.line}`
    const want = expected[index]
    if (want?.step !== step.text) throw new Error(`${at}: the recording is of another scenario; record it again`)
    const differences = compare(step, want, answer)
    if (differences.length) failures.push({ at, step: step.text, differences })
  }
  return { passed: answered.length - failures.length, failures }
}
