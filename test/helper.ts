import type { Test } from 'tap'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { pbkdf2Sync } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Insertable } from 'kysely'
import { wrongAmounts } from '#db/amounts/fill.ts'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { completeGroup, createUser, setGroups } from '#auth/accounts.ts'
import { RULESET_NAMES, type RulesetName } from '#auth/rulesets.ts'
import { createToken, type Vault } from '#auth/tokens.ts'
import { buildApp, type Parts } from '#server/app.ts'
import { VERBS, type Verb } from '#contract/scopes.ts'
import { breach, type Answer } from './support/contract.ts'
import { TEST_VAULT } from './support/vault.ts'
import { emptyDatabase, emptyTables, restartKeys } from './support/database.ts'

export type { Answer }

/** The password of every user that a test makes, unless it says otherwise. */
export const PASSWORD = 'Turbine-Kayak-44'

/** Stored as an import would bring it: a cheap hash, so that a user costs next to nothing. */
const STORED = `pbkdf2_sha256$1000$saltsalt$${pbkdf2Sync(PASSWORD, 'saltsalt', 1000, 32, 'sha256').toString('base64')}`

/** The value of a Basic header. */
export const basic = (name: string, password = PASSWORD) =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`

type Headers = Record<string, string>
type Send = (url: string, body?: unknown, headers?: Headers) => Promise<Answer>

/** One who asks: every method sends a request and gives the answer, which was checked against the contract. */
export interface Client {
  get: Send
  post: Send
  put: Send
  patch: Send
  delete: Send
  options: Send
  head: Send
}

export interface NewUser {
  name: string
  /** Names of groups to be in; made where there are none. */
  groups?: string[]
  /** What a group of the user's own permits: exactly these verbs. */
  roles?: Partial<Record<RulesetName, readonly Verb[]>>
  staff?: boolean
  superuser?: boolean
  active?: boolean
}

export interface House {
  app: FastifyInstance
  db: Database
  vault: Vault
  /** Sends as a user, by name, with a token of theirs; null sends without credentials. */
  as(name: string | null): Client
  /** Sends with exactly these headers. */
  by(headers: Headers): Client
  /** Any request at all. */
  request(options: InjectOptions & { method: string; url: string }): Promise<Answer>
  /** Makes a user and gives its primary key. */
  makeUser(user: NewUser): Promise<number>
  /** Makes a group with roles and gives its primary key. */
  makeGroup(name: string, roles?: NewUser['roles']): Promise<number>
  /** Creates a record as the administrator and gives it. */
  make(url: string, body: object): Promise<any>
  /** Puts a row straight into a table, as no request could or needs to, and gives its primary key. */
  insert<Name extends keyof DB>(table: Name, row: Partial<Insertable<DB[Name]>>): Promise<number>
  /** Sets a global setting, as the administrator. */
  set(key: string, value: unknown): Promise<void>
}

/** What a server of a test is configured by, where it needs nothing else. */
export const CONFIG: Parts['config'] = {
  logLevel: 'silent',
  corsAllowAll: true,
  corsWhitelist: [],
  siteURL: null,
  timeZone: 'UTC',
  staticRoot: null,
  webFolder: join(tmpdir(), `inventree-test-${process.pid}-web`),
  database: ':memory:',
  mediaRoot: join(tmpdir(), `inventree-test-${process.pid}`),
  backupFolder: join(tmpdir(), `inventree-test-${process.pid}-backup`)
}

const vault = TEST_VAULT

process.once('exit', () => rmSync(CONFIG.mediaRoot, { recursive: true, force: true }))

/** A server over an empty database. */
interface Bare {
  app: FastifyInstance
  db: Database
  close: () => Promise<void>
}

/** Ordinary servers that no test uses any more: building one takes longer than most tests. */
const spare: Bare[] = []

/** What a server asks its queue of jobs and the log of events now and then, whatever it is asked for itself. */
const LOOKS =
  /^select (distinct "lane" from "job"|"id" from "job" where "state" = \S+ and "locked_until"|id, at from event)/

async function open(config: Partial<Parts['config']>, onStatement?: (text: string) => void): Promise<Bare> {
  const { db, close } = await emptyDatabase(onStatement && ((text) => LOOKS.test(text) || onStatement(text)))
  const app = await buildApp({ config: { ...CONFIG, ...config }, db, vault })
  return {
    db,
    app,
    close: async () => {
      await app.close()
      await close()
    }
  }
}

/** Makes a server like new: no rows, keys that begin at 1, no setting in memory. */
async function emptied({ app, db }: Bare): Promise<void> {
  await emptyTables(db)
  const { token } = await createToken(db, vault, {
    user_id: await createUser(db, { username: 'x', is_staff: true }),
    name: ''
  })
  // Writing a setting, even without a value, makes the server read all of them anew.
  const { statusCode } = await app.inject({
    method: 'PATCH',
    url: '/api/settings/global/PART_COMPONENT/',
    headers: { authorization: `Token ${token}` }
  })
  if (statusCode !== 200) throw new Error(`a used server answers ${statusCode}`)
  for (const table of ['setting', 'owner', 'user', 'event'] as const) await db.deleteFrom(table).execute()
  await restartKeys(db)
}

/** A spare server made like new; undefined where there is none, or a test broke it. */
async function reused(): Promise<Bare | undefined> {
  const bare = spare.pop()
  try {
    if (bare) await emptied(bare)
  } catch {
    return undefined
  }
  return bare
}

/**
 * Builds a server over an empty database with one superuser, `admin`. It ends with the test.
 *
 * @param config what differs from an ordinary server
 * @param onStatement called with every SQL statement that the server runs
 */
export async function build(
  t: Test,
  config?: Partial<Parts['config']>,
  onStatement?: (text: string) => void
): Promise<House> {
  const ordinary = !config && !onStatement
  const bare = (ordinary ? await reused() : undefined) ?? (await open(config ?? {}, onStatement))
  const { app, db } = bare
  t.teardown(async () => {
    if (!ordinary) return await bare.close()
    spare.push(bare)
    // Whatever the test was about: nothing that it did may have passed over an amount.
    const [wrong] = await wrongAmounts(db)
    if (wrong) throw new Error(`amounts are not kept: ${JSON.stringify(wrong)}`)
  })
  let failure: unknown
  app.log.error = ((given: { err?: unknown }) => {
    failure = given.err
  }) as typeof app.log.error

  const request: House['request'] = async (options) => {
    failure = undefined
    const { statusCode: status, headers, payload: text } = await app.inject(options as InjectOptions)
    const body = text !== '' && headers['content-type'] === 'application/json' ? JSON.parse(text) : undefined
    const answer: Answer = { status, headers, text, body }
    const wrong = breach(options.method, options.url, answer)
    if (wrong) throw new Error(`${options.method} ${options.url}: ${wrong}`, { cause: failure })
    return answer
  }

  const client = (credentials: () => Promise<Headers>): Client => {
    const sender =
      (method: string): Send =>
      async (url, body, headers = {}) => {
        const payload =
          body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
        const type: Headers =
          body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
            ? {}
            : { 'content-type': 'application/json' }
        return await request({
          method,
          url,
          payload,
          headers: { ...(await credentials()), ...type, ...headers }
        } as Parameters<House['request']>[0])
      }
    return {
      get: sender('GET'),
      post: sender('POST'),
      put: sender('PUT'),
      patch: sender('PATCH'),
      delete: sender('DELETE'),
      options: sender('OPTIONS'),
      head: sender('HEAD')
    }
  }

  const known = new Map<string, string>()
  const tokenOf = async (name: string): Promise<string> => {
    if (!known.has(name)) {
      const { id } = await db.selectFrom('user').select('id').where('username', '=', name).executeTakeFirstOrThrow()
      known.set(name, (await createToken(db, vault, { user_id: id, name: 'test' })).token)
    }
    return known.get(name)!
  }
  const as: House['as'] = (name) =>
    client(async (): Promise<Headers> => (name === null ? {} : { authorization: `Token ${await tokenOf(name)}` }))

  const makeGroup: House['makeGroup'] = async (name, roles = {}) => {
    const kept = await db.selectFrom('group').select('id').where('name', '=', name).executeTakeFirst()
    const { id } = kept ?? (await db.insertInto('group').values({ name }).returning('id').executeTakeFirstOrThrow())
    await completeGroup(db, id)
    for (const ruleset of RULESET_NAMES.filter((one) => roles[one])) {
      const [can_view, can_add, can_change, can_delete] = VERBS.map((verb) =>
        roles[ruleset]!.includes(verb) ? (1 as const) : (0 as const)
      )
      await db
        .updateTable('ruleset')
        .set({ can_view, can_add, can_change, can_delete })
        .where('group_id', '=', id)
        .where('name', '=', ruleset)
        .execute()
    }
    return id
  }

  const makeUser: House['makeUser'] = async ({
    name,
    groups = [],
    roles,
    staff = false,
    superuser = false,
    active = true
  }) => {
    const id = await createUser(db, {
      username: name,
      password: STORED,
      is_staff: staff,
      is_superuser: superuser,
      is_active: active
    })
    const ids = []
    for (const group of groups) ids.push(await makeGroup(group))
    if (roles) ids.push(await makeGroup(`what ${name} may`, roles))
    await setGroups(db, id, ids)
    return id
  }
  await makeUser({ name: 'admin', staff: true, superuser: true })

  return {
    app,
    db,
    vault,
    as,
    by: (headers) => client(async () => headers),
    request,
    makeUser,
    makeGroup,
    make: async (url, body) => {
      const answer = await as('admin').post(url, body)
      if (answer.status !== 201) throw new Error(`POST ${url} answered ${answer.status}: ${answer.text}`)
      return answer.body
    },
    insert: async (table, row) => {
      // Which columns have a default, the database knows.
      const inserted = db
        .insertInto(table)
        .values(row as never)
        .returning(sql<number>`id`.as('id'))
      return (await inserted.executeTakeFirstOrThrow()).id
    },
    set: async (key, value) => {
      const answer = await as('admin').patch(`/api/settings/global/${key}/`, { value })
      if (answer.status !== 200) throw new Error(`setting ${key} answered ${answer.status}: ${answer.text}`)
    }
  }
}

/** The values of one field in the order of a list. */
export const column = (rows: any[], field: string) => rows.map((row) => row[field])

/** Changes the database without changing anything, so that nothing is remembered of it. */
export const forget = async (db: Database): Promise<void> => {
  await db
    .updateTable('user')
    .set((eb) => ({ first_name: eb.ref('first_name') }))
    .execute()
}
