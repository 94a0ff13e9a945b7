import { createHmac, randomBytes } from 'node:crypto'

// Recovery codes, which follow from a seed as the reference server's do: people who move keep theirs.

/** How many codes there are, and how many digits each has. */
const [CODES, DIGITS] = [10, 8]
/** Bytes of a seed. */
const SEED = 40

/** Recovery codes as an export has them. */
export interface RecoveryData {
  seed?: string
  /** Bit by bit, the codes that were used. */
  used_mask?: number
  /** Those that are left, where the codes are older than seeds. */
  migrated_codes?: string[]
  /** When they were last looked at; seconds since 1970. */
  viewed_at?: number
}

export const newSeed = (): RecoveryData => ({ seed: randomBytes(SEED).toString('hex'), used_mask: 0 })

/**
 * All codes of a seed. Each is made of an HMAC-SHA1, keyed by the text of the seed, of the numbers of the codes up to its
 * own: three characters wide, a comma after each.
 */
function codesOf(seed: string): string[] {
  const numbers = Array.from({ length: CODES }, (_, i) => `${String(i).padStart(3)},`)
  return numbers.map((_, i) => {
    const digest = createHmac('sha1', seed)
      .update(numbers.slice(0, i + 1).join(''))
      .digest()
    return String(digest.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0')
  })
}

const isUsed = (mask: number, i: number) => ((mask >> i) & 1) === 1

/** The codes that are left. */
export const unusedCodes = ({ seed = '', used_mask = 0, migrated_codes }: RecoveryData): string[] =>
  migrated_codes ?? codesOf(seed).filter((_, i) => !isUsed(used_mask, i))

/** How many codes there were. */
export const codesMade = ({ migrated_codes }: RecoveryData): number => migrated_codes?.length ?? CODES

/** The same codes with one of them used; undefined where it is none of them, or was used before. */
export function withUsed(data: RecoveryData, code: string): RecoveryData | undefined {
  const { seed = '', used_mask = 0, migrated_codes } = data
  if (migrated_codes) {
    const left = migrated_codes.filter((one) => one !== code)
    return left.length < migrated_codes.length ? { ...data, migrated_codes: left } : undefined
  }
  const i = codesOf(seed).findIndex((one, at) => one === code && !isUsed(used_mask, at))
  return i < 0 ? undefined : { ...data, used_mask: used_mask | (1 << i) }
}
