// The plugins of others, as one server has them: what lies in the folder, which of it is active, and the threads that
// do its work.
import type { FastifyBaseLogger } from 'fastify'
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import { databaseCache } from '#db/database-cache.ts'
import { dictionary } from '#db/dictionary.ts'
import type { DB } from '#db/tables.ts'
import type { Caller } from '#contract/scopes.ts'
import type { Vault } from '#auth/tokens.ts'
import { textOf } from '#contract/text.ts'
import { PLUGINS } from '#framework/plugin.ts'
import { readDeclaration, type Declaration } from './declaration.ts'
import { discover, ROLE_RIGHTS, type Discovery, type PluginManifest, type PluginProblem } from './manifest.ts'
import type { CallFrame } from './messages.ts'
import { serveRequest, type ServingParts } from './requests.ts'
import { settingValues } from './setting-values.ts'
import { understand, type Understood } from './stored.ts'
import { PluginError, PluginThread } from './thread.ts'

declare module '#framework/module.ts' {
  interface Materials {
    plugins: Plugins
  }
}

declare module '#contract/scopes.ts' {
  interface Handed {
    /** The plugins of others. */
    plugins: Plugins
  }
}

/** What is stored of a plugin of others. */
export type StoredPlugin = Pick<
  Selectable<DB['plugin_config']>,
  'id' | 'key' | 'active' | 'fingerprint' | 'granted' | 'declaration' | 'chain' | 'user_id'
>

/** A plugin of others that is active and can work. */
export interface ActivePlugin extends Understood {
  id: number
  key: string
  title: string
  chain: string | null
  /** The user in whose name it acts. */
  user: number
}

/** What plugins work with. */
export interface PluginParts extends ServingParts {
  /** Where they lie; null where there are to be none. */
  folder: string | null
  vault: Pick<Vault, 'open'>
  log: FastifyBaseLogger
  /** Keeps an error for administrators. */
  keepReport(error: unknown, url: string): Promise<void>
}

/** Who is at work, where it is a user. */
export interface AtWork {
  id: number
  username: string
  /** Whether a role permits it; there where the user asks for something themselves. */
  may?: Caller['may']
}

/** How a call is made. */
export interface CallOptions {
  user?: AtWork | null | undefined
  /** How long it may take. */
  seconds?: number
  /** Whoever calls tells of a failure where it is looked for: no report of the error is kept. */
  quiet?: boolean
}

/** How long the functions of plugins may take, in seconds, unless told otherwise. */
const USUAL_SECONDS = 5

const storedPlugins = databaseCache<readonly StoredPlugin[]>()

const readStored = async (db: Database): Promise<readonly StoredPlugin[]> =>
  await storedPlugins(db, 'plugins', () =>
    db
      .selectFrom('plugin_config')
      .select(['id', 'key', 'active', 'fingerprint', 'granted', 'declaration', 'chain', 'user_id'])
      .where('declaration', 'is not', null)
      .orderBy('key')
      .execute()
  )

/** What a user may do themselves. */
const rightsOfUser = ({ may }: AtWork): string[] =>
  ROLE_RIGHTS.filter(({ verb, ruleset }) => may?.(verb, ruleset)).map(({ name }) => name)

/** What lies in no folder. */
const NOTHING: Discovery = { manifests: dictionary({}), problems: [] }

/** The plugins of others that one server has. */
export class Plugins {
  readonly #parts: PluginParts
  #found: Promise<Discovery> | undefined
  /** What was stored when the folder was looked at: another process may have installed something since. */
  #foundWith = ''
  readonly #threads = new Map<string, { thread: PluginThread; stored: StoredPlugin }>()
  /** What went wrong last, by plugin. */
  readonly #problems = new Map<string, PluginProblem>()

  constructor(parts: PluginParts) {
    this.#parts = parts
  }

  /** Where plugins lie; null where there are to be none. */
  get folder(): string | null {
    return this.#parts.folder
  }

  /** What lies in the folder. */
  async discovered(): Promise<Discovery> {
    const { folder } = this.#parts
    if (folder === null) return NOTHING
    const stored = (await readStored(this.#parts.db))
      .map(({ key, chain, active }) => `${key} ${chain} ${active}`)
      .join()
    if (stored !== this.#foundWith) this.#found = undefined
    this.#foundWith = stored
    return await (this.#found ??= discover(folder, (key) => Object.hasOwn(PLUGINS, key)))
  }

  /** Looks anew what lies in the folder, where somebody asks who may have put something there. */
  look(): void {
    this.#found = undefined
  }

  /** Looks anew what lies in the folder, and starts every plugin anew when it is needed next. */
  async reload(): Promise<void> {
    this.#found = undefined
    this.#problems.clear()
    await this.close()
  }

  /** Starts a plugin anew when it is needed next, in this process. */
  async restart(key: string): Promise<void> {
    const running = this.#threads.get(key)
    this.#threads.delete(key)
    this.#problems.delete(key)
    await running?.thread.stop()
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    const ended = [...this.#threads.values()]
    this.#threads.clear()
    await Promise.all(ended.map(({ thread }) => thread.stop()))
  }

  /** What is wrong, as administrators are told. */
  async problems(): Promise<PluginProblem[]> {
    if (this.folder === null) return []
    this.look()
    const { manifests, problems } = await this.discovered()
    const unfit = (await readStored(this.#parts.db)).flatMap((stored) => {
      const message = stored.active === 1 ? unfitness(stored, manifests[stored.key]) : undefined
      return message === undefined ? [] : [{ stage: 'activation', name: stored.key, message }]
    })
    return [...problems, ...unfit, ...this.#problems.values()]
  }

  /** The plugins that are active and can work, by key. */
  async active(): Promise<ActivePlugin[]> {
    if (this.folder === null) return []
    const { manifests } = await this.discovered()
    return (await readStored(this.#parts.db)).flatMap((stored) => {
      const manifest = manifests[stored.key]
      if (stored.active !== 1 || !manifest || unfitness(stored, manifest) !== undefined) return []
      const { id, key, chain, user_id } = stored
      return [{ id, key, chain, title: manifest.title, ...understand(stored), user: user_id ?? 0 }]
    })
  }

  /** Those of them that export something. */
  async offering(what: keyof Declaration): Promise<ActivePlugin[]> {
    return (await this.active()).filter(({ declaration }) => declaration[what] !== undefined)
  }

  /** What plugins export of which something is stored, by key, whether they can work now or not. */
  async declarations(): Promise<ReadonlyMap<string, Declaration>> {
    if (this.folder === null) return new Map()
    const stored = await readStored(this.#parts.db)
    return new Map(stored.map((one) => [one.key, understand(one).declaration]))
  }

  /** One that is active and can work. */
  async one(key: string): Promise<ActivePlugin | undefined> {
    return (await this.active()).find((plugin) => plugin.key === key)
  }

  /**
   * Loads a plugin that lies in the folder, to see whether it can be activated.
   *
   * @returns what it exports
   * @throws Error with a sentence that says why it cannot
   */
  async examine(manifest: PluginManifest): Promise<Declaration> {
    await this.restart(manifest.key)
    const thread = new PluginThread({
      manifest,
      log: this.#parts.log,
      serve: () => Promise.reject(new Error('the plugin is not active yet'))
    })
    try {
      return await readDeclaration(await thread.load())
    } finally {
      await thread.stop()
    }
  }

  /**
   * Calls a function of an active plugin.
   *
   * @param path the way to it in what the plugin exports, such as `['actions', 'hello']`
   * @returns what it gives, as JSON
   * @throws PluginError where it throws or gives no answer in time; administrators are told
   */
  async call(key: string, path: (string | number)[], args: unknown[], options: CallOptions = {}): Promise<unknown> {
    const { user = null, seconds = USUAL_SECONDS, quiet = false } = options
    const { thread, stored } = await this.#running(key)
    try {
      return await thread.call(path, args, await this.#frame(stored, user), seconds)
    } catch (error) {
      if (!quiet) await this.#note(key, path, error)
      throw error
    }
  }

  /** The same where the rest goes on without it: undefined where it failed. */
  async tryCall(...call: Parameters<Plugins['call']>): Promise<unknown> {
    try {
      return await this.call(...call)
    } catch (error) {
      if (error instanceof PluginError) return undefined
      throw error
    }
  }

  async #running(key: string): Promise<{ thread: PluginThread; stored: StoredPlugin }> {
    const stored = (await readStored(this.#parts.db)).find((one) => one.key === key)
    const manifest = (await this.discovered()).manifests[key]
    if (!stored || stored.active !== 1) throw new PluginError(`the plugin ${key} is not active`)
    const unfit = unfitness(stored, manifest)
    if (unfit !== undefined) throw new PluginError(unfit)
    const running = this.#threads.get(key)
    if (running && running.stored.chain === stored.chain) return { ...running, stored }
    void running?.thread.stop()
    const thread = new PluginThread({
      manifest: manifest!,
      log: this.#parts.log,
      serve: async (request) => await serveRequest(this.#parts, this.#asking(stored), request)
    })
    this.#threads.set(key, { thread, stored })
    return { thread, stored }
  }

  #asking(stored: StoredPlugin) {
    const { declaration, rights } = understand(stored)
    return { key: stored.key, user: stored.user_id ?? 0, rights, tasks: Object.keys(declaration.tasks ?? {}) }
  }

  async #frame(stored: StoredPlugin, user: AtWork | null): Promise<CallFrame> {
    const { settings = [], userSettings = [] } = understand(stored).declaration
    const { db, vault } = this.#parts
    const values = (definitions: typeof settings, shelf: Parameters<typeof settingValues>[2]) =>
      settingValues(db, definitions, shelf, vault)
    return {
      settings: await values(settings, { table: 'plugin_setting', owner: { plugin_id: stored.id } }),
      userSettings: user
        ? await values(userSettings, { table: 'plugin_user_setting', owner: { plugin: stored.key, user_id: user.id } })
        : {},
      user: user && { pk: user.id, username: user.username, rights: rightsOfUser(user) }
    }
  }

  /** Tells administrators what went wrong. */
  async #note(key: string, path: (string | number)[], error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : textOf(error)
    this.#problems.set(key, { stage: 'work', name: key, message: `${path.join('.')}: ${message}` })
    this.#parts.log.warn({ plugin: key }, `the plugin ${key} failed in ${path.join('.')}: ${message}`)
    await this.#parts.keepReport(error, `/plugin/${key}/${path.join('.')}`).catch(() => undefined)
  }
}

/** Why an active plugin cannot work; undefined where it can. */
function unfitness(stored: StoredPlugin, manifest: PluginManifest | undefined): string | undefined {
  if (!manifest) return 'It is active, but is not installed any more, or cannot be used.'
  const { rights } = understand(stored)
  const missing = manifest.rights.filter((right) => !rights.has(right))
  if (missing.length)
    return `It asks for rights that were not granted: ${missing.join(', ')}. Activate it once more to grant them.`
  return manifest.fingerprint === stored.fingerprint
    ? undefined
    : 'Another version of it was installed. Activate it once more to use that.'
}
