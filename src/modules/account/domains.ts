import type { SettingReader } from '#contract/scopes.ts'

/** What is wrong with an address, by a code and a sentence. */
type Wrong = readonly [code: string, message: string]

const NOT_APPROVED: Wrong = ['', 'The provided email domain is not approved.']
const NOT_VALID: Wrong = ['', 'The provided primary email address is not valid.']

/**
 * Whether an address lies in one of the domains that the setting LOGIN_SIGNUP_MAIL_RESTRICTION allows, exactly.
 *
 * @param email may be empty, which is no address
 * @returns what is wrong; undefined where nothing is, or every domain is allowed
 */
export function domainProblem(settings: SettingReader, email: string): Wrong | undefined {
  const allowed = settings
    .text('LOGIN_SIGNUP_MAIL_RESTRICTION')
    .split(',')
    .map((domain) => domain.trim().toLowerCase())
    .filter((domain) => domain !== '')
  if (allowed.length === 0) return undefined
  if (email === '') return NOT_VALID
  return allowed.includes(email.slice(email.lastIndexOf('@')).toLowerCase()) ? undefined : NOT_APPROVED
}
