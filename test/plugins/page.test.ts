// docs/plugins.md, done as it stands there.
import t from 'tap'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../helper.ts'
import { folder } from '../server/run.ts'

const page = readFileSync(new URL('../../docs/plugins.md', import.meta.url), 'utf8')
const block = (language: string, at = 0) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))][at]![1]!

t.test('the plugin that the page shows → activated and used as the page says', async (t) => {
  const into = folder(t)
  const home = join(into, 'shelf-lamp')
  mkdirSync(join(home, 'static'), { recursive: true })
  writeFileSync(join(home, 'package.json'), block('json'))
  writeFileSync(join(home, 'index.js'), block('js'))
  writeFileSync(join(home, 'static', 'panel.js'), block('js', 1))
  const house = await build(t, { pluginFolder: into })
  const admin = house.as('admin')
  const refused = await admin.patch('/api/plugins/shelf-lamp/activate/', { rights: [] })
  t.match(refused.body, { rights: [/stock\.view, stock_location\.view/] })
  t.equal((await admin.patch('/api/plugins/shelf-lamp/activate/', {})).status, 200)
  const { pk } = await house.make('/api/stock/location/', { name: 'Shelf' })
  t.match((await admin.post('/api/barcode/', { barcode: `LAMP-${pk}` })).body, { stocklocation: { pk } })
  await house.set('ENABLE_PLUGINS_INTERFACE', true)
  await house.set('ENABLE_PLUGINS_SCHEDULE', true)
  await house.db
    .updateTable('job')
    .set({ run_after: '2020-01-01T00:00:00.000Z' })
    .where('state', '=', 'waiting')
    .execute()
  await house.app.jobs.drain()
  const [panel] = (await admin.get('/api/plugins/ui/features/panel/?target_model=part&target_id=7')).body
  t.match(panel.context, { part: 7, tidied: /^2/ })
  const { renderPanel } = await import(join(home, 'static', panel.source.split(/[/:]/).at(-2)!))
  const target = { textContent: '' }
  renderPanel(target, panel)
  t.match(target.textContent, /^Part 7, tidied 2/)
})

t.test('every word that the page explains can be declared, and every one that can be is explained', (t) => {
  const [, types] = /export interface Plugin \{([^]*?)^\}/m.exec(
    readFileSync(new URL('../../src/framework/plugins/interface.ts', import.meta.url), 'utf8')
  )!
  const declared = [...types!.matchAll(/^ {2}(\w+)\?[(:]/gm)].map(([, name]) => name!)
  const [, section] = /^## What it can declare\n([^]*?)^## /m.exec(page)!
  const explained = [...section!.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap(([, names]) =>
    [...names!.matchAll(/`(\w+)/g)].map(([, name]) => name!)
  )
  t.strictSame(explained.toSorted(), declared.toSorted())
  t.end()
})
