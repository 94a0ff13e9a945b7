import type { AccountService } from '#modules/account/index.ts'
import { domainProblem, isAddressTaken, isNameTaken, NAME_TAKEN, ADDRESS_TAKEN, INVALID_NAME, optionalAddress } from '#modules/account/index.ts'
import { isUserName } from '#contract/read.ts'
import {
  conflict,
  hasUsablePassword,
  object,
  oneOf,
  operation,
  refuseFor,
  REQUIRED,
  requiredText,
  type ReadField,
  type Visit
} from '#modules/auth/index.ts'
import type { Ok } from '#contract/types.ts'
import { socialAccountsOf, type SocialAccountRow } from './accounts.ts'
import { arrive, enterAnew, PATIENCE, providerJSON } from './arrival.ts'
import type { Identity } from './protocol.ts'
import type { Provider } from './providers.ts'
import { freeName } from './newcomers.ts'
import type { Providers } from './service.ts'

const WORD = requiredText({ most: 500 })

const INVALID_TOKEN = ['invalid_token', 'Invalid token.'] as const

/** An object; what is no object at all is no token either. */
const readToken: ReadField<Record<string, unknown>> = (given, complain) => {
  const isText = typeof given === 'string' && given !== ''
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return object(given, complain)
  if (!isText && !Array.isArray(given)) complain(...REQUIRED)
  complain(...INVALID_TOKEN)
  return undefined
}

/** What people call an account elsewhere. */
const displayOf = (said: Record<string, unknown>, uid: string): string =>
  [said.name, said.preferred_username, said.login, said.email].find(
    (text): text is string => typeof text === 'string' && text !== ''
  ) ?? uid

type Accounts = Ok<'allauth_account_providers_get'>

function accountJSON(providers: Providers, { provider, uid, extra_data }: SocialAccountRow): Accounts['data'][number] {
  const known = providers.provider(provider)
  return {
    uid,
    provider: known ? providerJSON(known) : { id: provider, name: provider, flows: [] },
    display: displayOf(JSON.parse(extra_data) as Record<string, unknown>, uid)
  }
}

async function listed(providers: Providers, { context, user }: Visit): Promise<Accounts> {
  const rows = await socialAccountsOf(context.db, user.id)
  return { status: 200, data: rows.map((row) => accountJSON(providers, row)) }
}

/** Whom a provider let in who has to choose a name; undefined where nobody has. */
export function arrivalOf(providers: Providers, { state }: Pick<Visit, 'state'>): { provider: Provider; identity: Identity } | undefined {
  const { arrival } = state
  const provider = arrival && providers.provider(arrival.provider)
  return provider && arrival.at + PATIENCE > Date.now() ? { provider, identity: arrival.identity } : undefined
}

/** Accounts elsewhere, and signing up with one. */
export const accountsElsewhere = (providers: Providers, service: AccountService) => {
  const underWay = (visit: Visit) => {
    const arrival = arrivalOf(providers, visit)
    if (!arrival || visit.visitor) throw conflict()
    return arrival
  }
  return {
    ...operation('allauth_account_providers_get', {
      signedIn: true,
      act: async (visit, _values, send) => send(200, await listed(providers, visit))
    }),
    ...operation('allauth_account_providers_delete', {
      signedIn: true,
      fields: { provider: WORD, account: WORD },
      act: async (visit, { provider, account }, send) => {
        const { context, user } = visit
        await context.db.transaction().execute(async (db) => {
          const all = await socialAccountsOf(db, user.id)
          const own = all.find((one) => one.provider === provider && one.uid === account)
          if (!own) throw refuseFor('account_not_found', 'Unknown account.')
          if (all.length === 1 && !hasUsablePassword(user.password))
            throw refuseFor('no_password', 'Your account has no password set up.')
          await db.deleteFrom('social_account').where('id', '=', own.id).execute()
        })
        return send(200, await listed(providers, visit))
      }
    }),
    ...operation('allauth_auth_provider_token_post', {
      rate: 'login',
      fields: { provider: WORD, process: oneOf('login', 'connect'), token: readToken },
      validate: (_visit, reading) => {
        const { provider = '', token } = reading.values
        if (token === undefined || reading.isWrong('token')) return
        const known = providers.provider(provider)
        if (token.client_id === undefined) reading.complain('token', 'client_id_required', '`client_id` required.')
        else if (known?.clientId !== token.client_id || typeof token.id_token !== 'string')
          reading.complain('token', ...INVALID_TOKEN)
      },
      act: async (visit, { provider, process, token }, send) => {
        const client = providers.client(provider)!
        const identity = await client.tokenHolder(token.id_token as string).catch((error: unknown) => {
          visit.context.request.log.warn({ err: error, provider }, 'a token of a provider was refused')
          throw refuseFor(...INVALID_TOKEN, 'token')
        })
        return send(200, await arrive(visit, service, client.provider, identity, process))
      }
    }),
    ...operation('allauth_auth_provider_signup_get', {
      admit: (visit) => void underWay(visit),
      act: async (visit, _values, send) => {
        const { provider, identity } = underWay(visit)
        const { uid, email, isEmailVerified: verified, claims } = identity
        const username = (await freeName(visit.context.db, identity)) ?? ''
        const account = { uid, provider: providerJSON(provider), display: displayOf(claims, uid) }
        return send(200, {
          status: 200,
          data: {
            user: { display: username, username, has_usable_password: false, ...(email && { email }) },
            account,
            email: email ? [{ email, verified, primary: true }] : []
          },
          meta: { is_authenticated: false }
        })
      }
    }),
    ...operation('allauth_auth_provider_signup_post', {
      admit: (visit) => void underWay(visit),
      rate: 'signup',
      fields: { email: optionalAddress, username: requiredText({ most: 150 }) },
      validate: async ({ context: { db, settings } }, reading) => {
        const { email = '', username } = reading.values
        const wrong = reading.isWrong('email') ? undefined : domainProblem(settings, email)
        if (wrong) reading.complain('email', ...wrong)
        else if (email && !reading.isWrong('email') && (await isAddressTaken(db, email)))
          reading.complain('email', ...ADDRESS_TAKEN)
        if (username === undefined || reading.isWrong('username')) return
        if (!isUserName(username)) reading.complain('username', ...INVALID_NAME)
        else if (await isNameTaken(db, username)) reading.complain('username', ...NAME_TAKEN)
      },
      act: async (visit, { email, username }, send) => {
        const { provider, identity } = underWay(visit)
        return send(200, await enterAnew(visit, service, provider, { identity, username, email }))
      }
    })
  }
}
