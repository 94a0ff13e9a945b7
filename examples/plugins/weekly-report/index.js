import { definePlugin } from 'inventree-server/plugin'

const WEEK = 7 * 24 * 60

/** The mail, or nothing where no part is short. */
async function report(api) {
  const { count, results } = await api.get('/api/part/', { query: { low_stock: true, limit: 100, ordering: 'name' } })
  const lines = results.map((part) => `${part.full_name}: ${part.total_in_stock} of ${part.minimum_stock}`)
  if (count > results.length) lines.push(`and ${count - results.length} more`)
  return lines.length > 0 ? { subject: `${count} parts are short`, text: lines.join('\n\n') } : null
}

export default definePlugin({
  settings: [
    {
      key: 'RECIPIENT',
      name: 'Recipient',
      description: 'The address that the report goes to',
      type: 'string',
      default: ''
    }
  ],

  tasks: {
    report: {
      every: WEEK,
      async run(_data, { api, mail, settings, log }) {
        if (!settings.RECIPIENT) return log.warn('nobody is set to get the report')
        const written = await report(api)
        if (written) await mail.send({ to: settings.RECIPIENT, ...written })
      }
    }
  },

  actions: {
    // At once, for who does not want to wait for a week.
    'weekly-report': async (_data, { queue }) => {
      await queue.add('report')
      return 'It is on its way.'
    }
  }
})
