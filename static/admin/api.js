// The public API, asked as whoever is signed in with this browser.

/** A refusal of the API: the status, and what it says, as sentences and by field. */
export class Refusal extends Error {
  constructor(status, body) {
    const { fields, sentences } = understood(body)
    super(
      [
        ...sentences,
        ...Object.entries(fields).flatMap(([name, messages]) => messages.map((one) => `${name}: ${one}`))
      ].join(' ') || `The server answered ${status}.`
    )
    this.status = status
    this.fields = fields
    this.sentences = sentences
    this.body = body
  }
}

/** The texts in a list that was written as Python writes one: ['a', "it's"]. */
function listed(text) {
  if (!/^\[.*\]$/s.test(text)) return [text]
  return [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, single, double]) =>
    (single ?? double).replaceAll(/\\(.)/g, '$1')
  )
}

const texts = (value) =>
  typeof value === 'string'
    ? listed(value)
    : Array.isArray(value)
      ? value.flatMap(texts)
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(texts)
        : [String(value)]

function understood(body) {
  const fields = {}
  const sentences = []
  if (Array.isArray(body)) sentences.push(...texts(body))
  else if (body && typeof body === 'object') {
    if (Array.isArray(body.errors))
      return {
        fields,
        sentences: body.errors.map(({ message, param }) =>
          ['password', 'code', 'credential'].includes(param) || !param ? message : `${param}: ${message}`
        )
      }
    for (const [name, value] of Object.entries(body)) {
      if (['detail', 'non_field_errors', 'error'].includes(name)) sentences.push(...texts(value))
      else fields[name] = texts(value)
    }
  }
  return { fields, sentences }
}

const cookie = (name) =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** Where the server lies: there may be a path before all of its addresses. */
const BASE = new URL('..', import.meta.url).pathname.replace(/\/$/, '')

/** An address of the server, such as `/api/part/`, as the browser has to ask for it. */
export const at = (path) => BASE + path

/**
 * Asks the API.
 *
 * @throws Refusal where it refuses; the event `signedout` tells the page that the session is over
 */
async function ask(method, path, body, headers) {
  let response
  try {
    response = await fetch(at(path), {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'x-csrftoken': cookie('csrftoken') ?? '' }),
        ...headers
      },
      // A form brings its own type along.
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body)
    })
  } catch {
    throw new Refusal(0, { detail: 'The server cannot be reached.' })
  }
  const answer = response.headers.get('content-type') === 'application/json' ? await response.json() : undefined
  if (response.ok) return answer
  // Whoever has to give a second factor first is signed in all the same.
  const isOut = response.status === 401 && !path.includes('/auth/v1/') && answer?.id !== 'mfa_register'
  if (isOut) dispatchEvent(new Event('signedout'))
  throw new Refusal(response.status, answer)
}

/** What lies at an address as text: a file that somebody uploaded. */
export async function text(path) {
  const response = await fetch(path, { cache: 'no-store' })
  if (!response.ok) throw new Refusal(response.status, { detail: 'The file cannot be read.' })
  return await response.text()
}

export const get = (path, headers) => ask('GET', path, undefined, headers)
export const post = (path, body) => ask('POST', path, body)
export const patch = (path, body) => ask('PATCH', path, body)
export const remove = (path, body) => ask('DELETE', path, body)

const SESSION = '/api/auth/v1/auth/session'

/** Whether somebody is signed in; sets the cookie that signing in needs. */
export async function session() {
  try {
    return await get(SESSION)
  } catch (error) {
    if (error.status === 401) return null
    throw error
  }
}

export const AUTH = '/api/auth/v1/auth/'

/** The step of a sign-in that is pending, by what a refusal says; anything else is thrown on. */
export function pendingStep(error) {
  const step = error.body?.data?.flows?.find((flow) => flow.is_pending)
  if (!step) throw error
  return step
}

/**
 * Signs in.
 *
 * @returns the step that is pending, such as a second factor; undefined where that was all
 */
export async function signIn(username, password) {
  try {
    await post(`${AUTH}login`, { username, password })
  } catch (error) {
    return pendingStep(error)
  }
}

/** After a second factor: this browser is asked for one again. */
async function goOn(error) {
  if (pendingStep(error).id !== 'mfa_trust') throw error
  await post(`${AUTH}2fa/trust`, { trust: false })
}

/** Gives a code of an app, or a recovery code, as second factor. */
export const giveCode = (code) => post(`${AUTH}2fa/authenticate`, { code }).catch(goOn)

/** Whether this browser can ask for a security key. */
export const hasKeys = () => !!window.PublicKeyCredential?.parseRequestOptionsFromJSON

/** Asks for a security key as second factor. */
export async function giveKey() {
  const { data } = await get(`${AUTH}webauthn/authenticate`)
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(data.request_options.publicKey)
  const credential = await navigator.credentials.get({ publicKey })
  await post(`${AUTH}webauthn/authenticate`, { credential: credential.toJSON() }).catch(goOn)
}

/** Ends the session; 401 is how the API says that it did. */
export async function signOut() {
  try {
    await remove(SESSION)
  } catch (error) {
    if (error.status !== 401) throw error
  }
}

/** A query string of what has a value. */
export const query = (values) =>
  `?${new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined && value !== null))}`

/** Who is signed in, once that is known: the account, with what it may do. */
export const me = {
  account: null,
  /** Whether the account may do something to users, groups and their roles. */
  canWrite: () => me.account.is_superuser || (me.account.is_staff && !!me.account.roles?.admin?.includes('change')),
  canCreate: () => me.account.is_superuser || (me.account.is_staff && !!me.account.roles?.admin?.includes('add')),
  load: async () => {
    me.account = await get('/api/user/me/?roles=true')
  }
}
