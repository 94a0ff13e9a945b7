// The ways in and out: password, second factor, passkey, an account elsewhere; a forgotten password.
import { address, ask, csrfToken, dropToken, need } from './asking.js'
import { SESSION } from './start.js'

const AUTH = '/api/auth/v1/auth'

/**
 * What an answer means for somebody who signs in.
 *
 * @returns whether they are in, what is asked of them next, or what is to be shown to them
 */
function meaning({ status, body }) {
  if (status === 200 && body.meta?.is_authenticated) return { isIn: true }
  if (status === 401) return { pending: body.data.flows.find((flow) => flow.is_pending)?.id }
  return { refused: body.errors?.[0].message ?? body.detail ?? body.message ?? body.error }
}

/** Ends the session, or a sign-in that was begun. */
export const signOut = () => ask('DELETE', SESSION)

/** Signs in with a password. */
export async function signIn(username, password) {
  dropToken()
  await ask('GET', SESSION)
  const enter = () => ask('POST', `${AUTH}/login`, { username, password })
  let answer = await enter()
  // Somebody is signed in, perhaps in another window.
  if (answer.status === 409) {
    await signOut()
    answer = await enter()
  }
  return meaning(answer)
}

/** The browser is to be trusted or not, once the second factor was right. */
async function trusted(answer, trust) {
  const told = meaning(answer)
  return told.pending === 'mfa_trust' ? meaning(await ask('POST', `${AUTH}/2fa/trust`, { trust })) : told
}

/** Gives the code of an app, or one of those kept for when it is lost. */
export const giveCode = async (code, trust = false) =>
  trusted(await ask('POST', `${AUTH}/2fa/authenticate`, { code }), trust)

/** Has the browser sign with a key what an address asks for. */
async function signed(path) {
  const { status, body } = await ask('GET', path)
  need('what a key is to sign', status === 200)
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(body.data.request_options.publicKey)
  const credential = await navigator.credentials.get({ publicKey })
  return ask('POST', path, { credential: credential.toJSON() })
}

/** Gives a key as second factor. */
export const giveKey = async () => trusted(await signed(`${AUTH}/webauthn/authenticate`), false)

/** Signs in with a passkey alone. */
export const signInWithPasskey = async () => meaning(await signed(`${AUTH}/webauthn/login`))

/** Leaves for an account elsewhere; the page goes with it. */
export function goTo(provider, process = 'login') {
  const form = Object.assign(document.createElement('form'), {
    method: 'post',
    action: address(`${AUTH}/provider/redirect`)
  })
  const fields = { provider, process, callback_url: '/web/logged-in', csrfmiddlewaretoken: csrfToken() }
  for (const [name, value] of Object.entries(fields))
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  document.body.append(form)
  form.submit()
}

/** Makes an account. */
export const signUp = async (username, password, email) =>
  meaning(await ask('POST', `${AUTH}/signup`, { username, password, email }))

/** Asks for a mail with a link for another password; everybody gets the same answer. */
export const forgot = async (email) => (await ask('POST', `${AUTH}/password/request`, { email })).status === 200

/** Sets the password that a mail has the key for: undefined when it is done, else what is to be shown. */
export async function reset(key, password) {
  const answer = await ask('POST', `${AUTH}/password/reset`, { key, password })
  return answer.status === 401 ? undefined : meaning(answer).refused
}

/** Confirms the address that a mail has the key for; it is right whether or not somebody is signed in. */
export const verify = async (key) => [200, 401].includes((await ask('POST', `${AUTH}/email/verify`, { key })).status)

/** Changes one's own password: undefined when it is done and the session over, else what is to be shown. */
export async function changePassword(current_password, new_password) {
  const answer = await ask('POST', '/api/auth/v1/account/password/change', { current_password, new_password })
  return answer.status === 401 ? undefined : meaning(answer).refused
}
