/** Smoke test of the types of openapi-typescript, with openapi-fetch. */
import createClient from 'openapi-fetch'
import type { paths } from './client/schema'

const baseUrl = process.env.BASE!.replace(/\/$/, '')
const client = (Authorization: string) => createClient<paths>({ baseUrl, headers: { Authorization } })
function check (good: unknown, what: string): asserts good { if (!good) throw new Error(what) }

const basic = client('Basic ' + Buffer.from(`${process.env.USER}:${process.env.PASSWORD}`).toString('base64'))
const answer = await basic.GET('/api/user/token/', { params: { query: { name: 'smoke-openapi-fetch' } } })
check(answer.data, 'token')
const api = client(`Token ${answer.data.token}`)

const { data: role } = await api.GET('/api/user/me/roles/')
check(role?.roles.part?.includes('view'), 'roles')

const body = { name: 'Smoke openapi-fetch', description: 'A part', IPN: 'SMK-OF', minimum_stock: 2.5 }
const { data: made } = await api.POST('/api/part/', { body })
check(made?.IPN === 'SMK-OF' && made.minimum_stock === 2.5, 'create')
const { data: page } = await api.GET('/api/part/', { params: { query: { limit: 1, ordering: '-name', exclude_id: [1000001, 1000002] } } })
check(page && 'results' in page && page.count >= 1 && page.results.length === 1, 'page')
const { data: bare } = await api.GET('/api/part/')
check(Array.isArray(bare) && bare.some((part) => part.pk === made.pk), 'bare list')

const params = { path: { id: made.pk } }
check((await api.GET('/api/part/{id}/', { params })).data?.name === 'Smoke openapi-fetch', 'read')
const { data: changed } = await api.PATCH('/api/part/{id}/', { params, body: { description: 'Changed', active: false, keywords: null } })
check(changed?.description === 'Changed' && !changed.active && changed.keywords === null, 'change')
check((await api.DELETE('/api/part/{id}/', { params })).response.status === 204, 'delete')
check((await api.GET('/api/part/{id}/', { params })).response.status === 404, 'gone')
console.log('ok openapi-typescript')
