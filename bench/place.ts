// Where a run keeps its copies of the data, and what it says meanwhile.
import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type DatabaseAddress } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { hashPassword } from '#auth/passwords.ts'
import { tokenNamed, Vault } from '#auth/tokens.ts'
import { database, PASSWORD, USER } from './data.ts'
import { runOurs, SECRET } from './process.ts'

/** A folder that goes with the run. */
export const folder = mkdtempSync(join(tmpdir(), 'inventree-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Tells what takes long. */
export const note = (text: string) => console.error(`# ${text}`)

/** A database that a run may write to, and a token for it. */
export interface Copy {
  file: string
  token: string
}

let copies = 0
// Under a name of its own: what the servers before left beside their copy belongs to no other.
const fresh = () => join(folder, `copy${++copies}.sqlite3`)

/**
 * A token for whoever asks.
 *
 * @param create whether there is no such user yet
 */
export async function tokenFor(place: DatabaseAddress, create = false): Promise<string> {
  const db = await openDatabase(place)
  if (create)
    await createUser(db, { username: USER, password: await hashPassword(PASSWORD), is_superuser: true, is_staff: true })
  const user = await db.selectFrom('user').select('id').where('username', '=', USER).executeTakeFirstOrThrow()
  const { token } = await tokenNamed(db, new Vault(SECRET), user.id, '')
  await db.destroy()
  return token
}

/** A copy of the data with so many parts. */
export async function copy(rows: number): Promise<Copy> {
  const file = fresh()
  copyFileSync(await database(rows, note), file, constants.COPYFILE_FICLONE)
  return { file, token: await tokenFor(file) }
}

/** A database with what an export holds, and a superuser who asks. */
export async function imported(from: string): Promise<Copy> {
  const file = fresh()
  note(`importing ${from}`)
  await runOurs(['import', from], file)
  return { file, token: await tokenFor(file, true) }
}
