import t from 'tap'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { basic, PASSWORD } from '../helper.ts'
import { folder, inside, run, serve } from '../server/run.ts'
import { writePlugin } from '../support/plugins.ts'

const ADMIN = basic('admin')

/** A folder with a database, a folder for plugins, and an administrator. */
function place(t: Parameters<typeof folder>[0], more: Record<string, string> = {}) {
  const directory = folder(t)
  const plugins = join(directory, 'plugins')
  const env = {
    INVENTREE_DB_NAME: join(directory, 'inventree.sqlite3'),
    INVENTREE_PLUGIN_DIR: plugins,
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: PASSWORD,
    ...more
  }
  return { directory, plugins, env }
}

t.test('a plugin is written, activated and used while servers run, by all of their processes', async (t) => {
  const { plugins, env } = place(t, { INVENTREE_WORKERS: '2' })
  const server = await serve(t, [], env)
  t.match(await run(['plugin', 'new', 'shelf-lamp'], env), { code: 0, out: `${join(plugins, 'shelf-lamp')}\n` })
  t.match(await run(['plugin', 'new', 'shelf-lamp'], env), { code: 1, err: /is there already/ })
  t.match(await run(['plugin', 'new', 'Shelf Lamp'], env), { code: 2, err: /is no key/ })
  t.match(await run(['plugin', 'list'], env), {
    code: 0,
    out: /shelf-lamp +My plugin +off +others +part\.view stock\.view/
  })
  t.match(await run(['plugin', 'activate', 'shelf-lamp'], env), { code: 2 }, 'nobody is there to grant it')
  t.match(await run(['plugin', 'activate', 'shelf-lamp', '--yes'], env), { code: 0, out: 'My plugin is on\n' })
  const { body: place_ } = await server.ask('POST', '/api/stock/location/', ADMIN, { name: 'Shelf' })
  for (let n = 0; n < 6; n++) {
    t.match((await server.ask('POST', '/api/action/', ADMIN, { action: 'shelf-lamp', data: { search: 'x' } })).body, {
      result: { count: 0 }
    })
    t.match((await server.ask('POST', '/api/barcode/', ADMIN, { barcode: `MY-${place_.pk}` })).body, {
      stocklocation: { pk: place_.pk }
    })
  }
  await server.ask('PATCH', '/api/settings/global/ENABLE_PLUGINS_INTERFACE/', ADMIN, { value: true })
  const panels = await server.ask('GET', '/api/plugins/ui/features/panel/?target_model=part&target_id=1', ADMIN)
  t.match(panels.body, [{ context: { items: 0 }, source: '/static/plugins/shelf-lamp/panel.js:renderPanel' }])
  t.match(await run(['plugin', 'deactivate', 'shelf-lamp'], env), { code: 0 })
  for (let n = 0; n < 6; n++)
    t.equal((await server.ask('POST', '/api/action/', ADMIN, { action: 'shelf-lamp', data: {} })).status, 404)
})

t.test('a package is installed without running anything of it, pinned, and taken away again', async (t) => {
  const { directory, plugins, env } = place(t)
  const ran = join(directory, 'ran')
  writePlugin(directory, 'wave', {
    package: { scripts: { install: `touch ${ran}`, postinstall: `touch ${ran}` } },
    code: "export default { actions: { wave: (_, { storage }) => storage.set('a', 1) } }"
  })
  writePlugin(directory, 'plain', { code: '' })
  writeFileSync(join(directory, 'plain/package.json'), '{ "name": "plain", "version": "1.0.0" }')
  const packed = (name: string) =>
    join(directory, execFileSync('npm', ['pack', '--silent', `./${name}`], { cwd: directory, encoding: 'utf8' }).trim())
  const [wave, plain] = [packed('wave'), packed('plain')]
  t.match(await inside(['plugin', 'install', plain], env), { code: 1, err: /no plugin for this server/ })
  t.strictSame(JSON.parse(readFileSync(join(plugins, 'package.json'), 'utf8')).dependencies ?? {}, {})
  t.match(await inside(['plugin', 'install', wave], env), { code: 0, out: 'Installed The wave 1.0.0\n' })
  t.notOk(existsSync(ran))
  const lock = JSON.parse(readFileSync(join(plugins, 'package-lock.json'), 'utf8'))
  t.match(lock.packages['node_modules/inventree-plugin-wave'].integrity, /^sha512-/)
  t.match(await inside(['plugin', 'activate', 'wave'], env), { code: 0 }, 'it asks for nothing')
  t.match(await inside(['plugin', 'remove', 'wave', '--yes'], env), { code: 1, err: /currently active/ })
  t.match(await inside(['plugin', 'deactivate', 'wave'], env), { code: 0 })
  t.match(await inside(['plugin', 'remove', 'wave', '--yes'], env), { code: 0, out: 'Uninstalled The wave\n' })
  t.notOk(existsSync(join(plugins, 'node_modules/inventree-plugin-wave')))
  t.notMatch((await inside(['plugin', 'list'], env)).out, /wave/)
  const server = await serve(t, [], env)
  t.match(await inside(['plugin', 'install', wave], env), { code: 0 })
  t.match(await inside(['plugin', 'activate', 'wave'], env), { code: 0 })
  const act = async () => (await server.ask('POST', '/api/action/', ADMIN, { action: 'wave' })).status
  t.equal(await act(), 200)
  writePlugin(directory, 'wave', {
    package: { version: '2.0.0' },
    about: { rights: ['part.view'] },
    code: 'export default { actions: { wave: () => 2 } }'
  })
  t.match(await inside(['plugin', 'install', packed('wave')], env), { code: 0, out: 'Installed The wave 2.0.0\n' })
  t.equal(await act(), 404, 'it asks for more now')
  t.match((await server.ask('GET', '/api/plugins/status/', ADMIN)).body.registry_errors, [{ message: /part\.view/ }])
  t.match(await inside(['plugin', 'activate', 'wave', '--yes'], env), { code: 0 })
  t.match((await server.ask('POST', '/api/action/', ADMIN, { action: 'wave' })).body, { result: 2 })
  t.match(await inside(['plugin', 'install', join(directory, 'nothing.tgz')], env), { code: 1 })
  t.match(await inside(['plugin', 'remove', 'inventreelabel', '--yes'], env), { code: 1, err: /built-in/ })
})

t.test('without plugins of others the commands say how to have them', async (t) => {
  const { env } = place(t)
  const { INVENTREE_PLUGIN_DIR: _, ...without } = env
  const off = { ...without, INVENTREE_PLUGIN_DIR: '', INVENTREE_PLUGINS_ENABLED: 'false' }
  t.match(await run(['plugin', 'new', 'x-ray'], off), { code: 1, err: /INVENTREE_PLUGINS_ENABLED=true/ })
  t.match(await run(['plugin', 'install', 'x-ray'], off), { code: 1, err: /INVENTREE_PLUGINS_ENABLED=true/ })
  t.match(await run(['plugin', 'list'], off), { code: 0, out: /inventreelabel/ })
})
