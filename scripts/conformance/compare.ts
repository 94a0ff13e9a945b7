// Two answers to one step, compared: what differs, in words.
import { isDeepStrictEqual } from 'node:util'
import type { ComparedStep } from './scenario.ts'

/** What is known of an answer, with the values masked that differ from run to run. */
export interface Recorded {
  step: string
  status: number
  type: string
  body: any
  cookies?: Record<string, string>
  'www-authenticate'?: string
  allow?: string
  location?: string
}

type Path = (string | number)[]
type Rules = Pick<ComparedStep, 'ignore' | 'unordered'>

/** A value as it is shown. */
export function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 160 ? `${text.slice(0, 157)}...` : text
}

function matches(pattern: string, path: Path): boolean {
  const parts = pattern.split('.')
  return parts.length === path.length && parts.every((part, at) => part === '*' || part === String(path[at]))
}

const isIgnored = ({ ignore }: Rules, path: Path): boolean =>
  ignore.some((pattern) => matches(pattern, path) || (path.length > 0 && pattern === `**.${path.at(-1)}`))

const isUnordered = ({ unordered }: Rules, path: Path): boolean =>
  unordered.some((pattern) => matches(pattern, path) || (pattern === '$' && path.length === 0))

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Elements in an order that follows from what they are. */
function sorted(elements: unknown[]): unknown[] {
  const key = (element: unknown) =>
    JSON.stringify(element, isObject(element) ? Object.keys(element).sort() : undefined) ?? ''
  return [...elements].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function compareArrays(want: unknown[], got: unknown[], rules: Rules, path: Path): string[] {
  const [wanted, given] = isUnordered(rules, path) ? [sorted(want), sorted(got)] : [want, got]
  const length = Math.min(want.length, got.length)
  const counted =
    want.length === got.length ? [] : [`${path.join('.') || '$'}: ${want.length} items expected, got ${got.length}`]
  const within = wanted
    .slice(0, length)
    .flatMap((element, at) => compareValues(element, given[at], rules, [...path, at]))
  return [...counted, ...within]
}

function compareObjects(
  want: Record<string, unknown>,
  got: Record<string, unknown>,
  rules: Rules,
  path: Path
): string[] {
  const keys = new Set([...Object.keys(want), ...Object.keys(got)])
  return [...keys].flatMap((key) => {
    const at = [...path, key]
    if (isIgnored(rules, at)) return []
    if (!(key in got)) return [`${at.join('.')}: missing (expected ${short(want[key])})`]
    if (!(key in want)) return [`${at.join('.')}: unexpected ${short(got[key])}`]
    return compareValues(want[key], got[key], rules, at)
  })
}

/** What differs between two values, and where. */
function compareValues(want: unknown, got: unknown, rules: Rules, path: Path): string[] {
  if (isIgnored(rules, path)) return []
  if (Array.isArray(want) && Array.isArray(got)) return compareArrays(want, got, rules, path)
  if (isObject(want) && isObject(got)) return compareObjects(want, got, rules, path)
  if (isDeepStrictEqual(want, got)) return []
  return [`${path.join('.') || '$'}: expected ${short(want)}, got ${short(got)}`]
}

/**
 * What differs between two answers to a step.
 *
 * @param want what was expected
 * @param got what came
 * @returns a line for each difference
 */
export function compare(step: ComparedStep, want: Recorded, got: Recorded): string[] {
  if (want.status !== got.status) return [`status: expected ${want.status}, got ${got.status} ${short(got.body)}`]
  if (step.kind === 'request' && step.statusOnly) return []
  const differences = want.type === got.type ? [] : [`content type: expected ${want.type}, got ${got.type}`]
  differences.push(
    ...compareValues(want.cookies ?? {}, got.cookies ?? {}, { ignore: [], unordered: step.unordered }, ['cookies'])
  )
  for (const header of ['www-authenticate', 'location'] as const)
    if (want[header] !== got[header]) differences.push(`${header}: expected ${want[header]}, got ${got[header]}`)
  return [...differences, ...compareValues(want.body, got.body, step, [])]
}
