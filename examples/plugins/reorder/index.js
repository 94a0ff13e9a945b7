import { definePlugin } from 'inventree-server/plugin'

export default definePlugin({
  actions: {
    async reorder({ purchaseable = true }, { api }) {
      const parts = []
      for await (const part of api.list('/api/part/', { low_stock: true, active: true })) {
        if (purchaseable && !part.purchaseable) continue
        const missing = part.minimum_stock - (part.total_in_stock ?? 0) - (part.ordering ?? 0)
        if (missing > 0) parts.push({ pk: part.pk, name: part.full_name, missing })
      }
      return { parts }
    }
  }
})
