// What a person carries to sign in with, in software: an app that shows codes, and passkeys.
import { createHash, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** How long a code is valid, in seconds, and how much of that must be left when it is given. */
const PERIOD = 30
const LEFT = 4

function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '').toUpperCase()]
    .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)))
}

/** The code of six digits that belongs to a period (RFC 6238). */
function codeOf(secret: string, period: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(period))
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const number = hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url')
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()

/** The identity of a passkey follows from its name. */
const keyIdOf = (name: string): Buffer => sha256(`passkey ${name}`)

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** A value in the notation that passkeys use (RFC 8949), as far as it is needed. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, size: number): Buffer => {
    if (size < 24) return Buffer.from([(major << 5) | size])
    if (size < 256) return Buffer.from([(major << 5) | 24, size])
    return Buffer.from([(major << 5) | 25, size >> 8, size & 255])
  }
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held)])])
}

/** What the authenticator says of itself: that somebody is there, and who, where the server wants to know. */
function authenticatorData(relyingParty: string, verified: boolean, credential?: Buffer): Buffer {
  const flags = 1 | (verified ? 4 : 0) | (credential ? 0x40 : 0)
  return Buffer.concat([sha256(relyingParty), Buffer.from([flags]), Buffer.alloc(4), credential ?? Buffer.alloc(0)])
}

/** The codes and passkeys of one run through a scenario. */
export class Authenticator {
  #given = new Map<string, { period: number; code: string }>()
  #keys = new Map<string, { privateKey: KeyObject; user: string }>()

  /**
   * The code of a secret. A code may be used once only, so `newtotp` waits for a period in which none was given.
   *
   * @param kind `totp`, `newtotp`, or `oldtotp` for the code that was given last
   */
  async code(kind: string, secret: string): Promise<string> {
    const last = this.#given.get(secret)
    if (kind === 'oldtotp') return last?.code ?? '000000'
    for (;;) {
      const now = Date.now() / 1000
      const period = Math.floor(now / PERIOD)
      const used = kind === 'newtotp' && last !== undefined && last.period >= period
      if ((period + 1) * PERIOD - now > LEFT && !used) {
        const code = codeOf(secret, period)
        this.#given.set(secret, { period, code })
        return code
      }
      await sleep(200)
    }
  }

  /** The identity of a passkey, as it stands in requests. */
  keyId(name: string): string {
    return base64url(keyIdOf(name))
  }

  /**
   * What a passkey answers to the options of a server (WebAuthn): P-256, without attestation.
   *
   * @param kind `newkey` makes it, `usekey` signs with it
   * @returns null where the options are none
   */
  passkey(kind: string, name: string, given: any): object | null {
    const options = given?.publicKey ?? given
    if (!options?.challenge) return null
    const create = kind === 'newkey'
    const relyingParty: string = options.rp?.id ?? options.rpId
    const wish = create ? options.authenticatorSelection?.userVerification : options.userVerification
    const clientData = Buffer.from(
      JSON.stringify({
        type: create ? 'webauthn.create' : 'webauthn.get',
        challenge: options.challenge,
        origin: `https://${relyingParty}`,
        crossOrigin: false
      })
    )
    const { extensions, ...response } = create
      ? this.#create(name, options, relyingParty, wish !== 'discouraged')
      : this.#sign(name, relyingParty, wish !== 'discouraged', clientData)
    return {
      type: 'public-key',
      id: this.keyId(name),
      rawId: this.keyId(name),
      authenticatorAttachment: 'cross-platform',
      clientExtensionResults: extensions,
      response: { clientDataJSON: base64url(clientData), ...response }
    }
  }

  #create(name: string, options: any, relyingParty: string, verified: boolean) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' })
    this.#keys.set(name, { privateKey, user: options.user.id })
    const key = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')]
      ])
    )
    const id = keyIdOf(name)
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authenticatorData(relyingParty, verified, credential)]
    ])
    return {
      attestationObject: base64url(cbor(attestation)),
      transports: ['usb'],
      extensions: { credProps: { rk: options.authenticatorSelection?.residentKey === 'required' } }
    }
  }

  #sign(name: string, relyingParty: string, verified: boolean, clientData: Buffer) {
    const data = authenticatorData(relyingParty, verified)
    const key = this.#keys.get(name)
    const signed = key && {
      signature: base64url(sign('sha256', Buffer.concat([data, sha256(clientData)]), key.privateKey)),
      userHandle: key.user
    }
    return { authenticatorData: base64url(data), ...signed, extensions: {} }
  }
}
