import t from 'tap'
import { openVault } from '#auth/secret.ts'
import { openDatabase } from '#db/database.ts'
import { Mailer } from '#framework/mail/mailer.ts'
import { serve } from '../server/run.ts'
import { shared } from '../server/together.ts'
import { readConfig } from '#server/config.ts'
import { startMailServer, until } from '../support/smtp.ts'

t.test(
  'mail that waits when a server is killed goes out with the next one, from one of two processes, once',
  async (t) => {
    const server = await startMailServer(t)
    const env = {
      ...(await shared(t)),
      INVENTREE_EMAIL_HOST: '127.0.0.1',
      INVENTREE_EMAIL_PORT: String(server.config.port),
      INVENTREE_EMAIL_SENDER: 'stores@workshop.example'
    }
    // The mail server thinks for longer than the first server lives.
    server.before = () => new Promise(() => undefined)
    const first = await serve(t, [], env)
    const config = readConfig(env)
    const db = await openDatabase(config.database)
    t.teardown(() => db.destroy())
    const mailer = new Mailer({ server: config.mail, vault: openVault(config), log: { warn: () => undefined } })
    const MAILS = 6
    for (let n = 0; n < MAILS; n++)
      await db
        .transaction()
        .execute((trx) => mailer.post(trx, `to${n}@lab.example`, { subject: `Mail ${n}`, paragraphs: ['x'] }))
    const states = async () => (await db.selectFrom('job').select('state').execute()).map(({ state }) => state)
    await until(async () => (await states()).includes('running'))
    await first.stop('SIGKILL')
    server.before = async () => {}
    // As if the lease of the dead had ended.
    await db.updateTable('job').set({ locked_until: '2020-01-01' }).where('state', '=', 'running').execute()
    await serve(t, [], { ...env, INVENTREE_WORKERS: '2' })
    await until(async () => (await states()).every((state) => state === 'done'))
    t.strictSame(
      server.mails.map(({ to }) => to[0]).toSorted(),
      Array.from({ length: MAILS }, (_, n) => `to${n}@lab.example`)
    )
    const rows = await db.selectFrom('email_message').select(['status', 'sealed']).execute()
    t.ok(rows.length === MAILS && rows.every(({ status, sealed }) => status === 'S' && sealed === null))
  }
)
