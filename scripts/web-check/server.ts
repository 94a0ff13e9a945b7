// A server as somebody has it who uses everything: the client, mail, accounts elsewhere, news, errors that happened.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { keepReport } from '#server/error-report.ts'
import { startIdentityProvider } from '../../test/support/identity-provider.ts'
import { freePort } from '../../test/support/port.ts'
import { environmentOf, makeDatabase, onPostgres } from '../../test/support/postgres.ts'
import { startMailServer, type TestMailServer } from '../../test/support/smtp.ts'
import { root, startServer } from '../support.ts'
import { standInClient } from '../web-client.ts'

/** A server with all that belongs to it. */
export interface WebServer {
  url: string
  /** Its administrator. */
  user: string
  password: string
  mail: TestMailServer
  /** What the provider of accounts is called. */
  provider: string
  stop(): Promise<void>
}

/** Who has an account elsewhere. */
const ILSE = {
  sub: 'u-1',
  name: 'Ilse',
  preferred_username: 'ilse',
  email: 'ilse@home.example',
  email_verified: true
}

/** What has happened before: errors, and news that came. */
async function rememberThings(place: Parameters<typeof openDatabase>[0]): Promise<void> {
  const db = await openDatabase(place)
  for (const what of ['first', 'second', 'third']) {
    // Errors of one kind at one place are one report.
    const error = Object.assign(new Error(`The ${what} that went wrong`), { code: what })
    await keepReport(db, error, { url: `/api/${what}/` })
    await db
      .insertInto('news_entry')
      .values({
        feed_id: what,
        title: `The ${what} news`,
        link: 'https://example.com/',
        published: '2026-01-02T03:04:05Z',
        author: 'Mara',
        summary: '',
        read: 0
      })
      .execute()
  }
  await db.destroy()
}

/**
 * Starts it, with SQLite or what the tests are run with.
 *
 * @param chromium what it prints with
 * @param demo the export of the inventory that it is to have
 */
export async function startWebServer(chromium: string, demo?: string): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'inventree-web-check-'))
  const place = onPostgres ? await makeDatabase() : join(folder, 'inventree.sqlite3')
  const env = {
    ...(typeof place === 'string' ? { INVENTREE_DB_NAME: place } : environmentOf(place)),
    INVENTREE_STATIC_ROOT: join(folder, 'static'),
    INVENTREE_MEDIA_ROOT: join(folder, 'media')
  }
  const inventree = (...args: string[]) =>
    execFileSync(join(root, 'bin/inventree'), args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe']
    })
  const archive = join(folder, 'frontend-build.zip')
  writeFileSync(archive, await standInClient())
  inventree('web', 'install', archive)
  if (demo) inventree('import', demo)
  await rememberThings(place)

  const port = await freePort()
  // Keys belong to a name, not to an address.
  const url = `http://localhost:${port}`
  const ends: (() => unknown)[] = []
  const mail = await startMailServer({ teardown: (end: () => unknown) => void ends.push(end) })
  const provider = await startIdentityProvider(() => [ILSE], [`${url}/accounts/oidc/workshop/login/callback/`])
  const server = await startServer(
    typeof place === 'string' ? place : place.name,
    {
      ...env,
      INVENTREE_CHROMIUM: chromium,
      INVENTREE_EMAIL_HOST: mail.config.host,
      INVENTREE_EMAIL_PORT: String(mail.config.port),
      INVENTREE_EMAIL_SENDER: 'stores@workshop.example',
      INVENTREE_SOCIAL_PROVIDERS: JSON.stringify({
        openid_connect: { APPS: [provider.app], AUTH_PARAMS: { login_hint: ILSE.sub } }
      }),
      // Who comes back from a provider brings the cookie along.
      INVENTREE_COOKIE_SAMESITE: 'lax',
      // The check is wrong on purpose more often than people are.
      INVENTREE_LOGIN_ATTEMPTS: '50'
    },
    port
  )
  return {
    url,
    user: server.user,
    password: demo ? 'inventree' : server.password,
    mail,
    provider: provider.app.name,
    stop: async () => {
      server.stop()
      await provider.stop()
      for (const end of ends) await end()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
