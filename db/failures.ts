// What it means when the database itself fails, as opposed to what it says of a statement: one table from the codes of
// both databases to a kind.
import { dictionary } from './dictionary.ts'

/**
 * - `away`: it cannot be reached, or is not the one that takes writes; nothing of this transaction was stored.
 * - `unsure`: it went away while it was to store a transaction, which it may or may not have done.
 * - `busy`: others use it for longer than anybody waits.
 * - `slow`: a statement took longer than one may.
 * - `full`: there is no room left, for the database or for a file.
 * - `unwritable`: reading goes on, but the disk takes nothing.
 * - `damaged`: what it has stored cannot be read.
 */
export type FailureKind = 'away' | 'unsure' | 'busy' | 'slow' | 'full' | 'unwritable' | 'damaged'

/** An error of the database itself; the cause is what its driver threw. */
export class DatabaseFailure extends Error {
  readonly kind: FailureKind

  constructor(kind: FailureKind, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }

  /** The code that the database or the network gave, where there was one. */
  get code(): string | undefined {
    return codeOf(this.cause) || undefined
  }
}

/**
 * Codes, or what they begin with; the longest that fits counts. SQLite's are words, those of PostgreSQL have five
 * characters.
 */
const KINDS: Record<string, FailureKind> = dictionary({
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
  SQLITE_CANTOPEN: 'away',
  SQLITE_READONLY: 'away',
  SQLITE_PERM: 'away',
  SQLITE_IOERR: 'away',
  // What exceeds a quota; SQLite tells a full disk alone from other trouble. Network disks promise room that is not
  // there when it counts.
  SQLITE_IOERR_WRITE: 'unwritable',
  SQLITE_IOERR_FSYNC: 'unwritable',
  SQLITE_IOERR_TRUNCATE: 'unwritable',
  SQLITE_IOERR_SHMSIZE: 'unwritable',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  SQLITE_IOERR_SHORT_READ: 'damaged',
  SQLITE_FULL: 'full',
  // Connections that break or are refused, also by PgBouncer, which calls everything 08P01.
  '08': 'away',
  // A standby, or a primary that became one.
  25006: 'away',
  // A transaction that did nothing for too long.
  '25P03': 'away',
  // A password that was changed, a database that was dropped: whoever looks after it puts that right.
  28: 'away',
  '3D000': 'away',
  40001: 'busy',
  '40P01': 'busy',
  53100: 'full',
  53200: 'busy',
  53300: 'busy',
  '55P03': 'busy',
  57014: 'slow',
  '57P': 'away',
  58030: 'damaged',
  '58P01': 'damaged',
  XX001: 'damaged',
  XX002: 'damaged'
})

/** What the driver of PostgreSQL, or the network below it, says where the server said nothing. */
const BROKEN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EACCES'
])
const SAYINGS: [says: string, kind: FailureKind][] = [
  ['timeout exceeded when trying to connect', 'busy'],
  ['Connection terminated', 'away'],
  ['Client has encountered a connection error', 'away'],
  ['Client was closed', 'away'],
  ['Query read timeout', 'slow'],
  ['timeout expired', 'away']
]

/** What the system says of files that cannot be written. */
const FILES: Record<string, FailureKind> = dictionary({
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'unwritable'
})

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

function kindOf(error: unknown): FailureKind | undefined {
  if (error instanceof DatabaseFailure) return error.kind
  const code = codeOf(error)
  if ('syscall' in (error as object) && FILES[code]) return FILES[code]
  // A code of five characters may be anybody's, such as EPIPE or EROFS.
  if (!code.startsWith('SQLITE_') && !(code.length === 5 && 'severity' in (error as object))) return undefined
  for (let length = code.length; length > 1; length--) {
    const kind = KINDS[code.slice(0, length)]
    if (kind) return kind
  }
  return undefined
}

/**
 * What is wrong with the database, or the disk, where an error tells that something is.
 *
 * @param error whatever was thrown; what caused it is looked at as well
 * @returns undefined where the database is well, and only refused what it was asked
 */
export function failureOf(error: unknown): { kind: FailureKind; message: string } | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const kind = kindOf(one)
    if (kind) return { kind, message: one.message }
  }
  return undefined
}

/**
 * The same for what a connection to PostgreSQL failed with, where the codes of the network mean this database.
 *
 * @param error what the driver threw
 * @returns a failure that has the error as its cause, or the error itself
 */
export function ofConnection(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFailure) return error
  // Where a name has several addresses, each has an error of its own.
  const first = error instanceof AggregateError ? (error.errors[0] as Error) : error
  const kind =
    kindOf(first) ??
    (BROKEN.has(codeOf(first)) ? 'away' : SAYINGS.find(([says]) => first.message.startsWith(says))?.[1])
  return kind ? new DatabaseFailure(kind, first.message || codeOf(first), error) : error
}
