// People of whom a provider knows and this server does not yet.
import type { Database } from '#db/database.ts'
import type { UserRow } from '#auth/users.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { addAddress, confirmAddress, isNameTaken, storeAccount, type AccountService } from '#modules/account/index.ts'
import { connect } from './accounts.ts'
import { syncGroups } from './groups.ts'
import type { Identity } from './protocol.ts'

/** How long a name that is made up may be, with room for a number behind it. */
const LONGEST = 140
/** How many numbers are tried behind a name. */
const TRIES = 50

/** What stands in the place of a password that nobody has: no text hashes to it. */
const UNUSABLE = '!'

/** A user name for somebody, as far as one follows from what a provider says. */
function nameOf({ username, email, name }: Identity): string {
  const told = [username, email.split('@')[0]!, name].find((text) => text !== '') ?? ''
  return (
    told
      .normalize('NFKC')
      .replaceAll(/[^\p{L}\p{N}_.@+-]+/gu, '')
      .slice(0, LONGEST) || 'user'
  )
}

/** A user name that nobody has; undefined where so many have the like that somebody has to choose. */
export async function freeName(db: Database, identity: Identity): Promise<string | undefined> {
  const name = nameOf(identity)
  for (let number = 1; number <= TRIES; number++) {
    const tried = number === 1 ? name : `${name}${number}`
    if (!(await isNameTaken(db, tried))) return tried
  }
  return undefined
}

/** First and last name, as far as a provider tells them. */
function namesOf({ claims, name }: Identity): { first_name: string; last_name: string } {
  const [first = '', ...rest] = name.split(' ')
  const told = (key: string, otherwise: string) => (typeof claims[key] === 'string' ? claims[key] : otherwise)
  return {
    first_name: told('given_name', first).slice(0, 150),
    last_name: told('family_name', rest.join(' ')).slice(0, 150)
  }
}

/** An account that is about to be made. */
interface Newcomer {
  provider: string
  identity: Identity
  username: string
  /** In small letters; may be empty. */
  email: string
}

/**
 * Makes an account for somebody whom a provider knows: without a password, with their address, which counts as confirmed
 * where the provider says so.
 *
 * @throws 400 in the form of the sign-in area where name or address belong to somebody
 */
export async function admit(
  context: RequestContext,
  service: AccountService,
  { provider, identity, username, email }: Newcomer
): Promise<UserRow> {
  const { settings } = context
  const isProved = identity.isEmailVerified && email === identity.email
  const asks = email !== '' && !isProved && (await service.mayAskToConfirm(email))
  return await context.db.transaction().execute(async (db) => {
    const wanted = { username, email, password: UNUSABLE, ...namesOf(identity) }
    const user = await storeAccount(db, settings, wanted)
    await connect(db, user.id, provider, identity)
    await syncGroups(db, settings, user.id, identity)
    if (email === '') return user
    const address = await addAddress(db, { userId: user.id, email, primary: true })
    if (isProved) await confirmAddress(db, address)
    else if (asks) await service.askToConfirm({ ...context, db }, address, username)
    return user
  })
}
