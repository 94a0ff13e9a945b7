import type { Test } from 'tap'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import type { PostgresAddress } from '#db/database.ts'

/** What lies between a server and its database, and can fail as networks, poolers and databases do. */
export interface Proxy {
  /** Where the database is for whoever goes through here. */
  place: PostgresAddress
  /** Breaks all connections; new ones can be made. */
  cut(): void
  /** Refuses every new connection. */
  close(): Promise<void>
  /** Takes new connections again. */
  open(): Promise<void>
  /** From now on takes everything and passes nothing on, as a network that is gone. */
  silent: boolean
  /**
   * Sees what is sent to the database; `lost` breaks that connection without passing it on, `sent` after the database
   * has answered.
   */
  watch: ((text: string) => 'lost' | 'sent' | undefined) | undefined
}

/** Stands between a server and a database until the end of the test. */
export async function proxy(t: Test, to: PostgresAddress): Promise<Proxy> {
  const pairs = new Set<Socket>()
  const state: Pick<Proxy, 'silent' | 'watch'> = { silent: false, watch: undefined }
  const server = createServer((client) => {
    const database = to.host.startsWith('/') ? connect(join(to.host, `.s.PGSQL.${to.port}`)) : connect(to.port, to.host)
    const end = () => {
      client.destroy()
      database.destroy()
      pairs.delete(client)
    }
    pairs.add(client)
    for (const socket of [client, database]) socket.on('error', end).on('close', end)
    let answered = (): boolean => false
    client.on('data', (bytes) => {
      if (state.silent) return
      const how = state.watch?.(bytes.toString('latin1'))
      if (how === 'lost') {
        end()
        return
      }
      if (how === 'sent')
        answered = () => {
          end()
          return true
        }
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (!state.silent && !answered()) client.write(bytes)
    })
  })
  let port = 0
  const open = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  const cut = () => {
    for (const client of pairs) client.destroy()
  }
  await open()
  t.teardown(() => {
    cut()
    server.close()
  })
  return Object.assign(state, {
    place: { ...to, host: '127.0.0.1', port },
    cut,
    open,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    }
  })
}
