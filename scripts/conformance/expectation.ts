// What a scenario says itself of an answer, held against what came.
import { isDeepStrictEqual } from 'node:util'
import { short } from './compare.ts'
import type { Expectation } from './scenario.ts'

/** How an expectation finds what it is about. */
interface Finding {
  /** What stands at a path of the answer. */
  at(path: string): unknown
  /** A text with captured values put in. */
  fill(text: string): string
}

/**
 * What is not as it must be.
 *
 * @returns a line for each difference, as `compare` has them
 */
export function unmetBy(
  { status, values }: Expectation,
  received: { status: number; body: unknown },
  { at, fill }: Finding
): string[] {
  if (received.status !== status) return [`status: expected ${status}, got ${received.status} ${short(received.body)}`]
  return values.flatMap(({ path, sign, value }) => {
    const [want, got]: [any, unknown] = [JSON.parse(fill(value)), at(path)]
    const met = sign === '=' ? isDeepStrictEqual(got, want) : new RegExp(want).test(String(got))
    return met ? [] : [`${path}: expected ${sign === '~' ? '~' : ''}${short(want)}, got ${short(got)}`]
  })
}
