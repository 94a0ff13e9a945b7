import { isMailAddress } from '#framework/mail/mailer.ts'
import type { MailServer } from '#framework/mail/server.ts'
import { ConfigError, yesOrNo, whole, type Environment } from './config.values.ts'

/** A sender as a header names one: `Stores <stores@example.org>`, or the address alone. */
const SENDER = /^(?:([^<>]*)<([^<>\s]+)>|([^<>\s]+))$/

function readSender(env: Environment): MailServer['sender'] | null {
  const name = env.INVENTREE_EMAIL_SENDER?.trim() ? 'INVENTREE_EMAIL_SENDER' : 'INVENTREE_EMAIL_USERNAME'
  const text = env[name]?.trim()
  if (!text) return null
  const [, called = '', address, alone] = SENDER.exec(text) ?? []
  const sender = { name: called.trim().replaceAll(/^"|"$/g, ''), address: address ?? alone ?? '' }
  if (!isMailAddress(sender.address))
    throw new ConfigError(
      `${name} is "${text}", but mail needs the address of a sender such as stores@example.org in INVENTREE_EMAIL_SENDER.`
    )
  return sender
}

/**
 * Reads which mail server there is.
 *
 * @returns null where no host, or no sender, is named: then no mail is sent
 * @throws ConfigError with a sentence that says which value is wrong
 */
export function readMailServer(env: Environment): MailServer | null {
  const host = env.INVENTREE_EMAIL_HOST?.trim()
  if (!host) return null
  const [tls, ssl] = [yesOrNo(env, 'INVENTREE_EMAIL_TLS', false), yesOrNo(env, 'INVENTREE_EMAIL_SSL', false)]
  if (tls && ssl)
    throw new ConfigError('INVENTREE_EMAIL_TLS and INVENTREE_EMAIL_SSL are both set, but exclude each other.')
  const port = whole(env, 'INVENTREE_EMAIL_PORT', 25, [1, 65535], 'a port number')
  const sender = readSender(env)
  if (!sender) return null
  return {
    host,
    port,
    username: env.INVENTREE_EMAIL_USERNAME?.trim() || null,
    password: env.INVENTREE_EMAIL_PASSWORD || null,
    security: ssl ? 'tls' : tls ? 'starttls' : 'none',
    sender,
    prefix: env.INVENTREE_EMAIL_PREFIX ?? '[InvenTree] '
  }
}
