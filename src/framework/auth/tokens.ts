import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  type KeyObject
} from 'node:crypto'
import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { afterDays, now, today } from '#framework/time.ts'

/** How long a new token lives. */
export const LIFETIME_DAYS = 365

/** What a request's token is looked up by. */
export const tokenHash = (token: string) => hash('sha256', token, 'hex')

/** The form in which lists show a token: its ends, the middle blanked out (docs/behaviour/user.md#tokens). */
const redact = (token: string) => token.slice(0, 8) + '*'.repeat(token.length - 20) + token.slice(-12)

/**
 * Encrypts the values that the API must be able to show again. The key lies outside the database, so that a stolen
 * database opens nothing.
 */
export class Vault {
  readonly #key: KeyObject
  readonly #marks: KeyObject

  /** @param secret at least 32 random bytes, as text or bytes */
  constructor(secret: string | Buffer) {
    const keyFor = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)))
    this.#key = keyFor('inventree api tokens')
    this.#marks = keyFor('inventree marks')
  }

  /**
   * @returns what texts are recognised by where they must not be readable, the same on all servers that share the key
   */
  mark(...texts: string[]): string {
    return createHmac('sha256', this.#marks).update(JSON.stringify(texts)).digest('base64url')
  }

  /** @returns the text encrypted and authenticated, as base64 */
  seal(text: string): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
  }

  /** @returns the text; undefined where it was sealed with another key or tampered with */
  open(sealed: string): string | undefined {
    try {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    } catch {
      return undefined
    }
  }
}

export interface NewToken {
  user_id: number
  name: string
  expiry?: string
  revoked?: boolean
  last_seen?: string | null
}

/**
 * Makes a token.
 *
 * @returns its key in the database, its text (not kept in clear anywhere) and the last day on which it works
 */
export async function createToken(
  db: Database,
  vault: Vault,
  { user_id, name, expiry = afterDays(LIFETIME_DAYS), revoked = false, last_seen = null }: NewToken
): Promise<{ id: number; token: string; expiry: string }> {
  const token = `inv-${randomBytes(20).toString('hex')}-${today().replaceAll('-', '')}`
  const { id } = await db
    .insertInto('api_token')
    .values({
      user_id,
      name,
      hash: tokenHash(token),
      sealed: vault.seal(token),
      redacted: redact(token),
      created: now(),
      expiry,
      last_seen,
      revoked: revoked ? 1 : 0,
      metadata: null
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, token, expiry }
}

const findValid = prepared((db, { value }: Slots<{ user: number; name: string; day: string }>) =>
  db
    .selectFrom('api_token')
    .select(['sealed', 'expiry'])
    .where('user_id', '=', value('user'))
    .where('name', '=', value('name'))
    .where('revoked', '=', 0)
    .where('expiry', '>=', value('day'))
    .orderBy('id')
)

async function validToken(
  db: Database,
  vault: Vault,
  user: number,
  name: string
): Promise<{ token: string; expiry: string } | undefined> {
  for (const { sealed, expiry } of await findValid(db, { user, name, day: today() })) {
    const token = vault.open(sealed)
    if (token !== undefined) return { token, expiry }
  }
  return undefined
}

/**
 * The user's valid token of a name, made where there is none (docs/behaviour/user.md#asking-for-a-token). Asking again
 * gives the same token, and writes nothing.
 *
 * @param db the open database, not a transaction
 */
export async function tokenNamed(
  db: Database,
  vault: Vault,
  user_id: number,
  name: string
): Promise<{ token: string; expiry: string }> {
  const token = await validToken(db, vault, user_id, name)
  if (token) return token
  return await db.transaction().execute(async (trx) => {
    // Two who ask at once for the first time get the same one.
    const others = await validToken(trx, vault, user_id, name)
    return others ?? (await createToken(trx, vault, { user_id, name }))
  })
}
