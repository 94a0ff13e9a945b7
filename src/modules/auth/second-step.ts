import type { FactorKind } from '#auth/factor-kinds.ts'
import type { SignInPart, Stage } from '#auth/sign-in.ts'
import { operation } from './area.ts'
import { proveByCode } from './codes.ts'
import { asks, usableFactors, type Factor, type FactorKnowledge } from './factor-store.ts'
import { requiredText, yes } from './fields.ts'
import { begunBy, passStage } from './stages.ts'
import { isTrusted, withTrust } from './trust.ts'

/** In the order in which the API names them. */
const KINDS: readonly FactorKind[] = ['recovery_codes', 'totp', 'webauthn']

/** The kinds of somebody's factors, each once. */
export const kindsOf = (factors: readonly Factor[]): FactorKind[] =>
  KINDS.filter((kind) => factors.some(({ type }) => type === kind))

/** A second factor, where somebody has one and does not trust the browser. */
const factorStage = (known: FactorKnowledge): Stage => ({
  id: 'mfa_authenticate',
  turn: 20,
  due: async (_begun, user, { db, request }) => {
    const factors = await usableFactors(db, known, user.id)
    if (!asks(factors) || isTrusted(known.vault, request, user, factors)) return undefined
    return { id: 'mfa_authenticate', types: kindsOf(factors) }
  }
})

/** Whether the browser is to be trusted, after a second factor. */
const TRUST_STAGE: Stage = {
  id: 'mfa_trust',
  turn: 30,
  due: async ({ passed }) => (passed.includes('mfa_authenticate') ? { id: 'mfa_trust' } : undefined)
}

/** The second step of a sign-in (docs/behaviour/auth.md#second-step). */
export const secondStep = (known: FactorKnowledge): SignInPart => ({ stages: [factorStage(known), TRUST_STAGE] })

export const SECOND_STEP = {
  ...operation('allauth_auth_2fa_authenticate_post', {
    stage: 'mfa_authenticate',
    fields: { code: requiredText({ most: 100 }) },
    act: async (visit, { code }, send) => {
      const { user } = (await begunBy(visit))!
      return send(200, await passStage(visit, 'mfa_authenticate', await proveByCode(visit, user, code)))
    }
  }),
  ...operation('allauth_auth_2fa_trust_post', {
    stage: 'mfa_trust',
    fields: { trust: yes },
    act: async (visit, { trust }, send) => {
      const { user } = (await begunBy(visit))!
      const { area, context } = visit
      if (trust) {
        const factors = await usableFactors(context.db, area, user.id)
        area.cookies.trust(context.reply, withTrust(area.vault, context.request, user, factors))
      }
      return send(200, await passStage(visit, 'mfa_trust'))
    }
  })
}
