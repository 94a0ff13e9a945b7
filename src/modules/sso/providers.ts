import { dictionary } from '#db/dictionary.ts'

/** A service that knows people already, and says who somebody is. */
export interface Provider {
  /** The word for it in addresses and records. */
  id: string
  /** Of which kind it is, by the word of the configuration. */
  kind: string
  /** What people call it. */
  name: string
  clientId: string
  /** Null for a client that has none, as PKCE allows. */
  secret: string | null
  scopes: readonly string[]
  /** Further parameters of the address that people are sent to. */
  parameters: Readonly<Record<string, string>>
  service: OpenIdService | OAuthService
}

/** Where everything is found by discovery, and who somebody is stands in a signed token. */
export interface OpenIdService {
  protocol: 'openid'
  server: string
  /** The claim that never changes for a person. */
  uid: string
  /** How the secret is sent. */
  secretIn: 'basic' | 'post'
}

/** Where addresses are told, and who somebody is has to be asked for. */
export interface OAuthService {
  protocol: 'oauth2'
  authorize: string
  token: string
  profile: string
  /** Where the mail addresses are listed, each with whether it was proved. */
  addresses?: string
  /** What the members of a profile are called. */
  members: { uid: string; username: string; email: string; name: string }
}

/**
 * Where a page sends the form with which somebody leaves for a provider, as a content security policy names it. Browsers
 * follow it from there: the policy has to allow every place on the way, and which ones those are the providers decide.
 */
export function formTargets(providers: readonly Provider[]): string[] {
  if (providers.length === 0) return ["'none'"]
  const origins = providers.map(
    ({ service }) => URL.parse(service.protocol === 'openid' ? service.server : service.authorize)!.origin
  )
  return ["'self'", 'https:', ...new Set(origins.filter((origin) => origin.startsWith('http:')))]
}

/** A fault in the configuration of providers; the message is for the person who wrote it. */
export class ProviderError extends Error {}

type Settings = Readonly<Record<string, unknown>>

/** How a kind of provider is configured. */
interface Kind {
  name: string
  scopes: readonly string[]
  service(settings: Settings, refuse: (why: string) => ProviderError): Provider['service']
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** An address of a provider, which has to be secret on its way unless it stays on this machine. */
function address(settings: Settings, name: string, initial: string | undefined, refuse: Refuse): string {
  const text = settings[name] ?? initial
  const url = typeof text === 'string' ? URL.parse(text) : null
  if (!url) throw refuse(`${name} has to be a web address such as https://login.example.org`)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname)))
    throw refuse(`${name} has to begin with https://, for secrets are sent there`)
  return url.href
}

type Refuse = (why: string) => ProviderError

const word = (settings: Settings, name: string, initial: string): string =>
  typeof settings[name] === 'string' && settings[name] !== '' ? settings[name] : initial

const openId = (server: string, uid = 'sub', secretIn: OpenIdService['secretIn'] = 'post'): OpenIdService => ({
  protocol: 'openid',
  server,
  uid,
  secretIn
})

/** The kinds of providers, by the words of the configuration. */
const KINDS = dictionary<Record<string, Kind>>({
  openid_connect: {
    name: 'OpenID Connect',
    scopes: ['openid', 'profile', 'email'],
    service: (settings, refuse) =>
      openId(
        address(settings, 'server_url', undefined, refuse),
        word(settings, 'uid_field', 'sub'),
        settings.token_auth_method === 'client_secret_basic' ? 'basic' : 'post'
      )
  },
  google: {
    name: 'Google',
    scopes: ['openid', 'profile', 'email'],
    service: () => openId('https://accounts.google.com')
  },
  microsoft: {
    name: 'Microsoft',
    scopes: ['openid', 'profile', 'email'],
    service: (settings, refuse) => {
      const server = address(settings, 'login_url', 'https://login.microsoftonline.com', refuse)
      return openId(new URL(`${word(settings, 'tenant', 'common')}/v2.0`, server).href, 'oid')
    }
  },
  gitlab: {
    name: 'GitLab',
    scopes: ['openid', 'profile', 'email'],
    service: (settings, refuse) => openId(address(settings, 'gitlab_url', 'https://gitlab.com', refuse))
  },
  github: {
    name: 'GitHub',
    scopes: ['read:user', 'user:email'],
    service: (settings, refuse) => {
      const site = address(settings, 'github_url', 'https://github.com', refuse)
      const isPublic = new URL(site).hostname === 'github.com'
      const api = isPublic ? 'https://api.github.com/' : new URL('api/v3/', site).href
      return {
        protocol: 'oauth2',
        authorize: new URL('login/oauth/authorize', site).href,
        token: new URL('login/oauth/access_token', site).href,
        profile: new URL('user', api).href,
        addresses: new URL('user/emails', api).href,
        members: { uid: 'id', username: 'login', email: 'email', name: 'name' }
      }
    }
  },
  oauth2: {
    name: 'OAuth 2.0',
    scopes: [],
    service: (settings, refuse) => ({
      protocol: 'oauth2',
      authorize: address(settings, 'authorize_url', undefined, refuse),
      token: address(settings, 'access_token_url', undefined, refuse),
      profile: address(settings, 'profile_url', undefined, refuse),
      members: {
        uid: word(settings, 'uid_field', 'id'),
        username: word(settings, 'username_field', 'username'),
        email: word(settings, 'email_field', 'email'),
        name: word(settings, 'name_field', 'name')
      }
    })
  }
})

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const texts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** A provider of an application that was registered with it. */
function providerOf(kindName: string, group: Settings, app: unknown): Provider {
  const refuse: Refuse = (why) => new ProviderError(`the provider "${kindName}": ${why}`)
  if (!isSettings(app)) throw refuse('an entry of APPS has to be an object with client_id and secret')
  const kind = KINDS[kindName]!
  const id = word(app, 'provider_id', kindName)
  if (!/^[\w-]{1,30}$/.test(id)) throw refuse('provider_id has to be made of at most 30 letters, digits, - and _')
  if (typeof app.client_id !== 'string' || !app.client_id) throw refuse('client_id is missing')
  const settings = { ...group, ...(isSettings(app.settings) ? app.settings : {}) }
  const scopes = settings.SCOPE ?? settings.scope ?? kind.scopes
  if (!texts(scopes)) throw refuse('SCOPE has to be a list of texts')
  const parameters = settings.AUTH_PARAMS ?? {}
  if (!isSettings(parameters) || !texts(Object.values(parameters)))
    throw refuse('AUTH_PARAMS has to be an object with texts')
  return {
    id,
    kind: kindName,
    name: word(app, 'name', kind.name),
    clientId: app.client_id,
    secret: word(app, 'secret', '') || null,
    scopes,
    parameters: parameters as Record<string, string>,
    service: kind.service(settings, refuse)
  }
}

/** The applications of a group: `APPS` or `APP`, of those that mean the same. */
function appsOf(kindName: string, group: unknown): Provider[] {
  if (!KINDS[kindName])
    throw new ProviderError(`the provider "${kindName}" is not known; these are: ${Object.keys(KINDS).join(', ')}`)
  if (!isSettings(group)) throw new ProviderError(`the provider "${kindName}" has to be an object with APPS`)
  const apps = group.APPS ?? [group.APP]
  if (!Array.isArray(apps)) throw new ProviderError(`the provider "${kindName}": APPS has to be a list`)
  return apps.map((app) => providerOf(kindName, group, app))
}

/**
 * Reads the configuration of providers (docs/single-sign-on.md).
 *
 * @param text JSON; an object with a member for each kind, `{"openid_connect": {"APPS": [{"client_id": …}]}}`
 * @returns the providers, in the order of their names
 * @throws ProviderError with half a sentence that says what is wrong
 */
export function readProviders(text: string): Provider[] {
  let groups: unknown
  try {
    groups = JSON.parse(text)
  } catch {
    throw new ProviderError('it is not JSON')
  }
  if (!isSettings(groups)) throw new ProviderError('it is not an object with providers')
  const providers = Object.entries(groups).flatMap(([kindName, group]) => appsOf(kindName, group))
  const twice = providers.find(({ id }, at) => providers.findIndex((one) => one.id === id) !== at)
  if (twice) throw new ProviderError(`two providers have the provider_id "${twice.id}"`)
  return providers.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}
