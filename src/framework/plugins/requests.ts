// What a plugin asks the server for while it is at work.
import { ApiError, wordsOf } from '#contract/errors.ts'
import { textOf } from '#contract/text.ts'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { RequestAs } from '#framework/as-user.ts'
import { enqueue } from '#framework/jobs/store.ts'
import { isMailAddress, type Mailer } from '#framework/mail/mailer.ts'
import { isClosed } from './closed.ts'
import type { Request } from './messages.ts'
import { PLUGIN_TASK } from './task.ts'
import { forgetValue, keptValue, keptKeys, keepValue } from './values.ts'

/** Who asks. */
export interface Asking {
  key: string
  /** The user in whose name it acts. */
  user: number
  rights: ReadonlySet<string>
  tasks: readonly string[]
}

/** What requests are served with. */
export interface ServingParts {
  db: Database
  requestAs: RequestAs
  mailer: Pick<Mailer, 'post' | 'isConfigured'>
}

type Ask<What extends Request['what']> = Extract<Request, { what: What }>

/** The longest wait of a task, in seconds: a year. */
const LONGEST_DELAY = 366 * 24 * 3600

/** An error under the name that a plugin sees. */
const refusal = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, ...more })

/** A path as it is meant; undefined where it cannot be read. */
const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** An address with its parts in place. */
function filled(address: unknown, path: Record<string, unknown>, query: unknown): string {
  if (typeof address !== 'string' || !address.startsWith('/api/') || address.length > 2000)
    throw refusal('TypeError', 'an address of the API begins with /api/')
  const plain = address.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (path?.[name] === undefined) throw refusal('TypeError', `the address ${address} needs "${name}"`)
    return encodeURIComponent(textOf(path[name]))
  })
  const url = new URL(plain, 'http://server')
  const meant = decoded(url.pathname)
  if (meant === undefined || !meant.startsWith('/api/') || url.host !== 'server')
    throw refusal('TypeError', 'an address of the API begins with /api/, and stays there')
  if (isClosed(meant)) throw refusal('ApiError', `${meant} is closed to plugins`, { status: 403, body: null })
  for (const [name, value] of Object.entries((query ?? {}) as object))
    if (value !== undefined && value !== null) url.searchParams.set(name, textOf(value))
  return url.pathname + url.search
}

async function askApi({ requestAs }: ServingParts, { user, rights }: Asking, asked: Ask<'api'>): Promise<unknown> {
  const { method, address, path, query, body: payload } = asked
  const { status, body } = await requestAs(user, {
    method: method as 'GET',
    url: filled(address, path, query),
    rights,
    ...(payload === undefined ? {} : { payload: payload as object })
  })
  if (status < 400) return body
  const words = typeof body === 'object' && body !== null ? wordsOf(new ApiError(status, body)) : textOf(body)
  throw refusal('ApiError', `${method} ${address} answers ${status}: ${words}`.slice(0, 1000), { status, body })
}

async function sendMail({ db, mailer }: ServingParts, { rights }: Asking, mail: Ask<'mail.send'>): Promise<void> {
  if (!rights.has('mail.send')) throw refusal('PermissionError', 'the plugin needs the right "mail.send"')
  const { to, subject, text } = mail
  if (!mailer.isConfigured) throw new Error('the server has no mail server')
  if (!isMailAddress(String(to))) throw refusal('TypeError', 'nothing can be sent to this address')
  await transact(db, (trx) =>
    mailer.post(trx, to, {
      subject: String(subject),
      paragraphs: String(text)
        .slice(0, 100_000)
        .split(/\n{2,}/)
    })
  )
}

async function queueTask({ db }: ServingParts, { key, tasks }: Asking, asked: Ask<'queue.add'>): Promise<void> {
  const { task, data, delay } = asked
  if (!tasks.includes(task)) throw refusal('TypeError', `the plugin has no task "${task}"`)
  if (typeof delay !== 'number' || !(delay >= 0 && delay <= LONGEST_DELAY))
    throw refusal('TypeError', 'the delay of a task is a number of seconds, a year at most')
  const uid = await enqueue(db, PLUGIN_TASK, { plugin: key, task, data, again: null }, delay)
  if (uid === undefined) throw new Error('too much waits in the queue already')
}

const SERVED: { [What in Request['what']]: (parts: ServingParts, who: Asking, asked: Ask<What>) => Promise<unknown> } =
  {
    api: askApi,
    'storage.get': ({ db }, { key }, asked) => keptValue(db, key, asked.key),
    'storage.set': ({ db }, { key }, asked) => keepValue(db, key, asked.key, asked.value),
    'storage.delete': ({ db }, { key }, asked) => forgetValue(db, key, asked.key),
    'storage.keys': ({ db }, { key }) => keptKeys(db, key),
    'queue.add': queueTask,
    'mail.send': sendMail
  }

/**
 * Does what a plugin asks for.
 *
 * @throws Error, as the plugin is to see it
 */
export async function serveRequest(parts: ServingParts, who: Asking, asked: Request): Promise<unknown> {
  if (!Object.hasOwn(SERVED, asked.what)) throw refusal('TypeError', 'there is no such request')
  return await (SERVED[asked.what] as (parts: ServingParts, who: Asking, asked: Request) => Promise<unknown>)(
    parts,
    who,
    asked
  )
}
