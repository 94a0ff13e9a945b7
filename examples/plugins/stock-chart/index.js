import { definePlugin } from 'inventree-server/plugin'

export default definePlugin({
  ui: [
    {
      feature: 'panel',
      key: 'stock-chart',
      title: 'Where it lies',
      description: 'The stock of this part by location',
      icon: 'ti:chart-bar:outline',
      source: 'chart.js:renderPanel',
      models: ['part'],
      async context(record, { api }) {
        const quantities = {}
        for await (const item of api.list('/api/stock/', { part: record.pk, in_stock: true, location_detail: true })) {
          const place = item.location_detail?.pathstring ?? 'nowhere'
          quantities[place] = (quantities[place] ?? 0) + item.quantity
        }
        const bars = Object.entries(quantities).map(([place, quantity]) => ({ place, quantity }))
        return { bars: bars.sort((a, b) => b.quantity - a.quantity).slice(0, 20) }
      }
    }
  ]
})
