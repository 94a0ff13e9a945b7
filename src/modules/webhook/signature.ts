// Signs what webhooks are sent, as Standard Webhooks has it: https://www.standardwebhooks.com
import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
/** How many bytes a secret may have, and how many a new one has. */
const [FEWEST, MOST, NEW] = [24, 64, 32]

/** A secret that nobody had before. */
export const newSigningSecret = (): string => PREFIX + randomBytes(NEW).toString('base64')

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64')

/** What is wrong with a secret; undefined where nothing is. */
export function secretProblem(secret: string): string | undefined {
  const isBase64 = secret.startsWith(PREFIX) && keyOf(secret).toString('base64') === secret.slice(PREFIX.length)
  const { length } = keyOf(secret)
  return isBase64 && length >= FEWEST && length <= MOST
    ? undefined
    : `A secret is ${PREFIX} and ${FEWEST} to ${MOST} bytes in base64.`
}

/**
 * The headers by which a receiver knows a delivery and its sender.
 *
 * @param id the same in every try
 * @param seconds when it is sent, in seconds since 1970
 */
export function signed(secret: string, id: string, seconds: number, body: string): Record<string, string> {
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}
