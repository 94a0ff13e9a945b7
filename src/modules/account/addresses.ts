// The addresses of users in the database (docs/behaviour/account.md#addresses).
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { UserRow } from '#auth/users.ts'

/** An address as somebody has it, in small letters. */
export type AddressRow = Selectable<DB['email_address']>

const COLUMNS = ['id', 'user_id', 'email', 'verified', 'primary'] as const

/** The addresses of a user, the oldest first. */
export const addressesOf = (db: Database, userId: number): Promise<AddressRow[]> =>
  db.selectFrom('email_address').select(COLUMNS).where('user_id', '=', userId).orderBy('id').execute()

/** An address by its key; undefined where it is gone, or was confirmed. */
export const unverifiedAddress = (db: Database, id: number): Promise<AddressRow | undefined> =>
  db.selectFrom('email_address').select(COLUMNS).where('id', '=', id).where('verified', '=', 0).executeTakeFirst()

/** Adds an address in small letters. */
export async function addAddress(
  db: Database,
  { userId, email, primary = false }: { userId: number; email: string; primary?: boolean }
): Promise<AddressRow> {
  const row = { user_id: userId, email: email.toLowerCase(), primary: primary ? 1 : 0 } as const
  return await db.insertInto('email_address').values(row).returning(COLUMNS).executeTakeFirstOrThrow()
}

/** Makes an address the first of its user; the account shows it from then on. */
export async function makePrimary(db: Database, { id, user_id, email }: AddressRow): Promise<void> {
  await db.updateTable('email_address').set({ primary: 0 }).where('user_id', '=', user_id).execute()
  await db.updateTable('email_address').set({ primary: 1 }).where('id', '=', id).execute()
  await db.updateTable('user').set({ email }).where('id', '=', user_id).execute()
}

/** Whether another user has confirmed an address. */
export async function isVerifiedElsewhere(db: Database, { email, user_id }: AddressRow): Promise<boolean> {
  const other = db
    .selectFrom('email_address')
    .select('id')
    .where('email', '=', email)
    .where('verified', '=', 1)
    .where('user_id', '<>', user_id)
  return (await other.executeTakeFirst()) !== undefined
}

/** Confirms an address; the first one of a user becomes the one that mail goes to. */
export async function confirmAddress(db: Database, address: AddressRow): Promise<void> {
  await db.updateTable('email_address').set({ verified: 1 }).where('id', '=', address.id).execute()
  const others = await addressesOf(db, address.user_id)
  if (!others.some(({ primary }) => primary)) await makePrimary(db, address)
}

/** Removes an address; where the account shows it, it shows another one from then on, a confirmed one first. */
export async function removeAddress(db: Database, { id, user_id, email }: AddressRow): Promise<void> {
  await db.deleteFrom('email_address').where('id', '=', id).execute()
  const left = await addressesOf(db, user_id)
  const next = left.find(({ verified }) => verified) ?? left[0]
  await db
    .updateTable('user')
    .set({ email: next?.email ?? '' })
    .where('id', '=', user_id)
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email))
    .execute()
}

/** The address that mail to a user goes to, in small letters; undefined where there is none. */
export async function primaryAddress(db: Database, { id }: Pick<UserRow, 'id'>): Promise<string | undefined> {
  const found = db.selectFrom('email_address').select('email').where('user_id', '=', id).where('primary', '=', 1)
  return (await found.executeTakeFirst())?.email
}

/** Whether an address belongs to anybody, confirmed or not. */
export async function isAddressTaken(db: Database, email: string): Promise<boolean> {
  if (email === '') return false
  const small = email.toLowerCase()
  const listed = db.selectFrom('email_address').select('id').where('email', '=', small).limit(1)
  if (await listed.executeTakeFirst()) return true
  const inAccount = db
    .selectFrom('user')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', small))
    .limit(1)
  return (await inAccount.executeTakeFirst()) !== undefined
}

/**
 * The active users whom mail to an address reaches: those who have confirmed it or, where nobody has, all with it in
 * their list or their account.
 */
export async function activeUsersOf(db: Database, email: string): Promise<number[]> {
  const small = email.toLowerCase()
  const listed = await db
    .selectFrom('email_address')
    .innerJoin('user', 'user.id', 'email_address.user_id')
    .select(['user.id', 'email_address.verified'])
    .where('email_address.email', '=', small)
    .where('user.is_active', '=', 1)
    .execute()
  const verified = listed.filter(({ verified }) => verified)
  if (verified.length) return verified.map(({ id }) => id)
  const inAccount = await db
    .selectFrom('user')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', small))
    .where('is_active', '=', 1)
    .execute()
  return [...new Set([...listed, ...inAccount].map(({ id }) => id))]
}
