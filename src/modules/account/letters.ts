// What mail about accounts says.
import type { Letter } from '#framework/mail/letter.ts'
import type { AccountEvent } from '#auth/sign-in.ts'

/** What happened to an account that its user is told of, with what only this module tells. */
export type NoticeEvent = AccountEvent | 'email_changed' | 'email_removed'

/** Who did it, and when. */
export interface Circumstances {
  /** As people read it, in the time zone of the server. */
  when: string
  address: string
  agent: string
}

const NOTICES: Record<NoticeEvent, { subject: string; what: string }> = {
  password_changed: { subject: 'Password Changed', what: 'The password of your account was changed.' },
  password_set: { subject: 'Password Set', what: 'Your account has a password now.' },
  password_reset: {
    subject: 'Password Reset',
    what: 'The password of your account was set anew, by a link in a mail.'
  },
  email_changed: {
    subject: 'Email Changed',
    what: 'Your account has another first mail address now; mail about it does not go here any more.'
  },
  email_removed: { subject: 'Email Removed', what: 'A mail address was removed from your account.' },
  totp_activated: {
    subject: 'Authenticator App Activated',
    what: 'An app that shows codes is asked for from now on when you sign in.'
  },
  totp_deactivated: {
    subject: 'Authenticator App Deactivated',
    what: 'The app that shows codes is not asked for any more when you sign in.'
  },
  recovery_codes_generated: {
    subject: 'New Recovery Codes Generated',
    what: 'Your account has new recovery codes; the old ones are worth nothing any more.'
  },
  webauthn_added: { subject: 'Security Key Added', what: 'A security key or passkey was added to your account.' },
  webauthn_removed: {
    subject: 'Security Key Removed',
    what: 'A security key or passkey was removed from your account.'
  }
}

/** Tells somebody what happened to their account. */
export function noticeLetter(event: NoticeEvent, username: string, { when, address, agent }: Circumstances): Letter {
  const { subject, what } = NOTICES[event]
  return {
    subject,
    paragraphs: [
      `Hello ${username},`,
      what,
      `When: ${when}\nFrom: ${address}\nWith: ${agent || 'a program that does not say its name'}`,
      'If this was not you, set another password at once, and tell whoever runs the server.'
    ]
  }
}

/**
 * Tells somebody that an administrator made an account for them.
 *
 * @param choosesPassword whether they may ask for a link to choose a password
 */
export const welcomeLetter = (site: string, username: string, choosesPassword: boolean): Letter => ({
  subject: 'Welcome',
  paragraphs: [
    `Hello ${username},`,
    'you have an account now. Your user name stands above; sign in with it here:',
    { label: 'The server:', link: `${site}/` },
    ...(choosesPassword
      ? [
          'If nobody has given you a password, choose one:',
          { label: 'Ask for a link:', link: `${site}/account/#/forgotten` }
        ]
      : ['If nobody has given you a password, ask for one where you got the account.'])
  ]
})

/** Asks somebody to confirm that an address is theirs. */
export const confirmLetter = (site: string, username: string, key: string): Letter => ({
  subject: 'Please Confirm Your Email Address',
  paragraphs: [
    `Hello ${username},`,
    'this address was given for your account. If it is yours, please confirm that by opening this page:',
    { label: 'Confirm the address:', link: `${site}/web/verify-email/`, secret: key },
    'If you do not know of any account, there is nothing to do: without you nothing comes of it.'
  ]
})

/** Gives somebody a link for a new password. */
export const resetLetter = (site: string, username: string, key: string): Letter => ({
  subject: 'Password Reset Email',
  paragraphs: [
    `Hello ${username},`,
    'somebody, probably you, has asked for a new password of your account. The link is good for three days, and once.',
    { label: 'Choose a new password:', link: `${site}/web/set-password?key=`, secret: key },
    'If it was not you, there is nothing to do: your password stays as it is.'
  ]
})

/** Gives somebody a link that signs them in. */
export const signInLetter = (site: string, username: string, key: string): Letter => ({
  subject: 'Log in to the app',
  paragraphs: [
    `Hello ${username},`,
    'whoever opens this link within five minutes is signed in as you. Do not pass it on.',
    { label: 'Sign in:', link: `${site}/api/email/login/?sesame=`, secret: key },
    'If you have not asked for it, there is nothing to do.'
  ]
})
