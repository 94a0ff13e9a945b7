import { definePlugin } from 'inventree-server/plugin'

export default definePlugin({
  settings: [
    { key: 'PREFIX', name: 'Prefix', description: 'What its codes begin with', type: 'string', default: 'MY-' }
  ],

  // POST /api/barcode/ {"barcode": "MY-7"}: the stock location 7
  barcode(code, { settings }) {
    if (!code.startsWith(settings.PREFIX)) return null
    return { model: 'stocklocation', pk: Number(code.slice(settings.PREFIX.length)) }
  },

  actions: {
    // POST /api/action/ {"action": "my-plugin", "data": {"search": "bolt"}}: how many parts there are
    'my-plugin': async ({ search }, { api }) => {
      const { count } = await api.get('/api/part/', { query: { search, limit: 1 } })
      return { count }
    }
  },

  tasks: {
    // Every hour, once the setting ENABLE_PLUGINS_SCHEDULE is on
    count: {
      every: 60,
      async run(_data, { api, storage, log }) {
        const { count } = await api.get('/api/stock/', { query: { limit: 1 } })
        await storage.set('items', count)
        log.info(`${count} stock items`)
      }
    }
  },

  ui: [
    // On the page of a part, once the setting ENABLE_PLUGINS_INTERFACE is on
    {
      feature: 'panel',
      key: 'my-plugin',
      title: 'My plugin',
      icon: 'ti:chart-bar:outline',
      source: 'panel.js:renderPanel',
      models: ['part'],
      context: async (_record, { storage }) => ({ items: (await storage.get('items')) ?? 0 })
    }
  ]
})
