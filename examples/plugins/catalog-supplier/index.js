import { definePlugin } from 'inventree-server/plugin'

/**
 * Asks the catalogue.
 *
 * @param {string} path
 * @param {import('inventree-server/plugin').Context} context
 * @returns {Promise<any>}
 */
async function ask(path, { settings, signal }) {
  if (!settings.URL) throw new Error('no address is set for the catalogue')
  const answer = await fetch(`${settings.URL}${path}`, {
    headers: { accept: 'application/json', ...(settings.KEY ? { authorization: `Bearer ${settings.KEY}` } : {}) },
    signal
  })
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error(`the catalogue answers ${answer.status}`)
  return await answer.json()
}

export default definePlugin({
  settings: [
    {
      key: 'URL',
      name: 'Address',
      description: 'Of the catalogue, without a slash at the end',
      type: 'string',
      default: ''
    },
    {
      key: 'KEY',
      name: 'Key',
      description: 'What the catalogue knows you by',
      type: 'string',
      default: '',
      secret: true
    }
  ],
  suppliers: {
    'bolt-depot': {
      name: 'Bolt Depot',
      async search(term, context) {
        const found = (await ask(`/articles?q=${encodeURIComponent(term)}`, context)) ?? []
        return found.map((article) => ({
          id: article.number,
          sku: article.number,
          name: article.title,
          exact: article.number === term,
          description: article.text,
          price: article.prices?.length ? `from ${Math.min(...article.prices.map(({ each }) => each))}` : '',
          link: article.page,
          image_url: article.picture
        }))
      },
      async read(id, context) {
        const article = await ask(`/articles/${encodeURIComponent(id)}`, context)
        if (!article) return null
        return {
          sku: article.number,
          name: article.title,
          description: article.text,
          link: article.page,
          manufacturer: article.maker,
          mpn: article.makers_number,
          parameters: Object.entries(article.data ?? {}).map(([name, value]) => ({ name, value: String(value) })),
          pricing: (article.prices ?? []).map(({ from, each, currency }) => ({ quantity: from, price: each, currency }))
        }
      }
    }
  }
})
