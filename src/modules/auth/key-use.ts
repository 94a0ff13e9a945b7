import type { UserRow } from '#auth/users.ts'
import { USER_COLUMNS } from '#auth/users.ts'
import { operation } from './area.ts'
import { advanceFactor, isPasskey, type Factor } from './factor-store.ts'
import { object } from './fields.ts'
import { keysOf } from './keys.ts'
import { RATES } from './rates.ts'
import { incorrect, refusedAsTooMany } from './refusals.ts'
import { begunBy, passStage } from './stages.ts'
import { proofNow, type Visit } from './visit.ts'
import { newChallenge, relyingPartyOf, requestOptions, userOfHandle, verifyKey } from './webauthn.ts'

type Credential = Record<string, unknown>

/** What to give a browser that asks for one of some keys; the session remembers the challenge. */
async function ask(visit: Visit, keys: readonly Factor<'webauthn'>[]) {
  const challenge = newChallenge()
  await visit.keep({ challenge: { text: challenge, verifiesUser: false } })
  const request_options = requestOptions(visit.context.request, challenge, keys)
  return { status: 200 as const, data: { request_options } }
}

/** The key of somebody that signed the challenge of this session, which is used up by it. */
async function signedBy(
  visit: Visit,
  keys: readonly Factor<'webauthn'>[],
  credential: Credential,
  verifiesUser: boolean
): Promise<Factor<'webauthn'> | undefined> {
  const { challenge } = visit.state
  const key = keys.find(({ data }) => data.credential.id === credential.id)
  if (!challenge || !key) return undefined
  const rpId = relyingPartyOf(visit.context.request)
  const counter = await verifyKey(credential, key, { challenge: challenge.text, verifiesUser, rpId })
  if (counter === undefined) return undefined
  await visit.keep({ challenge: undefined })
  return (await advanceFactor(visit.context.db, key, counter)) ? key : undefined
}

/**
 * Takes what a key signed.
 *
 * @param account whose keys count; undefined for nobody's
 * @param kind how it is counted; a passkey, which stands alone, has to know who uses it
 * @throws 400 where it is wrong, and after too many wrong ones
 */
async function proveByKey(
  visit: Visit,
  account: UserRow | undefined,
  keys: readonly Factor<'webauthn'>[],
  credential: Credential,
  kind: 'code' | 'passkey' = 'code'
): Promise<Factor<'webauthn'>> {
  const attempted = { account: account?.username ?? '', address: visit.context.request.ip }
  const prove = () => signedBy(visit, keys, credential, kind === 'passkey')
  const key = await visit.area.guard.attempt(kind, attempted, prove).catch(refusedAsTooMany('credential'))
  if (!key) throw incorrect('credential')
  return key
}

/** The user that a passkey names. */
async function ownerOf({ context }: Visit, credential: Credential): Promise<UserRow | undefined> {
  const { userHandle } = (credential.response ?? {}) as { userHandle?: unknown }
  const id = userOfHandle(userHandle)
  if (id === undefined) return undefined
  return await context.db.selectFrom('user').select(USER_COLUMNS).where('id', '=', id).executeTakeFirst()
}

const proofBy = ({ id, type }: Factor, how: { reauthenticated?: true; passwordless?: true } = {}) =>
  proofNow({ method: 'mfa', id, type, ...how })

/** Security keys in use: as second step of a sign-in, as a proof anew, and in place of name and password. */
export const KEY_USE = {
  ...operation('allauth_auth_webauthn_authenticate_get', {
    kind: 'webauthn',
    stage: 'mfa_authenticate',
    act: async (visit, _values, send) =>
      send(200, await ask(visit, await keysOf(visit, (await begunBy(visit))!.user.id)))
  }),
  ...operation('allauth_auth_webauthn_authenticate_post', {
    kind: 'webauthn',
    stage: 'mfa_authenticate',
    fields: { credential: object },
    act: async (visit, { credential }, send) => {
      const { user } = (await begunBy(visit))!
      const key = await proveByKey(visit, user, await keysOf(visit, user.id), credential)
      return send(200, await passStage(visit, 'mfa_authenticate', proofBy(key)))
    }
  }),
  ...operation('allauth_auth_webauthn_reauthenticate_get', {
    kind: 'webauthn',
    signedIn: true,
    act: async (visit, _values, send) => send(200, await ask(visit, await keysOf(visit, visit.user.id)))
  }),
  ...operation('allauth_auth_webauthn_reauthenticate_post', {
    kind: 'webauthn',
    signedIn: true,
    fields: { credential: object },
    act: async (visit, { credential }, send) => {
      const key = await proveByKey(visit, visit.user, await keysOf(visit, visit.user.id), credential)
      return send(200, await visit.prove(proofBy(key, { reauthenticated: true })))
    }
  }),
  ...operation('allauth_auth_webauthn_login_get', {
    kind: 'webauthn',
    act: async (visit, _values, send) => {
      await visit.count('begin', RATES.begin)
      return send(200, await ask(visit, []))
    }
  }),
  ...operation('allauth_auth_webauthn_login_post', {
    kind: 'webauthn',
    fields: { credential: object },
    act: async (visit, { credential }, send) => {
      const user = await ownerOf(visit, credential)
      const keys = user ? await keysOf(visit, user.id) : []
      // A key that is a second factor alone, or that did not look who used it, is not enough by itself.
      const passkeys = keys.filter(({ data }) => isPasskey(data) !== false)
      const key = await proveByKey(visit, user, passkeys, credential, 'passkey')
      if (!user!.is_active) throw visit.signedOut(undefined)
      return send(200, await visit.enter(user!, [proofBy(key, { passwordless: true })]))
    }
  })
}
