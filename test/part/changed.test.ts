import t from 'tap'
import { build } from '../helper.ts'

t.test('a changed part tells its subscribers, while the plugin and its setting are on', async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'tove', roles: { part: ['view', 'change'] } })
  const [admin, tove] = [as('admin'), as('tove')]
  const part = await make('/api/part/', { name: 'Bolt', description: 'M3' })
  const own = `/api/part/${part.pk}/`
  await tove.patch(own, { starred: true })
  const messages = async () => (await tove.get('/api/notifications/?category=part.changed')).body
  const plugin = '/api/plugins/partnotificationsplugin/'
  await admin.patch(own, { description: 'M3 x 8' })
  t.strictSame(await messages(), [], 'the plugin is off')
  await admin.patch(`${plugin}activate/`, {})
  await admin.patch(own, { description: 'M3 x 9' })
  t.strictSame(await messages(), [], 'its setting is off')
  await admin.patch(`${plugin}settings/ENABLE_PART_NOTIFICATIONS/`, { value: true })
  await tove.patch(own, { description: 'M3 x 10' })
  t.strictSame(await messages(), [], 'whoever changes it knows')
  await admin.patch(own, { name: 'Screw' })
  t.match(await messages(), [
    { message: 'The part Screw was changed', target: { model_type: 'part', model_id: part.pk } }
  ])
})
