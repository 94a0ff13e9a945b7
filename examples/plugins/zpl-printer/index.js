import { connect } from 'node:net'
import { definePlugin } from 'inventree-server/plugin'

/** Where records are read. */
const READ = {
  part: (api, id) => api.get('/api/part/{id}/', { path: { id } }),
  stockitem: (api, id) => api.get('/api/stock/{id}/', { path: { id } }),
  stocklocation: (api, id) => api.get('/api/stock/location/{id}/', { path: { id } })
}

/** A label of 50 x 25 mm at 203 dots an inch: the code, and the name beside it. */
const TEMPLATE = `^XA^CI28
^FO20,20^BQN,2,5^FDQA,{barcode}^FS
^FO170,40^A0N,28^FB220,4^FD{name}^FS
^PQ{copies}^XZ`

/** Sends text to a printer; gives its answer once that is complete, or nothing where none is awaited. */
const send = (settings, text, signal, isComplete) =>
  new Promise((resolve, reject) => {
    const [host, port] = [settings.HOST, settings.PORT]
    let answer = ''
    const socket = connect({ host, port, signal }, () =>
      isComplete ? socket.write(text) : socket.end(text, () => resolve(answer))
    )
    socket.setTimeout(10_000, () => socket.destroy(new Error('it is silent')))
    socket.once('error', ({ message }) => reject(new Error(`${host}:${port}: ${message}`)))
    socket.once('close', () => resolve(answer))
    socket.setEncoding('latin1').on('data', (more) => {
      answer += more
      if (isComplete?.(answer)) socket.destroy()
    })
  })

/** What stands at the end of a way such as `part_detail.name`; what would be a command of ZPL is left out. */
const valueAt = (values, way) => {
  const value = way.split('.').reduce((inner, name) => inner?.[name], values)
  return String(value ?? '').replace(/[\p{Cc}^~\\]/gu, ' ')
}

/** By an answer to ~HS, three lines of numbers. @returns {import('inventree-server/plugin').MachineState} */
function stateOf(answer) {
  const [first, second] = answer.split('\r\n').map((line) => line.replace(/\p{Cc}/gu, '').split(','))
  if (first[1] === '1') return { code: 301 }
  if (second?.[2] === '1') return { code: 200, text: 'the head is open' }
  return first[2] === '1' ? { code: 200, text: 'paused' } : { code: 100 }
}

export default definePlugin({
  drivers: {
    zpl: {
      name: 'ZPL',
      description: 'Printers of labels that understand ZPL, over the network',
      settings: [
        { key: 'HOST', name: 'Host', description: 'Name or address of the printer', type: 'string', default: '' },
        { key: 'PORT', name: 'Port', type: 'integer', default: 9100, minimum: 1, maximum: 65535 },
        { key: 'TEMPLATE', name: 'Template', description: 'ZPL with {fields}', type: 'string', default: TEMPLATE }
      ],

      async print({ record, copies }, { settings }, { api, signal }) {
        const read = READ[record.model]
        if (!read) throw new Error(`it prints no labels for a ${record.model}`)
        const { barcode } = await api.post('/api/barcode/generate/', { body: record })
        const found = await read(api, record.pk)
        const values = { name: found.part_detail?.full_name, ...found, barcode, copies }
        const text = settings.TEMPLATE.replace(/\{([\w.]+)\}/g, (_, way) => valueAt(values, way))
        await send(settings, text, signal)
      },

      async status({ settings }, { signal }) {
        if (!settings.HOST) return { code: 400, text: 'set HOST' }
        const answer = send(settings, '~HS', signal, (text) => text.split('\x03').length > 3)
        return await answer.then(stateOf, ({ message }) => ({ code: 400, text: message }))
      }
    }
  }
})
