// Settings, the profile, notifications, plugins, machines, tokens.
import assert from 'node:assert/strict'
import { until } from '../../test/support/smtp.ts'
import type { Report } from '../support.ts'
import type { WebClient } from './client.ts'
import type { World } from './forms.ts'

interface Setting {
  key: string
  value: unknown
  type: string
}

interface Page {
  count: number
  results: { pk: number }[]
}

/** Changes and reads everything that has a page of settings. */
export async function checkSettings(client: WebClient, report: Report, world: World): Promise<void> {
  await report.check('every kind of setting is changed and back, one at a time', async () => {
    for (const list of ['/api/settings/user/', '/api/settings/global/']) {
      const settings = await client.call<Setting[]>('get', list)
      const byType = new Map(settings.map((setting) => [setting.type, setting]))
      assert.ok(byType.size >= 3)
      for (const { key, value } of byType.values()) {
        await client.call('get', `${list}${key}/`)
        for (const sent of [typeof value === 'boolean' ? !value : value, value]) {
          const changed = await client.call<Setting>('send', 'PATCH', `${list}${key}/`, { value: sent })
          assert.deepEqual(changed.value, sent)
        }
      }
    }
    client.quiet()
  })

  await report.check('the profile keeps language, theme and widgets', async () => {
    const profile = { language: 'de', theme: { primaryColor: 'teal' }, widgets: { layouts: {}, widgets: ['news'] } }
    await client.call('send', 'PATCH', '/api/user/me/profile/', profile)
    const me = await client.call<{ profile: typeof profile }>('get', '/api/user/me/')
    assert.deepEqual([me.profile.language, me.profile.theme, me.profile.widgets], Object.values(profile))
    await client.call('send', 'PATCH', '/api/user/me/profile/', { language: 'en' })
    await client.call('send', 'PATCH', '/api/user/me/', { first_name: 'Mara' })
    client.quiet()
  })

  await report.check('notifications are counted, opened, read and deleted', async () => {
    const unread = () => client.call<Page>('get', '/api/notifications/?read=false&limit=1')
    const before = (await unread()).count
    // Somebody who follows a part is told that it runs short.
    for (const part of [world.chip, world.spare]) {
      await client.call('send', 'PATCH', `/api/part/${part}/`, { starred: true, minimum_stock: 1000 })
      await client.call('act', '/api/stock/', { part, quantity: 1 })
    }
    await until(async () => (await unread()).count >= before + 2)
    const { results } = await client.call<Page>('get', '/api/notifications/?read=false&limit=25&offset=0')
    const [first, second] = results
    await client.call('get', `/api/notifications/${first!.pk}/`)
    await client.call('send', 'PATCH', `/api/notifications/${first!.pk}/`, { read: true })
    assert.equal((await unread()).count, before + 1)
    await client.call('send', 'POST', '/api/notifications/readall/', {})
    assert.equal((await unread()).count, 0)
    await client.call('send', 'DELETE', `/api/notifications/${first!.pk}/`)
    await client.call('send', 'DELETE', '/api/notifications/', { items: [second!.pk] })
    client.quiet(/^400 POST /)
  })

  await report.check('plugins: switched on and off, their settings changed, of everybody and of one', async () => {
    const plugins = '/api/plugins/'
    await client.call('send', 'PATCH', `${plugins}inventreelabelsheet/activate/`, { active: true })
    for (const kind of ['settings', 'user-settings'])
      for (const { key } of await client.call<{ key: string }[]>('get', `${plugins}?active=true`))
        for (const { key: setting, value } of await client.call<Setting[]>('get', `${plugins}${key}/${kind}/`)) {
          await client.call('get', `${plugins}${key}/${kind}/${setting}/`)
          await client.call('send', 'PATCH', `${plugins}${key}/${kind}/${setting}/`, { value })
        }
    await client.call('get', `${plugins}inventreelabelsheet/`)
    await client.call('get', `${plugins}inventreelabelsheet/admin/`)
    await client.call('send', 'PATCH', `${plugins}inventreelabelsheet/activate/`, { active: false })
    await client.call('send', 'DELETE', `${plugins}inventreelabelsheet/`)
    await client.call('send', 'POST', `${plugins}reload/`, {
      full_reload: true,
      force_reload: true,
      collect_plugins: true
    })
    for (const feature of ['panel', 'primary_action', 'template_editor', 'template_preview'])
      await client.call('get', `${plugins}ui/features/${feature}/?target_model=part&target_id=${world.board}`)
    client.quiet()
  })

  await report.check('what nobody can do here is refused in the way that the client shows', async () => {
    const refused: [string, string, unknown, number][] = [
      ['POST', '/api/plugins/install/', { packagename: 'a-plugin', confirm: true }, 400],
      ['PATCH', '/api/plugins/inventreelabel/uninstall/', { delete_config: false }, 400],
      ['POST', '/api/locate/', { plugin: 'none', item: world.chips }, 400],
      ['GET', '/api/supplier/search/?plugin=none&supplier=none&term=M5', undefined, 404],
      [
        'POST',
        '/api/supplier/import/',
        { plugin: 'none', supplier: 'none', part_import_id: '1', category_id: world.category },
        404
      ]
    ]
    for (const [method, path, body, expected] of refused) {
      const { status, body: told } = await client.call<{ status: number; body: object }>('ask', method, path, body)
      assert.deepEqual([path, status], [path, expected])
      assert.equal(typeof told, 'object')
    }
    client.quiet(/^40[04] (?:POST|PATCH|GET) \/api\/(?:plugins|locate|supplier)\//)
  })

  await report.check('machines: a setting is changed, one is started anew', async () => {
    const machine = `/api/machine/${world.machine}/`
    for (const { key, value, config_type } of await client.call<(Setting & { config_type: string })[]>(
      'get',
      `${machine}settings/`
    )) {
      await client.call('get', `${machine}settings/${config_type}/${key}/`)
      await client.call('send', 'PATCH', `${machine}settings/${config_type}/${key}/`, { value })
    }
    await client.call('send', 'POST', `${machine}restart/`, {})
    await client.call('send', 'DELETE', machine)
    client.quiet()
  })

  await report.check(
    'files made on demand and scanned codes are listed, and deleted one by one or together',
    async () => {
      for (const list of ['/api/barcode/history/', '/api/data-output/']) {
        const { results } = await client.call<Page>('get', `${list}?limit=25&offset=0`)
        const [one, ...others] = results.map(({ pk }) => pk)
        await client.call('send', 'DELETE', `${list}${one}/`)
        await client.call('send', 'DELETE', list, { items: others })
      }
      client.quiet()
    }
  )

  await report.check('a token is listed, and ended', async () => {
    await client.call('get', '/api/user/token/?name=stand-in')
    const [{ id }] = await client.call<[{ id: number }]>('get', '/api/user/tokens/')
    await client.call('send', 'DELETE', `/api/user/tokens/${id}/`)
    client.quiet()
  })
}
