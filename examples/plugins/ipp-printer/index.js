import { definePlugin } from 'inventree-server/plugin'
import { ask, attribute, INTEGER, JOB, KEYWORD, MIME, NAME } from './ipp.js'

const [PRINT_JOB, GET_PRINTER_ATTRIBUTES] = [0x0002, 0x000b]

/**
 * The state of a printer, by why it stopped, and by whether it did.
 *
 * @returns {import('inventree-server/plugin').MachineState}
 */
function stateOf({
  'printer-state': [state] = [],
  'printer-state-reasons': reasons = [],
  'printer-info': [info] = []
}) {
  const says = (word) => reasons.some((reason) => reason.startsWith(word))
  const code = says('media-empty') ? 301 : says('media-jam') ? 302 : { 3: 100, 4: 110, 5: 500 }[state]
  return { code: code ?? 101, text: reasons.filter((reason) => reason !== 'none').join(', ') || (info ?? '') }
}

export default definePlugin({
  drivers: {
    ipp: {
      name: 'IPP',
      description: 'Printers that take PDF over IPP, and queues of CUPS',
      settings: [{ key: 'URI', name: 'URI', type: 'string', default: 'ipp://printer.local/ipp/print' }],

      async print({ pdf, copies, filename }, { settings }, { user, signal }) {
        const about = [
          attribute(NAME, 'requesting-user-name', user?.username ?? 'inventree'),
          attribute(NAME, 'job-name', filename),
          attribute(MIME, 'document-format', 'application/pdf'),
          Buffer.from([JOB]),
          attribute(INTEGER, 'copies', copies)
        ]
        await ask(settings.URI, PRINT_JOB, about, signal, pdf)
      },

      async status({ settings }, { signal }) {
        const wanted = ['printer-state', 'printer-state-reasons', 'printer-info']
        const asked = wanted.map((name, at) => attribute(KEYWORD, at === 0 ? 'requested-attributes' : '', name))
        return await ask(settings.URI, GET_PRINTER_ATTRIBUTES, asked, signal, null).then(stateOf, (error) => ({
          code: 400,
          text: error.cause?.message ?? error.message
        }))
      }
    }
  }
})
