// The way to a provider and back, which a browser goes by itself.
import { ApiError } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { baseURLOf } from '#contract/site.ts'
import type { Call, Send, Sent } from '#contract/types.ts'
import type { AccountService } from '#modules/account/index.ts'
import { operation, optionalText, type Visit } from '#modules/auth/index.ts'
import { arrive, PATIENCE, type Process } from './arrival.ts'
import type { Identity, ProviderClient } from './protocol.ts'
import type { Provider } from './providers.ts'
import type { Providers } from './service.ts'

type Callback = 'sso_callback' | 'sso_openid_callback'

/** Where a provider sends people back to. */
const callbackOf = ({ site }: RequestContext['request'], { id, service, kind }: Provider): string =>
  `${baseURLOf(site)}/accounts/${kind === 'openid_connect' ? 'oidc/' : ''}${id}/login/callback/`

/** Why somebody does not get in, as the page for it is told. */
type Reason = 'unknown' | 'cancelled' | 'denied' | 'signup_closed' | 'connected_other'

function failed(context: RequestContext, reason: Reason, process: Process = 'login'): string {
  const query = new URLSearchParams({ error: reason, error_process: process })
  return `${context.request.site.prefix}/web/social-login-error?${query}`
}

/** An address on this server that somebody may be sent to; undefined for any other. */
function ownAddress({ request: { site } }: RequestContext, text: string): string | undefined {
  const base = `${site.origin}/`
  const url = URL.parse(text, base)
  return url?.origin === new URL(base).origin ? url.pathname + url.search + url.hash : undefined
}

const to = <Id extends Callback | 'allauth_auth_provider_redirect_post'>(
  { context }: Visit,
  send: Send<Id>,
  address: string
): Sent<Id> => {
  context.reply.header('location', address)
  return (send as unknown as (status: 302) => Sent<Id>)(302)
}

/** Why somebody does not get in, by the status of the answer; where a step is pending, the page asks for it. */
const REASONS: Partial<Record<number, Reason>> = { 400: 'connected_other', 403: 'signup_closed' }

function reasonOf(error: unknown): Reason | undefined {
  if (!(error instanceof ApiError)) throw error
  return REASONS[error.status]
}

/** What the provider says of who came back; a reason where it says nothing that can be trusted. */
async function identityOf(visit: Visit, client: ProviderClient, call: Call<Callback>): Promise<Identity | Reason> {
  const { context } = visit
  const departure = visit.state.departure!
  const query = new URLSearchParams(call.rawQuery as Record<string, string>)
  await visit.keep({ departure: undefined })
  if (query.get('error') === 'access_denied') return 'cancelled'
  const url = new URL(`${callbackOf(context.request, client.provider)}?${query}`)
  try {
    return await client.complete(url, departure)
  } catch (error) {
    context.request.log.warn({ err: error, provider: client.provider.id }, 'a provider could not tell who came back')
    return 'unknown'
  }
}

/** The way to a provider, and back. */
export const redirects = (providers: Providers, service: AccountService) => {
  const callback = async (visit: Visit, send: Send<Callback>, call: Call<Callback>): Promise<Sent<Callback>> => {
    const { context } = visit
    const { departure } = visit.state
    const client = providers.client(call.path.provider)
    const isExpected =
      client && departure?.provider === client.provider.id && departure.at + PATIENCE > Date.now()
    if (!isExpected) return to(visit, send, failed(context, 'unknown', departure?.process))
    const { process, callback: next, userId } = departure
    if (process === 'connect' && visit.visitor?.id !== userId) return to(visit, send, failed(context, 'denied', process))
    const identity = await identityOf(visit, client, call)
    if (typeof identity === 'string') return to(visit, send, failed(context, identity, process))
    const reason = await arrive(visit, service, client.provider, identity, process).then(() => undefined, reasonOf)
    return to(visit, send, reason ? failed(context, reason, process) : next)
  }
  return {
    ...operation('allauth_auth_provider_redirect_post', {
      reads: 'form',
      rate: 'begin',
      fields: { provider: optionalText(), callback_url: optionalText({ most: 2000 }), process: optionalText() },
      act: async (visit, { provider, callback_url, process }, send) => {
        const { context } = visit
        const wanted = process === 'connect' ? 'connect' : 'login'
        const client = providers.client(provider)
        const next = callback_url === '' ? undefined : ownAddress(context, callback_url)
        const isPossible = client && next !== undefined && (process === 'login' || (process === 'connect' && visit.visitor))
        if (!isPossible) return to(visit, send, failed(context, 'unknown', wanted))
        try {
          const { url, departure } = await client.begin(callbackOf(context.request, client.provider))
          const userId = visit.visitor?.id ?? null
          const kept = { ...departure, provider, process: wanted, callback: next, userId, at: Date.now() } as const
          await visit.keep({ departure: kept })
          return to(visit, send, url)
        } catch (error) {
          if (error instanceof ApiError) throw error
          context.request.log.warn({ err: error, provider }, 'a provider could not be reached')
          return to(visit, send, failed(context, 'unknown', wanted))
        }
      }
    }),
    ...operation('sso_callback', { act: (visit, _values, send, call) => callback(visit, send, call) }),
    ...operation('sso_openid_callback', { act: (visit, _values, send, call) => callback(visit, send, call) })
  }
}
