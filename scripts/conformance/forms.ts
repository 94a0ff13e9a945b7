// What OPTIONS says of every field, compared with what the reference server said of the same data. Help texts are our
// own: only whether there is one counts. Differences that are known stand in test/forms.json, by their reason.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Tally } from './known.ts'
import { root } from './options.ts'
import type { Target } from './replay.ts'

type Facts = Record<string, unknown> & { children?: Fields; child?: Facts }
type Fields = Record<string, Facts>
interface Told {
  status: number
  actions?: Record<string, Fields>
}

/** Where recorded forms are, seen from the recordings. */
export function formsOf(recordings: string): string | undefined {
  const file = join(recordings, '../reference/options-demo.json')
  return existsSync(file) ? file : undefined
}

/** Reasons, each with the differences that it explains: address, method, field and fact, `*` for anything. */
const known: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'test/forms.json'), 'utf8'))

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const patterns = Object.values(known)
  .flat()
  .map((text) => ({
    text,
    pattern: new RegExp(`^${text.split('*').map(literal).join('.*')}$`),
    used: false
  }))

/** Days and moments as their kind: a default may be today. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^\d{4}-\d\d?-\d\d?/, '<day>').replace(/>T[\d:.]+Z$/, '>T') : value

/** The differences between two descriptions of fields, a line each. */
function* differences(at: string, expected: Fields, told: Fields): Generator<string> {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(told)])) {
    const [theirs, ours] = [expected[name], told[name]]
    const where = `${at}${name}`
    if (!theirs) yield `${where} extra`
    else if (!ours) yield `${where} missing`
    else yield* between(where, theirs, ours)
  }
}

function* between(where: string, theirs: Facts, ours: Facts): Generator<string> {
  for (const fact of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    if (fact === 'children' || fact === 'child') continue
    if (fact === 'help_text' && (!theirs.help_text || ours.help_text)) continue
    const [a, b] = [plain(theirs[fact]), plain(ours[fact])]
    if (!isDeepStrictEqual(a, b)) yield `${where} ${fact}: ${JSON.stringify(a)}, ours ${JSON.stringify(b)}`
  }
  if (theirs.children || ours.children) yield* differences(`${where}.`, theirs.children ?? {}, ours.children ?? {})
  if (theirs.child || ours.child) yield* between(`${where}[]`, theirs.child ?? {}, ours.child ?? {})
}

/** Whether a difference is explained; what is said after the fact does not count. */
function isKnown(difference: string): boolean {
  const [named] = difference.split(': ')
  const found = patterns.filter(({ pattern }) => pattern.test(named!))
  for (const one of found) one.used = true
  return found.length > 0
}

/**
 * Asks every address that the contract has, and counts an address as one step.
 *
 * @param tally what counts the outcomes
 * @param target a server that holds the demo data
 * @param file what the reference said
 */
export async function compareForms(tally: Tally, { url, admin }: Target, file: string): Promise<void> {
  const recorded: Record<string, Told> = JSON.parse(readFileSync(file, 'utf8'))
  const authorization = `Basic ${Buffer.from(`${admin.name}:${admin.password}`).toString('base64')}`
  for (const [path, { status, actions = {} }] of Object.entries(recorded)) {
    const answer = await fetch(url + path, { method: 'OPTIONS', headers: { authorization }, redirect: 'manual' })
    const told = (await answer.json().catch(() => ({}))) as Told
    if (answer.status === 404 || status !== 200) continue
    const found = Object.keys({ ...actions, ...told.actions })
      .filter((method) => method !== 'GET')
      .flatMap((method) => {
        const [theirs, ours] = [actions[method], told.actions?.[method]]
        if (!theirs || !ours) return [`${path} ${method} ${ours ? 'extra' : 'missing'} action`]
        return [...differences(`${path} ${method} `, theirs, ours)]
      })
      .filter((difference) => !isKnown(difference))
    tally.add({
      passed: found.length === 0 ? 1 : 0,
      failures: found.length === 0 ? [] : [{ at: `forms ${path}`, step: `@admin OPTIONS ${path}`, differences: found }]
    })
  }
  const idle = patterns.filter(({ used }) => !used)
  tally.add({
    passed: 0,
    failures: idle.map(({ text }) => ({
      at: 'test/forms.json',
      step: `@admin OPTIONS ${text}`,
      differences: ['excuses what does not differ any more']
    }))
  })
}
