import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'
import type { Exporter } from '#contract/export.ts'
import type { Choice } from '#contract/fields.ts'
import type { UPLOAD_CHECKS } from '#contract/files.ts'
import type { RequestContext, SettingReader } from '#contract/scopes.ts'
import type { TextCheck } from '#contract/document.ts'
import type { Handlers } from '#contract/types.ts'
import type { TreeTable } from '#crud/tree.ts'
import type { Authenticator } from '#auth/authenticate.ts'
import type { Cookies } from '#auth/cookies.ts'
import type { Guard } from '#auth/guard.ts'
import type { RequestRates } from '#auth/rates.ts'
import type { FactorKind } from '#auth/factor-kinds.ts'
import type { SignInPart } from '#auth/sign-in.ts'
import type { Vault } from '#auth/tokens.ts'
import type { RequestAs } from './as-user.ts'
import type { Background } from './background.ts'
import type { Chain, ConsistencyCheck, LooseReference, RecordRule } from './check/check.ts'
import type { FileColumn } from './files/columns.ts'
import type { MediaPlace } from './files/media.ts'
import type { MediaStorage } from './files/storage.ts'
import type { EventListener } from './events/dispatcher.ts'
import type { ImportLimits } from './import-limits.ts'
import type { FollowUp } from './follow-ups.ts'
import type { Reader } from './instances.ts'
import type { JobHandler } from './jobs/job.ts'
import type { Leftover } from './leftovers.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Model, Tableless } from './models.ts'
import type { Told } from './forms.ts'
import type { Places } from './places.ts'
import type { Plugin } from './plugin.ts'
import type { Plugins } from './plugins/plugins.ts'
import type { TransferModel } from './transfer/fields.ts'
import type { Translations } from './transfer/translate.ts'

/** The global settings in memory, as a server keeps them. */
export interface SettingStore extends SettingReader {
  /** Brings the memory up to date, where another process changed the database. */
  refresh(version?: number): Promise<void>
  /** Forgets what is in memory, after a setting was written. */
  forget(): void
}

/** Where the server fetches what others know; without an address it asks nobody. */
interface Sources {
  newsURL?: string | null
  ratesURL?: string | null
}

/** What follows from another value of a global setting, once it is in force. */
export type Follower = (context: RequestContext) => Promise<void>

/**
 * What a server gives its modules. What a module gives to others, one for each server, it adds to this interface in its
 * own folder (`declare module '#framework/module.ts'`).
 */
export interface Materials {
  /** Seals the tokens that the API must be able to show again. */
  vault: Vault
  settings: SettingStore
  /** Of the configuration, what modules need to know. */
  config: Pick<Places, 'database'> &
    MediaPlace & {
      siteURL: string | null
      protectSuperusers?: boolean
      confirmDays?: number
      factorKinds?: readonly FactorKind[]
      importLimits: ImportLimits
      /** Whether plugins may be installed while the server runs. */
      pluginInstall: boolean
      /** Whether webhooks may lead into the own network. */
      webhooksAnywhere?: boolean
    } & Sources
  /** Where uploaded files lie. */
  media: MediaStorage
  /** Takes work that goes on after the answer. */
  background: Background
  /** Sends mail, where there is a mail server. */
  mailer: Mailer
  /** Knows passwords, and whom to trust. */
  authenticator: Authenticator
  /** Sets and takes away the cookies of browsers. */
  cookies: Cookies
  /** Limits guessing. */
  guard: Guard
  /** Limits how often something is asked for. */
  rates: RequestRates
  /** Does a request of the API for a user who is not asking. */
  requestAs: RequestAs
  /** What follows from another value of a global setting, by its key; from all modules. */
  followers: Readonly<Record<string, Follower>>
  /** What modules add to signing in. */
  signIn: readonly SignInPart[]
}

/** What a server gives its modules before they said what they add to it. */
export type GivenMaterials = Omit<Materials, 'followers' | 'signIn'>

/** What the work of a day needs. */
export interface Day {
  config: Pick<Places, 'database' | 'backupFolder'> & MediaPlace & Sources & { importLimits?: ImportLimits }
  db: Database
  settings: SettingStore
  background: Background
  plugins: Pick<Plugins, 'one' | 'call'>
  /** Where failures go that do not end the work. */
  log: Pick<FastifyBaseLogger, 'error'>
  /** Aborted where the server is to end: nothing more is begun then. */
  stopped: AbortSignal
}

/** Something that a server does once a day for its own sake. */
export interface DailyWork {
  /** What the log calls it. */
  what: string
  /** When its turn is: smaller ones come first. 10: old things go. 20: people are told. 30: things are counted. */
  turn: number
  work(day: Day): Promise<unknown>
}

/**
 * What a part of the domain brings along for the mechanisms of the framework. It stands in `module.ts` of its folder,
 * and its line in `src/modules/registry.ts` is all that makes it part of the program.
 */
export interface Module {
  /** The word of its folder. */
  name: string
  /** The kinds of records that others may name, by the name that the API uses for them. */
  models?: Record<string, Model>
  /** Kinds of records that others may name and that have no table. */
  tableless?: Record<string, Tableless>
  /** What shows a record where something else only points to it, by model. */
  instances?: Record<string, Reader>
  /** Where the pages for people begin, by model; the key of the record follows. */
  pages?: Record<string, string>
  /** The two letters that stand for a model in the server's own barcodes. */
  barcodes?: Record<string, string>
  /** What a record may be looked up by, beside its primary key, by model; a model that is missing has no metadata. */
  lookups?: Record<string, readonly string[]>
  /** What it does once a day. */
  daily?: readonly DailyWork[]
  /** Deletes what hangs on records by the name of their model alone. */
  leftovers?: readonly Leftover[]
  /** What follows for its own records where those of another module were added or changed, by model of those. */
  followUps?: Record<string, FollowUp>
  /** Where it names records by the name of their model and a primary key. */
  looseReferences?: readonly LooseReference[]
  /** Tables that hold a tree as a nested set. */
  trees?: readonly TreeTable[]
  /** Columns by which records of a table name others of it, those of trees aside. */
  chains?: readonly Chain[]
  /** What must hold for its records by themselves. */
  rules?: readonly RecordRule[]
  /** The columns that hold paths of files, and who may read those. */
  files?: readonly FileColumn[]
  /** How its tables are written to an export and read from one; `src/modules/transfer-order.ts` has the order. */
  transfer?: readonly TransferModel[]
  /** How what earlier releases of InvenTree exported becomes that; `src/modules/transfer-releases.ts` has the order. */
  earlier?: Translations
  /** What `inventree check` looks at beside that. */
  checks?: readonly ConsistencyCheck[]
  /** Further checks of texts, by the contract's `x-input`. */
  textChecks?(materials: Materials): Record<string, TextCheck>
  /** Further checks of files, by the contract's `x-input`. */
  fileChecks?: typeof UPLOAD_CHECKS
  /** Choices that OPTIONS tells of a field, by the contract's `x-choices`. */
  choices?: Record<string, Told<readonly Choice[]>>
  /** What OPTIONS tells as the default of a field, by the contract's `x-default`. */
  initial?: Record<string, Told<unknown>>
  /** What it offers as plugins. */
  plugins?: readonly Plugin[]
  /** What makes files of lists, by the name that clients choose it by (`export_plugin`). */
  exporters?: Record<string, Exporter>
  /** The kinds of jobs that wait in the queue, with what does them. */
  jobs?(materials: Materials): readonly JobHandler[]
  /** What follows changes of records, whoever made them. */
  listeners?(materials: Materials): readonly EventListener[]
  /** What follows from another value of a global setting, by its key. */
  followers?(materials: GivenMaterials): Record<string, Follower>
  /** What it adds to signing in: ways, stages, and who is told of what happened to an account. */
  signIn?(materials: GivenMaterials): SignInPart
  /** What it serves, by the contract's `operationId`. */
  operations(materials: Materials): Partial<Handlers>
}
