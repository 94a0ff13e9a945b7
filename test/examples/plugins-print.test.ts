// The examples of plugins that print, each against a printer that the test plays.
import t, { type Test } from 'tap'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../scripts/support.ts'
import { build } from '../helper.ts'
import { multipart } from '../support/multipart.ts'
import { folder } from '../server/run.ts'

const chromium = findChromium()
const options = chromium ? {} : { skip: 'Chromium is missing; CHROMIUM may name it' }
const pluginFolder = fileURLToPath(new URL('../../examples/plugins', import.meta.url))

/** Starts what plays a printer; gives its port. */
async function listening(t: Test, server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return (server.address() as AddressInfo).port
}

/** A server with one of the examples, a machine that it drives, and a template of labels. */
async function using(t: Test, plugin: string, driver: string) {
  const printer = { engine: 'chromium' as const, chromium: chromium ?? null }
  const house = await build(t, { pluginFolder, mediaRoot: folder(t), printer })
  const admin = house.as('admin')
  const activated = await admin.patch(`/api/plugins/${plugin}/activate/`, {})
  t.equal(activated.status, 200, activated.text)
  const { pk: machine } = await house.make('/api/machine/', { name: 'M', machine_type: 'label-printer', driver })
  const file = { name: 'l.html', content: '<p>{{ part.name }}</p>' }
  const about = { name: 'L', description: 'x', model_type: 'part', template: file, width: 50, height: 25 }
  const { pk: template } = (await admin.post('/api/label/template/', ...multipart(about))).body
  return {
    ...house,
    set: async (key: string, value: unknown) => {
      const { status, text } = await admin.patch(`/api/machine/${machine}/settings/D/${key}/`, { value })
      t.equal(status, 200, text)
    },
    state: async () => (await admin.get(`/api/machine/${machine}/`)).body,
    print: async (items: number[], copies = 1) =>
      await admin.post('/api/label/print/', {
        template,
        items,
        plugin: 'inventreelabelmachine',
        machine,
        driver_options: { copies }
      })
  }
}

t.test('zpl-printer: labels are set by the template of the machine, and sent to a port', options, async (t) => {
  const sent: string[] = []
  let paperOut = '0'
  const port = await listening(
    t,
    createServer({ allowHalfOpen: true }, (socket) => {
      let text = ''
      socket.setEncoding('utf8').on('data', (more: string) => {
        text += more
        if (text === '~HS')
          socket.write(
            `\x02030,${paperOut},0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n`
          )
        if (text.endsWith('^XZ')) sent.push(text)
      })
      socket.on('error', () => undefined)
    })
  )
  const { make, set, state, print } = await using(t, 'zpl-printer', 'zpl')
  t.match(await state(), { status: 400, status_text: 'set HOST' })
  await set('HOST', '127.0.0.1')
  await set('PORT', 1)
  t.match(await state(), { status: 400, status_text: /ECONNREFUSED/ })
  await set('PORT', port)
  t.match(await state(), { status: 100, machine_errors: [] })
  paperOut = '1'
  await set('PORT', port)
  t.match(await state(), { status: 301 })
  const { pk } = await make('/api/part/', { name: 'R 4.7k ^XA~ Ω', description: 'x' })
  t.match(await print([pk], 3), { status: 201, body: { complete: true, progress: 1 } })
  const arrived = async (count: number): Promise<void> => {
    while (sent.length < count) await sleep(5)
  }
  await arrived(1)
  t.match(sent[0], `^BQN,2,5^FDQA,INV-PA${pk}^FS`)
  t.match(sent[0], '^FDR 4.7k  XA  Ω^FS\n^PQ3^XZ', 'no command comes from a name')
  await set('TEMPLATE', '^XA^FD{name} {category_detail.name}{nosuch}^FS^XZ')
  await print([pk])
  await arrived(2)
  t.equal(sent[1], '^XA^FDR 4.7k  XA  Ω ^FS^XZ')
})

/** The attributes of a request of IPP, by name, and what stands behind them. */
function decoded(bytes: Buffer) {
  const attributes: Record<string, (string | number)[]> = {}
  let [at, name] = [8, '']
  const take = (): Buffer => {
    const length = bytes.readUInt16BE(at)
    at += 2 + length
    return bytes.subarray(at - length, at)
  }
  while (bytes[at] !== 0x03) {
    const tag = bytes[at++]!
    if (tag < 0x10) continue
    name = take().toString() || name
    const value = take()
    ;(attributes[name] ??= []).push(tag === 0x21 ? value.readInt32BE() : value.toString())
  }
  return { version: bytes[0], operation: bytes.readUInt16BE(2), attributes, document: bytes.subarray(at + 1) }
}

/** An answer: its status, and the state of the printer. */
const answer = (status: number, state: number, reason: string) => {
  const text = (tag: number, name: string, value: Buffer) =>
    Buffer.concat([Buffer.from([tag, 0, name.length]), Buffer.from(name), Buffer.from([0, value.length]), value])
  return Buffer.concat([
    Buffer.from([2, 0, status >> 8, status & 255, 0, 0, 0, 1, 0x01]),
    text(0x47, 'attributes-charset', Buffer.from('utf-8')),
    Buffer.from([0x04]),
    text(0x23, 'printer-state', Buffer.from([0, 0, 0, state])),
    text(0x44, 'printer-state-reasons', Buffer.from(reason)),
    Buffer.from([0x03])
  ])
}

t.test('ipp-printer: each label is a job with its PDF; the state is what the printer says', options, async (t) => {
  const asked: ReturnType<typeof decoded>[] = []
  let says: Parameters<typeof answer> = [0, 3, 'none']
  const port = await listening(
    t,
    createHttpServer(async (request, response) => {
      const body = decoded(Buffer.concat(await request.toArray()))
      asked.push(body)
      t.equal(request.headers['content-type'], 'application/ipp')
      response.writeHead(200, { 'content-type': 'application/ipp' }).end(answer(...says))
    })
  )
  const { make, set, state, print } = await using(t, 'ipp-printer', 'ipp')
  const uri = `ipp://127.0.0.1:${port}/ipp/print`
  const states: [Parameters<typeof answer>, object][] = [
    [[0, 3, 'none'], { status: 100, status_text: '' }],
    [[0, 4, 'none'], { status: 110 }],
    [[0, 5, 'media-empty-error'], { status: 301, status_text: 'media-empty-error' }],
    [[0, 5, 'media-jam'], { status: 302 }],
    [[0x0501, 3, 'none'], { status: 400, status_text: 'the printer refuses it: 0x0501' }]
  ]
  for (const [given, expected] of states) {
    says = given
    await set('URI', uri)
    t.match(await state(), expected)
  }
  t.match(asked[0], {
    version: 2,
    operation: 0x000b,
    attributes: {
      'attributes-charset': ['utf-8'],
      'printer-uri': [uri],
      'requested-attributes': ['printer-state', 'printer-state-reasons', 'printer-info']
    }
  })
  asked.length = 0
  says = [0, 3, 'none']
  const items = [(await make('/api/part/', { name: 'Bolt' })).pk, (await make('/api/part/', { name: 'Nut' })).pk]
  t.match(await print(items, 2), { status: 201, body: { complete: true, progress: 2 } })
  t.equal(asked.length, 2)
  t.match(asked[0], {
    operation: 0x0002,
    attributes: {
      'requesting-user-name': ['admin'],
      'job-name': ['output.pdf'],
      'document-format': ['application/pdf'],
      copies: [2]
    }
  })
  t.equal(asked[0]!.document.subarray(0, 4).toString(), '%PDF')
  says = [0x0400, 3, 'none']
  t.match(await print(items), {
    status: 400,
    body: { non_field_errors: ['Label 1 of 2 was not printed: the printer refuses it: 0x0400'] }
  })
})
