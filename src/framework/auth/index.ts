import { ApiError, forbidden } from '#contract/errors.ts'
import { parsesBodyItself, type Handler, type Ok } from '#contract/types.ts'
import type { Authenticator } from './authenticate.ts'
import { Cookies } from './cookies.ts'
import { TooManyAttempts } from './guard.ts'
import { endSession, sessionStart, startSession } from './sessions.ts'

/** How people sign in: with user name and password, and nothing else. */
const CONFIGURATION: Ok<'allauth_config_get'> = {
  status: 200,
  data: {
    account: {
      login_methods: ['username'],
      is_open_for_signup: false,
      email_verification_by_code_enabled: false,
      login_by_code_enabled: false,
      password_reset_by_code_enabled: false,
      authentication_method: 'username'
    },
    socialaccount: { providers: [] },
    mfa: { supported_types: [], passkey_login_enabled: false },
    usersessions: { track_activity: false }
  }
}

/** What whoever is not signed in is told: how to. */
const SIGNED_OUT = {
  status: 401 as const,
  data: { flows: [{ id: 'login' as const }] },
  meta: { is_authenticated: false }
}

const DISTRUSTED =
  'CSRF verification failed. Ensure INVENTREE_SITE_URL and INVENTREE_CORS_ORIGIN_WHITELIST are configured correctly.'

const problem = (code: string, message: string, param?: string) => ({
  message,
  code,
  ...(param === undefined ? {} : { param })
})

const refusal = (errors: ReturnType<typeof problem>[], headers = {}) =>
  new ApiError(400, { status: 400, errors }, { headers })

/** Here too many attempts are a refusal like the others; the header says how long to wait. */
function refusedHere(error: unknown): never {
  if (!(error instanceof TooManyAttempts)) throw error
  throw refusal([problem('too_many_login_attempts', 'Too many failed login attempts. Try again later.')], error.headers)
}

/** A field of the body as text; empty where it is missing or something else. */
function field(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function signedInAs(
  user: { id: number; username: string; email: string },
  created: string
): Ok<'allauth_auth_session_get'> {
  const { id, username, email } = user
  return {
    status: 200,
    data: {
      user: { id, display: username, has_usable_password: true, ...(email ? { email } : {}), username },
      methods: [{ method: 'password', at: Date.parse(created) / 1000, username }]
    },
    meta: { is_authenticated: true }
  }
}

/**
 * The auth module: signing in and out with a browser (docs/behaviour/auth.md#signing-in-with-a-browser). Refusals have
 * a form of their own here.
 *
 * @param authenticator knows passwords, and whom to trust
 * @param siteURL the address under which people reach the server
 */
export function authOperations(authenticator: Authenticator, siteURL: string | null) {
  const cookies = new Cookies(siteURL)

  const configuration: Handler<'allauth_config_get'> = ({ request, reply }, send) => {
    cookies.keepCsrf(request, reply)
    return send(200, CONFIGURATION)
  }

  const whoAmI: Handler<'allauth_auth_session_get'> = async ({ db, caller, request, reply }, send) => {
    cookies.keepCsrf(request, reply)
    const created = caller?.sessionId ? await sessionStart(db, caller.sessionId) : undefined
    return created === undefined ? send(401, SIGNED_OUT) : send(200, signedInAs(caller!, created))
  }

  const signIn = parsesBodyItself<'allauth_auth_login_post'>(async ({ db, caller, request, reply, rawBody }, send) => {
    if (authenticator.csrfProblem(request)) throw forbidden(DISTRUSTED)
    if (caller?.sessionId) return send(409, { status: 409 })
    const [username, password] = [field(rawBody, 'username').trim(), field(rawBody, 'password')]
    const missing = Object.entries({ username, password }).filter(([, value]) => value === '')
    if (missing.length) throw refusal(missing.map(([name]) => problem('required', 'This field is required.', name)))
    const user = await authenticator.userBy('login', username, password, request.ip).catch(refusedHere)
    if (!user)
      throw refusal([
        problem('username_password_mismatch', 'The username and/or password you specified are not correct.', 'password')
      ])
    if (!user.is_active) return send(401, SIGNED_OUT)
    const { key, created } = await startSession(db, user)
    cookies.session(reply, key)
    cookies.csrf(reply)
    return send(200, signedInAs(user, created))
  })

  const signOut: Handler<'allauth_auth_session_delete'> = async ({ db, caller, reply }, send) => {
    if (caller?.sessionId) await endSession(db, caller.sessionId)
    cookies.session(reply, null)
    return send(401, SIGNED_OUT)
  }

  return {
    allauth_config_get: configuration,
    allauth_auth_session_get: whoAmI,
    allauth_auth_login_post: signIn,
    allauth_auth_session_delete: signOut
  }
}
