// Writes mail down, so that a slow mail server holds up nobody and no restart loses any, and sends it.
import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import type { Updateable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { accountProblem } from '#contract/read.ts'
import type { Vault } from '#auth/tokens.ts'
import { doneBy, HopelessError, type Job, type JobHandler, type JobRun } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'
import { now } from '#framework/time.ts'
import { formsOf, subjectOf, type Letter, type LetterForms } from './letter.ts'
import type { MailServer } from './server.ts'
import { failureOfMail, sendOut } from './transport.ts'

/** Sends one mail that was written down. */
const SEND_MAIL: Job<{ message: number }> = {
  name: 'mail.send',
  lane: 'mail',
  priority: 0,
  // A mail server that is away for a day loses none.
  pauses: [10, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600],
  limit: 120
}

/** The longest address that mail is sent to, in characters. */
const LONGEST_ADDRESS = 254
/** How long a mail may take that somebody waits for, in ms. */
const AT_ONCE_MS = 15_000

/** Why a mail is not sent. */
const refusal = (error_code: string, error_message: string) => ({ error_code, error_message, error_timestamp: now() })

/** Whether mail can be sent to a text. */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && accountProblem('email', text) === undefined

interface Parts {
  /** Null where the configuration names none. */
  server: MailServer | null
  vault: Vault
  log: Pick<FastifyBaseLogger, 'warn'>
  /** Told of each mail that was written down, by its key, in the transaction in which it was. */
  written?(db: Database, message: number): Promise<void>
}

/** Sends mail for one server; without a mail server nothing is sent, and the log says so. */
export class Mailer {
  readonly #server: MailServer | null
  readonly #vault: Vault
  readonly #log: Parts['log']
  readonly #written: Parts['written']
  #hasWarned = false

  constructor({ server, vault, log, written }: Parts) {
    this.#server = server
    this.#vault = vault
    this.#log = log
    this.#written = written
  }

  /** Whether there is a mail server at all. */
  get isConfigured(): boolean {
    return this.#server !== null
  }

  /** What does the jobs of sending; for the module of mail. */
  get job(): JobHandler {
    const set = async (db: Database, message: number, values: Updateable<DB['email_message']>): Promise<void> => {
      // What was sent, before a process died that could not say so, stays that.
      await db.updateTable('email_message').set(values).where('id', '=', message).where('status', '<>', 'S').execute()
    }
    return doneBy(SEND_MAIL, ({ message }, run) => this.#send(message, run), {
      failed: ({ message }, db) => set(db, message, { status: 'F' }),
      dropped: ({ message }, db) =>
        set(db, message, { status: 'F', sealed: null, ...refusal('DROPPED', 'It was dropped before it was sent.') }),
      again: ({ message }, db) => set(db, message, { status: 'A' })
    })
  }

  /**
   * Writes a mail down; it is sent a little later.
   *
   * @param db inside a transaction: the mail goes out if what it tells of came true
   * @param to one address; nothing is sent to what is none
   */
  async post(db: Database, to: string, letter: Letter): Promise<void> {
    if (!this.#server) return this.warn()
    if (!isMailAddress(to)) return
    const forms = formsOf(letter)
    const message = await this.#write(db, this.#server, { to, letter, forms })
    await this.#written?.(db, message)
    if ((await enqueue(db, SEND_MAIL, { message })) !== undefined) return
    await db
      .updateTable('email_message')
      .set({ status: 'F', sealed: null, ...refusal('FULL', 'Too much mail waits to be sent.') })
      .where('id', '=', message)
      .execute()
  }

  /**
   * Sends a mail at once, for somebody who wants to see whether that works.
   *
   * @throws what the mail server said against it
   */
  async sendNow(db: Database, to: string, letter: Letter): Promise<void> {
    if (!this.#server) throw new Error('there is no mail server')
    const forms = formsOf(letter)
    const message = await this.#write(db, this.#server, { to, letter, forms })
    try {
      await this.#sendRow(db, message, forms, AbortSignal.timeout(AT_ONCE_MS))
    } catch (error) {
      await db.updateTable('email_message').set({ status: 'F', sealed: null }).where('id', '=', message).execute()
      throw error
    }
    await markSent(db, message)
  }

  /** Says, once, that mail was to be sent and cannot be. */
  warn(): void {
    if (this.#hasWarned) return
    this.#hasWarned = true
    this.#log.warn('mail was to be sent, but INVENTREE_EMAIL_HOST and INVENTREE_EMAIL_SENDER name no mail server')
  }

  async #write(
    db: Database,
    server: MailServer,
    { to, letter, forms }: { to: string; letter: Letter; forms: LetterForms }
  ): Promise<number> {
    const global_id = randomUUID()
    const { id } = await db
      .insertInto('email_message')
      .values({
        global_id,
        message_id_key: `<${global_id}@${server.sender.address.split('@')[1]}>`,
        subject: subjectOf(server.prefix, letter),
        body: forms.shown,
        sealed: this.#vault.seal(JSON.stringify({ text: forms.text, html: forms.html })),
        to,
        sender: server.sender.address,
        timestamp: now()
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  async #send(message: number, run: JobRun): Promise<void> {
    const row = await run.db
      .selectFrom('email_message')
      .select(['status', 'sealed'])
      .where('id', '=', message)
      .executeTakeFirst()
    // Somebody has deleted it, or it went out before a process died that could not say so.
    if (row?.status !== 'A' || row.sealed === null) return
    const opened = this.#vault.open(row.sealed)
    if (!this.#server || opened === undefined) {
      const error = new HopelessError(this.#server ? 'The key that it was sealed with is gone.' : 'No mail server.')
      await this.#note(run.db, message, error)
      throw error
    }
    await this.#sendRow(run.db, message, JSON.parse(opened) as LetterForms, run.stopped)
    await run.db.transaction().execute(async (trx) => {
      await markSent(trx, message)
      await run.finish(trx)
    })
  }

  /** Hands a mail over; what the mail server says against it is kept with it. */
  async #sendRow(
    db: Database,
    message: number,
    { text, html }: Pick<LetterForms, 'text' | 'html'>,
    stopped: AbortSignal
  ): Promise<void> {
    const { to, subject, message_id_key } = await db
      .selectFrom('email_message')
      .select(['to', 'subject', 'message_id_key'])
      .where('id', '=', message)
      .executeTakeFirstOrThrow()
    try {
      await sendOut(this.#server!, { to, subject, text, html, messageId: message_id_key! }, stopped)
    } catch (error) {
      const { isFinal, message: why } = await this.#note(db, message, error)
      throw isFinal ? new HopelessError(why, { cause: error }) : error
    }
  }

  async #note(db: Database, message: number, error: unknown) {
    const failure = failureOfMail(error)
    await db
      .updateTable('email_message')
      .set(refusal(failure.code, failure.message))
      .where('id', '=', message)
      .execute()
    return failure
  }
}

async function markSent(db: Database, message: number): Promise<void> {
  await db.updateTable('email_message').set({ status: 'S', sealed: null }).where('id', '=', message).execute()
}
