import { UPLOAD_CHECKS } from '#contract/files.ts'
import { EXPORTERS } from '#contract/export.ts'
import type { OperationId } from '#contract/types.ts'
import { TREES } from '#crud/tree.ts'
import { MODULE_CHECKS } from '#framework/check/index.ts'
import { LOOSE_REFERENCES, RECORD_RULES } from '#framework/check/records.ts'
import { CHAINS } from '#framework/check/trees.ts'
import { FILE_COLUMNS } from '#framework/files/columns.ts'
import { FOLLOW_UPS } from '#framework/follow-ups.ts'
import { CHOICES, INITIAL } from '#framework/forms.ts'
import { INSTANCES } from '#framework/instances.ts'
import type { EventListener } from '#framework/events/dispatcher.ts'
import type { JobHandler } from '#framework/jobs/job.ts'
import { LEFTOVERS } from '#framework/leftovers.ts'
import { MODELS, TABLELESS } from '#framework/models.ts'
import type { DailyWork, Follower, GivenMaterials, Materials, Module } from '#framework/module.ts'
import type { TextCheck } from '#contract/document.ts'
import { PLUGINS } from '#framework/plugin.ts'
import { addTransferModels } from '#framework/transfer/models.ts'
import { addReleases } from '#framework/transfer/translate.ts'
import { PAGES } from '#framework/web.ts'
import { CODES, type Coded } from './barcode/index.ts'
import { LOOKUPS } from './metadata/index.ts'
import { accountModule } from './account/module.ts'
import { attachmentModule } from './attachment/module.ts'
import { authModule } from './auth/module.ts'
import { barcodeModule } from './barcode/module.ts'
import { bomModule } from './bom/module.ts'
import { buildModule } from './build/module.ts'
import { companyModule } from './company/module.ts'
import { contenttypeModule } from './contenttype/module.ts'
import { currencyModule } from './currency/module.ts'
import { dataOutputModule } from './data-output/module.ts'
import { eventsModule } from './events/module.ts'
import { generateModule } from './generate/module.ts'
import { iconsModule } from './icons/module.ts'
import { importerModule } from './importer/module.ts'
import { machineModule } from './machine/module.ts'
import { mailModule } from './mail/module.ts'
import { metadataModule } from './metadata/module.ts'
import { newsModule } from './news/module.ts'
import { notificationsModule } from './notifications/module.ts'
import { orderModule } from './order/module.ts'
import { parameterModule } from './parameter/module.ts'
import { partModule } from './part/module.ts'
import { pluginsModule } from './plugins/module.ts'
import { projectCodeModule } from './project-code/module.ts'
import { reportModule } from './report/module.ts'
import { searchModule } from './search/module.ts'
import { selectionModule } from './selection/module.ts'
import { settingsModule } from './settings/module.ts'
import { ssoModule } from './sso/module.ts'
import { statusModule } from './status/module.ts'
import { stockModule } from './stock/module.ts'
import { tagModule } from './tag/module.ts'
import { TRANSFER_ORDER } from './transfer-order.ts'
import { TRANSFER_RELEASES } from './transfer-releases.ts'
import { unitsModule } from './units/module.ts'
import { userModule } from './user/module.ts'
import { webhookModule } from './webhook/module.ts'

/**
 * The modules of the program, for the process and the command line: the framework knows none of them, and finds what
 * they brought along in its own tables, which this file fills when it is loaded. Models are listed in this order.
 */
const MODULES = [
  userModule,
  accountModule,
  ssoModule,
  authModule,
  partModule,
  bomModule,
  stockModule,
  companyModule,
  orderModule,
  buildModule,
  parameterModule,
  selectionModule,
  attachmentModule,
  projectCodeModule,
  unitsModule,
  statusModule,
  dataOutputModule,
  reportModule,
  importerModule,
  notificationsModule,
  mailModule,
  tagModule,
  barcodeModule,
  metadataModule,
  currencyModule,
  contenttypeModule,
  iconsModule,
  searchModule,
  settingsModule,
  generateModule,
  pluginsModule,
  machineModule,
  newsModule,
  eventsModule,
  webhookModule
] as const

/** Puts what a module brings into a table; what two of them bring is a mistake. */
function add<Value>(table: Record<string, Value>, brought: Record<string, Value> | undefined): void {
  for (const [name, value] of Object.entries(brought ?? {})) {
    if (Object.hasOwn(table, name)) throw new Error(`two modules bring ${name}`)
    table[name] = value
  }
}

const modules: readonly Module[] = MODULES

/** What all modules bring of one kind, in the order of its turns. */
const inTurn = <Brought extends { turn: number }>(of: (one: Module) => readonly Brought[] | undefined): Brought[] =>
  modules.flatMap((one) => of(one) ?? []).toSorted((a, b) => a.turn - b.turn)

for (const one of modules) {
  add(MODELS, one.models)
  add(TABLELESS, one.tableless)
  add(INSTANCES, one.instances)
  add(FOLLOW_UPS, one.followUps)
  add(PAGES, one.pages)
  add(CODES, one.barcodes)
  add(LOOKUPS, one.lookups)
  add(UPLOAD_CHECKS, one.fileChecks)
  add(EXPORTERS, one.exporters)
  add(CHOICES, one.choices)
  add(INITIAL, one.initial)
  add(PLUGINS, Object.fromEntries((one.plugins ?? []).map((plugin) => [plugin.key, plugin])))
  LEFTOVERS.push(...(one.leftovers ?? []))
  TREES.push(...(one.trees ?? []))
  CHAINS.push(...(one.chains ?? []))
  MODULE_CHECKS.push(...(one.checks ?? []))
}
FILE_COLUMNS.push(...inTurn((one) => one.files))
LOOSE_REFERENCES.push(...inTurn((one) => one.looseReferences))
RECORD_RULES.push(...inTurn((one) => one.rules))
addTransferModels(
  modules.flatMap((one) => one.transfer ?? []),
  TRANSFER_ORDER
)
addReleases(
  modules.map((one) => one.earlier ?? {}),
  TRANSFER_RELEASES
)

/** What modules do once a day. */
export const DAILY: readonly DailyWork[] = modules.flatMap((one) => one.daily ?? [])

/** What a server gives its modules; what follows from settings, and what they add to signing in, they say themselves. */
export function materialsOf(given: GivenMaterials): Materials {
  const followers: Record<string, Follower> = {}
  for (const one of modules) add(followers, one.followers?.(given))
  return { ...given, followers, signIn: modules.flatMap((one) => one.signIn?.(given) ?? []) }
}

/** The further checks of texts, of all modules. */
export function textChecksOf(materials: Materials): Record<string, TextCheck> {
  const checks: Record<string, TextCheck> = {}
  for (const one of modules) add(checks, one.textChecks?.(materials))
  return checks
}

/** What does the jobs that wait in the queue, of all modules. */
export const jobHandlersOf = (materials: Materials): JobHandler[] =>
  modules.flatMap((one) => one.jobs?.(materials) ?? [])

/** What follows changes of records, of all modules. */
export const listenersOf = (materials: Materials): EventListener[] =>
  modules.flatMap((one) => one.listeners?.(materials) ?? [])

type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

/** Everything that modules serve, by name, each with the type of its handler. */
type Operations = Intersection<ReturnType<(typeof MODULES)[number]['operations']>>

type Barcodes = Intersection<Extract<(typeof MODULES)[number], { barcodes: unknown }>['barcodes']>

/** What is served, if there is nothing that must not be; else this does not compile. */
type Without<Served, _Unknown extends never, _Coded extends never, _Uncoded extends never> = Served

/**
 * What modules serve: nothing that the contract does not have; and they have barcodes for the models that the contract
 * wants, and for no others. Whether all of the contract is served, the compiler says in src/server/handlers.ts.
 */
export function operationsOf(
  materials: Materials
): Without<
  Operations,
  Exclude<keyof Operations, OperationId>,
  Exclude<keyof Barcodes, Coded>,
  Exclude<Coded, keyof Barcodes>
> {
  const operations: Record<string, unknown> = {}
  for (const one of modules) add(operations, one.operations(materials))
  return operations as Operations
}
