import { dirname, isAbsolute, join, resolve } from 'node:path'

/** Everything that the environment may decide, read once. */
export interface Config {
  address: string
  port: number
  /** A file, or `:memory:`. */
  database: string
  mediaRoot: string
  staticRoot: string | null
  /** Without a slash at the end; null where none was given. */
  siteURL: string | null
  corsAllowAll: boolean
  corsWhitelist: string[]
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  timeZone: string
  /** Where the key that seals tokens is kept; beside the database unless told otherwise. */
  secretKeyFile: string | null
  secretKey: string | null
  admin: { user: string | null, password: string | null, email: string | null }
}

/** A wrong value in the environment; the message is for the person who set it. */
export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>

const LEVELS: Record<string, Config['logLevel']> = {
  DEBUG: 'debug', INFO: 'info', WARNING: 'warn', WARN: 'warn', ERROR: 'error', CRITICAL: 'fatal', FATAL: 'fatal', SILENT: 'silent'
}

function flag (env: Environment, name: string, initial: boolean): boolean {
  const text = env[name]?.trim().toLowerCase()
  if (!text) return initial
  if (['true', '1', 'yes', 'on', 't', 'y'].includes(text)) return true
  if (['false', '0', 'no', 'off', 'f', 'n'].includes(text)) return false
  throw new ConfigError(`${name} is "${env[name]}", but must be true or false.`)
}

function origins (env: Environment, name: string): string[] {
  return (env[name] ?? '').split(/[\s,]+/).filter((text) => text !== '').map((text) => {
    if (!/^https?:\/\/[^/\s]+\/?$/.test(text)) throw new ConfigError(`${name} holds "${text}", but every entry must be an origin such as https://shop.example.org.`)
    return text.replace(/\/$/, '')
  })
}

/**
 * Reads the configuration from the environment, by the names that users of InvenTree know.
 *
 * @param env usually `process.env`
 * @param folder what relative paths are relative to
 * @returns every value, with its default where none is given
 * @throws ConfigError with a sentence that says which value is wrong and what would be right
 */
export function readConfig (env: Environment, folder = process.cwd()): Config {
  const path = (text: string) => isAbsolute(text) ? text : resolve(folder, text)
  const engine = (env.INVENTREE_DB_ENGINE || 'sqlite3').toLowerCase().replace(/^django\.db\.backends\./, '')
  if (!['sqlite3', 'sqlite'].includes(engine)) throw new ConfigError(`INVENTREE_DB_ENGINE is "${env.INVENTREE_DB_ENGINE}", but this version knows only sqlite3.`)
  const port = env.INVENTREE_WEB_PORT ? Number(env.INVENTREE_WEB_PORT) : 8000
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ConfigError(`INVENTREE_WEB_PORT is "${env.INVENTREE_WEB_PORT}", but must be a port number from 0 to 65535.`)
  const level = LEVELS[(env.INVENTREE_LOG_LEVEL || 'WARNING').toUpperCase()]
  if (!level) throw new ConfigError(`INVENTREE_LOG_LEVEL is "${env.INVENTREE_LOG_LEVEL}", but must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL.`)
  const timeZone = env.INVENTREE_TIMEZONE || 'UTC'
  try { new Intl.DateTimeFormat('en', { timeZone }) } catch {
    throw new ConfigError(`INVENTREE_TIMEZONE is "${timeZone}", but must be the name of a time zone such as Europe/Berlin.`)
  }
  const siteURL = env.INVENTREE_SITE_URL || null
  if (siteURL && !/^https?:\/\/[^/\s]+(\/\S*)?$/.test(siteURL)) throw new ConfigError(`INVENTREE_SITE_URL is "${siteURL}", but must be a web address such as https://parts.example.org.`)
  const database = env.INVENTREE_DB_NAME || 'data/inventree.sqlite3'
  if (database !== ':memory:' && /[/\\]$/.test(database)) throw new ConfigError(`INVENTREE_DB_NAME is "${database}", but must be a file, not a folder.`)
  const file = database === ':memory:' ? database : path(database)
  const beside = database === ':memory:' ? resolve(folder, 'data') : dirname(file)
  if (env.INVENTREE_ADMIN_PASSWORD && !env.INVENTREE_ADMIN_USER) throw new ConfigError('INVENTREE_ADMIN_PASSWORD is set, but INVENTREE_ADMIN_USER is not; the first administrator needs both.')
  return {
    address: env.INVENTREE_WEB_ADDR || '127.0.0.1',
    port,
    database: file,
    mediaRoot: env.INVENTREE_MEDIA_ROOT ? path(env.INVENTREE_MEDIA_ROOT) : join(beside, 'media'),
    staticRoot: env.INVENTREE_STATIC_ROOT ? path(env.INVENTREE_STATIC_ROOT) : null,
    siteURL: siteURL?.replace(/\/+$/, '') ?? null,
    corsAllowAll: flag(env, 'INVENTREE_CORS_ORIGIN_ALLOW_ALL', true),
    corsWhitelist: origins(env, 'INVENTREE_CORS_ORIGIN_WHITELIST'),
    logLevel: level,
    timeZone,
    secretKeyFile: env.INVENTREE_SECRET_KEY_FILE ? path(env.INVENTREE_SECRET_KEY_FILE) : null,
    secretKey: env.INVENTREE_SECRET_KEY || null,
    admin: { user: env.INVENTREE_ADMIN_USER || null, password: env.INVENTREE_ADMIN_PASSWORD || null, email: env.INVENTREE_ADMIN_EMAIL || null }
  }
}
