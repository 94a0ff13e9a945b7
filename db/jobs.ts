import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** Work that waits for a process, the mail that is sent by it, and to where. */
export interface JobTables {
  job: JobTable
  email_message: EmailMessageTable
  email_address: EmailAddressTable
  plugin_user_setting: PluginUserSettingTable
}

/** An address that a user has given, beside the one of the account. */
interface EmailAddressTable {
  id: Generated<number>
  user_id: number
  /** In small letters. */
  email: string
  verified: Generated<Flag>
  primary: Generated<Flag>
}

/** What a user has set for something that clients know as a plugin. */
interface PluginUserSettingTable {
  id: Generated<number>
  user_id: number
  /** The key of the plugin. */
  plugin: string
  key: string
  value: string
}

interface JobTable {
  id: Generated<number>
  /** What tells it from all others for clients: 32 hexadecimal digits. */
  uid: string
  /** Which kind of job it is. */
  name: string
  /** Jobs of one lane wait for each other; those of another do not wait for them. */
  lane: string
  /** Smaller ones come first. */
  priority: Generated<number>
  /** JSON text. */
  arguments: string
  state: Generated<'waiting' | 'running' | 'done' | 'failed'>
  /** ISO 8601, UTC, as all of its times. */
  created: string
  /** Not to be done before. */
  run_after: string
  /** How often it was begun. */
  attempts: Generated<number>
  /** The process that does it, and until when that is believed to live. */
  locked_by: string | null
  locked_until: string | null
  started: string | null
  finished: string | null
  /** JSON text; what came of it. */
  result: string | null
  /** Why it failed the last time. */
  error: string | null
}

/** A mail that was sent, or is to be. */
interface EmailMessageTable {
  id: Generated<number>
  /** A UUID. */
  global_id: string
  /** The header Message-ID. */
  message_id_key: string | null
  subject: string
  /** As it is shown: what is secret is blanked out. */
  body: string
  /** Text and HTML as they are sent, encrypted; null once there is nothing more to be sent. */
  sealed: string | null
  to: string
  sender: string
  /** Announced, sent, failed. */
  status: Generated<'A' | 'S' | 'F'>
  /** ISO 8601, UTC. */
  timestamp: string
  priority: Generated<number>
  error_code: string | null
  error_message: string | null
  error_timestamp: string | null
}
