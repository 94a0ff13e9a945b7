// Hands a mail to the server that the configuration names.
import type { Transporter } from 'nodemailer'
import { textOf } from '#contract/text.ts'
import type { MailServer } from './server.ts'

/** A mail, ready to go. */
export interface Outgoing {
  to: string
  subject: string
  text: string
  html: string
  messageId: string
}

/** How long to wait for the server: for the connection, its greeting, and every answer after that; in ms. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 30_000 }

/** What an error of a mail server tells. */
export interface MailFailure {
  code: string
  message: string
  /** Whether the server has refused this mail for good: another try would end in the same way. */
  isFinal: boolean
}

async function connect({ host, port, username, password, security }: MailServer): Promise<Transporter> {
  // It takes a while to load, and most processes send nothing.
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(username === null ? {} : { auth: { user: username, pass: password ?? '' } }),
    // What is sent is text that was made here: neither files nor addresses are read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...PATIENCE
  })
}

/**
 * Sends one mail to one recipient.
 *
 * @param stopped breaks it off
 * @throws what the server or the network said against it; `failureOfMail` reads that
 */
export async function sendOut(server: MailServer, mail: Outgoing, stopped: AbortSignal): Promise<void> {
  const transport = await connect(server)
  const { promise: broken, reject } = Promise.withResolvers<never>()
  const stop = () => {
    transport.close()
    reject(new Error('The sending was broken off.'))
  }
  stopped.addEventListener('abort', stop)
  try {
    stopped.throwIfAborted()
    const sending = transport.sendMail({
      ...mail,
      from: server.sender,
      to: { name: '', address: mail.to },
      headers: { 'Auto-Submitted': 'auto-generated' }
    })
    sending.catch(() => undefined)
    await Promise.race([sending, broken])
  } finally {
    stopped.removeEventListener('abort', stop)
    transport.close()
  }
}

/** Reads what went wrong with a mail. */
export function failureOfMail(error: unknown): MailFailure {
  const { code, responseCode, message } = error as { code?: unknown; responseCode?: unknown; message?: unknown }
  // Wrong credentials are mended by whoever runs the server; a recipient that the server does not take is not.
  const isFinal = typeof responseCode === 'number' && responseCode >= 500 && code !== 'EAUTH'
  return {
    code: (typeof responseCode === 'number' ? String(responseCode) : typeof code === 'string' ? code : 'ERROR').slice(
      0,
      50
    ),
    message: (typeof message === 'string' ? message : textOf(error)).slice(0, 500),
    isFinal
  }
}
