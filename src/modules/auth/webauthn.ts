import { randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { RequestContext } from '#contract/scopes.ts'
import type { Factor, KeyData } from './factor-store.ts'

// Security keys and passkeys (WebAuthn): what a browser is asked for, and whether its answer is right.

type Request = RequestContext['request']
/** What a browser answers, as JSON; nothing of it is sure. */
type Credential = Record<string, unknown>

/** What the answer to a challenge has to fit. */
export interface Expected {
  challenge: string
  verifiesUser: boolean
  /** The host, without a port: keys belong to it. */
  rpId: string
}

/** Kinds of keys that are taken (COSE), those that are liked best first. */
const ALGORITHMS = [-7, -8, -35, -36, -37, -257]

/** Loaded at first use: it takes a while. */
const library = () => import('@simplewebauthn/server')
const helpers = () => import('@simplewebauthn/server/helpers')

/** The host that keys belong to. */
export const relyingPartyOf = ({ site }: Request): string => site.host.replace(/:\d+$/, '')

export const newChallenge = (): string => randomBytes(32).toString('base64url')

/** The mark that a key keeps of a user: the primary key in base 36, as text. */
const handleOf = (userId: number): string => Buffer.from(userId.toString(36)).toString('base64url')

/** The user that a key names; undefined where it names none. */
export function userOfHandle(handle: unknown): number | undefined {
  const text = typeof handle === 'string' ? Buffer.from(handle, 'base64url').toString() : ''
  return /^[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : undefined
}

const described = ({ data }: Factor<'webauthn'>) => ({ type: 'public-key', id: String(data.credential.id as string) })

/** What a browser is given to make a key; where `passkey`, one that takes the place of name and password. */
export const creationOptions = (
  request: Request,
  user: { id: number; name: string; displayName: string },
  { challenge, keys, passkey }: { challenge: string; keys: readonly Factor<'webauthn'>[]; passkey: boolean }
) => ({
  publicKey: {
    rp: { name: request.site.host, id: relyingPartyOf(request) },
    user: { name: user.name, id: handleOf(user.id), displayName: user.displayName },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: keys.map(described),
    authenticatorSelection: {
      residentKey: passkey ? 'required' : 'discouraged',
      userVerification: passkey ? 'required' : 'discouraged',
      requireResidentKey: passkey
    },
    extensions: { credProps: true }
  }
})

/** What a browser is given to ask for one of some keys; for a passkey of anybody without any. */
export const requestOptions = (request: Request, challenge: string, keys: readonly Factor<'webauthn'>[]) => ({
  publicKey: {
    challenge,
    rpId: relyingPartyOf(request),
    allowCredentials: keys.map(described),
    userVerification: 'preferred'
  }
})

/** The origin that an answer names, where pages of it may use keys of this host; else one that fits nothing. */
async function originOf(credential: Credential, rpId: string): Promise<string> {
  const { decodeClientDataJSON } = await helpers()
  const { clientDataJSON } = credential.response as { clientDataJSON: string }
  const { origin } = decodeClientDataJSON(clientDataJSON)
  const { protocol, hostname } = new URL(origin)
  const isOwn = protocol === 'https:' && (hostname === rpId || hostname.endsWith(`.${rpId}`))
  const isLocal = protocol === 'http:' && hostname === 'localhost' && rpId === 'localhost'
  return isOwn || isLocal ? origin : 'https://invalid'
}

/** A registration without what its maker says of the key, which nobody asked for and nobody believes. */
async function withoutAttestation(credential: Credential): Promise<RegistrationResponseJSON> {
  const { decodeAttestationObject, isoBase64URL, isoCBOR } = await helpers()
  const response = credential.response as RegistrationResponseJSON['response']
  const authData = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject)).get('authData')
  const bare = isoCBOR.encode(
    new Map<string, string | Map<string, string> | typeof authData>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', authData]
    ])
  )
  const registration = { ...credential, response: { ...response, attestationObject: isoBase64URL.fromBuffer(bare) } }
  return registration as unknown as RegistrationResponseJSON
}

/**
 * Whether a browser's answer makes a key.
 *
 * @returns what the key begins to count its signatures with; undefined where anything is wrong
 */
export async function verifyNewKey(
  credential: Credential,
  { challenge, rpId, verifiesUser }: Expected
): Promise<number | undefined> {
  try {
    const { verifyRegistrationResponse } = await library()
    const { registrationInfo } = await verifyRegistrationResponse({
      response: await withoutAttestation(credential),
      expectedChallenge: challenge,
      expectedOrigin: await originOf(credential, rpId),
      expectedRPID: rpId,
      requireUserVerification: verifiesUser,
      supportedAlgorithmIDs: ALGORITHMS
    })
    return registrationInfo?.credential.counter
  } catch {
    // Whatever the library does not like of what somebody sent: it is no key.
    return undefined
  }
}

/** The key by which a stored answer is known, and its public part. */
async function publicKeyOf({ credential }: KeyData) {
  const { decodeAttestationObject, isoBase64URL, parseAuthenticatorData } = await helpers()
  const { attestationObject } = credential.response as RegistrationResponseJSON['response']
  const authData = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject)).get('authData')
  const { credentialID, credentialPublicKey } = parseAuthenticatorData(authData)
  return { id: isoBase64URL.fromBuffer(credentialID!), publicKey: credentialPublicKey! }
}

/**
 * Whether a browser's answer was signed by a key.
 *
 * @returns how many signatures the key says it gave, which is more than before, or 0 where it does not count; undefined
 *   where anything is wrong
 */
export async function verifyKey(
  credential: Credential,
  key: Factor<'webauthn'>,
  { challenge, rpId, verifiesUser }: Expected
): Promise<number | undefined> {
  try {
    const { verifyAuthenticationResponse } = await library()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: await originOf(credential, rpId),
      expectedRPID: rpId,
      credential: { ...(await publicKeyOf(key.data)), counter: key.counter },
      requireUserVerification: verifiesUser
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
