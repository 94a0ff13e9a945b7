import t from 'tap'
import { readConfig } from '#server/config.ts'
import { build } from '../helper.ts'

t.test(
  'the configuration tells which variables were read and which of them were set, never what is in them',
  async (t) => {
    const { variables } = readConfig({
      INVENTREE_SECRET_KEY: 'nobody is told this',
      INVENTREE_TIMEZONE: '',
      HOME: '/home/tove'
    })
    const { as, makeUser } = await build(t, { variables })
    await makeUser({ name: 'stella', staff: true })
    const admin = as('admin')
    const { body } = await admin.get('/api/admin/config/')
    t.notMatch(JSON.stringify(body), /nobody is told/)
    const names = body.map((one: { key: string }) => one.key)
    t.strictSame(names, names.toSorted())
    t.notOk(names.includes('HOME'), 'what the server does not read is not told')
    t.match((await admin.get('/api/admin/config/INVENTREE_SECRET_KEY/')).body, {
      key: 'INVENTREE_SECRET_KEY',
      env_var: 'INVENTREE_SECRET_KEY',
      config_key: null,
      source: 'env'
    })
    t.equal((await admin.get('/api/admin/config/INVENTREE_TIMEZONE/')).body.source, 'default', 'empty is not set')
    t.equal((await admin.get('/api/admin/config/HOME/')).status, 404)
    t.equal((await admin.delete('/api/admin/config/INVENTREE_TIMEZONE/')).status, 405)
    t.equal((await as('stella').get('/api/admin/config/')).status, 403)
  }
)
