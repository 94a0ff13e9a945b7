// A mail server for a test: it keeps what it takes, and can be slow, or refuse.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import type { Test } from 'tap'
import type { MailServer } from '#framework/mail/server.ts'
import { readMail } from '../../scripts/conformance/mail.ts'

/** A mail as it arrived. */
interface Arrived {
  to: string[]
  from: string
  subject: string
  text: string
  raw: string
}

export interface TestMailServer {
  /** For the configuration of the server that sends. */
  config: MailServer
  mails: Arrived[]
  /** What to do before the next mails are taken: nothing, or a wait, or an error with a `responseCode`. */
  before: () => Promise<void>
}

/** Somebody's refusal, with the status of SMTP. */
export const smtpRefusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

/** Starts a mail server that ends with the test, or whatever else can tell its end. */
export async function startMailServer(
  t: Pick<Test, 'teardown'>,
  changed: Partial<MailServer> = {}
): Promise<TestMailServer> {
  const mails: Arrived[] = []
  const own: TestMailServer = { mails, before: async () => {}, config: undefined! }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: changed.username ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === changed.username && password === changed.password
        ? done(null, { user: username })
        : done(smtpRefusal(535, 'Wrong name or password')),
    onData: (stream, { envelope }, done) => {
      let raw = ''
      stream.setEncoding('latin1')
      stream.on('data', (chunk: string) => (raw += chunk))
      stream.on('end', () => {
        own.before().then(
          () => {
            const text = raw.replaceAll('\r\n', '\n')
            const from = envelope.mailFrom ? envelope.mailFrom.address : ''
            mails.push({ to: envelope.rcptTo.map(({ address }) => address), from, raw: text, ...readMail(text) })
            done()
          },
          (error: Error) => done(error)
        )
      })
    }
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.teardown(() => new Promise<void>((resolve) => server.close(resolve)))
  own.config = {
    host: '127.0.0.1',
    port: (server.server.address() as AddressInfo).port,
    username: null,
    password: null,
    security: 'none',
    sender: { name: 'Stores', address: 'stores@workshop.example' },
    prefix: '[InvenTree] ',
    ...changed
  }
  return own
}

/** Waits until something holds, for ten seconds at most. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await sleep(50)
  }
  throw new Error('it did not come true within ten seconds')
}
