// This server, started for scenarios: with a port, a folder and a database of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { command } from '../../test/server/run.ts'
import { freePort } from '../../test/support/port.ts'
import { dropDatabase, environmentOf, makeDatabase, onPostgres } from '../../test/support/postgres.ts'
import { mailEnvironment, openMailbox } from './mail.ts'
import type { Target } from './replay.ts'

/** How long a server may take until it answers, in tenths of a second. */
const PATIENCE = 1800

/** A server that runs. */
interface Running {
  target: Target
  stop(): Promise<void>
}

/** How a server is started. */
export interface Start {
  admin: Target['admin']
  /** More of its environment. */
  environment?: Record<string, string>
  /** Whether it sends mail. */
  mail?: boolean
  /** An export that it holds. */
  imported?: string | undefined
}

/**
 * Waits until a server answers.
 *
 * @throws where it does not within three minutes
 */
export async function awaitServer(url: string, ended = (): boolean => false): Promise<void> {
  for (let tries = PATIENCE; tries > 0 && !ended(); tries--) {
    const answer = await fetch(`${url}/api/`).catch(() => undefined)
    if (answer?.status === 200) return
    await sleep(100)
  }
  throw new Error(`${url} does not answer`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await Promise.race([ended, sleep(5000)])
}

/** A place where one server after the other is started, beside other places. */
export class Place {
  #folder: string
  #database: string

  /**
   * @param folder where it keeps what it needs
   * @param name what tells it from other places
   */
  constructor(folder: string, name: string) {
    this.#folder = join(folder, name)
    this.#database = `inventree_test_conformance_${name}`
    mkdirSync(this.#folder)
  }

  /** An empty database: in memory, or a new one of PostgreSQL. */
  async #emptyDatabase(): Promise<{ options: string[]; environment: Record<string, string> }> {
    if (!onPostgres) return { options: ['--memory'], environment: {} }
    const media = join(this.#folder, 'media')
    // Where a file is left that no record knows any more, the next one of that name gets another.
    rmSync(media, { recursive: true, force: true })
    const environment = {
      ...environmentOf(await makeDatabase(this.#database)),
      INVENTREE_SECRET_KEY_FILE: join(this.#folder, 'secret_key.txt'),
      INVENTREE_MEDIA_ROOT: media
    }
    return { options: [], environment }
  }

  /** Starts a server without data, or with those of an export alone. */
  async start({ admin, environment = {}, mail = false, imported }: Start): Promise<Running> {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const mailbox = mail ? await openMailbox(0) : undefined
    const database = await this.#emptyDatabase()
    const env = {
      ...process.env,
      ...database.environment,
      ...(mailbox && mailEnvironment(mailbox.port)),
      ...environment,
      INVENTREE_ADMIN_USER: admin.name,
      INVENTREE_ADMIN_PASSWORD: admin.password,
      INVENTREE_ADMIN_EMAIL: 'test@test.com'
    }
    const options = [...database.options, '--port', String(port)]
    if (imported !== undefined && onPostgres)
      await once(spawn(...command(['import', imported]), { env, stdio: 'ignore' }), 'close')
    else if (imported !== undefined) options.push('--import', imported)
    const child = spawn(...command(['serve', ...options]), { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (chunk) => (complaints = `${complaints}${chunk}`.slice(-2000)))
    await awaitServer(url, () => child.exitCode !== null).catch((error: Error) => {
      child.kill()
      throw new Error(`${error.message}: ${complaints}`)
    })
    return {
      target: { url, admin, mailbox },
      stop: async () => {
        await stop(child)
        mailbox?.close()
      }
    }
  }

  async close(): Promise<void> {
    if (onPostgres) await dropDatabase(this.#database)
  }
}

/**
 * Starts this server, does something with it, and stops it whatever comes.
 *
 * @param use what is done with it
 */
export async function withServer(place: Place, start: Start, use: (target: Target) => Promise<void>): Promise<void> {
  const running = await place.start(start)
  try {
    await use(running.target)
  } finally {
    await running.stop()
  }
}
