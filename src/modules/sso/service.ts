import type { Provider } from './providers.ts'
import { ProviderClient } from './protocol.ts'

/** The providers of a server, by their words. */
export class Providers {
  readonly all: readonly Provider[]
  readonly #clients: ReadonlyMap<string, ProviderClient>

  constructor(providers: readonly Provider[]) {
    this.all = providers
    this.#clients = new Map(providers.map((provider) => [provider.id, new ProviderClient(provider)]))
  }

  /** What talks with a provider; undefined where there is none of that word. */
  client(id: string): ProviderClient | undefined {
    return this.#clients.get(id)
  }

  provider(id: string): Provider | undefined {
    return this.#clients.get(id)?.provider
  }
}
