import type { Database } from '#db/database.ts'
import type { UserRow } from '#auth/users.ts'
import {
  advanceFactor,
  changeFactor,
  isKind,
  usableFactors,
  type Factor,
  type FactorKnowledge
} from './factor-store.ts'
import { withUsed } from './recovery.ts'
import { incorrect, refusedAsTooMany } from './refusals.ts'
import { currentPeriod, isCodeOf } from './totp.ts'
import { proofNow, type Visit } from './visit.ts'
import type { Proof } from '#auth/sessions.ts'

/** Whether a code is right for a factor, which counts it as used: no process takes the same one again. */
async function takes(db: Database, { vault }: FactorKnowledge, factor: Factor, code: string): Promise<boolean> {
  if (isKind(factor, 'totp')) {
    const period = currentPeriod()
    return isCodeOf(factor.data.secret, code, period) && (await advanceFactor(db, factor, period))
  }
  if (!isKind(factor, 'recovery_codes')) return false
  const data = withUsed(factor.data, code)
  return data !== undefined && (await changeFactor(db, vault, factor, data, true))
}

/** The factor that a code is right for. */
async function factorBy(
  db: Database,
  known: FactorKnowledge,
  userId: number,
  code: string
): Promise<Factor | undefined> {
  for (const factor of await usableFactors(db, known, userId)) if (await takes(db, known, factor, code)) return factor
  return undefined
}

/**
 * Takes a code of an app, or a recovery code, which counts once.
 *
 * @returns the proof that it is
 * @throws 400 where it is wrong, and after too many wrong ones
 */
export async function proveByCode({ area, context }: Visit, user: UserRow, code: string): Promise<Proof> {
  const attempted = { account: user.username, address: context.request.ip }
  const prove = () => factorBy(context.db, area, user.id, code)
  const factor = await area.guard.attempt('code', attempted, prove).catch(refusedAsTooMany('code'))
  if (!factor) throw incorrect('code')
  return proofNow({ method: 'mfa', id: factor.id, type: factor.type })
}
