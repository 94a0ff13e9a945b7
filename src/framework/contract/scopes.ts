import type { Database } from '#db/database.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FileStore } from './files.ts'

/** The four things that a role may permit. */
export const VERBS = ['view', 'add', 'change', 'delete'] as const
export type Verb = (typeof VERBS)[number]

/** The user that a request acts for, as far as the contract needs to know one. */
export interface Caller {
  readonly id: number
  readonly username: string
  readonly first_name: string
  readonly last_name: string
  readonly email: string
  readonly is_staff: boolean
  readonly is_superuser: boolean
  /** The token that the request came with; null without one. */
  readonly tokenId: number | null
  /** The session of the browser that the request came from; null without one. */
  readonly sessionId: number | null
  /**
   * Whether a role of the user permits the verb; a superuser may everything.
   *
   * @param verb what is to be done
   * @param ruleset the role's name, for example `part`
   */
  may(verb: Verb, ruleset: string): boolean
}

/** Settings of one kind, as the modules read them. */
interface ValueReader {
  text(key: string): string
  flag(key: string): boolean
  number(key: string): number
}

/** How a plugin is set. */
export interface PluginReader extends ValueReader {
  /** Whether it is switched on. */
  readonly active: boolean
}

/** The global settings, as the modules read them, and those of plugins. */
export interface SettingReader extends ValueReader {
  /** The state of a plugin of this server, by its key. */
  plugin(key: string): PluginReader
}

/** A long list, some records at a time. */
export type Chunks = AsyncIterable<readonly unknown[]>

/**
 * What a server hands along with every call, the same for all of them. A module that others need something of, one for
 * each server, adds it to this interface in its own folder (`declare module '#contract/scopes.ts'`).
 */
export interface Handed {
  settings: SettingReader
}

/** What every piece of code that serves a request may use. */
export interface RequestContext extends Handed {
  db: Database
  /** Null for an anonymous request; only operations open to everybody see that. */
  caller: Caller | null
  files: FileStore
  request: FastifyRequest
  reply: FastifyReply
  /** The address under which the client reached the server, without a slash at the end; links begin with it. */
  baseURL: string
  /** The query as it came, also what the contract does not declare; the last of repeated parameters counts. */
  rawQuery: Record<string, string>
  /** Whether the request writes a list to a file: its records have what answers leave out of lists. */
  exporting?: boolean
  /** The body as it came, before it was read; for the rare field that is told apart by its presence alone. */
  rawBody: unknown
  /**
   * Gives what another read of the contract answers this caller (see ask.ts). Reads outside of any transaction, so
   * never call it inside one.
   *
   * @param path the parameters of its path, where it has some
   */
  ask(operation: string, rawQuery: Record<string, string>, path?: Record<string, unknown>): Promise<unknown>
  /** The same of a list that may be long: its records in chunks. */
  askChunks(operation: string, rawQuery: Record<string, string>): Promise<Chunks>
}

/** The caller of an operation that the contract does not open to everybody. */
export function signedIn(context: RequestContext): Caller {
  if (!context.caller) throw new Error('an operation that needs a user was reached without one')
  return context.caller
}

/**
 * Whether a caller holds one of the scopes that the contract lists for an operation.
 *
 * @param caller the signed-in user
 * @param scopes alternatives; names joined by `+` are needed together. `g:read`, `a:staff`, `a:superuser`,
 *   `r:<verb>:<ruleset>`
 */
export function holds(caller: Caller, scopes: readonly string[]): boolean {
  return scopes.some((scope) =>
    scope.split('+').every((name) => {
      const [kind, second, third] = name.split(':')
      if (kind === 'r') return caller.may(second as Verb, third ?? '')
      if (name === 'g:read') return true
      if (name === 'a:staff') return caller.is_staff
      if (name === 'a:superuser') return caller.is_superuser
      throw new Error(`the contract names an unknown scope: ${name}`)
    })
  )
}
