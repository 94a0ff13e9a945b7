import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { errors, Provider } from 'oidc-provider'

/** Somebody whom the provider knows; who signs in is told by `login_hint`. */
export type Person = Record<string, unknown> & { sub: string }

/** A provider of accounts by OpenID Connect, at an address of this machine. */
export interface IdentityProvider {
  issuer: string
  /** What the configuration of a server says of it. */
  app: { provider_id: string; name: string; client_id: string; secret: string; settings: { server_url: string } }
  /** What was asked for without an answer that this test had prepared. */
  stop(): Promise<void>
}

/**
 * Starts a provider that lets everybody in as whom they name.
 *
 * @param people whom it knows
 * @param redirects where it sends people back to
 */
export async function startIdentityProvider(
  people: () => readonly Person[],
  redirects: string[]
): Promise<IdentityProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const app = {
    provider_id: 'workshop',
    name: 'Workshop',
    client_id: 'inventory',
    secret: 'a-secret-between-two-programs',
    settings: { server_url: issuer }
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: app.client_id,
        client_secret: app.secret,
        redirect_uris: redirects,
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256'
      }
    ],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups'],
      email: ['email', 'email_verified']
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => {
      const person = people().find(({ sub }) => sub === id)
      return person && { accountId: id, claims: () => person }
    },
    cookies: { keys: ['only-for-tests'] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 }
  })
  const answer = provider.callback()
  server.on('request', (request, reply) => {
    if (!request.url!.startsWith('/interaction/')) return answer(request, reply)
    void letIn(request, reply)
  })
  const letIn = async (...[request, reply]: Parameters<typeof answer>) => {
    const { params } = await provider.interactionDetails(request, reply)
    const accountId = String(params.login_hint ?? '')
    if (!people().some(({ sub }) => sub === accountId))
      return provider.interactionFinished(request, reply, new errors.AccessDenied('nobody') as never)
    const grant = new provider.Grant({ accountId, clientId: String(params.client_id) })
    grant.addOIDCScope(String(params.scope))
    const consent = { grantId: await grant.save() }
    await provider.interactionFinished(request, reply, { login: { accountId }, consent })
  }
  return {
    issuer,
    app,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
