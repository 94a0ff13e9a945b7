// Where a server under test keeps its things: a folder and a database of its own, and who may sign in.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { completeGroup, createUser, setGroups } from '#auth/accounts.ts'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { createToken, Vault } from '#auth/tokens.ts'
import { openDatabase, type Database } from '#db/database.ts'
import type { DatabaseAddress } from '#db/opened.ts'
import { readConfig } from '#server/config.ts'
import { freePort } from '../support/port.ts'
import { dropDatabase, environmentOf, makeDatabase } from '../support/postgres.ts'

/** The kinds of databases that a server can have. */
export type Engine = 'sqlite' | 'postgresql'

/** Seals the tokens of every server that is started here. */
const SECRET = 'a key for tests of trust alone, and long enough'

/** Whom the tests act for. */
export interface Tokens {
  /** A superuser whom nobody attacks: asks how the server is. */
  keeper: string
  /** A superuser. */
  admin: string
  /** May look at stock and change parts, and nothing else. */
  limited: string
}

export interface TestPlace {
  folder: string
  /** Configuration for a server, with a port that was free. */
  env: Record<string, string>
  tokens: Tokens
  remove(): Promise<void>
}

async function makeUsers(db: Database): Promise<Tokens> {
  const vault = new Vault(SECRET)
  const issue = async (user_id: number) => `Token ${(await createToken(db, vault, { user_id, name: 'trust' })).token}`
  const person = async (username: string, powers: object = {}) =>
    await createUser(db, { username, password: '!', ...powers })
  const all = { is_staff: true, is_superuser: true }
  const [keeper, admin, limited] = [await person('keeper', all), await person('admin', all), await person('limited')]
  const { id: group } = await db
    .insertInto('group')
    .values({ name: 'few rights' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await completeGroup(db, group)
  for (const name of RULESET_NAMES) {
    const [view, write] = [name === 'part' || name === 'stock' ? 1 : 0, name === 'part' ? 1 : 0] as const
    await db
      .updateTable('ruleset')
      .set({ can_view: view, can_add: write, can_change: write, can_delete: 0 })
      .where('group_id', '=', group)
      .where('name', '=', name)
      .execute()
  }
  await setGroups(db, limited, [group])
  return { keeper: await issue(keeper), admin: await issue(admin), limited: await issue(limited) }
}

/**
 * Makes a folder and a database with three users for a server that is yet to be started.
 *
 * @param fill puts more into the database
 * @param parent where the folder is made; in the folder for temporary files unless told otherwise
 */
export async function makePlace(
  engine: Engine,
  more: Record<string, string> = {},
  fill?: (db: Database) => Promise<void>,
  parent = tmpdir()
): Promise<TestPlace> {
  const folder = mkdtempSync(join(parent, 'inventree-trust-'))
  const media = join(folder, 'media')
  mkdirSync(media, { mode: 0o700 })
  const place = engine === 'sqlite' ? undefined : await makeDatabase()
  const env = {
    INVENTREE_WEB_PORT: String(await freePort()),
    INVENTREE_SECRET_KEY: SECRET,
    INVENTREE_MEDIA_ROOT: media,
    INVENTREE_BACKUP_DIR: join(folder, 'backup'),
    ...(place ? environmentOf(place) : { INVENTREE_DB_NAME: join(folder, 'data.sqlite3') }),
    ...more
  }
  const db = await openDatabase(databaseOf(env))
  try {
    const tokens = await makeUsers(db)
    await fill?.(db)
    return {
      folder,
      env,
      tokens,
      remove: async () => {
        rmSync(folder, { recursive: true, force: true })
        if (place) await dropDatabase(place.name)
      }
    }
  } finally {
    await db.destroy()
    // As a server makes it: for its user alone.
    for (const name of readdirSync(folder).filter((name) => name.startsWith('data.sqlite3')))
      chmodSync(join(folder, name), 0o600)
  }
}

/** The database that a configuration names. */
const databaseOf = (env: Record<string, string>): DatabaseAddress => readConfig(env).database
