// The way to a provider and back, which a browser goes by itself.
import { ApiError } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Call } from '#contract/types.ts'
import type { AccountService } from '#modules/account/index.ts'
import { operation, optionalText, type Visit } from '#modules/auth/index.ts'
import { arrive, RETURN_PATIENCE, type Process } from './arrival.ts'
import { faultOf, type Identity, type ProviderClient } from './protocol.ts'
import type { Providers } from './service.ts'

type Callback = 'provider_callback_redirect' | 'provider_openid_callback_redirect'

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
  // What begins with two slashes names another host, however it came to be.
  const isOwn = url?.origin === new URL(base).origin && !url.pathname.startsWith('//')
  return isOwn ? url.pathname + url.search + url.hash : undefined
}

function goTo({ context }: Visit, address: string): void {
  context.reply.header('location', address)
}

/** Why somebody does not get in, by the status of the answer; where a step is pending, the page asks for it. */
const REASONS: Partial<Record<number, Reason>> = { 400: 'connected_other', 403: 'signup_closed' }

function reasonOf(error: unknown): Reason | undefined {
  if (!(error instanceof ApiError)) throw error
  return REASONS[error.status]
}

/** What the provider says of who came back; a reason where it says nothing that can be trusted. */
async function identityOf(
  visit: Visit,
  providers: Providers,
  client: ProviderClient,
  call: Call<Callback>
): Promise<Identity | Reason> {
  const { context } = visit
  const departure = visit.state.departure!
  const query = new URLSearchParams(call.rawQuery as Record<string, string>)
  await visit.keep({ departure: undefined })
  if (query.get('error') === 'access_denied') return 'cancelled'
  const url = new URL(`${providers.callback(context.request, client.provider)}?${query}`)
  try {
    return await client.complete(url, departure)
  } catch (error) {
    context.request.log.warn(
      { reason: faultOf(error), provider: client.provider.id },
      'a provider could not tell who came back'
    )
    return 'unknown'
  }
}

/** Where somebody goes on to who came back from a provider. */
async function arrived(
  visit: Visit,
  providers: Providers,
  service: AccountService,
  call: Call<Callback>
): Promise<string> {
  const { context } = visit
  const { departure } = visit.state
  const client = providers.client(call.path.provider)
  if (!client) throw new ApiError(404, { status: 404 })
  const isExpected = departure?.provider === client.provider.id && departure.at + RETURN_PATIENCE > Date.now()
  if (!isExpected) return failed(context, 'unknown', departure?.process)
  const { process, callback, userId } = departure
  if (process === 'connect' && visit.visitor?.id !== userId) return failed(context, 'denied', process)
  const identity = await identityOf(visit, providers, client, call)
  if (typeof identity === 'string') return failed(context, identity, process)
  const reason = await arrive(visit, service, client.provider, identity, process).then(() => undefined, reasonOf)
  return reason ? failed(context, reason, process) : callback
}

/** Where somebody goes on to who wants to go to a provider: there, as a rule. */
async function departed(
  visit: Visit,
  providers: Providers,
  { provider: word, callback_url, process }: { provider: string; callback_url: string; process: string }
): Promise<string> {
  const { context } = visit
  const client = providers.client(word)
  const wanted = process === 'connect' ? 'connect' : 'login'
  const callback = callback_url === '' ? undefined : ownAddress(context, callback_url)
  const isPossible = process === 'login' || (process === 'connect' && visit.visitor !== null)
  if (!client || callback === undefined || !isPossible) return failed(context, 'unknown', wanted)
  try {
    const { url, departure } = await client.begin(providers.callback(context.request, client.provider))
    const userId = visit.visitor?.id ?? null
    const provider = client.provider.id
    await visit.keep({ departure: { ...departure, provider, process: wanted, callback, userId, at: Date.now() } })
    return url
  } catch (error) {
    if (error instanceof ApiError) throw error
    context.request.log.warn(
      { reason: faultOf(error), provider: client.provider.id },
      'a provider could not be reached'
    )
    return failed(context, 'unknown', wanted)
  }
}

const DEPARTURE = { provider: optionalText(), callback_url: optionalText({ most: 2000 }), process: optionalText() }

/** The way to a provider, and back. */
export const redirects = (providers: Providers, service: AccountService) => ({
  ...operation('allauth_auth_provider_redirect_post', {
    reads: 'form',
    rate: 'begin',
    fields: DEPARTURE,
    act: async (visit, wanted, send) => {
      goTo(visit, await departed(visit, providers, wanted))
      return send(302)
    }
  }),
  ...operation('provider_callback_redirect', {
    act: async (visit, _values, send, call) => {
      goTo(visit, await arrived(visit, providers, service, call))
      return send(302)
    }
  }),
  ...operation('provider_openid_callback_redirect', {
    act: async (visit, _values, send, call) => {
      goTo(visit, await arrived(visit, providers, service, call))
      return send(302)
    }
  })
})
