// Keys that mail brings: each names what it is for and when it was made, with a seal over everything that it stands on.
// Nothing of them is stored; what changes ends them.
import type { Database } from '#db/database.ts'
import type { Vault } from '#auth/tokens.ts'
import { timingSafeEqual } from 'node:crypto'

/** What a key says. */
interface Key {
  id: number
  /** When it was made, in seconds since 1970. */
  made: number
  seal: string
}

const KEY = /^([\da-z]{1,10})-([\da-z]{1,10})-([\w-]{43})$/

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

function parseKey(text: string, seconds: number): Key | undefined {
  const [, id, made, seal] = KEY.exec(text) ?? []
  if (seal === undefined) return undefined
  const key = { id: parseInt(id!, 36), made: parseInt(made!, 36), seal }
  const age = nowInSeconds() - key.made
  return age >= 0 && age <= seconds && Number.isSafeInteger(key.id) ? key : undefined
}

/** Makes the key of a record, sealed with what it stands on. */
function makeKey(vault: Vault, purpose: string, id: number, stands: readonly string[]): string {
  const made = nowInSeconds()
  return `${id.toString(36)}-${made.toString(36)}-${vault.mark(purpose, String(id), String(made), ...stands)}`
}

/** Whether a key is right, now that what it stands on is known. */
function isRight(vault: Vault, purpose: string, { id, made, seal }: Key, stands: readonly string[]): boolean {
  const right = Buffer.from(vault.mark(purpose, String(id), String(made), ...stands))
  const given = Buffer.from(seal)
  return right.length === given.length && timingSafeEqual(right, given)
}

/** A kind of key. */
interface KindOfKey<Row extends { id: number }> {
  /** For how long it is good, in seconds. */
  seconds: number
  /** A new key for a record. */
  make(db: Database, row: Row): Promise<string>
  /** The record of a key; undefined where it is wrong, too old or used up. */
  find(db: Database, text: string): Promise<Row | undefined>
}

/**
 * Defines a kind of key.
 *
 * @param purpose tells it from all other kinds
 * @param load reads a record by its primary key; undefined where none may be named any more
 * @param stands what a key of a record ends with when it changes
 */
export function kindOfKey<Row extends { id: number }>(
  vault: Vault,
  {
    purpose,
    seconds,
    load,
    stands
  }: {
    purpose: string
    seconds: number
    load: (db: Database, id: number) => Promise<Row | undefined>
    stands: (db: Database, row: Row) => Promise<string[]> | string[]
  }
): KindOfKey<Row> {
  return {
    seconds,
    make: async (db, row) => makeKey(vault, purpose, row.id, await stands(db, row)),
    find: async (db, text) => {
      const key = parseKey(text, seconds)
      const row = key && (await load(db, key.id))
      return row && isRight(vault, purpose, key, await stands(db, row)) ? row : undefined
    }
  }
}
