import { isIP, isIPv4 } from 'node:net'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { SAME_SITE, type SameSite } from '#auth/cookies.ts'
import type { GuessLimits } from '#auth/guess-limits.ts'
import { FACTOR_KINDS, type FactorKind } from '#auth/factor-kinds.ts'
import type { DatabaseAddress } from '#db/opened.ts'
import type { VaultConfig } from '#auth/secret.ts'
import { MEDIA_ACCESS, type MediaAccess } from '#framework/files/media-access.ts'
import type { MailServer } from '#framework/mail/server.ts'
import { IMPORT_LIMITS, type ImportLimits } from '#framework/import-limits.ts'
import { PDF_ENGINES, type PrinterConfig } from '#framework/pdf/engines.ts'
import type { Places } from '#framework/places.ts'
import { accountProblem } from '#contract/read.ts'
import type { Forwarded } from '#contract/site.ts'
import { ProviderError, readProviders, type Provider } from '#modules/sso/index.ts'
import { dictionary } from '#db/dictionary.ts'
import type { Level } from './log-line.ts'
import { watched, type Variable } from './variables.ts'
import { readMediaTarget } from './config.bucket.ts'
import { readGuessLimits } from './config.limits.ts'
import { readMailServer } from './config.mail.ts'
import { choice, ConfigError, yesOrNo, whole, type Environment } from './config.values.ts'

/** Everything that the environment may decide, read once. */
export interface Config extends Places, VaultConfig {
  address: string
  port: number
  /** How many processes answer. */
  workers: number
  mediaAccess: MediaAccess
  /** Whether staff may not touch superusers, nor what they themselves may. */
  protectSuperusers: boolean
  staticRoot: string | null
  /** The folder with a build of the web client, where one is installed. */
  webFolder: string
  /** Without a slash at the end; null where none was given. */
  siteURL: string | null
  corsAllowAll: boolean
  /** Origins whose pages may use the session of a browser. */
  corsWhitelist: string[]
  /** Addresses and networks of proxies that say who their client is, by `X-Forwarded-For`. */
  trustedProxies: string[]
  /** What else they say. */
  forwarded: Forwarded
  guessLimits: GuessLimits
  /** What sets the pages of reports and labels. */
  printer: PrinterConfig
  /** Whether the cookies of browsers go along with requests that pages of other sites make. */
  cookieSameSite: SameSite
  /** Whether no cookie goes over plain HTTP. */
  cookieSecure: boolean
  importLimits: ImportLimits
  /** Whether webhooks may lead into the own network. */
  webhooksAnywhere: boolean
  /** Addresses and networks that may read figures without credentials. */
  metricsAllow: string[]
  logLevel: Level
  timeZone: string
  /** The largest body that is no file, in bytes. */
  bodyLimit: number
  /** How long a request may take, in seconds. */
  timeLimit: number
  /** Whether texts that would be formulas are kept from it in files of separated values. */
  guardFormulas: boolean
  /** For how many days a key is good that confirms a mail address. */
  confirmDays: number
  /** The kinds of second factors that people may have. */
  factorKinds: readonly FactorKind[]
  /** Whether a second factor is a duty, whatever the setting says. */
  enforceFactors: boolean
  /** Where mail is sent by; null where none is. */
  mail: MailServer | null
  /** Providers of accounts by which people may sign in. */
  socialProviders: readonly Provider[]
  admin: { user: string | null; password: string | null; email: string | null }
  /** Where news come from; null for none. */
  newsURL: string | null
  /** Where exchange rates come from; null for nowhere. */
  ratesURL: string | null
  /** Where plugins of others lie; null where there are to be none. */
  pluginFolder: string | null
  /** Whether they may be installed while the server runs. */
  pluginInstall: boolean
  /** The variables that all this was read from. */
  variables: Variable[]
}

export { ConfigError }

const LEVELS: Record<string, Level> = dictionary({
  DEBUG: 'debug',
  INFO: 'info',
  WARNING: 'warn',
  WARN: 'warn',
  ERROR: 'error',
  CRITICAL: 'fatal',
  FATAL: 'fatal',
  SILENT: 'silent'
})

function readPlace(env: Environment, path: (text: string) => string): DatabaseAddress {
  const engine = (env.INVENTREE_DB_ENGINE || 'sqlite3').toLowerCase().replace(/^django\.db\.backends\./, '')
  const name = env.INVENTREE_DB_NAME
  switch (engine) {
    case 'sqlite3':
    case 'sqlite': {
      const file = name || 'data/inventree.sqlite3'
      if (file === ':memory:') return file
      if (/[/\\]$/.test(file))
        throw new ConfigError(`INVENTREE_DB_NAME is "${file}", but must be a file, not a folder.`)
      return path(file)
    }
    case 'postgresql':
    case 'postgres': {
      if (!name) throw new ConfigError('INVENTREE_DB_NAME is not set, but PostgreSQL needs the name of a database.')
      if (!env.INVENTREE_DB_USER)
        throw new ConfigError('INVENTREE_DB_USER is not set, but PostgreSQL needs the name of a user.')
      const port = whole(env, 'INVENTREE_DB_PORT', 5432, [1, 65535], 'a port number')
      return {
        host: env.INVENTREE_DB_HOST || 'localhost',
        port,
        name,
        user: env.INVENTREE_DB_USER,
        password: env.INVENTREE_DB_PASSWORD || null
      }
    }
    default:
      throw new ConfigError(
        `INVENTREE_DB_ENGINE is "${env.INVENTREE_DB_ENGINE}", but this version knows only sqlite3 and postgresql.`
      )
  }
}

/** A text that an account may have; null where none is given. */
function checkedText(env: Environment, name: string, kind: 'email' | 'username', longest: number): string | null {
  const text = env[name]
  if (!text) return null
  const problem = text.length > longest ? `At most ${longest} characters will do.` : accountProblem(kind, text)
  if (problem !== undefined) throw new ConfigError(`${name} is "${text}". ${problem}`)
  return text
}

/** The entries of a list, separated by commas or blanks. */
const entries = (env: Environment, name: string): string[] =>
  (env[name] ?? '').split(/[\s,]+/).filter((text) => text !== '')

function origins(env: Environment, name: string): string[] {
  return entries(env, name).map((text) => {
    const origin = /^https?:\/\/[^/\s@]+\/?$/.test(text) ? URL.parse(text)?.origin : undefined
    if (!origin)
      throw new ConfigError(
        `${name} holds "${text}", but every entry must be an origin such as https://shop.example.org.`
      )
    return origin
  })
}

/**
 * An address, or a network that is not the whole world: who trusts everybody lets everybody choose where they come
 * from.
 */
function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  if (isIP(address) === 0 || more.length > 0) return false
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= (isIPv4(address) ? 32 : 128))
}

function networks(env: Environment, name: string): string[] {
  const all = entries(env, name)
  const wrong = all.find((text) => !isNetwork(text))
  if (wrong !== undefined)
    throw new ConfigError(
      `${name} holds "${wrong}", but every entry must be an address such as 10.0.0.7 or a network such as 10.0.0.0/8.`
    )
  return all
}

function webAddress(env: Environment, name: string): string | null {
  const text = env[name]?.trim()
  if (!text) return null
  if (!/^https?:\/\/[^/\s]/.test(text) || !URL.canParse(text))
    throw new ConfigError(`${name} is "${text}", but must be a web address such as https://news.example.org/feed.atom.`)
  return text
}

/** The first steps of paths that the server has for itself. */
const OWN_PATHS: ReadonlySet<string> = new Set([
  'account',
  'accounts',
  'admin',
  'api',
  'api-doc',
  'auth',
  'media',
  'plugin',
  'static',
  'web'
])

function siteURL(env: Environment): string | null {
  const text = env.INVENTREE_SITE_URL?.trim()
  if (!text) return null
  const refusal = (why: string) => new ConfigError(`INVENTREE_SITE_URL is "${text}", but ${why}.`)
  const [, origin, path] = /^(https?:\/\/[^/\s?#@\\]+)(\/\S*)?$/.exec(text) ?? []
  if (!origin || !URL.canParse(origin)) throw refusal('must be a web address such as https://parts.example.org')
  const steps = (path ?? '')
    .replace(/(?<!\/)\/+$/, '')
    .split('/')
    .slice(1)
  if (!steps.every((step) => /^[\w~-][\w.~-]*$/.test(step)))
    throw refusal('its path must be made of letters, digits and . _ ~ -, as in https://example.org/inventree')
  if (OWN_PATHS.has(steps[0] ?? ''))
    throw refusal(`its path must not begin with /${steps[0]}, where the server has addresses of its own`)
  return [origin, ...steps].join('/')
}

function forwarded(env: Environment, trustedProxies: readonly string[]): Forwarded {
  const name = (what: string) => `INVENTREE_USE_X_FORWARDED_${what.toUpperCase()}`
  const hears = (what: keyof Forwarded) => {
    const heard = yesOrNo(env, name(what), false)
    if (heard && trustedProxies.length === 0)
      throw new ConfigError(
        `${name(what)} is set, but needs a proxy in INVENTREE_TRUSTED_PROXIES whose word counts, such as 127.0.0.1.`
      )
    return heard
  }
  return { host: hears('host'), port: hears('port'), proto: hears('proto') }
}

/** The kinds of second factors, in the order in which they are told. */
function factorKinds(env: Environment): readonly FactorKind[] {
  const name = 'INVENTREE_MFA_SUPPORTED_TYPES'
  const words = entries(env, name)
  const wrong = words.find((word) => !FACTOR_KINDS.some((kind) => kind === word))
  if (wrong !== undefined)
    throw new ConfigError(`${name} holds "${wrong}", but every entry must be one of ${FACTOR_KINDS.join(', ')}.`)
  if (!yesOrNo(env, 'INVENTREE_MFA_ENABLED', true)) return []
  return words.length ? FACTOR_KINDS.filter((kind) => words.includes(kind)) : FACTOR_KINDS
}

/** Where plugins of others lie: in a folder that is named, or where they are wanted, beside the database. */
function pluginFolder(env: Environment, path: (text: string) => string, dataFolder: string): string | null {
  const folder = env.INVENTREE_PLUGIN_DIR
  if (!yesOrNo(env, 'INVENTREE_PLUGINS_ENABLED', Boolean(folder))) return null
  return folder ? path(folder) : join(dataFolder, 'plugins')
}

function importLimits(env: Environment): ImportLimits {
  const number = (name: string, initial: number, most: number) =>
    whole(env, `INVENTREE_IMPORT_${name}`, initial, [1, most], 'a number')
  return {
    size: number('MAX_SIZE', IMPORT_LIMITS.size, 256),
    rows: number('MAX_ROWS', IMPORT_LIMITS.rows, 10_000),
    columns: number('MAX_COLUMNS', IMPORT_LIMITS.columns, 10_000),
    days: number('DAYS', IMPORT_LIMITS.days, 3650)
  }
}

/** Who else knows people; the variable with their modules, which the reference server wants besides, says nothing more. */
function socialProviders(env: Environment): Provider[] {
  const text = env.INVENTREE_SOCIAL_PROVIDERS?.trim()
  if (!text) return []
  try {
    return readProviders(text)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    throw new ConfigError(`INVENTREE_SOCIAL_PROVIDERS cannot be used: ${error.message}.`)
  }
}

/**
 * Reads the configuration from the environment, by the names that users of InvenTree know.
 *
 * @param environment usually `process.env`
 * @param folder what relative paths are relative to
 * @returns every value, with its default where none is given
 * @throws ConfigError with a sentence that says which value is wrong and what would be right
 */
export function readConfig(environment: Environment, folder = process.cwd()): Config {
  const { env, variables } = watched(environment)
  const path = (text: string) => (isAbsolute(text) ? text : resolve(folder, text))
  const port = whole(env, 'INVENTREE_WEB_PORT', 8000, [0, 65535], 'a port number')
  const level = LEVELS[(env.INVENTREE_LOG_LEVEL || 'WARNING').toUpperCase()]
  if (!level)
    throw new ConfigError(
      `INVENTREE_LOG_LEVEL is "${env.INVENTREE_LOG_LEVEL}", but must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL.`
    )
  const timeZone = env.INVENTREE_TIMEZONE || 'UTC'
  // What Intl knows takes long to load, and UTC is there.
  if (timeZone !== 'UTC')
    try {
      new Intl.DateTimeFormat('en', { timeZone })
    } catch {
      throw new ConfigError(
        `INVENTREE_TIMEZONE is "${timeZone}", but must be the name of a time zone such as Europe/Berlin.`
      )
    }
  const trustedProxies = networks(env, 'INVENTREE_TRUSTED_PROXIES')
  const database = readPlace(env, path)
  const dataFolder =
    typeof database === 'string' && database !== ':memory:' ? dirname(database) : resolve(folder, 'data')
  const workers = whole(env, 'INVENTREE_WORKERS', 1, [1, 64], 'a number')
  if (workers > 1 && database === ':memory:')
    throw new ConfigError(`INVENTREE_WORKERS is ${workers}, but a database in memory belongs to one process alone.`)
  const staticRoot = env.INVENTREE_STATIC_ROOT ? path(env.INVENTREE_STATIC_ROOT) : null
  return {
    address: env.INVENTREE_WEB_ADDR || '127.0.0.1',
    port,
    database,
    workers,
    dataFolder,
    mediaRoot: env.INVENTREE_MEDIA_ROOT ? path(env.INVENTREE_MEDIA_ROOT) : join(dataFolder, 'media'),
    ...readMediaTarget(env),
    mediaAccess: choice(env, 'INVENTREE_MEDIA_ACCESS', MEDIA_ACCESS),
    protectSuperusers: yesOrNo(env, 'INVENTREE_PROTECT_SUPERUSERS', false),
    backupFolder: env.INVENTREE_BACKUP_DIR ? path(env.INVENTREE_BACKUP_DIR) : join(dataFolder, 'backup'),
    staticRoot,
    webFolder: join(staticRoot ?? dataFolder, 'web'),
    pluginFolder: pluginFolder(env, path, dataFolder),
    pluginInstall: !yesOrNo(env, 'INVENTREE_PLUGIN_NOINSTALL', false),
    siteURL: siteURL(env),
    corsAllowAll: yesOrNo(env, 'INVENTREE_CORS_ORIGIN_ALLOW_ALL', true),
    corsWhitelist: [...origins(env, 'INVENTREE_CORS_ORIGIN_WHITELIST'), ...origins(env, 'INVENTREE_TRUSTED_ORIGINS')],
    trustedProxies,
    forwarded: forwarded(env, trustedProxies),
    guessLimits: readGuessLimits(env),
    printer: {
      engine: choice(env, 'INVENTREE_PDF_ENGINE', PDF_ENGINES),
      chromium: env.INVENTREE_CHROMIUM ? path(env.INVENTREE_CHROMIUM) : null
    },
    cookieSameSite: choice(env, 'INVENTREE_COOKIE_SAMESITE', SAME_SITE),
    cookieSecure: yesOrNo(env, 'INVENTREE_SESSION_COOKIE_SECURE', false),
    importLimits: importLimits(env),
    webhooksAnywhere: yesOrNo(env, 'INVENTREE_WEBHOOK_ALLOW_PRIVATE', false),
    metricsAllow: networks(env, 'INVENTREE_METRICS_ALLOW'),
    logLevel: level,
    timeZone,
    bodyLimit: whole(env, 'INVENTREE_MAX_BODY_SIZE', 1, [1, 100], 'a number of megabytes') * 1024 * 1024,
    timeLimit: whole(env, 'INVENTREE_REQUEST_TIMEOUT', 60, [1, 3600], 'a number of seconds'),
    guardFormulas: yesOrNo(env, 'INVENTREE_EXPORT_GUARD_FORMULAS', true),
    secretKeyFile: env.INVENTREE_SECRET_KEY_FILE ? path(env.INVENTREE_SECRET_KEY_FILE) : null,
    secretKey: env.INVENTREE_SECRET_KEY || null,
    confirmDays: whole(env, 'INVENTREE_LOGIN_CONFIRM_DAYS', 3, [1, 365], 'a number of days'),
    factorKinds: factorKinds(env),
    enforceFactors: yesOrNo(env, 'INVENTREE_LOGIN_ENFORCE_MFA', false),
    mail: readMailServer(env),
    socialProviders: socialProviders(env),
    admin: {
      user: checkedText(env, 'INVENTREE_ADMIN_USER', 'username', 150),
      password: env.INVENTREE_ADMIN_PASSWORD || null,
      email: checkedText(env, 'INVENTREE_ADMIN_EMAIL', 'email', 254)
    },
    newsURL: webAddress(env, 'INVENTREE_NEWS_URL'),
    ratesURL: webAddress(env, 'INVENTREE_CURRENCY_RATES_URL'),
    variables: variables()
  }
}
