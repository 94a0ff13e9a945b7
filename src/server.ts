import { randomBytes } from 'node:crypto'
import { openDatabase, type Database } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { hashPassword } from '#auth/passwords.ts'
import { openVault } from '#auth/secret.ts'
import type { Config } from './config.ts'

/** The first administrator, where this start created one; the password only where it was made up. */
export interface FirstAdministrator { username: string, password: string, invented: boolean }

/**
 * Creates the first administrator of a database that has no user at all.
 *
 * @param config name, password and address from the environment; without a password a random one is made
 * @returns who was created; undefined where there are users already
 */
export async function ensureAdministrator (db: Database, config: Pick<Config, 'admin'>): Promise<FirstAdministrator | undefined> {
  const anybody = (on: Database) => on.selectFrom('user').select('id').limit(1).executeTakeFirst()
  if (await anybody(db)) return undefined
  const { user, password, email } = config.admin
  const administrator = { username: user ?? 'admin', password: password ?? randomBytes(12).toString('base64url'), invented: password === null }
  const stored = await hashPassword(administrator.password)
  return await db.transaction().execute(async (trx) => {
    // Another server may have been faster.
    if (await anybody(trx)) return undefined
    await createUser(trx, { username: administrator.username, password: stored, email: email ?? '', is_staff: true, is_superuser: true })
    return administrator
  })
}

/** The address to open in a browser on this machine. */
export function urlOf (address: string, port: number): string {
  const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address.includes(':') ? `[${address}]` : address
  return `http://${host}:${port}`
}

/** A running server. */
export interface Running { url: string, administrator: FirstAdministrator | undefined, close (): Promise<void> }

/**
 * Opens the database, creates what is missing, and listens.
 *
 * @param config see readConfig; port 0 takes any free port
 * @param prepare what to do with the database before the server listens
 * @returns the server with the address that it really listens at
 */
export async function startServer (config: Config, prepare?: (db: Database) => Promise<void>): Promise<Running> {
  const vault = openVault(config)
  const db = await openDatabase(config.database)
  try {
    await prepare?.(db)
    const administrator = await ensureAdministrator(db, config)
    // Who only starts others needs none of this.
    const { buildApp } = await import('./app.ts')
    const app = await buildApp({ config, db, vault })
    await app.listen({ host: config.address, port: config.port })
    const bound = app.server.address()
    const port = typeof bound === 'object' && bound ? bound.port : config.port
    return { url: urlOf(config.address, port), administrator, close: async () => { await app.close(); await db.destroy() } }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
