/** Smoke test of the typescript-fetch client of openapi-generator. */
import { Configuration, PartApi, ResponseError, RoleVerb, UserApi } from './client/index'

async function main () {
  const basePath = process.env.BASE!.replace(/\/$/, '')
  const check = (good: unknown, what: string) => { if (!good) throw new Error(what) }

  const basic = new Configuration({ basePath, username: process.env.USER, password: process.env.PASSWORD })
  const { token } = await new UserApi(basic).userTokenRetrieve({ name: 'smoke-tsfetch' })
  const signedIn = new Configuration({ basePath, apiKey: `Token ${token}` })
  const parts = new PartApi(signedIn)

  const role = await new UserApi(signedIn).userMeRolesRetrieve()
  check(role.roles.part?.includes(RoleVerb.View), 'roles')

  const made = await parts.partCreate({ partRequest: { name: 'Smoke tsfetch', description: 'A part', iPN: 'SMK-TSF', minimumStock: 2.5 } })
  check(made.iPN === 'SMK-TSF' && made.minimumStock === 2.5, 'create')
  const page = await parts.partList({ limit: 1, ordering: '-name' })
  check('results' in page && page.count >= 1 && page.results.length === 1, 'page')
  const bare = await parts.partList()
  check(Array.isArray(bare) && bare.some((part) => part.pk === made.pk), 'bare list')

  check((await parts.partRetrieve({ id: made.pk })).name === 'Smoke tsfetch', 'read')
  const changed = await parts.partPartialUpdate({ id: made.pk, patchedPartRequest: { description: 'Changed', active: false, keywords: null } })
  check(changed.description === 'Changed' && !changed.active && changed.keywords === null, 'change')
  await parts.partDestroy({ id: made.pk })
  const gone = await parts.partRetrieve({ id: made.pk }).catch((error) => error)
  check(gone instanceof ResponseError && gone.response.status === 404, 'gone')
  console.log('ok tsfetch')
}

main().catch((error) => { console.error(error); process.exit(1) })
