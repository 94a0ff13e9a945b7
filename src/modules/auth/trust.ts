import { passwordMark } from '#auth/sessions.ts'
import { cookiesOf, SESSION_SECONDS, TRUST_COOKIE } from '#auth/cookies.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Vault } from '#auth/tokens.ts'
import type { UserRow } from '#auth/users.ts'
import { isKind, type Factor } from './factor-store.ts'

// Browsers that are not asked for a second factor: their cookie lists, sealed, for whom and since when.

/** One who trusts a browser, and since when; seconds since 1970. */
type Entry = [fingerprint: string, since: number]

/** How many users one browser may be trusted by. */
const ENTRIES_AT_MOST = 10

/** What ends the trust of a user when it changes: the password, the factors, and the recovery codes. */
const fingerprintOf = (vault: Vault, user: UserRow, factors: readonly Factor[]): string =>
  vault.mark(
    'trusted browser',
    String(user.id),
    passwordMark(user.password),
    ...factors.map((factor) =>
      isKind(factor, 'recovery_codes')
        ? `${factor.id} ${factor.data.seed ?? 'migrated'}`
        : `${factor.id} ${factor.type}`
    )
  )

function entriesOf(vault: Vault, request: RequestContext['request']): Entry[] {
  const opened = vault.open(cookiesOf(request)[TRUST_COOKIE] ?? '')
  const entries = opened === undefined ? [] : (JSON.parse(opened) as Entry[])
  return entries.filter(([, since]) => since > Date.now() / 1000 - SESSION_SECONDS)
}

/** Whether a user trusts the browser of a request. */
export function isTrusted(
  vault: Vault,
  request: RequestContext['request'],
  user: UserRow,
  factors: readonly Factor[]
): boolean {
  const fingerprint = fingerprintOf(vault, user, factors)
  return entriesOf(vault, request).some(([known]) => known === fingerprint)
}

/** The content of the cookie once a user trusts the browser of a request, too. */
export function withTrust(
  vault: Vault,
  request: RequestContext['request'],
  user: UserRow,
  factors: readonly Factor[]
): string {
  const entry: Entry = [fingerprintOf(vault, user, factors), Math.floor(Date.now() / 1000)]
  const others = entriesOf(vault, request).filter(([known]) => known !== entry[0])
  return vault.seal(JSON.stringify([...others.slice(1 - ENTRIES_AT_MOST), entry]))
}
