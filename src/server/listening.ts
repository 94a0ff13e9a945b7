// Where the server listens: whether it can is looked at before anything is stored, and said in words where it cannot.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { dictionary } from '#db/dictionary.ts'
import type { Config } from './config.ts'

type Door = Pick<Config, 'address' | 'port'>

const OTHER_ADDRESS =
  'Choose another with --address or INVENTREE_WEB_ADDR: 127.0.0.1 for this machine alone, 0.0.0.0 for the whole network.'
const OTHER_PORT = ({ port }: Door) =>
  `Choose another with --port or INVENTREE_WEB_PORT, such as --port ${port < 1024 ? 8000 : Math.min(port + 1, 65535)}.`

const unknownName = (door: Door) =>
  `${door.address} is neither an address nor a name that is known here. ${OTHER_ADDRESS}`

/** What the codes of the system mean here. */
const SENTENCES: Record<string, (door: Door) => string> = dictionary({
  EADDRINUSE: (door: Door) =>
    `Port ${door.port} of ${door.address} is taken: another program listens there, perhaps this server already. ${OTHER_PORT(door)}`,
  EACCES: (door: Door) => `This user may not listen at port ${door.port}. ${OTHER_PORT(door)}`,
  EADDRNOTAVAIL: (door: Door) => `${door.address} is no address of this machine. ${OTHER_ADDRESS}`,
  EAFNOSUPPORT: (door: Door) =>
    `This machine has no network of the kind that ${door.address} belongs to. ${OTHER_ADDRESS}`,
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
  EAI_FAIL: unknownName
})

/** Why the server cannot listen, in words; any other error as it is. */
export function listenError(error: unknown, door: Door): unknown {
  const sentence = SENTENCES[(error as { code?: string }).code ?? '']
  return sentence ? new Error(sentence(door), { cause: error }) : error
}

/**
 * Looks whether the server can listen where it is to, by doing so for a moment.
 *
 * @throws with a sentence that says what is in the way, and what to choose instead
 */
export async function tryListening(door: Door): Promise<void> {
  const server = createServer()
  try {
    server.listen({ host: door.address, port: door.port, exclusive: true })
    await once(server, 'listening')
  } catch (error) {
    throw listenError(error, door)
  } finally {
    await new Promise((closed) => {
      server.close(closed)
    })
  }
}
