// A mail server that keeps what it is given, for scenarios in which the server writes to people.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface Mail {
  from: string
  to: string[]
  subject: string
  text: string
}

/** Where mail arrives; what is taken out of `mails` is read. */
export interface Mailbox {
  port: number
  mails: Mail[]
  close(): void
}

const fromHex = (_: string, hex: string): string => String.fromCharCode(parseInt(hex, 16))

/** Text whose bytes beyond ASCII are written `=C3=A4`. */
const quotedPrintable = (text: string): string =>
  Buffer.from(text.replaceAll(/=([0-9a-f]{2})/gi, fromHex), 'latin1').toString()

/** A header whose words beyond ASCII are written `=?utf-8?q?...?=`. */
const decodeWords = (text: string): string =>
  text.replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=(?: (?==\?))?/gi, (_, kind: string, word: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : quotedPrintable(word.replaceAll('_', ' '))
  )

/** The subject of a mail and its plain text. */
export function readMail(raw: string): { subject: string; text: string } {
  const end = raw.indexOf('\n\n')
  const head = (end < 0 ? raw : raw.slice(0, end)).replaceAll(/\n[ \t]+/g, ' ').split('\n')
  const body = end < 0 ? '' : raw.slice(end + 2)
  const header = (name: string): string => {
    const line = head.find((one) => one.toLowerCase().startsWith(`${name}:`))
    return line === undefined ? '' : line.slice(name.length + 1).trimStart()
  }
  const subject = decodeWords(header('subject'))
  const boundary = /boundary="?([^";]+)/i.exec(header('content-type'))?.[1]
  if (boundary) {
    const plain = body.split(`--${boundary}`).find((part) => /content-type: *text\/plain/i.test(part)) ?? ''
    return { subject, text: readMail(plain.trimStart()).text }
  }
  const encoding = header('content-transfer-encoding').toLowerCase()
  if (encoding === 'base64') return { subject, text: Buffer.from(body, 'base64').toString() }
  if (encoding === 'quoted-printable') return { subject, text: quotedPrintable(body.replaceAll('=\n', '')) }
  return { subject, text: body }
}

/** Talks SMTP with one sender. */
function receive(socket: Socket, keep: (mail: Mail) => void): void {
  let waiting = ''
  let data: string | null = null
  let from = ''
  let to: string[] = []
  const address = (line: string): string => /<([^<>]*)>/.exec(line)?.[1] ?? ''

  const take = (line: string): void => {
    if (data !== null && line !== '.') {
      data += `${line.startsWith('..') ? line.slice(1) : line}\n`
      return
    }
    if (data !== null) {
      keep({ from, to, ...readMail(Buffer.from(data, 'latin1').toString()) })
      data = null
      to = []
    } else if (/^MAIL FROM/i.test(line)) from = address(line)
    else if (/^RCPT TO/i.test(line)) to.push(address(line))
    else if (/^DATA/i.test(line)) {
      data = ''
      socket.write('354 go on\r\n')
      return
    } else if (/^QUIT/i.test(line)) {
      socket.end('221 bye\r\n')
      return
    }
    socket.write('250 ok\r\n')
  }

  socket.on('error', () => {})
  socket.write('220 replay\r\n')
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    const lines = (waiting + String(chunk)).split('\r\n')
    waiting = lines.pop()!
    for (const line of lines) take(line)
  })
}

/**
 * Opens a mailbox on this machine.
 *
 * @param port 0 for any that is free
 */
export async function openMailbox(port: number): Promise<Mailbox> {
  const mails: Mail[] = []
  const server = createServer((socket) => receive(socket, (mail) => mails.push(mail)))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    close: () => {
      server.close()
      server.unref()
    }
  }
}

/** The links in the text of a mail, without what is new in each. */
export const linksOf = ({ text }: Mail): string[] =>
  (text.match(/https?:\/\/[^\s<>"]+/g) ?? []).map((link) =>
    link.replace(/(verify-email\/|[?&](?:key|sesame)=)[^&]+/, '$1<key>')
  )

/** What a server must be told so that it can send mail to a port of this machine. */
export const mailEnvironment = (port: number): Record<string, string> => ({
  INVENTREE_EMAIL_HOST: '127.0.0.1',
  INVENTREE_EMAIL_PORT: String(port),
  INVENTREE_EMAIL_SENDER: 'stores@workshop.example'
})
