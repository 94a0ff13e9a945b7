import type { Configuration, CustomFetch } from 'openid-client'
import type { OAuthService, OpenIdService, Provider } from './providers.ts'

/** Who somebody is, as a provider says it. */
export interface Identity {
  /** What the provider knows them by, for ever. */
  uid: string
  username: string
  /** In small letters; empty where the provider tells none. */
  email: string
  /** Whether the provider says that it proved the address. */
  isEmailVerified: boolean
  name: string
  /** What it said, to be kept with the account. */
  claims: Readonly<Record<string, unknown>>
}

/** What has to be remembered between sending somebody to a provider and their return. */
export interface Departure {
  state: string
  nonce: string
  verifier: string
}

/** How long a provider may take to answer, in seconds, and how much it may say, in characters. */
const [PATIENCE, MOST] = [10, 256 * 1024]

/** How long is remembered what a provider says of itself, in milliseconds. */
const REMEMBERED = 3600_000

// Loaded when somebody comes: most servers have no provider.
const library = () => import('openid-client')

/** Fetches for the library: no redirects, and no answer without an end. */
const bounded: CustomFetch = async (url, options) => {
  const answer = await fetch(url, { ...options, redirect: 'manual' } as RequestInit)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.byteLength
    if (length > MOST) throw new Error(`${url} answers with more than ${MOST} bytes`)
    chunks.push(chunk)
  }
  const { status, statusText, headers } = answer
  return new Response(chunks.length ? Buffer.concat(chunks) : null, { status, statusText, headers })
}

/** What is known of the service of an OpenID provider. */
async function discovered(provider: Provider, { server, secretIn }: OpenIdService): Promise<Configuration> {
  const openid = await library()
  const { clientId, secret } = provider
  const send = secretIn === 'basic' ? openid.ClientSecretBasic : openid.ClientSecretPost
  return await openid.discovery(new URL(server), clientId, undefined, secret === null ? openid.None() : send(secret), {
    [openid.customFetch]: bounded,
    timeout: PATIENCE,
    // Addresses without https were admitted by the configuration: they stay on this machine.
    execute: server.startsWith('http:') ? [openid.allowInsecureRequests] : []
  })
}

async function told(provider: Provider, { authorize, token }: OAuthService): Promise<Configuration> {
  const openid = await library()
  const { clientId, secret } = provider
  const sender = secret === null ? openid.None() : openid.ClientSecretPost(secret)
  const server = { issuer: new URL(token).origin, authorization_endpoint: authorize, token_endpoint: token }
  const configuration = new openid.Configuration(server, clientId, undefined, sender)
  configuration.timeout = PATIENCE
  configuration[openid.customFetch] = bounded
  if (token.startsWith('http:')) openid.allowInsecureRequests(configuration)
  return configuration
}

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

type Claims = Record<string, unknown>

/** What went wrong with a provider, for the log: in words alone, since what came along with them may hold tokens. */
export function faultOf(error: unknown): string {
  const { name, message, code } = error as { name?: unknown; message?: unknown; code?: unknown }
  const words = [name, code, message].filter((word): word is string => typeof word === 'string' && word !== '')
  return words.join(': ').slice(0, 500)
}

/** Talks with one provider. */
export class ProviderClient {
  readonly provider: Provider
  #configuration: { value: Promise<Configuration>; until: number } | undefined

  constructor(provider: Provider) {
    this.provider = provider
  }

  #configured(): Promise<Configuration> {
    if (this.#configuration && this.#configuration.until > Date.now()) return this.#configuration.value
    const { service } = this.provider
    const value = service.protocol === 'openid' ? discovered(this.provider, service) : told(this.provider, service)
    this.#configuration = { value, until: Date.now() + REMEMBERED }
    value.catch(() => {
      this.#configuration = undefined
    })
    return value
  }

  /**
   * Where somebody is sent to say who they are.
   *
   * @param redirect where the provider sends them back to
   * @throws where the provider cannot be asked what it offers
   */
  async begin(redirect: string): Promise<{ url: string; departure: Departure }> {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
      await library()
    const { scopes, parameters, service } = this.provider
    const departure = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
    const url = buildAuthorizationUrl(await this.#configured(), {
      ...parameters,
      redirect_uri: redirect,
      ...(scopes.length && { scope: scopes.join(' ') }),
      state: departure.state,
      ...(service.protocol === 'openid' && { nonce: departure.nonce }),
      code_challenge: await calculatePKCECodeChallenge(departure.verifier),
      code_challenge_method: 'S256'
    })
    return { url: url.href, departure }
  }

  /**
   * Who came back.
   *
   * @param url the address that they came back to, with what the provider added
   * @throws where the provider refuses, or what it says cannot be trusted
   */
  async complete(url: URL, { state, nonce, verifier }: Departure): Promise<Identity> {
    const { authorizationCodeGrant, fetchUserInfo } = await library()
    const configuration = await this.#configured()
    const { service } = this.provider
    const checks = { expectedState: state, pkceCodeVerifier: verifier }
    if (service.protocol === 'oauth2') {
      const { access_token } = await authorizationCodeGrant(configuration, url, checks)
      return await this.#profile(service, configuration, access_token)
    }
    const tokens = await authorizationCodeGrant(configuration, url, { ...checks, expectedNonce: nonce })
    const claims = tokens.claims()!
    const asked = configuration.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : {}
    return this.#identity(service, { ...claims, ...asked })
  }

  /**
   * Who a signed token of the provider is about.
   *
   * @throws where the token was not made by the provider for this application, or is over
   */
  async tokenHolder(idToken: string): Promise<Identity> {
    const { service, clientId } = this.provider
    if (service.protocol !== 'openid') throw new Error('the provider has no signed tokens')
    const jose = await import('jose')
    const { issuer, jwks_uri } = (await this.#configured()).serverMetadata()
    if (!jwks_uri) throw new Error('the provider does not say where its keys are')
    const keys = jose.createRemoteJWKSet(new URL(jwks_uri), {
      timeoutDuration: PATIENCE * 1000,
      [jose.customFetch]: bounded as typeof fetch
    })
    const options = { issuer, audience: clientId, requiredClaims: ['sub', 'exp', 'iat'] }
    return this.#identity(service, (await jose.jwtVerify(idToken, keys, options)).payload)
  }

  async #profile(service: OAuthService, configuration: Configuration, token: string): Promise<Identity> {
    const { fetchProtectedResource } = await library()
    const read = async (url: string): Promise<unknown> => {
      const headers = new Headers({ accept: 'application/json', 'user-agent': 'inventree-server' })
      const answer = await fetchProtectedResource(configuration, token, new URL(url), 'GET', undefined, headers)
      if (!answer.ok) throw new Error(`${url} answers with ${answer.status}`)
      return await answer.json()
    }
    const claims = (await read(service.profile)) as Claims
    const { members, addresses } = service
    const listed = addresses ? ((await read(addresses)) as Claims[]) : []
    const first = listed.find((one) => one.primary === true && one.verified === true)
    const uid = textIn(claims[members.uid])
    if (!uid) throw new Error(`the profile has no "${members.uid}"`)
    return {
      uid,
      username: textIn(claims[members.username]),
      email: textIn(first?.email ?? claims[members.email]).toLowerCase(),
      isEmailVerified: first !== undefined,
      name: textIn(claims[members.name]),
      claims
    }
  }

  #identity(service: OpenIdService, claims: Claims): Identity {
    const uid = textIn(claims[service.uid])
    if (!uid) throw new Error(`the token has no "${service.uid}"`)
    return {
      uid,
      username: textIn(claims.preferred_username ?? claims.nickname),
      email: textIn(claims.email).toLowerCase(),
      isEmailVerified: claims.email_verified === true || claims.email_verified === 'true',
      name: textIn(claims.name),
      claims
    }
  }
}
