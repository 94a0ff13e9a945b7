/** The mail server that the configuration names. */
export interface MailServer {
  host: string
  port: number
  username: string | null
  password: string | null
  /** Nothing, TLS from the first byte on, or the change to it (STARTTLS) after the greeting. */
  security: 'none' | 'tls' | 'starttls'
  sender: { name: string; address: string }
  /** Stands in front of every subject. */
  prefix: string
}
