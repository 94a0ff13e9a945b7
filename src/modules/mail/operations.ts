import type { Database } from '#db/database.ts'
import { ApiError, invalid, notFound, nothingThere, refused } from '#contract/errors.ts'
import type { RequestContext, SettingReader } from '#contract/scopes.ts'
import type { Answer, Handler } from '#contract/types.ts'
import { looseFlag } from '#contract/read.ts'
import { resource } from '#crud/resource.ts'
import { plainRefusal } from '#crud/selection.ts'
import type { Letter } from '#framework/mail/letter.ts'
import type { Mailer } from '#framework/mail/mailer.ts'
import { failureOfMail } from '#framework/mail/transport.ts'
import { shownTime } from '#framework/time.ts'

type Message = Answer<'admin_email_retrieve', 200>

/** The mail of the server as a list; records are named by their `global_id`, so single ones are served below. */
const { operations, read } = resource('admin_email', 'email_message', {
  className: 'EmailMessage',
  options: {},
  computed: {},
  search: ['subject', 'to', 'sender'],
  order: {
    created: 'timestamp',
    subject: 'subject',
    to: 'to',
    sender: 'sender',
    status: 'status',
    timestamp: 'timestamp',
    // Mail goes out alone.
    direction: 'id'
  },
  defaultOrder: [
    { key: 'timestamp', descending: true },
    { key: 'id', descending: true }
  ],
  filters: {},
  toJSON: (row): Message => ({
    pk: row.global_id,
    global_id: row.global_id,
    message_id_key: row.message_id_key,
    thread_id_key: null,
    thread: null,
    subject: row.subject,
    body: row.body,
    to: row.to,
    sender: row.sender,
    status: row.status,
    timestamp: shownTime(row.timestamp),
    headers: null,
    full_message: null,
    direction: 'O',
    priority: row.priority as Message['priority'],
    error_code: row.error_code,
    error_message: row.error_message,
    error_timestamp: shownTime(row.error_timestamp),
    delivery_options: null
  })
})

const UUID = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i

/** A key as it is stored; undefined where a text is none. */
function keyOf(text: string): string | undefined {
  if (!UUID.test(text)) return undefined
  return text
    .replaceAll('-', '')
    .toLowerCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

async function findMessage(db: Database, text: string): Promise<number> {
  const key = keyOf(text)
  if (key === undefined) throw nothingThere()
  const row = await db.selectFrom('email_message').select('id').where('global_id', '=', key).executeTakeFirst()
  if (!row) throw notFound('EmailMessage')
  return row.id
}

function refuseProtected(settings: SettingReader): void {
  if (settings.flag('INVENTREE_PROTECT_EMAIL_LOG'))
    throw refused('INVE-E8: The log of mail is protected, and nothing of it can be deleted.')
}

/** What `items` of a body names; an empty list where it names nothing. */
function itemsOf(body: unknown): unknown[] {
  const { items } = (body ?? {}) as { items?: unknown }
  if (items === undefined || items === null || items === '') return []
  if (!Array.isArray(items)) throw plainRefusal('Items must be provided as a list')
  return items
}

/** The condition of a bulk deletion: all mail, or some of it; the refusals are those of every bulk deletion. */
function chosenMessages({ rawBody, rawQuery, db }: RequestContext) {
  const items = itemsOf(rawBody)
  if (items.length === 0 && rawQuery.all === undefined)
    throw plainRefusal('List of items must be provided for bulk operation')
  if (items.length === 0 && !looseFlag(rawQuery.all)) throw plainRefusal('All filter must only be used with true')
  const messages = db.deleteFrom('email_message')
  if (items.length === 0) return messages
  const keys = items.flatMap((item) => (typeof item === 'string' ? (keyOf(item) ?? []) : []))
  if (keys.length === 0) throw plainRefusal('No items match the provided criteria')
  return messages.where('global_id', 'in', keys)
}

const TEST_LETTER: Letter = {
  subject: 'Test mail',
  paragraphs: ['This mail was sent to see whether the server can send mail. It can.']
}

const refusedTest = (why: string): ApiError => invalid([`Failed to send test email: "${why}"`])

/** The log of mail, and a mail to see whether it works (docs/behaviour/mail.md). */
export function mailOperations(mailer: Mailer) {
  const retrieve: Handler<'admin_email_retrieve'> = async (call, send) => {
    const id = await findMessage(call.db, call.path.global_id)
    const [message] = (await read(call, [id])).values()
    if (!message) throw notFound('EmailMessage')
    return send(200, message)
  }

  const destroy: Handler<'admin_email_destroy'> = async (call, send) => {
    const id = await findMessage(call.db, call.path.global_id)
    refuseProtected(call.settings)
    await call.db.deleteFrom('email_message').where('id', '=', id).execute()
    return send(204)
  }

  const destroyMany: Handler<'admin_email_bulk_destroy'> = async (call, send) => {
    const chosen = chosenMessages(call)
    refuseProtected(call.settings)
    const { numDeletedRows } = await chosen.executeTakeFirst()
    if (Number(numDeletedRows) === 0) throw plainRefusal('No items match the provided criteria')
    return send(200, { success: `Deleted ${numDeletedRows} items` })
  }

  const test: Handler<'admin_email_test_create'> = async (call, send) => {
    const { email } = call.body
    if (!mailer.isConfigured) throw refusedTest('INVE-W7: Email server not configured')
    try {
      await mailer.sendNow(call.db, email, TEST_LETTER)
    } catch (error) {
      throw refusedTest(failureOfMail(error).message)
    }
    return send(200, { email })
  }

  return {
    admin_email_list: operations.admin_email_list,
    admin_email_retrieve: retrieve,
    admin_email_destroy: destroy,
    admin_email_bulk_destroy: Object.assign(destroyMany, { readsBody: true }),
    admin_email_test_create: test
  }
}
