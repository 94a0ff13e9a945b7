import { createRequire } from 'node:module'
import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { hash, verify } from '@node-rs/argon2'
import { tooSimilar } from './similarity.ts'

/**
 * Passwords: how they are stored, checked and validated.
 *
 * The rules and their texts: docs/behaviour/user.md#setting-a-password. Besides its own form it knows
 * Django's documented one, for accounts taken over from an export (`pbkdf2_sha256$iterations$salt$hash`).
 */

/** Cost of a hash: 19 MiB, two passes, one lane (argon2id is the library's default). */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const
/** How a stored hash of this cost starts. */
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`
/** Stored hashes that would take longer than this are not tried. */
const MAX_ITERATIONS = 10_000_000
/** How long the key of such a hash is. */
const KEY_BYTES = 32
const MIN_LENGTH = 8
/** How much of the list of common passwords counts; the reference's list has about 20 000. */
const COMMON_RANKS = 15_000
const SHORT_COMMON_RANKS = 2_000

/** Unicode digits: decimal ones and those in circles, brackets and superscript. */
const ALL_DIGITS =
  /^[\p{Nd}\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]+$/u

const derive = promisify(pbkdf2)
const require = createRequire(import.meta.url)

let dummyHash: Promise<string> | undefined
let commonPasswords: ReadonlySet<string> | undefined

/** The attributes of an account that a password is compared with. */
export interface PasswordOwner {
  readonly username: string
  readonly first_name: string
  readonly last_name: string
  readonly email: string
}

/** Answer of verifyPassword; `outdated` (only with `ok`): hash the password anew and store that. */
export interface Verdict {
  readonly ok: boolean
  readonly outdated: boolean
}

/** Hashes a password for storing: argon2id with a fresh salt, in the usual `$argon2id$…` form. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/**
 * Checks a password against what is stored for an account. Whatever is stored, a wrong one takes the same work, so
 * that the time of an answer does not tell which accounts there are.
 *
 * Takes the password as sent; the stored hash (own argon2 form, or Django's `pbkdf2_sha256$…` and
 * `argon2$argon2id$…`), or null or '' when there is none; the most iterations that any account's hash has (see
 * `iterationsOf`).
 *
 * @returns `ok`, and whether the stored form should be replaced. Values that no password fits (empty, starting with
 *   `!`, of unknown form, damaged) give `ok: false`; pass null for an unknown user.
 */
export async function verifyPassword(password: string, stored: string | null, mostIterations = 0): Promise<Verdict> {
  const imported = pbkdf2Of(stored ?? '')
  const verdict = imported ? await checkPbkdf2(password, imported) : await checkArgon2(password, stored ?? '')
  if (verdict?.ok) return verdict
  if (verdict === undefined || imported) {
    dummyHash ??= hashPassword('an account without a password')
    await verify(await dummyHash, password)
  }
  const missing = mostIterations - (imported?.iterations ?? 0)
  if (missing > 0) await derive(password, 'nobody', missing, KEY_BYTES, 'sha256')
  return { ok: false, outdated: false }
}

/** How many iterations a check of a stored hash takes; 0 for forms that have none. */
export function iterationsOf(stored: string): number {
  return pbkdf2Of(stored)?.iterations ?? 0
}

/** The verdict, or undefined when the stored form is none of argon2. */
async function checkArgon2(password: string, stored: string): Promise<Verdict | undefined> {
  const own = stored.startsWith('argon2$') ? stored.slice('argon2'.length) : stored
  if (!own.startsWith('$argon2')) return undefined
  try {
    const ok = await verify(own, password)
    return { ok, outdated: ok && !stored.startsWith(CURRENT) }
  } catch {
    return undefined
  }
}

interface Pbkdf2Hash {
  readonly iterations: number
  readonly salt: string
  readonly key: Buffer
}

/** The parts of a hash in Django's PBKDF2 form, or undefined when it is none that is tried. */
function pbkdf2Of(stored: string): Pbkdf2Hash | undefined {
  const [form, rounds = '', salt = '', encoded = '', ...more] = stored.split('$')
  const iterations = Number(rounds)
  const key = Buffer.from(encoded, 'base64')
  if (form !== 'pbkdf2_sha256' || !/^[1-9][0-9]*$/.test(rounds) || iterations > MAX_ITERATIONS) return undefined
  return salt === '' || key.length !== KEY_BYTES || more.length > 0 ? undefined : { iterations, salt, key }
}

async function checkPbkdf2(password: string, { iterations, salt, key }: Pbkdf2Hash): Promise<Verdict> {
  const ok = timingSafeEqual(await derive(password, salt, iterations, KEY_BYTES, 'sha256'), key)
  return { ok, outdated: ok }
}

/** Something that speaks against a new password. */
export interface PasswordProblem {
  code: string
  message: string
}

const ATTRIBUTES = [
  ['username', 'username'],
  ['first_name', 'first name'],
  ['last_name', 'last name'],
  ['email', 'email address']
] as const satisfies [keyof PasswordOwner, string][]

/**
 * What speaks against a new password, in the fixed order: similarity, length, common, numeric.
 *
 * @param owner the account that it is for; without one it is held against nothing
 */
export function passwordRules(password: string, owner?: PasswordOwner): PasswordProblem[] {
  const similar = owner && ATTRIBUTES.find(([name]) => tooSimilar(password, owner[name]))
  const rules: [wrong: boolean, code: string, message: string][] = [
    [similar !== undefined, 'password_too_similar', `The password is too similar to the ${similar?.[1]}.`],
    [
      Array.from(password).length < MIN_LENGTH,
      'password_too_short',
      `This password is too short. It must contain at least ${MIN_LENGTH} characters.`
    ],
    [isCommon(password), 'password_too_common', 'This password is too common.'],
    [ALL_DIGITS.test(password), 'password_entirely_numeric', 'This password is entirely numeric.']
  ]
  return rules.filter(([wrong]) => wrong).map(([, code, message]) => ({ code, message }))
}

/**
 * What speaks against a new password.
 *
 * Takes the password and the account it is for.
 *
 * @returns the messages in their fixed order; empty when the password is fine
 */
export const passwordProblems = (password: string, user: PasswordOwner): string[] =>
  passwordRules(password, user).map(({ message }) => message)

/** Numbers that everybody tries first, whether a list has them or not. */
const SMALL_NUMBER = /^\d{1,3}$/

/** Whether a password is on the list of common ones, in any case; the list is loaded at first use. */
function isCommon(password: string): boolean {
  commonPasswords ??= new Set(loadCommon())
  const text = password.toLowerCase().trim()
  return commonPasswords.has(text) || SMALL_NUMBER.test(text)
}

/**
 * The common passwords, from the npm package @zxcvbn-ts/language-common (MIT),
 * whose list starts with the most common one. Of passwords refused for their
 * length anyway only the very common ones are named common too, as
 * clients know it (`1234` is, `short` is not).
 */
function loadCommon(): string[] {
  const { dictionary } = require('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common')
  const list = dictionary['passwords-common'].slice(0, COMMON_RANKS)
  return list.filter((password, rank) => password.length >= MIN_LENGTH || rank < SHORT_COMMON_RANKS)
}

/**
 * Writes texts the way the reference shows a list of messages in one string: `['a', 'b']`, as Python prints a list.
 *
 * @returns each text in single quotes, in double quotes if it holds single ones only; invisible characters escaped
 */
export function pythonList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`
}

const NAMED_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t']
])

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const body = text.replace(/[\\'\p{C}\p{Z}]/gu, (char) => {
    if (char === ' ') return char
    if (char === "'") return quote === "'" ? "\\'" : char
    const named = NAMED_ESCAPES.get(char)
    if (named !== undefined) return named
    const code = char.codePointAt(0) ?? 0
    const hex = code.toString(16)
    if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
    return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
  })
  return quote + body + quote
}
