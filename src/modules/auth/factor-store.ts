import type { Database } from '#db/database.ts'
import type { Vault } from '#auth/tokens.ts'
import type { FactorKind } from '#auth/factor-kinds.ts'
import { now } from '#framework/time.ts'
import { unusedCodes, codesMade, type RecoveryData } from './recovery.ts'

// Second factors as they are stored: what a factor is, sealed, in the form of an export (docs/behaviour/auth.md#factors).

/** An app with codes. */
interface TotpData {
  /** In base 32. */
  secret: string
}

/** A security key. */
export interface KeyData {
  name: string
  /** What the browser answered when the key was made, as JSON. */
  credential: Record<string, unknown>
}

interface DataOf {
  totp: TotpData
  recovery_codes: RecoveryData
  webauthn: KeyData
}

/** A second factor of somebody. */
export interface Factor<Kind extends FactorKind = FactorKind> {
  id: number
  userId: number
  type: Kind
  data: DataOf[Kind]
  /** As it is stored; a change stands on it. */
  sealed: string
  counter: number
  created_at: string
  last_used_at: string | null
}

export const isKind = <Kind extends FactorKind>(factor: Factor, kind: Kind): factor is Factor<Kind> =>
  factor.type === kind

/** What stands for data that was sealed with another key: the factor is there and is asked for, but nothing proves it. */
const UNREADABLE: DataOf = {
  totp: { secret: '' },
  recovery_codes: { migrated_codes: [] },
  webauthn: { name: '', credential: {} }
}

/** The second factors of a user, the oldest first. */
export async function factorsOf(db: Database, vault: Vault, userId: number): Promise<Factor[]> {
  const rows = await db.selectFrom('authenticator').selectAll().where('user_id', '=', userId).orderBy('id').execute()
  return rows.map(({ user_id, data: sealed, ...row }) => {
    const opened = vault.open(sealed)
    const data = opened === undefined ? UNREADABLE[row.type] : (JSON.parse(opened) as DataOf[FactorKind])
    return { ...row, userId: user_id, data, sealed }
  })
}

/** What knows of factors: the key that they are sealed with, and which kinds count here. */
export interface FactorKnowledge {
  vault: Vault
  kinds: ReadonlySet<FactorKind>
}

/** The second factors of a user that count: those of kinds that are not served stay, and are neither asked for nor taken. */
export const usableFactors = async (
  db: Database,
  { vault, kinds }: FactorKnowledge,
  userId: number
): Promise<Factor[]> => (await factorsOf(db, vault, userId)).filter(({ type }) => kinds.has(type))

/** The factor of a kind that a user has once at most. */
export async function factorOf<Kind extends 'totp' | 'recovery_codes'>(
  db: Database,
  vault: Vault,
  userId: number,
  kind: Kind
): Promise<Factor<Kind> | undefined> {
  const factors = await factorsOf(db, vault, userId)
  return factors.find((factor): factor is Factor<Kind> => factor.type === kind)
}

/**
 * Stores a factor.
 *
 * @param counter where what only goes forward begins
 */
export async function addFactor<Kind extends FactorKind>(
  db: Database,
  vault: Vault,
  userId: number,
  type: Kind,
  data: DataOf[Kind],
  counter = 0
): Promise<Factor<Kind>> {
  const sealed = vault.seal(JSON.stringify(data))
  const created_at = now()
  const { id } = await db
    .insertInto('authenticator')
    .values({ user_id: userId, type, data: sealed, counter, created_at, last_used_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, userId, type, data, sealed, counter, created_at, last_used_at: null }
}

/**
 * Stores other data of a factor.
 *
 * @returns false where another request changed it meanwhile
 */
export async function changeFactor<Kind extends FactorKind>(
  db: Database,
  vault: Vault,
  factor: Factor<Kind>,
  data: DataOf[Kind],
  used = false
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('authenticator')
    .set({ data: vault.seal(JSON.stringify(data)), ...(used && { last_used_at: now() }) })
    .where('id', '=', factor.id)
    .where('data', '=', factor.sealed)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Notes that a factor was used.
 *
 * @param counter where what only goes forward stands now
 * @returns false where it did not go forward, since another request used the same
 */
export async function advanceFactor(db: Database, factor: Factor, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('authenticator')
    .set({ counter, last_used_at: now() })
    .where('id', '=', factor.id)
    .where('counter', counter === 0 ? '<=' : '<', counter)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Removes factors; recovery codes go with the last other one.
 *
 * @param db inside a transaction
 */
export async function removeFactors(db: Database, userId: number, ids: readonly number[]): Promise<void> {
  if (ids.length) await db.deleteFrom('authenticator').where('user_id', '=', userId).where('id', 'in', ids).execute()
  const left = await db.selectFrom('authenticator').select('type').where('user_id', '=', userId).execute()
  if (left.every(({ type }) => type === 'recovery_codes'))
    await db.deleteFrom('authenticator').where('user_id', '=', userId).execute()
}

/** Whether a user is asked for a second factor at sign-in: recovery codes alone never ask. */
export const asks = (factors: readonly { type: FactorKind }[]): boolean =>
  factors.some(({ type }) => type !== 'recovery_codes')

const seconds = (moment: string) => Date.parse(moment) / 1000

/** When a factor was set up and used, as the API tells it. */
const timesOf = ({ created_at, last_used_at }: Factor) => ({
  created_at: seconds(created_at),
  last_used_at: last_used_at === null ? null : seconds(last_used_at)
})

export const totpJSON = (factor: Factor<'totp'>) => ({ type: 'totp' as const, ...timesOf(factor) })

/** Without the codes themselves. */
const countsJSON = (factor: Factor<'recovery_codes'>) => ({
  type: 'recovery_codes' as const,
  ...timesOf(factor),
  total_code_count: codesMade(factor.data),
  unused_code_count: unusedCodes(factor.data).length
})

export const recoveryJSON = (factor: Factor<'recovery_codes'>) => ({
  ...countsJSON(factor),
  unused_codes: unusedCodes(factor.data)
})

/** Whether a browser said that a key takes the place of name and password; undefined where it did not say. */
export function isPasskey({ credential }: KeyData): boolean | undefined {
  const results = credential.clientExtensionResults as { credProps?: { rk?: unknown } } | undefined
  const kept = results?.credProps?.rk
  return typeof kept === 'boolean' ? kept : undefined
}

export const keyJSON = (factor: Factor<'webauthn'>) => {
  const is_passwordless = isPasskey(factor.data)
  return {
    type: 'webauthn' as const,
    ...timesOf(factor),
    id: factor.id,
    name: factor.data.name,
    ...(is_passwordless !== undefined && { is_passwordless })
  }
}

/** A factor in the list of all. */
export function factorJSON(factor: Factor) {
  if (isKind(factor, 'webauthn')) return keyJSON(factor)
  return isKind(factor, 'recovery_codes') ? countsJSON(factor) : totpJSON(factor as Factor<'totp'>)
}
