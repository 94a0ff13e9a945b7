/**
 * Who may do what, from `test/contract/access-table.tsv`: a source of its own, reviewed by hand against the reference,
 * so that a wrong scope in the contract does not make its own test pass.
 */
import { readFileSync } from 'node:fs'
import { RULESET_NAMES, type RulesetName } from '#auth/rulesets.ts'
import { createToken } from '#auth/tokens.ts'
import { VERBS, type Verb } from '#contract/scopes.ts'
import type { House, NewUser } from '../helper.ts'
import { contract } from './contract.ts'

/** One operation and the alternatives that let a user in; all conditions of an alternative are needed together. */
export interface AccessRow {
  id: string
  /** Method and address, as the contract has them. */
  request: string
  /**
   * `signed in`, `staff`, `superuser`, or a role with a verb such as `part.view`; null where anyone may, also without
   * credentials.
   */
  alternatives: string[][] | null
}

/** What a user has, as the table names it. */
export interface Holder {
  staff?: boolean
  superuser?: boolean
  roles?: ReadonlySet<string>
}

export const accessTable: AccessRow[] = readFileSync(new URL('../contract/access-table.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id, request, who] = line.split('\t') as [string, string, string]
    return {
      id,
      request,
      alternatives: who === 'anyone' ? null : who.split(' | ').map((alternative) => alternative.split(' & '))
    }
  })

/** The roles with verbs that a row names, each once. */
export const rolesNamed = ({ alternatives }: AccessRow): string[] => [
  ...new Set(alternatives?.flat().filter((one) => one.includes('.')))
]

function has(holder: Holder, condition: string): boolean {
  if (condition === 'signed in') return true
  if (condition === 'staff') return holder.staff ?? false
  if (condition === 'superuser') return holder.superuser ?? false
  return holder.superuser || (holder.roles?.has(condition) ?? false)
}

/** Whether a signed-in user is let in. */
const admits = ({ alternatives }: AccessRow, holder: Holder): boolean =>
  !alternatives || alternatives.some((alternative) => alternative.every((condition) => has(holder, condition)))

const EXAMPLES: Record<string, string> = {
  id: '424242',
  model: 'projectcode',
  lookup_field: 'pk',
  lookup_value: '424242',
  key: 'NO_SUCH_KEY'
}

/**
 * Open to everybody, and tell by their status who is signed in with a browser; they look at no other credentials.
 * test/auth/ has who may what.
 */
const isSignIn = (id: string): boolean => id.startsWith('allauth_') || WAYS_IN.has(id)

/** The ways in by a link, which only count with what the link brings. */
const WAYS_IN = new Set(['email_login_retrieve', 'provider_callback_redirect', 'provider_openid_callback_redirect'])

/** What takes away whoever asks comes last. */
const LAST = 'user_me_destroy'

/** An operation with what is sent to try it. */
export interface Tried {
  row: AccessRow
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  url: string
  body?: object
}

/** Every operation of the table whose status tells whether one was let in. */
export const tried: Tried[] = accessTable
  .filter(({ id }) => !isSignIn(id))
  .map((row) => {
    const [method, path] = row.request.split(' ') as [string, string]
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? '424242')
    return {
      row,
      method: method.toLowerCase() as Tried['method'],
      url,
      ...(contract.byId.get(row.id)?.body ? { body: {} } : {})
    }
  })
  .sort((a, b) => Number(a.row.id === LAST) - Number(b.row.id === LAST))

/** All roles with these verbs, such as `part.view`. */
export const everyRole = (verbs: readonly Verb[]) =>
  RULESET_NAMES.flatMap((name) => verbs.map((verb) => `${name}.${verb}`))

/** What the table may name. */
export const KNOWN_CONDITIONS: ReadonlySet<string> = new Set(['signed in', 'staff', 'superuser', ...everyRole(VERBS)])

/**
 * Sends every operation with the same credentials.
 *
 * @param expected 'in' is every status but 401 and 403
 * @returns what was answered otherwise, a line each
 */
export async function surprises(
  { by }: House,
  headers: Record<string, string>,
  expected: (row: AccessRow) => 401 | 403 | 'in',
  which: readonly Tried[] = tried
): Promise<string[]> {
  const found: string[] = []
  const client = by(headers)
  for (const { row, method, url, body } of which) {
    const { status } = await client[method](url, body)
    const wanted = expected(row)
    if (wanted === 'in' ? status === 401 || status === 403 : status !== wanted)
      found.push(`${row.id}: ${status} instead of ${wanted}`)
  }
  return found
}

/** What a signed-in user is to be answered. */
export const answerTo = (holder: Holder) => (row: AccessRow) => (admits(row, holder) ? ('in' as const) : (403 as const))

let users = 0

/**
 * A new user with exactly these rights, and what to send to be them.
 *
 * @param granted roles with verbs, such as `part.view`
 */
export async function signUp(
  { db, makeUser, vault }: House,
  granted: readonly string[] = [],
  more: Omit<NewUser, 'name'> = {}
): Promise<Record<string, string>> {
  const roles = Map.groupBy(
    granted.map((one) => one.split('.') as [RulesetName, Verb]),
    ([name]) => name
  )
  const user_id = await makeUser({
    name: `user${++users}`,
    ...more,
    roles: Object.fromEntries([...roles].map(([name, pairs]) => [name, pairs.map(([, verb]) => verb)]))
  })
  return { authorization: `Token ${(await createToken(db, vault, { user_id, name: 'test' })).token}` }
}
