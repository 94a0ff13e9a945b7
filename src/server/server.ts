import { randomBytes } from 'node:crypto'
import { boundStatements, openDatabase, type Database } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { hashPassword } from '#auth/passwords.ts'
import { openVault } from '#auth/secret.ts'
import { createToken } from '#auth/tokens.ts'
import { mediaOf } from '#framework/files/media.ts'
import { StorageUnavailable } from '#framework/files/unavailable.ts'
import { PLUGIN_ACCOUNT } from '#framework/plugins/account.ts'
import type { Config } from './config.ts'
import { endUnfinished } from '#modules/data-output/index.ts'
import { offerBundledTemplates } from '#modules/report/index.ts'
import { listenError } from './listening.ts'
import { openUpToDate } from './open.ts'
import { HttpConnections, GRACE_MS } from './stopping.ts'

/** The first administrator, where this start created one; the password only where it was made up. */
export interface FirstAdministrator {
  id: number
  username: string
  password: string
  invented: boolean
}

/**
 * Creates the first administrator of a database that has no user at all, but for those that act for plugins. A database in memory always has one: where it
 * was filled with users, the one of that name becomes it.
 *
 * @param config name, password and address from the environment; without a password a random one is made
 * @param announce told who it is before they are stored: an account whose password nobody saw is never there
 * @returns who was created; undefined where there are users already
 */
async function ensureAdministrator(
  db: Database,
  config: Pick<Config, 'admin' | 'database'>,
  announce: Start['announce']
): Promise<FirstAdministrator | undefined> {
  const done = async (on: Database) => config.database !== ':memory:' && (await hasPeople(on))
  if (await done(db)) return undefined
  const { user, password, email } = config.admin
  const [username, chosen] = [user ?? 'admin', password ?? randomBytes(12).toString('base64url')]
  const standing = { username, password: await hashPassword(chosen) }
  return await db.transaction().execute(async (trx) => {
    // Another server may have been faster.
    if (await done(trx)) return undefined
    const kept = await trx.selectFrom('user').select('id').where('username', '=', username).executeTakeFirst()
    if (kept)
      await trx
        .updateTable('user')
        .set({ ...standing, is_active: 1, is_staff: 1, is_superuser: 1 })
        .where('id', '=', kept.id)
        .execute()
    const id =
      kept?.id ?? (await createUser(trx, { ...standing, email: email ?? '', is_staff: true, is_superuser: true }))
    const made = { id, username, password: chosen, invented: password === null }
    await announce(made)
    return made
  })
}

/** Whether there is any user but for those in whose name plugins act, or did. */
async function hasPeople(db: Database): Promise<boolean> {
  const found = await db
    .selectFrom('user')
    .select('id')
    .where((eb) => eb.not(eb.and([eb('username', 'like', `${PLUGIN_ACCOUNT}%`), eb('password', '=', '')])))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Whether there is somebody who may do everything, and can sign in. */
async function hasAdministrator(db: Database): Promise<boolean> {
  const found = await db
    .selectFrom('user')
    .select('id')
    .where('is_superuser', '=', 1)
    .where('is_active', '=', 1)
    .where('password', '<>', '')
    // What InvenTree stores for those who have none.
    .where('password', 'not like', '!%')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Creates what a database lacks, and ends what a server before left unfinished; once for all processes of a server. */
export async function prepareDatabase(
  db: Database,
  config: Config,
  { note, announce, goOn }: Start
): Promise<FirstAdministrator | undefined> {
  await endUnfinished(db)
  await offerBundledTemplates(db, mediaOf(config)).catch((error: unknown) => {
    if (!(error instanceof StorageUnavailable)) throw error
    note(`Uploaded files cannot be reached, ${error.message}. Until then what needs them is answered 503.`)
  })
  const made = await ensureAdministrator(db, config, announce)
  goOn()
  if (!made && !(await hasAdministrator(db)))
    note(
      'No superuser of this database can sign in. "inventree user create NAME --superuser" makes one, "inventree user password NAME" sets the password of one.'
    )
  return made
}

/** The address to open in a browser on this machine. */
export function urlOf(address: string, port: number): string {
  const host =
    address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address.includes(':') ? `[${address}]` : address
  return `http://${host}:${port}`
}

/** A running server. */
export interface Running {
  url: string
  administrator: FirstAdministrator | undefined
  /** Makes a token for a user; only where this process answers. */
  issueToken?(user: number): Promise<string>
  /** Notes an error that nobody expected, where this process has a log and a database. */
  report?(error: unknown): Promise<void>
  /** Answers what has arrived, and ends. */
  close(): Promise<void>
}

/** What may be asked of a start before it is over. */
export interface Start {
  /** Called before what must not be left half done: from then on the start goes through, whoever wants it to end. */
  lasting(): void
  /** Told who the first administrator is, and waited for, before they are stored: the password is nowhere else. */
  announce(made: FirstAdministrator): Promise<void>
  /** @throws where the start is to be broken off now */
  goOn(): void
  /** Settles when somebody wants it to end. */
  asked: Promise<void>
  /** Told in a sentence what is worth knowing. */
  note(text: string): void
}

export interface StartOptions extends Start {
  /** What to do with the database before the server listens. */
  prepare?: ((db: Database) => Promise<void>) | undefined
  /** Whether no other process has prepared the database. */
  alone: boolean
}

/**
 * Opens the database, creates what is missing, and listens.
 *
 * @param config see readConfig; port 0 takes any free port
 * @returns the server with the address that it really listens at
 */
export async function startServer(config: Config, { prepare, alone, ...start }: StartOptions): Promise<Running> {
  const vault = openVault(config)
  const db = alone ? (await openUpToDate(config, start.note)).db : await openDatabase(config.database)
  try {
    await prepare?.(db)
    start.lasting()
    // A password is hashed beside the loading of the rest, which who only starts others does not need.
    const [administrator, { buildApp }] = await Promise.all([
      alone ? prepareDatabase(db, config, start) : undefined,
      import('./app.ts')
    ])
    const app = await buildApp({ config, db, vault })
    boundStatements(db)
    const connections = new HttpConnections(app)
    await app.listen({ host: config.address, port: config.port }).catch((error: unknown) => {
      throw listenError(error, config)
    })
    const bound = app.server.address()
    const port = typeof bound === 'object' && bound ? bound.port : config.port
    return {
      url: urlOf(config.address, port),
      administrator,
      issueToken: async (user) =>
        (await app.clock.run(() => createToken(db, vault, { user_id: user, name: '' }))).token,
      report: async (error) => {
        app.log.fatal({ err: error }, 'an error that nobody expected: the server ends')
        const { keepReport } = await import('./error-report.ts')
        await keepReport(db, error, { url: '' })
      },
      close: async () => {
        // They would last until somebody breaks them off.
        app.liveEvents.end()
        await connections.close(GRACE_MS)
        await app.close()
        await db.destroy()
      }
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
