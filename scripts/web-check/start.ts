// The start of the client: what it asks, in which order, and who is signed in then.
import assert from 'node:assert/strict'
import type { Report } from '../support.ts'
import type { WebClient } from './client.ts'

/** Somebody who signs in. */
export interface Credentials {
  user: string
  password: string
}

const REFUSED = /^400 POST \/api\/auth\/v1\/auth\/login$/

/** What a start asks once somebody is signed in; what stands together is asked at once. */
const START = [
  ['/api/', '/api/auth/v1/config'],
  ['/api/auth/v1/auth/session'],
  ['/api/user/me/?roles=true'],
  ['/auth/'],
  ['/api/settings/user/', '/api/settings/global/', '/api/generic/status/', '/api/icons/'],
  ['/static/tabler-icons/tabler-icons.woff2'],
  ['/api/system-internal/observability/end'],
  ['/api/notifications/?read=false&limit=1'],
  ['/api/news/?read=false'],
  ['/api/plugins/ui/features/navigation/'],
  ['/api/plugins/ui/features/spotlight_action/'],
  ['/api/plugins/ui/features/dashboard/']
]

/** Starts the client signed out and in, and leaves it signed in. */
export async function checkStart(client: WebClient, report: Report, { user, password }: Credentials): Promise<void> {
  await report.check('the first address leads to the client, which starts with nobody signed in', async () => {
    await client.goto('/')
    await client.is('signed out')
    assert.equal(new URL(client.page.url()).pathname, '/web')
    client.quiet()
  })

  await report.check('a wrong password is told', async () => {
    await client.signIn(user, 'wrong')
    await client.is('refused')
    assert.match(await client.page.locator('#root').innerText(), /not correct/)
    client.quiet(REFUSED)
  })

  await report.check('signing in leads to the pages: the font has come, and all that is asked at a start', async () => {
    await client.signIn(user, password)
    await client.is('signed in')
    assert.ok(await client.page.evaluate(`document.fonts.check('16px icons-ti')`))
    client.quiet()
  })

  await report.check('a start asks for everything in its order, plugins too where their interface is on', async () => {
    await client.call('send', 'PATCH', '/api/settings/global/ENABLE_PLUGINS_INTERFACE/', { value: true })
    const before = client.asked.length
    await client.page.reload()
    await client.is('signed in')
    const asked = client.asked
      .slice(before)
      .map(({ path }) => path)
      .filter((path) => START.flat().includes(path))
    assert.deepEqual(
      START.map((together) => asked.splice(0, together.length).sort()),
      START.map((together) => together.toSorted())
    )
    client.quiet()
  })

  await report.check('who is signed in stays so: loaded again, also deep below, by an old address', async () => {
    for (const path of ['/web', '/web/part/category/index/parts', '/part/3/']) {
      await client.goto(path)
      await client.is('signed in')
    }
    assert.equal(new URL(client.page.url()).pathname, '/web/part/3/')
    client.quiet()
  })
}
