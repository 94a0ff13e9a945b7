import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** Who elsewhere is told of changes, and what they were told. */
export interface WebhookTables {
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
}

interface WebhookTable {
  id: Generated<number>
  name: string
  url: string
  active: Generated<Flag>
  /** JSON text: the models that it hears of; all where there are none. */
  models: Generated<string>
  /** JSON text: what must have happened; anything where there is nothing. */
  actions: Generated<string>
  /** JSON text: values that fields of the record must have. */
  filters: Generated<string>
  /** As whom records are read; null where that user is gone. */
  user_id: number | null
  /** What bodies are signed with, sealed. */
  secret: string
  /** ISO 8601, UTC, as all of its times. */
  created: string
  /** The first failure after which nothing was delivered any more. */
  failing_since: string | null
  /** How many tries came to nothing since then. */
  failures: Generated<number>
  /** How many events it was not told of, since too many waited already. */
  missed: Generated<number>
  /** Why the server switched it off; empty where it did not. */
  disabled: Generated<string>
}

interface WebhookDeliveryTable {
  id: Generated<number>
  webhook_id: number
  /** A UUID; the receiver knows the delivery by it. */
  uid: string
  /** What happened: null in all of these for a ping. */
  event: string | null
  model: string | null
  object_id: number | null
  action: string
  /** JSON text: the states between which the record went; null where its state stayed. */
  transition: string | null
  /** When it happened; ISO 8601, UTC, as all of its times. */
  at: string
  state: Generated<'waiting' | 'delivered' | 'failed' | 'skipped'>
  attempts: Generated<number>
  /** JSON text: what came of each try, the last twenty of them. */
  tries: Generated<string>
  /** Of the last try: the status of the answer, what went wrong, how the answer began, and how long it took, in ms. */
  code: number | null
  error: string | null
  answer: string | null
  duration: number | null
  tried: string | null
  /** Null once there is no further try. */
  next_try: string | null
  created: string
}
