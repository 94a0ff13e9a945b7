import type { RequestContext } from '#contract/scopes.ts'
import { baseURLOf } from '#contract/site.ts'
import type { Provider } from './providers.ts'
import { ProviderClient } from './protocol.ts'

/** The providers of a server, by their words. */
export class Providers {
  readonly all: readonly Provider[]
  readonly #clients: ReadonlyMap<string, ProviderClient>
  readonly #siteURL: string | null

  /** @param siteURL the address under which people reach the server, without a slash at the end; null where it is not told */
  constructor(providers: readonly Provider[], siteURL: string | null) {
    this.all = providers
    this.#clients = new Map(providers.map((provider) => [provider.id, new ProviderClient(provider)]))
    this.#siteURL = siteURL
  }

  /** What talks with a provider; undefined where there is none of that word. */
  client(id: string): ProviderClient | undefined {
    return this.#clients.get(id)
  }

  provider(id: string): Provider | undefined {
    return this.#clients.get(id)?.provider
  }

  /** Where a provider sends people back to; it has to know the address beforehand. */
  callback({ site }: RequestContext['request'], { id, kind }: Provider): string {
    return `${this.#siteURL ?? baseURLOf(site)}/accounts/${kind === 'openid_connect' ? 'oidc/' : ''}${id}/login/callback/`
  }
}
