// The page where people look after their own sign-in: addresses, second factors, keys, accounts elsewhere, tokens.
import { ask, get, need, send } from './asking.js'

const ACCOUNT = '/api/auth/v1/account'
const FACTORS = `${ACCOUNT}/authenticators`

/** What the page shows when it opens. */
export async function securityPage() {
  const [addresses, factors, session, tokens, providers] = await Promise.all([
    get(`${ACCOUNT}/email`),
    get(FACTORS),
    get('/api/auth/v1/auth/session'),
    get('/api/user/tokens/'),
    get(`${ACCOUNT}/providers`)
  ])
  return {
    addresses: addresses.data,
    factors: factors.data,
    user: session.data.user,
    tokens,
    providers: providers.data
  }
}

/** Proves anew who is there, with the password or a code. */
export const prove = (proof) => send('POST', `/api/auth/v1/auth/${proof.code ? '2fa/' : ''}reauthenticate`, proof)

/** Goes on once it is proved anew who is there, where the server wants that. */
async function proven(password, act) {
  const answer = await act()
  if (answer.status !== 401) return answer
  need(
    'a way to prove it',
    answer.body.data.flows.some(({ id }) => id === 'reauthenticate')
  )
  await prove({ password })
  return act()
}

/** Begins to set up an app: the secret that it is given. */
export async function beginApp(password) {
  const { status, body } = await proven(password, () => ask('GET', `${FACTORS}/totp`))
  need('the secret of an app', status === 404 && body.meta.secret && body.meta.totp_url)
  return body.meta.secret
}

/** Ends the setting up of an app with its first code. */
export const endApp = async (password, code) =>
  (await proven(password, () => ask('POST', `${FACTORS}/totp`, { code }))).status

/** Takes the app away. */
export const removeApp = async (password) => (await proven(password, () => ask('DELETE', `${FACTORS}/totp`))).status

/** Codes for when the app is lost: those that there are, or new ones. */
export async function recoveryCodes(password, method = 'GET') {
  const { body } = await proven(password, () =>
    ask(method, `${FACTORS}/recovery-codes`, method === 'GET' ? undefined : {})
  )
  return body.data.unused_codes
}

/** Adds a key of the browser, and gives it another name. */
export async function addKey(password, isPasskey, name) {
  const path = `${FACTORS}/webauthn`
  const { body } = await proven(password, () => ask('GET', isPasskey ? `${path}?passwordless` : path))
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(body.data.creation_options.publicKey)
  const credential = await navigator.credentials.create({ publicKey })
  const added = await send('POST', path, { name: 'New key', credential: credential.toJSON() })
  return (await send('PUT', path, { id: added.data.id, name })).data
}

/** Takes a key away. */
export const removeKey = async (password, id) =>
  (await proven(password, () => ask('DELETE', `${FACTORS}/webauthn`, { authenticators: [id] }))).status

/** Changes the addresses: POST adds one, PUT sends the mail again, PATCH makes it primary, DELETE takes it away. */
export const changeAddress = async (method, email) =>
  ask(method, `${ACCOUNT}/email`, { email, ...(method === 'PATCH' ? { primary: true } : {}) })

/** Gives an account elsewhere up. */
export const disconnect = (provider, account) => send('DELETE', `${ACCOUNT}/providers`, { provider, account })
