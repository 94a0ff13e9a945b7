/** Smoke test of the client of @hey-api/openapi-ts. */
import { client } from './client/client.gen'
import { partCreate, partDestroy, partList, partPartialUpdate, partRetrieve, userMeRolesRetrieve, userTokenRetrieve } from './client/sdk.gen'

async function main () {
  const check = (good: unknown, what: string) => { if (!good) throw new Error(what) }
  const throwOnError = true

  client.setConfig({
    baseUrl: process.env.BASE!.replace(/\/$/, ''),
    auth: (auth) => auth.scheme === 'basic' ? `${process.env.USER}:${process.env.PASSWORD}` : undefined
  })
  const { data: { token } } = await userTokenRetrieve({ query: { name: 'smoke-hey' }, throwOnError })
  client.setConfig({ auth: (auth) => auth.type === 'apiKey' ? `Token ${token}` : undefined })

  const { data: role } = await userMeRolesRetrieve({ throwOnError })
  check(role.roles.part?.includes('view'), 'roles')

  const { data: made } = await partCreate({ body: { name: 'Smoke hey', description: 'A part', IPN: 'SMK-HEY', minimum_stock: 2.5 }, throwOnError })
  check(made.IPN === 'SMK-HEY' && made.minimum_stock === 2.5, 'create')
  const { data: page } = await partList({ query: { limit: 1, ordering: '-name', exclude_id: [1000001, 1000002] }, throwOnError })
  check('results' in page && page.count >= 1 && page.results.length === 1, 'page')
  const { data: bare } = await partList({ throwOnError })
  check(Array.isArray(bare) && bare.some((part) => part.pk === made.pk), 'bare list')

  const path = { id: made.pk }
  check((await partRetrieve({ path, throwOnError })).data.name === 'Smoke hey', 'read')
  const { data: changed } = await partPartialUpdate({ path, body: { description: 'Changed', active: false, keywords: null }, throwOnError })
  check(changed.description === 'Changed' && !changed.active && changed.keywords === null, 'change')
  await partDestroy({ path, throwOnError })
  check((await partRetrieve({ path })).response?.status === 404, 'gone')
  console.log('ok hey')
}

main().catch((error) => { console.error(error); process.exit(1) })
