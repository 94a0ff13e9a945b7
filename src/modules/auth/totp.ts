import { Secret, TOTP } from 'otpauth'

/** Seconds for which a code counts (RFC 6238); its digits and its hash are what every app knows. */
const PERIOD = 30
const FORM = { algorithm: 'SHA1', digits: 6, period: PERIOD } as const
/** Bytes of a secret. */
const SIZE = 20

/** A new secret, in base 32. */
export const newSecret = (): string => new Secret({ size: SIZE }).base32

/** The period of now: what a code was used in, it is not used in again. */
export const currentPeriod = (): number => Math.floor(Date.now() / 1000 / PERIOD)

/** A secret as apps have it, in base 32. */
const SECRET = /^[A-Z2-7]{16,256}=*$/i

/** Whether a code is that of a period. No other period counts, and no code that of something that is no secret. */
export function isCodeOf(secret: string, code: string, period: number): boolean {
  if (!SECRET.test(secret)) return false
  const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(secret) })
  return totp.validate({ token: code, timestamp: period * PERIOD * 1000, window: 0 }) === 0
}

/** The link by which an app takes over a secret. */
export const totpURL = (secret: string, label: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(label)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
