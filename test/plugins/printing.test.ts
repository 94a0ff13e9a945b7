// Plugins of others that print: printers of labels, drivers of machines, filters and tags of templates.
import t, { type Test } from 'tap'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { findChromium } from '../../scripts/support.ts'
import { PRINT_PATIENCE } from '#modules/report/print/job.ts'
import { build, CONFIG, type House } from '../helper.ts'
import { buildApp } from '#server/app.ts'
import { multipart } from '../support/multipart.ts'
import { folder } from '../server/run.ts'
import { pluginFolder, type WrittenPlugin } from '../support/plugins.ts'

const chromium = findChromium()
const options = chromium ? {} : { skip: 'Chromium is missing; CHROMIUM may name it' }
const printer = { engine: 'chromium' as const, chromium: chromium ?? null }
const machines = '/api/machine/'

interface Shop extends House {
  folder: string
  mediaRoot: string
  /** A label template for parts; gives its key. */
  label(text?: string): Promise<number>
  print(body: object, who?: string): Promise<{ status: number; body: any }> // any: as a client reads it
}

/** A server with plugins that are active, and a browser that prints. */
async function shop(t: Test, plugins: Record<string, WrittenPlugin>): Promise<Shop> {
  const [mediaRoot, place] = [folder(t), pluginFolder(t, plugins)]
  const house = await build(t, { pluginFolder: place, mediaRoot, printer })
  const admin = house.as('admin')
  for (const key of Object.keys(plugins)) {
    const { status, text } = await admin.patch(`/api/plugins/${key}/activate/`, {})
    if (status !== 200) throw new Error(text)
  }
  let count = 0
  return {
    ...house,
    folder: place,
    mediaRoot,
    label: async (text = '<p>{{ part.name }}</p>') => {
      const file = { name: `l${++count}.html`, content: text }
      const body = { name: `L${count}`, description: 'x', model_type: 'part', template: file, width: 40, height: 20 }
      return (await admin.post('/api/label/template/', ...multipart(body))).body.pk
    },
    print: (body, who = 'admin') => house.as(who).post('/api/label/print/', body)
  }
}

/** Parts by some names; gives their keys. */
const parts = async ({ make }: House, ...names: string[]): Promise<number[]> => {
  const made = []
  for (const name of names) made.push((await make('/api/part/', { name })).pk)
  return made
}

/** A printer on the network: keeps what it is sent, and says that it got it. */
async function networkPrinter(t: Test, delay = 0) {
  const jobs: string[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = ''
    socket.on('error', () => undefined)
    socket.setEncoding('utf8').on('data', (more) => (text += more))
    socket.on('end', () => {
      if (text) jobs.push(text)
      setTimeout(() => socket.end('ok'), delay)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return { port: (server.address() as AddressInfo).port, jobs }
}

const LABELLER: WrittenPlugin = {
  code: `let fails = 0
    export default {
      settings: [{ key: 'PORT', name: 'Port', type: 'integer', default: 0 }, { key: 'FAIL', name: 'Fail', type: 'integer', default: 0 }],
      labels: { print: async ({ pdf, png, copies, width, height, record, filename }, { settings, user, storage }) => {
        const printed = (await storage.get('printed')) ?? []
        if (settings.FAIL === record.pk) throw new Error('no paper')
        const head = Buffer.from(pdf).subarray(0, 4).toString()
        await storage.set('printed', [...printed, { head, png, copies, width, height, record, filename, by: user.username }])
      } },
      actions: { printed: (_, { storage }) => storage.get('printed') }
    }`
}

const printed = async ({ as }: House) =>
  (await as('admin').post('/api/action/', { action: 'printed' })).body.result ?? []

t.test('a plugin that prints labels can be chosen, and gets them one by one', options, async (t) => {
  const house = await shop(t, { labeller: LABELLER, other: { code: 'export default { actions: { x: () => 1 } }' } })
  const admin = house.as('admin')
  t.match((await admin.get('/api/plugins/?mixin=labels&active=true&search=labeller')).body, [{ key: 'labeller' }])
  const described = (await admin.options('/api/label/print/?plugin=labeller')).body.actions.POST
  t.match(described.copies, { type: 'integer', default: 1, min_value: 1 })
  const [template, items] = [await house.label(), await parts(house, 'Bolt', 'Nut')]
  const { status, body } = await house.print({ template, items, plugin: 'labeller', copies: 2 })
  t.equal(status, 201)
  t.match(body, { plugin: 'labeller', total: 2, progress: 2, complete: true, output: null, errors: null })
  const label = { head: '%PDF', png: null, copies: 2, width: 40, height: 20, filename: 'output.pdf', by: 'admin' }
  t.strictSame(
    await printed(house),
    items.map((pk) => ({ ...label, record: { model: 'part', pk } }))
  )
  t.match((await house.print({ template, items, plugin: 'labeller', copies: 0 })).body, { copies: [/greater than/] })
  t.strictSame((await house.print({ template, items, plugin: 'other' })).body, {
    plugin: ['Plugin does not support label printing']
  })
  await admin.patch('/api/plugins/labeller/activate/', { active: false })
  t.strictSame((await house.print({ template, items, plugin: 'labeller' })).body, { plugin: ['Plugin not found'] })
  t.match((await house.print({ template, items, plugin: 'nosuch' })).body, { plugin: 'inventreelabel' })
})

t.test('a label that a plugin cannot print ends the print with its words', options, async (t) => {
  const house = await shop(t, { labeller: LABELLER })
  const [template, items] = [await house.label(), await parts(house, 'Bolt', 'Nut', 'Pin')]
  await house.as('admin').patch('/api/plugins/labeller/settings/FAIL/', { value: items[1] })
  const { status, body } = await house.print({ template, items, plugin: 'labeller' })
  t.equal(status, 400)
  t.strictSame(body, { non_field_errors: ['Label 2 of 3 was not printed: no paper'] })
  t.equal((await printed(house)).length, 1)
  t.strictSame((await house.as('admin').get('/api/data-output/')).body, [])
  t.match((await house.as('admin').get('/api/error-report/')).body, [{ info: /no paper/ }])
  const before = { ...PRINT_PATIENCE }
  t.teardown(() => Object.assign(PRINT_PATIENCE, before))
  PRINT_PATIENCE.request = 1
  const late = (await house.print({ template, items, plugin: 'labeller' })).body
  t.match(late, { complete: false, errors: null })
  const output = async () => (await house.as('admin').get(`/api/data-output/${late.pk}/`)).body
  while (!(await output()).errors) await sleep(20)
  t.match(await output(), { complete: false, errors: { error: 'Label 2 of 3 was not printed: no paper' } })
})

t.test('a plugin that asks for pictures gets them', options, async (t) => {
  const code = `export default { labels: { picture: true, print: ({ png }) => { throw new Error(Buffer.from(png).subarray(1, 4).toString() + png.readUInt32BE?.(16)) } } }`
  const house = await shop(t, {
    pictures: { code: code.replace('png.readUInt32BE?.(16)', 'Buffer.from(png).readUInt32BE(16)') }
  })
  const { body } = await house.print({
    template: await house.label(),
    items: await parts(house, 'Bolt'),
    plugin: 'pictures'
  })
  const [, width] = /PNG(\d+)/.exec(body.non_field_errors[0]) ?? []
  t.ok(Math.abs(Number(width) - (40 / 25.4) * 300) < 5, `${width} pixels for 40 mm at 300 dpi`)
})

const DRIVERS: WrittenPlugin = {
  code: `import { connect } from 'node:net'
    let asked = 0
    const talk = (port, text) => new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text))
      let answer = ''
      socket.on('data', (more) => { answer += more }).on('error', reject).on('close', () => resolve(answer))
    })
    export default { drivers: {
      tcp: {
        name: 'TCP', description: 'Sends text',
        settings: [
          { key: 'PORT', name: 'Port', type: 'integer', default: 1, validate: (value) => Number(value) > 65535 ? 'No such port.' : undefined },
          { key: 'PIN', name: 'PIN', type: 'string', default: '', secret: true }
        ],
        print: async ({ pdf, copies, record }, { name, settings }, { user }) => {
          await talk(settings.PORT, JSON.stringify([name, settings.PIN, copies, record.pk, pdf.length > 500, user.username]))
        },
        status: async (machine) => {
          asked++
          await talk(machine.settings.PORT, '')
          return { code: 100, text: 'asked ' + asked + ' ' + machine.settings.PIN, properties: [{ key: 'Left', value: '12', type: 'progress', max_progress: 100 }, { key: '' }] }
        }
      },
      slow: { name: 'Slow', print: () => {}, status: () => new Promise((resolve) => setTimeout(() => resolve({ code: 100 }), 5000)) },
      odd: { name: 'Odd', print: () => {}, status: () => ({ code: 7 }) },
      plain: { name: 'Plain', print: () => {} }
    } }`
}
const TCP = { name: 'Zebra', machine_type: 'label-printer', driver: 'tcp' }

t.test('drivers of plugins are listed; of two with one name the first counts', async (t) => {
  const house = await shop(t, {
    alpha: DRIVERS,
    beta: { code: "export default { drivers: { tcp: { name: 'Mine', print() {} } } }" }
  })
  const { body } = await house.as('admin').get(`${machines}drivers/?machine_type=label-printer`)
  t.match(body[0], {
    slug: 'tcp',
    name: 'TCP',
    description: 'Sends text',
    is_builtin: false,
    machine_type: 'label-printer',
    provider_file: `${house.folder}/alpha/index.js`,
    provider_plugin: { slug: 'alpha', name: 'The alpha' },
    driver_errors: []
  })
  t.match(body.at(-1), { slug: 'tcp', driver_errors: ["The plugin 'alpha' has a driver of this name already"] })
  t.strictSame((await house.as('admin').get(`${machines}drivers/?machine_type=toaster`)).body, [])
  await house.as('admin').patch('/api/plugins/alpha/activate/', { active: false })
  t.match((await house.as('admin').get(`${machines}drivers/`)).body, [{ slug: 'tcp', name: 'Mine', driver_errors: [] }])
})

t.test('machines are as their drivers say, and set as these want', async (t) => {
  const [house, { port }] = [await shop(t, { alpha: DRIVERS }), await networkPrinter(t)]
  const admin = house.as('admin')
  const zebra = (await admin.post(machines, TCP)).body
  t.match(zebra, { is_driver_available: true, initialized: true, status: 500, machine_errors: [/ECONNREFUSED/] })
  const own = `${machines}${zebra.pk}/`
  t.match((await admin.get(`${own}settings/`)).body, [
    { key: 'LOCATION', config_type: 'M' },
    { key: 'PORT', config_type: 'D', type: 'integer', value: 1 },
    { key: 'PIN', config_type: 'D', value: '***' }
  ])
  t.strictSame((await admin.patch(`${own}settings/D/PORT/`, { value: 70000 })).body, { value: ['No such port.'] })
  t.equal((await admin.patch(`${own}settings/D/PORT/`, { value: port })).body.value, port)
  t.equal((await admin.patch(`${own}settings/D/PIN/`, { value: '4711' })).body.value, '***')
  t.equal((await admin.get(`${own}settings/D/PIN/`)).body.value, '***')
  t.notMatch(JSON.stringify(await house.db.selectFrom('machine_setting').selectAll().execute()), /4711/)
  t.match((await admin.get(own)).body, {
    status: 100,
    status_text: 'asked 2 4711',
    machine_errors: [],
    properties: [{ key: 'Left', value: '12', type: 'progress', max_progress: 100 }]
  })
  t.equal((await admin.get(own)).body.status_text, 'asked 2 4711', 'what it said holds for a while')
  t.strictSame((await admin.post(`${own}restart/`)).body, { ok: true })
  t.equal((await admin.get(own)).body.status_text, 'asked 1 4711', 'it began anew')
  t.match((await admin.patch(own, { active: false })).body, { initialized: false, status: 101, status_text: '' })
})

t.test('a list waits two seconds for machines that hang', async (t) => {
  const house = await shop(t, { alpha: DRIVERS })
  const admin = house.as('admin')
  for (const driver of ['slow', 'odd', 'plain', 'none'])
    await house.insert('machine_config', {
      uuid: crypto.randomUUID(),
      name: driver,
      driver,
      machine_type: 'label-printer',
      active: 1
    })
  const begun = performance.now()
  const { results } = (await admin.get(`${machines}?limit=10&ordering=name`)).body
  t.ok(performance.now() - begun < 4000)
  t.match(results, [
    { name: 'none', status: 101, is_driver_available: false, machine_errors: ["Driver 'none' not found"] },
    { name: 'odd', status: 500, machine_errors: ['Its driver tells no state that there is.'] },
    { name: 'plain', status: 101, is_driver_available: true, machine_errors: [] },
    { name: 'slow', status: 400, machine_errors: ['It did not answer within 2 s.'] }
  ])
  t.strictSame((await admin.get('/api/error-report/')).body, [], 'nobody needs a report of that')
})

t.test('labels are printed by a machine; one that is not in use refuses', options, async (t) => {
  const [house, { port, jobs }] = [await shop(t, { alpha: DRIVERS }), await networkPrinter(t)]
  await house.makeUser({ name: 'tove', roles: { part: ['view'] } })
  const admin = house.as('admin')
  const { pk: machine } = await house.make(machines, TCP)
  const { pk: second } = await house.make(machines, { ...TCP, name: 'Able' })
  await admin.patch(`${machines}${machine}/settings/D/PORT/`, { value: port })
  const [template, items] = [await house.label(), await parts(house, 'Bolt', 'Nut')]
  const asked = { template, items, plugin: 'inventreelabelmachine', machine }
  const choices = async () =>
    (await house.as('tove').options('/api/label/print/?plugin=inventreelabelmachine')).body.actions.POST.machine.choices
  t.strictSame(await choices(), [
    { value: second, display_name: 'Able' },
    { value: machine, display_name: 'Zebra' }
  ])
  const form = await house.as('tove').options('/api/label/print/', { plugin: 'inventreelabelmachine', machine })
  t.match(form.body.actions.POST.driver_options, {
    type: 'dependent field',
    child: { type: 'nested object', children: { copies: { type: 'integer', default: 1, min_value: 1 } } }
  })
  const { status, body } = await house.print({ ...asked, driver_options: { copies: 3 } }, 'tove')
  t.equal(status, 201)
  t.match(body, { plugin: 'inventreelabelmachine', progress: 2, complete: true, output: null })
  t.strictSame(
    jobs.map((job) => JSON.parse(job)),
    items.map((pk) => ['Zebra', '', 3, pk, true, 'tove'])
  )
  t.equal((await choices())[0].value, machine, 'the one that was used last comes first')
  t.match((await house.print({ ...asked, driver_options: { copies: 'x' } })).body, {
    driver_options: { copies: [/valid integer/] }
  })
  const refused = { machine: [`"${machine}" is not a valid choice.`] }
  await admin.patch(`${machines}${machine}/`, { active: false })
  t.strictSame((await house.print(asked)).body, refused)
  await admin.patch(`${machines}${machine}/`, { active: true })
  t.match((await house.print({ ...asked, machine: second })).body, {
    non_field_errors: [/^Label 1 of 2 .*ECONNREFUSED/]
  })
  await admin.patch('/api/plugins/alpha/activate/', { active: false })
  t.strictSame((await house.print(asked)).body, refused)
})

t.test('a machine prints the labels of one print before those of the next', options, async (t) => {
  const [house, { port, jobs }] = [await shop(t, { alpha: DRIVERS }), await networkPrinter(t, 50)]
  const { pk: machine } = await house.make(machines, TCP)
  const admin = house.as('admin')
  await admin.patch(`${machines}${machine}/settings/D/PORT/`, { value: port })
  const [template, items] = [await house.label(), await parts(house, 'Bolt', 'Nut', 'Pin')]
  const asked = { template, items, plugin: 'inventreelabelmachine', machine }
  const prints = [1, 2].map((copies) => house.print({ ...asked, driver_options: { copies } }))
  while (jobs.length === 0) await sleep(5)
  t.match((await admin.get(`${machines}${machine}/`)).body, { status: 110, machine_errors: [] }, 'it is printing')
  t.strictSame(
    (await Promise.all(prints)).map(({ body }) => body.progress),
    [3, 3]
  )
  const copies = jobs.map((job) => JSON.parse(job)[2])
  t.strictSame(copies, copies.toSorted(), 'those of one print stay together')
  t.match((await admin.get(`${machines}${machine}/`)).body, { status: 100 })
})

t.test(
  'what a process was handing to a printer is gone on with by another, without what is printed',
  options,
  async (t) => {
    const house = await shop(t, {
      labeller: {
        ...LABELLER,
        code: LABELLER.code.replace('const printed', 'await new Promise((done) => setTimeout(done, 60)); const printed')
      }
    })
    const before = { ...PRINT_PATIENCE }
    t.teardown(() => Object.assign(PRINT_PATIENCE, before))
    PRINT_PATIENCE.request = 1
    const items = await parts(house, ...Array.from({ length: 8 }, (_, n) => `Nut ${n}`))
    const asked = (await house.print({ template: await house.label(), items, plugin: 'labeller' })).body
    const output = () =>
      house.db.selectFrom('data_output').selectAll().where('id', '=', asked.pk).executeTakeFirstOrThrow()
    while ((await output()).progress < 2) await sleep(5)
    await house.app.close()
    const config = { ...CONFIG, mediaRoot: house.mediaRoot, pluginFolder: house.folder, printer }
    const app = await buildApp({ config, db: house.db, vault: house.vault })
    t.teardown(() => app.close())
    await app.jobs.drain()
    t.match(await output(), { complete: 1, progress: 8, output: null, errors: null })
    const value = await house.db
      .selectFrom('plugin_value')
      .select('value')
      .where('key', '=', 'printed')
      .executeTakeFirstOrThrow()
    const count = JSON.parse(value.value).length
    t.ok(count === 8 || count === 9, `${count} labels: at most the one under way came twice`)
  }
)

const WORDS: WrittenPlugin = {
  code: `export default {
    settings: [{ key: 'MARK', name: 'Mark', type: 'string', default: '!' }],
    filters: {
      shout: (value, argument, { settings }) => String(value).toUpperCase() + (argument ?? settings.MARK),
      seen: (value) => JSON.stringify(value),
      upper: () => 'never: the language has one of that name',
      breaks: () => { throw new Error('no way') },
      hangs: () => new Promise(() => {}),
      numbers: () => [1, 2.5, { deep: 'x' }]
    },
    tags: {
      joined: (args, { user }) => args.join('-') + ' by ' + user.username,
      html: () => '<b>bold</b>',
      data: (args) => ({ rows: [{ name: 'A', size: 1 }, { name: 'B', size: 2 }] })
    }
  }`
}

t.test('templates use the filters and tags of plugins; what these make is text', async (t) => {
  const house = await shop(t, { 'loud-words': WORDS })
  const [item] = await parts(house, 'R&D')
  const ask = async (text: string) =>
    (await house.as('admin').post('/api/report/preview/', { kind: 'label', model_type: 'part', item, text })).body
  const cases = {
    '{{ part.name|shout }}': 'R&amp;D!',
    '{{ "a"|shout:"?" }}': 'A?',
    '{% load loud-words %}{{ "a"|shout:width|lower }}': 'a50',
    '{{ "a"|upper }}': 'A',
    '{{ part|seen|safe }}': `{"kind":"Part","pk":${item},"text":"R&D - "}`,
    '{{ date|seen|length }}': '12',
    '{% for one in none|numbers %}{{ one }} {% endfor %}{{ none|default:1|numbers|last|keyvalue:"deep" }}': /^1 2.5 /,
    '{% joined 1 "two" part.name %}': '1-two-R&amp;D by admin',
    '{% html %}{% html as bold %}{{ bold }}': '&lt;b&gt;bold&lt;/b&gt;&lt;b&gt;bold&lt;/b&gt;',
    '{% data as made %}{% for row in made.rows %}{{ row.name }}{{ row.size }}{% endfor %}': 'A1B2'
  }
  for (const [text, made] of Object.entries(cases)) {
    const { html, error } = await ask(text.includes('keyvalue') ? `{% load inventree_extras %}${text}` : text)
    if (typeof made === 'string') t.equal(html, made, text)
    else t.match(html ?? error, made, text)
  }
  t.match((await ask('\n{{ "a"|breaks }}')).error, { message: 'breaks: no way', line: 2 })
  t.match((await ask('{{ "a"|hangs }}')).error, { message: /hangs: it took longer than 2 s/ })
  t.match((await ask('{% joined a=1 %}')).error, { message: /unexpected keyword argument/ })
  const many = '{% for x in "0123456789" %}'.repeat(5) + '{{ x|shout }}' + '{% endfor %}'.repeat(5)
  t.match((await ask(many)).error, { message: 'The template calls plugins more than 10000 times' })
  await house.as('admin').patch('/api/plugins/loud-words/activate/', { active: false })
  t.match((await ask('{{ "a"|shout }}')).error, { message: "Invalid filter: 'shout'" })
})

t.test('a report says what a filter of a plugin failed with', async (t) => {
  const house = await shop(t, { words: WORDS })
  const items = await parts(house, 'Bolt')
  await house.set('REPORT_DEBUG_MODE', true)
  const admin = house.as('admin')
  const template = async (content: string) => {
    const body = { name: content, description: 'x', model_type: 'part', template: { name: 'r.html', content } }
    return (await admin.post('/api/report/template/', ...multipart(body))).body.pk
  }
  const print = async (text: string) =>
    await admin.post('/api/report/print/', { template: await template(text), items })
  t.match(await print('{{ part.name|shout }}'), { status: 201, body: { complete: true } })
  t.match(await print('{{ part.name|breaks }}'), { status: 400, body: { detail: ["['breaks: no way']"] } })
})
