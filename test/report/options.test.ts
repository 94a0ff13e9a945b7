import t from 'tap'
import { build } from '../helper.ts'

t.test('OPTIONS tells the options of an active label plugin that it is asked for', async (t) => {
  const { as } = await build(t)
  const fields = async (query = '') =>
    Object.keys((await as('admin').options(`/api/label/print/${query}`)).body.actions.POST)
  t.strictSame(await fields(), ['template', 'plugin', 'items'])
  t.strictSame(await fields('?plugin=inventreelabelsheet'), ['template', 'plugin', 'items'], 'off at first')
  t.strictSame(await fields('?plugin=inventreelabelmachine'), [
    'template',
    'plugin',
    'items',
    'machine',
    'driver_options'
  ])
  t.equal((await as('admin').patch('/api/plugins/inventreelabelsheet/activate/', {})).status, 200)
  t.strictSame(await fields('?plugin=inventreelabelsheet'), [
    'template',
    'plugin',
    'items',
    'page_size',
    'skip',
    'border',
    'landscape',
    'margin'
  ])
  t.strictSame(await fields('?plugin=constructor'), ['template', 'plugin', 'items'])
})
