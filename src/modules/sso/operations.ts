import type { AccountService } from '#modules/account/index.ts'
import { checkAccount, optionalAddress } from '#modules/account/index.ts'
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
import { arrivalOf, arrive, enterAnew, providerJSON } from './arrival.ts'
import { freeName } from './newcomers.ts'
import { faultOf } from './protocol.ts'
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

const TOKEN_FIELDS = { provider: WORD, process: oneOf('login', 'connect'), token: readToken }

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

/** Accounts elsewhere, and signing up with one. */
export const accountsElsewhere = (providers: Providers, service: AccountService) => {
  const underWay = (visit: Visit) => {
    const arrival = arrivalOf(providers, visit.state)
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
      fields: TOKEN_FIELDS,
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
          visit.context.request.log.warn({ reason: faultOf(error), provider }, 'a token of a provider was refused')
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
      validate: ({ context }, reading) => checkAccount(context, reading),
      act: async (visit, { email, username }, send) => {
        const { provider, identity } = underWay(visit)
        return send(200, await enterAnew(visit, service, provider, { identity, username, email }))
      }
    })
  }
}
