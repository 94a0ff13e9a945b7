import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { hashPassword } from '#auth/passwords.ts'
import { openVault } from '#auth/secret.ts'
import { buildApp } from './app.ts'
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
  if (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) return undefined
  const { user, password, email } = config.admin
  const administrator = { username: user ?? 'admin', password: password ?? randomBytes(12).toString('base64url'), invented: password === null }
  const stored = await hashPassword(administrator.password)
  await db.transaction().execute((trx) => createUser(trx, { username: administrator.username, password: stored, email: email ?? '', is_staff: true, is_superuser: true }))
  return administrator
}

/** A running server. */
export interface Running { app: FastifyInstance, url: string, administrator: FirstAdministrator | undefined, close (): Promise<void> }

/**
 * Opens the database, creates what is missing, and listens.
 *
 * @param config see readConfig; port 0 takes any free port
 * @param prepare what to do with the database before the server listens
 * @returns the server with the address that it really listens at
 */
export async function startServer (config: Config, prepare?: (db: Database) => Promise<void>): Promise<Running> {
  const vault = openVault(config)
  // What lives in memory leaves nothing behind, and touches no files that belong to another database.
  const throwAway = config.database === ':memory:' ? await mkdtemp(join(tmpdir(), 'inventree-')) : undefined
  const db = await openDatabase(config.database)
  const end = async () => {
    await db.destroy()
    if (throwAway) await rm(throwAway, { recursive: true, force: true })
  }
  try {
    await prepare?.(db)
    const administrator = await ensureAdministrator(db, config)
    const app = await buildApp({ config: { ...config, mediaRoot: throwAway ?? config.mediaRoot }, db, vault })
    await app.listen({ host: config.address, port: config.port })
    const bound = app.server.address()
    const port = typeof bound === 'object' && bound ? bound.port : config.port
    const host = config.address === '0.0.0.0' || config.address === '::' ? '127.0.0.1' : config.address.includes(':') ? `[${config.address}]` : config.address
    return { app, url: `http://${host}:${port}`, administrator, close: async () => { await app.close(); await end() } }
  } catch (error) {
    await end()
    throw error
  }
}
