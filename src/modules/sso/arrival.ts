// What becomes of somebody of whom a provider said who they are (docs/single-sign-on.md#who-comes-back).
import { ApiError } from '#contract/errors.ts'
import type { Ok } from '#contract/types.ts'
import type { Flow, SessionState } from '#auth/sign-in.ts'
import type { UserRow } from '#auth/users.ts'
import type { AccountService } from '#modules/account/index.ts'
import { domainProblem, isAddressTaken } from '#modules/account/index.ts'
import { beginSignIn, proofNow, refuseFor, type Visit } from '#modules/auth/index.ts'
import { connect, holderOf, ownerOfAddress, refreshSocialAccount } from './accounts.ts'
import { syncGroups } from './groups.ts'
import { admit, freeName } from './newcomers.ts'
import type { Departure, Identity } from './protocol.ts'
import type { Provider } from './providers.ts'
import type { Providers } from './service.ts'

type Entered = Ok<'allauth_auth_provider_token_post'>

/** What somebody wants of a provider: to sign in, or to add an account there to their own. */
export type Process = 'login' | 'connect'

declare module '#auth/sign-in.ts' {
  interface SessionState {
    /** Who was sent to a provider. */
    departure?: Departure & { provider: string; process: Process; callback: string; userId: number | null; at: number }
    /** Who came back from a provider, and has to say what they want to be called. */
    arrival?: { provider: string; identity: Identity; at: number }
  }
}

/** How long may pass until somebody comes back, or has chosen a name; in milliseconds. */
export const RETURN_PATIENCE = 15 * 60_000

/** How a provider is told to clients. */
export function providerJSON({ id, name, clientId, service }: Provider): NonNullable<Flow['provider']> {
  if (service.protocol === 'oauth2') return { id, name, client_id: clientId, flows: ['provider_redirect'] }
  const flows = ['provider_redirect' as const, 'provider_token' as const]
  return { id, name, client_id: clientId, openid_configuration_url: service.server, flows }
}

/** The step of somebody who has to say what they want to be called. */
export const signupFlow = (provider: Provider): Flow => ({ id: 'provider_signup', provider: providerJSON(provider) })

/** Signs somebody in by an account elsewhere that is theirs already. */
async function enterAs(visit: Visit, provider: Provider, identity: Identity, user: UserRow): Promise<Entered> {
  const { context } = visit
  if (!user.is_active) {
    await visit.restart({})
    throw visit.signedOut(undefined)
  }
  await context.db.transaction().execute(async (db) => {
    await refreshSocialAccount(db, provider.id, identity)
    await syncGroups(db, context.settings, user.id, identity)
  })
  return await beginSignIn(visit, user, proofNow({ method: 'socialaccount', provider: provider.id, uid: identity.uid }))
}

/** Makes an account for somebody who has a name and an address, and signs them in. */
export async function enterAnew(
  visit: Visit,
  service: AccountService,
  provider: Provider,
  { identity, username, email }: { identity: Identity; username: string; email: string }
): Promise<Entered> {
  const user = await admit(visit.context, service, { provider: provider.id, identity, username, email })
  return await beginSignIn(visit, user, proofNow({ method: 'socialaccount', provider: provider.id, uid: identity.uid }))
}

/** Adds an account elsewhere to those of whoever is signed in. */
async function addToOwn(visit: Visit, provider: Provider, identity: Identity): Promise<Entered> {
  const { db } = visit.context
  if (!visit.visitor) throw visit.signedOut(undefined)
  const holder = await holderOf(db, provider.id, identity.uid)
  if (holder && holder.id !== visit.user.id)
    throw refuseFor('connected_other', 'The third-party account is already connected to a different account.')
  if (!holder) await connect(db, visit.user.id, provider.id, identity)
  return await visit.signedIn()
}

/** Whether an account may be made of what a provider says, without a question. */
async function mayFollow({ context }: Visit, { email }: Identity): Promise<boolean> {
  const { db, settings } = context
  if (!settings.flag('LOGIN_SIGNUP_SSO_AUTO') || domainProblem(settings, email)) return false
  return email === '' || !(await isAddressTaken(db, email))
}

/**
 * Lets in whom a provider knows.
 *
 * @returns the session, where nothing else is due
 * @throws 401 with the step that is pending, 403 where nobody may sign up, 400 where the account is somebody else's
 */
export async function arrive(
  visit: Visit,
  service: AccountService,
  provider: Provider,
  identity: Identity,
  process: Process
): Promise<Entered> {
  const { db, settings } = visit.context
  if (process === 'connect') return await addToOwn(visit, provider, identity)
  const holder = await holderOf(db, provider.id, identity.uid)
  if (holder) return await enterAs(visit, provider, identity, holder)
  const owner = identity.isEmailVerified ? await ownerOfAddress(db, identity.email) : undefined
  if (owner) {
    await connect(db, owner.id, provider.id, identity)
    return await enterAs(visit, provider, identity, owner)
  }
  if (!settings.flag('LOGIN_ENABLE_SSO_REG')) throw new ApiError(403, { status: 403 })
  const username = (await mayFollow(visit, identity)) ? await freeName(db, identity) : undefined
  if (username !== undefined)
    return await enterAnew(visit, service, provider, { identity, username, email: identity.email })
  await visit.restart({ arrival: { provider: provider.id, identity, at: Date.now() } })
  throw visit.signedOut(signupFlow(provider))
}

/** Whom a provider let in who has to choose a name; undefined where nobody has. */
export function arrivalOf(
  providers: Providers,
  state: SessionState
): { provider: Provider; identity: Identity } | undefined {
  const { arrival } = state
  const provider = arrival && providers.provider(arrival.provider)
  return provider && arrival.at + RETURN_PATIENCE > Date.now() ? { provider, identity: arrival.identity } : undefined
}
