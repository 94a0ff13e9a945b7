import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { openDatabase, type Database } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { hashPassword } from '#auth/passwords.ts'
import { openVault } from '#auth/secret.ts'
import { createToken } from '#auth/tokens.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { endUnfinished } from './data-output/index.ts'

/** The first administrator, where this start created one; the password only where it was made up. */
export interface FirstAdministrator { id: number, username: string, password: string, invented: boolean }

/**
 * Creates the first administrator of a database that has no user at all. A database in memory always has one: where it was filled with users, the
 * one of that name becomes it.
 *
 * @param config name, password and address from the environment; without a password a random one is made
 * @returns who was created; undefined where there are users already
 */
export async function ensureAdministrator (db: Database, config: Pick<Config, 'admin' | 'database'>): Promise<FirstAdministrator | undefined> {
  const anybody = await db.selectFrom('user').select('id').limit(1).executeTakeFirst()
  if (anybody && config.database !== ':memory:') return undefined
  const { user, password, email } = config.admin
  const [username, chosen] = [user ?? 'admin', password ?? randomBytes(12).toString('base64url')]
  const standing = { username, password: await hashPassword(chosen) }
  const id = await db.transaction().execute(async (trx) => {
    const kept = await trx.selectFrom('user').select('id').where('username', '=', username).executeTakeFirst()
    if (!kept) return await createUser(trx, { ...standing, email: email ?? '', is_staff: true, is_superuser: true })
    await trx.updateTable('user').set({ ...standing, is_active: 1, is_staff: 1, is_superuser: 1 }).where('id', '=', kept.id).execute()
    return kept.id
  })
  return { id, username, password: chosen, invented: password === null }
}

/** A running server. */
export interface Running {
  app: FastifyInstance
  url: string
  administrator: FirstAdministrator | undefined
  /** Makes a token for a user. */
  issueToken (user: number): Promise<string>
  close (): Promise<void>
}

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
    await endUnfinished(db)
    const administrator = await ensureAdministrator(db, config)
    const app = await buildApp({ config, db, vault })
    await app.listen({ host: config.address, port: config.port })
    const bound = app.server.address()
    const port = typeof bound === 'object' && bound ? bound.port : config.port
    const host = config.address === '0.0.0.0' || config.address === '::' ? '127.0.0.1' : config.address.includes(':') ? `[${config.address}]` : config.address
    return {
      app,
      url: `http://${host}:${port}`,
      administrator,
      issueToken: async (user) => (await createToken(db, vault, { user_id: user, name: '' })).token,
      close: async () => { await app.close(); await db.destroy() }
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
