// What prints labels: plugins of this server, those of others, and machines.
import { invalid } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { notAChoice } from '#contract/text.ts'
import type { AddError } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import { PLUGINS } from '#framework/plugin.ts'
import type { LabelPrinter } from '#modules/machine/index.ts'

/** What prints labels where nothing is named, or nothing has the name. */
const DEFAULT_PLUGIN = 'inventreelabel'
/** What gives labels to a machine. */
const MACHINE_PLUGIN = 'inventreelabelmachine'

/** How long a plugin may take for a label, in seconds. */
const LABEL_SECONDS = 60
/** The user setting that names the machines that somebody printed on, newest first, and how many it names. */
const [LAST_USED, MOST_REMEMBERED] = ['LAST_USED_PRINTING_MACHINES', 10]

/** What a body says beside template and items. */
export interface PrintOptions {
  machine?: string
  copies?: number
  driver_options?: { copies?: number }
}

/** A printer that labels go to, in place of a file. */
export interface LabelTarget {
  copies: number
  picture: boolean
  /** Prints with it. @param work is given what prints each label; that throws PluginError */
  print<Result>(work: (print: LabelPrinter) => Promise<Result>): Promise<Result>
}

/** The key of the plugin that a body names: where no plugin has the name, it is the usual one. */
export async function labelPlugin({ plugins }: RequestContext, key = DEFAULT_PLUGIN): Promise<string> {
  return PLUGINS[key] || (await plugins.one(key)) ? key : DEFAULT_PLUGIN
}

/** What is wrong with the plugin that a body names. */
export async function pluginProblem({ settings, plugins }: RequestContext, key: string): Promise<string | undefined> {
  const other = PLUGINS[key] ? undefined : await plugins.one(key)
  if (!PLUGINS[key] && !other && (await plugins.discovered()).manifests[key]) return 'Plugin not found'
  const { mixins } = PLUGINS[key] ?? PLUGINS[DEFAULT_PLUGIN]!
  if (other ? !other.declaration.labels : !mixins.includes('labels')) return 'Plugin does not support label printing'
  return PLUGINS[key] && !settings.plugin(key).active ? 'Plugin not found' : undefined
}

/** The keys of what prints labels and is active, as choices. */
export async function labelPlugins({ settings, plugins }: RequestContext) {
  const own = Object.values(PLUGINS).filter(
    ({ key, mixins }) => mixins.includes('labels') && settings.plugin(key).active
  )
  return [
    ...own.map(({ key, humanName }) => ({ value: key, display_name: humanName })),
    ...(await plugins.offering('labels')).map(({ key, title }) => ({ value: key, display_name: title }))
  ]
}

const lastUsed = ({ db, caller }: RequestContext) =>
  db
    .selectFrom('user_setting')
    .select(['id', 'value'])
    .where('key', '=', LAST_USED)
    .where('user_id', '=', caller?.id ?? 0)
    .executeTakeFirst()

const namesOf = (value: string | undefined): string[] => (value ?? '').split(',').filter(Boolean)

/** The machines that labels can be printed on, as choices; those that the caller printed on last come first. */
export async function labelMachines(context: RequestContext) {
  const printers = await context.machines.printers(context.db)
  if (printers.length === 0) return []
  const used = namesOf((await lastUsed(context))?.value)
  const place = (uuid: string): number => used.indexOf(uuid) + 1 || MOST_REMEMBERED + 1
  return printers
    .toSorted((a, b) => place(a.uuid) - place(b.uuid))
    .map(({ uuid, name }) => ({ value: uuid, display_name: name }))
}

/** Refuses machines that cannot be printed on. */
export async function checkOptions(
  context: RequestContext,
  plugin: string | undefined,
  { machine }: PrintOptions,
  addError: AddError
): Promise<void> {
  if (plugin !== MACHINE_PLUGIN || machine === undefined) return
  if (!(await labelMachines(context)).some(({ value }) => value === machine)) addError(['machine'], notAChoice(machine))
}

/** Notes a machine as the one that the caller printed on last. */
async function remember(context: RequestContext, machine: string): Promise<void> {
  await transact(context.db, async (db) => {
    const { id: user_id } = signedIn(context)
    const row = await lastUsed({ ...context, db })
    const value = [machine, ...namesOf(row?.value).filter((name) => name !== machine)]
      .slice(0, MOST_REMEMBERED)
      .join(',')
    if (row) await db.updateTable('user_setting').set({ value }).where('id', '=', row.id).execute()
    else await db.insertInto('user_setting').values({ key: LAST_USED, user_id, value }).execute()
  })
}

/** The printer that a plugin stands for; undefined for those whose labels become a file. */
export async function labelTarget(
  context: RequestContext,
  plugin: string,
  { machine: uuid, copies = 1, driver_options: options }: PrintOptions
): Promise<LabelTarget | undefined> {
  const { plugins, machines, db } = context
  const user = signedIn(context)
  if (plugin === MACHINE_PLUGIN) {
    const machine = (await machines.printers(db)).find((one) => one.uuid === uuid)
    // It was there a moment ago.
    if (!machine) throw invalid({ machine: [notAChoice(uuid)] })
    await remember(context, machine.uuid)
    return {
      copies: options?.copies ?? 1,
      picture: await machines.wantsPicture(machine),
      print: (work) => machines.print(db, machine, user, work)
    }
  }
  if (PLUGINS[plugin]) return undefined
  const { declaration } = (await plugins.one(plugin))!
  const call = { user, seconds: LABEL_SECONDS, quiet: true }
  return {
    copies,
    picture: declaration.labels!.picture === true,
    print: (work) => work((label) => plugins.call(plugin, ['labels', 'print'], [label], call))
  }
}
