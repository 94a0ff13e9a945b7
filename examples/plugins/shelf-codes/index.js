import { definePlugin } from 'inventree-server/plugin'

export default definePlugin({
  settings: [
    {
      key: 'PREFIX',
      name: 'Prefix',
      description: 'What the code of a shelf begins with',
      type: 'string',
      default: 'SHELF:'
    }
  ],

  async barcode(code, { api, settings }) {
    if (!code.startsWith(settings.PREFIX)) return null
    const name = code.slice(settings.PREFIX.length).trim()
    const { results } = await api.get('/api/stock/location/', { query: { search: name, limit: 50 } })
    const [shelf, ...others] = results.filter((location) => location.name === name)
    // Two shelves of one name: rather none than the wrong one.
    return shelf && others.length === 0 ? { model: 'stocklocation', pk: shelf.pk } : null
  }
})
