import type { Database } from '#db/database.ts'
import { invalid, nothingThere } from '#contract/errors.ts'
import { ifPossible } from '#contract/failures.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { looseFlag } from '#contract/read.ts'
import type { Answer, Handler } from '#contract/types.ts'
import { page, sorting } from '#crud/list.ts'
import { searchTerms } from '#crud/terms.ts'
import {
  GLOBAL_BY_KEY,
  GLOBAL_SETTINGS,
  isReadOnly,
  settingProblem,
  storedText,
  typedValue,
  undefinedSetting,
  USER_BY_KEY,
  USER_SETTINGS,
  type SettingContext,
  type SettingDefinition
} from './definitions.ts'
import { describeSetting } from './describe.ts'
import { enabledCurrencies } from '#modules/currency/index.ts'
import type { Follower, SettingStore } from '#framework/module.ts'
import { PLUGINS } from '#framework/plugin.ts'
import { storedOffering } from '#framework/plugins/stored.ts'
import { dictionary } from '#db/dictionary.ts'

interface Stored {
  id: number
  key: string
  value: string
}

/** The two kinds of settings: where they are stored, and whose they are. */
type Kind = 'setting' | 'user_setting'
const KINDS = {
  setting: { all: GLOBAL_SETTINGS, byKey: GLOBAL_BY_KEY },
  user_setting: { all: USER_SETTINGS, byKey: USER_BY_KEY }
}

const owner = (context: RequestContext, kind: Kind) =>
  kind === 'user_setting' ? { user_id: signedIn(context).id } : {}

/** The stored rows of a kind; for the settings of users those of the caller. */
async function stored(db: Database, kind: Kind, context: RequestContext): Promise<Stored[]> {
  if (kind === 'setting') return await db.selectFrom('setting').selectAll().orderBy('id').execute()
  return await db
    .selectFrom('user_setting')
    .select(['id', 'key', 'value'])
    .where('user_id', '=', signedIn(context).id)
    .orderBy('id')
    .execute()
}

/**
 * Stores the rows that have none yet, with their defaults: a setting gets its pk when it is first asked for
 * (docs/behaviour/settings.md#addresses-and-rules).
 */
async function ensure(
  db: Database,
  kind: Kind,
  context: RequestContext,
  definitions: readonly SettingDefinition[]
): Promise<void> {
  const present = new Set((await stored(db, kind, context)).map(({ key }) => key))
  const missing = definitions
    .filter(({ key }) => !present.has(key))
    .map((definition) => ({ key: definition.key, value: definition.default, ...owner(context, kind) }))
  if (missing.length)
    await db
      .insertInto(kind)
      .values(missing as never)
      .execute() // the two tables differ in the user alone
}

/**
 * The rows of some settings, for whoever only reads: where the disk takes nothing, those that are not stored yet have
 * no pk but 0.
 */
async function rowsOf(
  kind: Kind,
  context: RequestContext,
  definitions: readonly SettingDefinition[]
): Promise<Stored[]> {
  await ifPossible(() => context.db.transaction().execute((db) => ensure(db, kind, context, definitions)))
  const rows = await stored(context.db, kind, context)
  const present = new Set(rows.map(({ key }) => key))
  return [
    ...rows,
    ...definitions.filter(({ key }) => !present.has(key)).map(({ key, default: value }) => ({ id: 0, key, value }))
  ]
}

/**
 * The settings module.
 *
 * @param settings the settings in memory, to be forgotten after a change
 * @param siteURL the address that the configuration fixes; null where it does not
 * @param follow what follows from another value of a global setting, once it is in force
 */
export function settingsOperations(
  settings: SettingStore,
  siteURL: string | null,
  follow: Readonly<Record<string, Follower>>
) {
  const contextOf = async (db: Database): Promise<SettingContext> => ({
    siteUrl: siteURL ?? '',
    currencies: enabledCurrencies(settings),
    groups: await db.selectFrom('group').select(['id', 'name']).orderBy('id').execute(),
    rateSources: [
      ...Object.values(PLUGINS)
        .filter(({ mixins }) => mixins.includes('currencyexchange'))
        .map(({ key, humanName }) => [key, humanName] as const),
      ...(await storedOffering(db, 'rates')).map(({ key, name }) => [key, name] as const)
    ]
  })

  const shown = (row: Stored, definition: SettingDefinition, settingContext: SettingContext) => ({
    pk: row.id,
    key: row.key,
    value: isReadOnly(definition, settingContext) ? settingContext.siteUrl : typedValue(definition, row.value),
    ...describeSetting(definition, settingContext)
  })
  type Shown = ReturnType<typeof shown>
  const globalJSON = (
    one: Shown,
    definition: SettingDefinition,
    settingContext: SettingContext
  ): Answer<'settings_global_retrieve', 200> => ({
    ...one,
    typ: 'inventree',
    read_only: isReadOnly(definition, settingContext)
  })
  const userJSON = (one: Shown, context: RequestContext): Answer<'settings_user_retrieve', 200> => ({
    ...one,
    user: signedIn(context).id,
    typ: 'user'
  })

  /** All settings of a kind, also those that were never changed, searched and sorted as asked. */
  async function list(
    kind: Kind,
    context: RequestContext & { query: { search?: string; ordering?: string; limit?: number; offset?: number } }
  ) {
    const settingContext = await contextOf(context.db)
    const rows = await rowsOf(kind, context, KINDS[kind].all)
    const terms = searchTerms(context.query.search ?? '').map((term) => term.toLowerCase())
    const all = rows
      .filter(({ key }) => !key.startsWith('_') && terms.every((term) => key.toLowerCase().includes(term)))
      .map((row) => ({ row, definition: KINDS[kind].byKey.get(row.key) ?? undefinedSetting(row.key) }))
    const keys: Record<string, (one: (typeof all)[number]) => string | number> = dictionary({
      pk: (one) => one.row.id,
      key: (one) => one.row.key,
      name: (one) => one.definition.name
    })
    const { steps, descending } = sorting<'setting'>(context.query.ordering, { pk: 'id', key: 'key', name: 'key' }, [])
    const names = (context.query.ordering ?? '')
      .split(',')
      .map((name) => name.trim().replace(/^-/, ''))
      .filter((name) => Object.hasOwn(keys, name))
    all.sort((a, b) => {
      for (const [i, step] of steps.entries()) {
        const [x, y] = [keys[names[i]!]!(a), keys[names[i]!]!(b)]
        if (x !== y) return (x < y ? -1 : 1) * (step.descending ? -1 : 1)
      }
      return (a.row.id - b.row.id) * (descending ? -1 : 1)
    })
    const { limit, offset = 0 } = context.query
    const chosen = limit === undefined ? all : all.slice(offset, offset + limit)
    return {
      context: settingContext,
      chosen,
      framed: <Item>(items: Item[]) =>
        limit === undefined
          ? items
          : page(
              context.baseURL,
              context.request.url.split('?')[0]!,
              context.rawQuery,
              all.length,
              limit,
              offset,
              items
            )
    }
  }

  /** What a key means, whatever its letter case. */
  const definitionOf = (kind: Kind, call: { path: { key: string } }): SettingDefinition => {
    const definition = KINDS[kind].byKey.get(call.path.key.toUpperCase())
    if (!definition || definition.key.startsWith('_')) throw nothingThere()
    return definition
  }

  /** One setting, to be shown. */
  async function read(kind: Kind, context: RequestContext & { path: { key: string } }) {
    const definition = definitionOf(kind, context)
    const row = (await rowsOf(kind, context, [definition])).find(({ key }) => key === definition.key)!
    return { definition, row, context: await contextOf(context.db) }
  }

  /** One setting, to be changed in the same transaction. */
  async function find(kind: Kind, context: RequestContext & { path: { key: string } }, db: Database) {
    const definition = definitionOf(kind, context)
    await ensure(db, kind, context, [definition])
    const row = (await stored(db, kind, context)).find(({ key }) => key === definition.key)!
    return { definition, row, context: await contextOf(db) }
  }

  /** Stores a new value; what it must be says the definition. */
  async function write(
    kind: Kind,
    context: RequestContext & { path: { key: string }; body?: { value?: unknown; manual_confirm?: unknown } }
  ) {
    const result = await context.db.transaction().execute(async (db) => {
      const { definition, row, context: settingContext } = await find(kind, context, db)
      const value = context.body?.value
      if (value === undefined) return { definition, row, context: settingContext, changed: false }
      if (definition.confirm !== undefined && context.body?.manual_confirm !== true) {
        throw invalid({
          manual_confirm: 'This setting requires confirmation before changing. Please confirm the change.'
        })
      }
      const problem = settingProblem(definition, value, settingContext)
      if (problem) throw invalid(problem)
      const text = storedText(definition, value)
      await db.updateTable(kind).set({ value: text }).where('id', '=', row.id).execute()
      return { definition, row: { ...row, value: text }, context: settingContext, changed: text !== row.value }
    })
    settings.forget()
    await settings.refresh()
    if (result.changed && kind === 'setting') await follow[result.definition.key]?.(context)
    return result
  }

  const globalList: Handler<'settings_global_list'> = async (call, send) => {
    const { context: settingContext, chosen, framed } = await list('setting', call)
    const defaults = looseFlag(call.rawQuery.defaults)
    return send(
      200,
      framed(
        chosen.map(({ row, definition }) => ({
          ...globalJSON(shown(row, definition, settingContext), definition, settingContext),
          ...(defaults ? { default: typedValue(definition, definition.default) } : {})
        }))
      )
    )
  }
  const userList: Handler<'settings_user_list'> = async (call, send) => {
    const { context: settingContext, chosen, framed } = await list('user_setting', call)
    return send(
      200,
      framed(chosen.map(({ row, definition }) => userJSON(shown(row, definition, settingContext), call)))
    )
  }
  const globalRead: Handler<'settings_global_retrieve'> = async (call, send) => {
    const { row, definition, context: settingContext } = await read('setting', call)
    return send(200, globalJSON(shown(row, definition, settingContext), definition, settingContext))
  }
  const userRead: Handler<'settings_user_retrieve'> = async (call, send) => {
    const { row, definition, context: settingContext } = await read('user_setting', call)
    return send(200, userJSON(shown(row, definition, settingContext), call))
  }
  const globalWrite: Handler<'settings_global_update' | 'settings_global_partial_update'> = async (call, send) => {
    const { row, definition, context: settingContext } = await write('setting', call)
    return send(200, globalJSON(shown(row, definition, settingContext), definition, settingContext))
  }
  const userWrite: Handler<'settings_user_update' | 'settings_user_partial_update'> = async (call, send) => {
    const { row, definition, context: settingContext } = await write('user_setting', call)
    return send(200, userJSON(shown(row, definition, settingContext), call))
  }

  return {
    settings_global_list: globalList,
    settings_global_retrieve: globalRead,
    settings_global_update: globalWrite,
    settings_global_partial_update: globalWrite,
    settings_user_list: userList,
    settings_user_retrieve: userRead,
    settings_user_update: userWrite,
    settings_user_partial_update: userWrite
  }
}
