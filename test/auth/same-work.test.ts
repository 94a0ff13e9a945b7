import t from 'tap'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

// Counts what checks of imported hashes do, before any module has taken the function.
let iterations = 0
const { pbkdf2 } = crypto
crypto.pbkdf2 = ((...args: Parameters<typeof pbkdf2>) => {
  iterations += args[2]
  pbkdf2(...args)
}) as typeof pbkdf2
syncBuiltinESMExports()
const { basic, build } = await import('../helper.ts')

const ME = '/api/user/me/'

t.test(
  'a wrong password takes the same work for accounts of every kind and for none → 401, the time does not tell who is here',
  async (t) => {
    const { by, makeUser, db } = await build(t)
    const imported = (rounds: number) => `pbkdf2_sha256$${rounds}$salt$${Buffer.alloc(32).toString('base64')}`
    const { hashPassword } = await import('#auth/passwords.ts')
    const stored = {
      costly: imported(5000),
      cheap: imported(2000),
      own: await hashPassword('Hot-plate-946'),
      none: '!',
      damaged: 'pbkdf2_sha256$x'
    }
    await db.updateTable('user').set({ password: stored.costly }).execute()
    for (const [name, password] of Object.entries(stored)) {
      await makeUser({ name })
      await db.updateTable('user').set({ password }).where('username', '=', name).execute()
    }
    const work = async (name: string) => {
      iterations = 0
      t.equal((await by({ authorization: basic(name, 'wrong') }).get(ME)).status, 401, name)
      return iterations
    }
    for (const name of [...Object.keys(stored), 'nobody']) t.equal(await work(name), 5000, name)
    iterations = 0
    t.equal((await by({ authorization: basic('own', 'Hot-plate-946') }).get(ME)).status, 200)
    t.equal(iterations, 0, 'the right one takes its own')
    await db.updateTable('user').set({ password: stored.own }).execute()
    t.equal(await work('nobody'), 0, 'nor is it done where nobody has such a hash')
  }
)
