import type { Module } from '#framework/module.ts'
import { accountService } from '#modules/account/index.ts'
import { areaOf, serveArea } from '#modules/auth/index.ts'
import { arrivalOf, providerJSON, signupFlow } from './arrival.ts'
import { accountsElsewhere } from './operations.ts'
import { redirects } from './redirects.ts'
import type { Providers } from './service.ts'
import { SSO_TRANSFER } from './transfer.ts'

declare module '#framework/module.ts' {
  interface Materials {
    /** Who else knows people. */
    providers: Providers
  }
}

/** Signing in with an account elsewhere. */
export const ssoModule = {
  name: 'sso',
  transfer: SSO_TRANSFER,
  signIn: ({ providers }) => {
    const words = (flow: 'provider_redirect' | 'provider_token') =>
      providers.all.filter((one) => providerJSON(one).flows.includes(flow)).map(({ id }) => id)
    const ways = (['provider_redirect', 'provider_token'] as const)
      .map((id) => ({ id, providers: words(id) }))
      .filter((way) => way.providers.length)
    return {
      flows: () => ways,
      configuration: () => ({ providers: providers.all.map(providerJSON) }),
      pending: (state) => {
        const arrival = arrivalOf(providers, state)
        return arrival && signupFlow(arrival.provider)
      }
    }
  },
  operations: (materials) => {
    const { providers } = materials
    const service = accountService(materials)
    return serveArea(areaOf(materials), {
      ...accountsElsewhere(providers, service),
      ...redirects(providers, service)
    })
  }
} satisfies Module
