import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { operation } from './area.ts'
import { proveByCode } from './codes.ts'
import {
  addFactor,
  asks,
  changeFactor,
  factorJSON,
  factorOf,
  recoveryJSON,
  removeFactors,
  totpJSON,
  usableFactors,
  type Factor,
  type FactorKnowledge
} from './factor-store.ts'
import { requiredText } from './fields.ts'
import { newSeed } from './recovery.ts'
import { conflict, problem, refuseFor } from './refusals.ts'
import { kindsOf } from './second-step.ts'
import { currentPeriod, isCodeOf, newSecret, totpURL } from './totp.ts'
import type { Visit } from './visit.ts'

/** 401 where whoever is signed in has not proved lately that it is them. */
export async function requireRecentProof(visit: Visit): Promise<void> {
  const stale = await visit.stale(async () => kindsOf(await usableFactors(visit.context.db, visit.area, visit.user.id)))
  if (stale) throw stale
}

/** Why somebody may not set up a second factor yet. */
export async function againstFactors({ area, user, context }: Visit) {
  for (const part of area.parts) {
    const found = await part.againstFactors?.(context.db, user)
    if (found) return found
  }
  return undefined
}

/** 409 where somebody may not set up a second factor yet. */
export async function requireFactorsAllowed(visit: Visit): Promise<void> {
  const found = await againstFactors(visit)
  if (found) throw conflict([problem(found.code, found.message)])
}

/**
 * Makes recovery codes where there are none, and they are served.
 *
 * @param db inside a transaction
 * @returns whether they were made
 */
export async function completeWithCodes(
  db: Database,
  { vault, kinds }: FactorKnowledge,
  userId: number
): Promise<boolean> {
  if (!kinds.has('recovery_codes') || (await factorOf(db, vault, userId, 'recovery_codes'))) return false
  await addFactor(db, vault, userId, 'recovery_codes', newSeed())
  return true
}

const totpFactor = ({ area, user, context }: Visit) => factorOf(context.db, area.vault, user.id, 'totp')

/** A secret for an app, which the session remembers. */
async function offer(visit: Visit) {
  const secret = newSecret()
  await visit.keep({ totpSecret: secret })
  const { user, context } = visit
  const label = (await visit.addressOf(user)) ?? user.username
  return { status: 404 as const, meta: { secret, totp_url: totpURL(secret, label, context.request.site.host) } }
}

/** Sets an app up, in place of none. */
async function setUp({ area, user, context }: Visit, secret: string): Promise<Factor<'totp'>> {
  return await transact(context.db, async (db) => {
    const factor = await addFactor(db, area.vault, user.id, 'totp', { secret })
    await completeWithCodes(db, area, user.id)
    return factor
  })
}

/** New recovery codes in place of those that there are. */
async function renewCodes({ area, user, context }: Visit): Promise<Factor<'recovery_codes'>> {
  return await transact(context.db, async (db) => {
    await db.deleteFrom('authenticator').where('user_id', '=', user.id).where('type', '=', 'recovery_codes').execute()
    return await addFactor(db, area.vault, user.id, 'recovery_codes', newSeed())
  })
}

/** Second factors: the list of all, apps with codes, and recovery codes. */
export const FACTORS = {
  ...operation('allauth_account_authenticators_get', {
    signedIn: true,
    act: async ({ area, user, context }, _values, send) =>
      send(200, { status: 200, data: (await usableFactors(context.db, area, user.id)).map(factorJSON) })
  }),
  ...operation('allauth_account_authenticators_totp_get', {
    kind: 'totp',
    signedIn: true,
    act: async (visit, _values, send) => {
      const factor = await totpFactor(visit)
      if (factor) return send(200, { status: 200, data: totpJSON(factor) })
      await requireFactorsAllowed(visit)
      return send(404, await offer(visit))
    }
  }),
  ...operation('allauth_account_authenticators_totp_post', {
    kind: 'totp',
    signedIn: true,
    fields: { code: requiredText({ most: 100 }) },
    validate: async (visit, reading) => {
      const { code } = reading.values
      if (code === undefined || reading.isWrong('code')) return
      const against = await againstFactors(visit)
      if (against) return reading.complain('code', against.code, against.message)
      const { totpSecret = '' } = visit.state
      if ((await totpFactor(visit)) || !isCodeOf(totpSecret, code, currentPeriod()))
        reading.complain('code', 'incorrect_code', 'Incorrect code.')
    },
    act: async (visit, _values, send) => {
      await requireRecentProof(visit)
      const { totpSecret = '' } = visit.state
      // Once: of two requests with the same secret, one finds it gone.
      await visit.keep({ totpSecret: undefined })
      const factor = await setUp(visit, totpSecret)
      await visit.tell('totp_activated')
      return send(200, { status: 200, data: totpJSON(factor) })
    }
  }),
  ...operation('allauth_account_authenticators_totp_delete', {
    kind: 'totp',
    signedIn: true,
    act: async (visit, _values, send) => {
      const factor = await totpFactor(visit)
      if (!factor) return send(200, { status: 200 })
      await requireRecentProof(visit)
      await transact(visit.context.db, (db) => removeFactors(db, visit.user.id, [factor.id]))
      await visit.tell('totp_deactivated')
      return send(200, { status: 200 })
    }
  }),
  ...operation('allauth_account_authenticators_recovery-codes_get', {
    kind: 'recovery_codes',
    signedIn: true,
    act: async (visit, _values, send) => {
      const { area, user, context } = visit
      const factor = await factorOf(context.db, area.vault, user.id, 'recovery_codes')
      // That there is nothing to be shown needs no proof.
      if (!factor) return send(404, { status: 404 })
      await requireRecentProof(visit)
      const data = { ...factor.data, viewed_at: Date.now() / 1000 }
      await changeFactor(context.db, area.vault, factor, data)
      return send(200, { status: 200, data: recoveryJSON(factor) })
    }
  }),
  ...operation('allauth_account_authenticators_recovery-codes_post', {
    kind: 'recovery_codes',
    signedIn: true,
    act: async (visit, _values, send) => {
      await requireRecentProof(visit)
      const { area, user, context } = visit
      if (!asks(await usableFactors(context.db, area, user.id)))
        throw refuseFor(
          'cannot_generate_recovery_codes',
          'You cannot generate recovery codes without having two-factor authentication enabled.'
        )
      const factor = await renewCodes(visit)
      await visit.tell('recovery_codes_generated')
      return send(200, { status: 200, data: recoveryJSON(factor) })
    }
  }),
  ...operation('allauth_auth_2fa_reauthenticate_post', {
    signedIn: true,
    fields: { code: requiredText({ most: 100 }) },
    act: async (visit, { code }, send) => send(200, await visit.prove(await proveByCode(visit, visit.user, code)))
  })
}
