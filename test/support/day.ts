// The work of a day, done at once.
import type { Database } from '#db/database.ts'
import { Background } from '#framework/background.ts'
import { JobRunner } from '#framework/jobs/runner.ts'
import type { Day } from '#framework/module.ts'
import { NO_PLUGINS } from './plugins.ts'
import { Settings } from '#modules/settings/store.ts'
import { daily, dailyWorkBy } from '#server/daily.ts'

/** What is told of failures, and of settings other than those of the database. */
interface DayParts {
  db: Database
  config?: Partial<Day['config']>
  settings?: Settings
  log?: (error: unknown, text?: string) => void
}

/** A process that does the work of a day. */
export function dayRunner({ db, config, settings = new Settings(db), log = () => undefined }: DayParts): JobRunner {
  const runner = new JobRunner({ db, log: { error: log, warn: log, info: () => undefined } })
  const folders = { database: ':memory:', mediaRoot: '/nowhere', backupFolder: '/nowhere', ...config } as Day['config']
  return runner.know([
    dailyWorkBy({ config: folders, settings, background: new Background(runner), plugins: NO_PLUGINS })
  ])
}

/** What begins the work of a day now and then, as a server does that starts now, and waits until it is done. */
export function dayOf(parts: DayParts): () => Promise<void> {
  const begin = daily({ db: parts.db, log: { error: parts.log ?? (() => undefined) } })
  return async () => {
    await begin()
    await dayRunner(parts).drain()
  }
}
