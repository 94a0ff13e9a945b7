import type { InjectOptions } from 'fastify'
import { VERBS } from '#contract/scopes.ts'
import { EVERYTHING } from '#auth/rulesets.ts'
import { openVault } from '#auth/secret.ts'
import type { Database } from '#db/database.ts'
import type { Config } from '#server/config.ts'
import { assureDatabase } from '#server/new-database.ts'
import { openUpToDate } from '#server/open.ts'
import { Failure, note } from './terminal.ts'
import { textOf } from '#contract/text.ts'

/** The API in this process, asked by whoever may run commands here, who may do everything. */
export interface Api {
  db: Database
  /** Where this machine reaches the server: what links begin with where nothing says how others reach it. */
  local: string
  /**
   * Sends a request.
   *
   * @returns the body of the answer
   * @throws Failure with the API's own words where it refuses
   */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<any> // each command knows what it asked for
}

/** Stands for the person at the terminal, who need not be a user of the server. */
const OPERATOR = {
  id: 0,
  username: '',
  first_name: '',
  last_name: '',
  email: '',
  is_staff: true,
  is_superuser: true,
  tokenId: null,
  sessionId: null,
  may: (verb: (typeof VERBS)[number], ruleset: string) => EVERYTHING.get(ruleset as never)?.has(verb) ?? false
}

/** Does something over the API, so that the rules of the API hold for it, without a server that listens. */
export async function withApi<Result>(config: Config, work: (api: Api) => Promise<Result>): Promise<Result> {
  // Most commands need none of this.
  const [{ buildApp }, { urlOf }] = await Promise.all([import('#server/app.ts'), import('#server/server.ts')])
  const { origin: local, host } = new URL(urlOf(config.address, config.port))
  await assureDatabase(config, {}, note)
  const { db } = await openUpToDate(config, note)
  try {
    const app = await buildApp({ config, db, vault: openVault(config), everybody: OPERATOR })
    try {
      return await work({
        db,
        local,
        ask: async (method, url, body) => {
          const { statusCode, payload } = await app.inject({
            method,
            url,
            headers: { host },
            ...(body ? { payload: body } : {})
          } as InjectOptions)
          const answer = payload === '' ? undefined : JSON.parse(payload)
          if (statusCode >= 400) throw new Failure(problems(answer).join('\n'))
          return answer
        }
      })
    } finally {
      await app.close()
    }
  } finally {
    await db.destroy()
  }
}

/** The messages of an answer that refuses, each with the field that it is about. */
function problems(answer: unknown, field = ''): string[] {
  if (Array.isArray(answer)) return answer.flatMap((one) => problems(one, field))
  if (typeof answer === 'object' && answer !== null) {
    return Object.entries(answer).flatMap(([name, one]) =>
      problems(one, ['detail', 'non_field_errors'].includes(name) ? field : name)
    )
  }
  return [field ? `${field}: ${textOf(answer)}` : textOf(answer)]
}
