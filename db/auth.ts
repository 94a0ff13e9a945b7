import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** Users, what they may do, and how they sign in. */
export interface AuthTables {
  user: UserTable
  user_profile: UserProfileTable
  group: GroupTable
  user_group: UserGroupTable
  ruleset: RulesetTable
  owner: OwnerTable
  api_token: ApiTokenTable
  session: SessionTable
  authenticator: AuthenticatorTable
  social_account: SocialAccountTable
  sign_in_attempt: SignInAttemptTable
}

interface UserTable {
  id: Generated<number>
  username: string
  /** An argon2id hash, or an imported PBKDF2 one until the next login; empty while no password was set. */
  password: Generated<string>
  first_name: Generated<string>
  last_name: Generated<string>
  email: Generated<string>
  is_staff: Generated<Flag>
  is_superuser: Generated<Flag>
  is_active: Generated<Flag>
  /** ISO 8601, UTC. */
  date_joined: string
  last_login: string | null
  /** YYYY-MM-DD; the last day on which a request of theirs was admitted, by whatever credentials. */
  last_seen: string | null
}

interface UserProfileTable {
  id: Generated<number>
  user_id: number
  language: string | null
  /** JSON text. */
  theme: string | null
  /** JSON text. */
  widgets: string | null
  displayname: string | null
  position: string | null
  status: string | null
  location: string | null
  active: Generated<Flag>
  contact: string | null
  type: Generated<'bot' | 'internal' | 'external' | 'guest'>
  organisation: string | null
  primary_group_id: number | null
  metadata: string | null
}

interface GroupTable {
  id: Generated<number>
  name: string
}

interface UserGroupTable {
  user_id: number
  group_id: number
}

interface RulesetTable {
  id: Generated<number>
  name: string
  group_id: number
  can_view: Generated<Flag>
  can_add: Generated<Flag>
  can_change: Generated<Flag>
  can_delete: Generated<Flag>
}

/** One row for each user and each group: what a record's `responsible` points at. */
interface OwnerTable {
  id: Generated<number>
  owner_model: 'user' | 'group'
  owner_id: number
}

interface ApiTokenTable {
  id: Generated<number>
  user_id: number
  name: Generated<string>
  /** SHA-256 of the token, hexadecimal: what a request is looked up by. */
  hash: string
  /** The token, encrypted with the key file that lies outside the database. */
  sealed: string
  /** The token with its middle blanked out, as lists show it. */
  redacted: string
  /** ISO 8601, UTC. */
  created: string
  /** YYYY-MM-DD; the last day on which the token works. */
  expiry: string
  last_seen: string | null
  revoked: Generated<Flag>
  metadata: string | null
}

/** What a browser's cookie names; somebody is signed in with it, or is about to. */
interface SessionTable {
  id: Generated<number>
  /** Null before anybody is signed in, and after the user is gone. */
  user_id: number | null
  /** SHA-256 of the key in the cookie, hexadecimal: what a request is looked up by. */
  hash: string
  /** SHA-256 of the stored password at sign-in: another password ends the session. */
  password_mark: string | null
  /** ISO 8601, UTC. */
  created: string
  /** ISO 8601, UTC. */
  expires: string
  /** ISO 8601, UTC; to within a minute. */
  last_seen: string
  /** The address that it began from. */
  ip: Generated<string>
  user_agent: Generated<string>
  /** JSON text: the proofs that were given, the oldest first. */
  methods: Generated<string>
  /** What is kept from one request to the next, such as a sign-in that was begun: JSON, sealed. */
  state: string | null
}

/** A second factor. */
interface AuthenticatorTable {
  id: Generated<number>
  user_id: number
  type: 'totp' | 'recovery_codes' | 'webauthn'
  /** What the factor is, in the form of an export: JSON, sealed. */
  data: string
  /** What only goes forward: the period of the last code of an app, or the signatures that a key says it gave. */
  counter: Generated<number>
  /** ISO 8601, UTC. */
  created_at: string
  last_used_at: string | null
}

/** An account elsewhere by which a user may sign in. */
interface SocialAccountTable {
  id: Generated<number>
  user_id: number
  /** The word for the provider in the configuration. */
  provider: string
  /** What the provider knows the account by, for ever. */
  uid: string
  /** ISO 8601, UTC. */
  last_login: string
  date_joined: string
  /** JSON text: what the provider said last. */
  extra_data: Generated<string>
}

/** How often somebody tried to sign in, by whom and from where; what is over is cleared away. */
interface SignInAttemptTable {
  id: Generated<number>
  /** A keyed hash of what is counted: nobody can read a name or an address out of it. */
  mark: string
  count: number
  /** ISO 8601, UTC. */
  until: string
}
