// What is measured. Every job has a name for --jobs, and asks the same of our server and of the limit.
import { PASSWORD, SUBTREE, USER } from './data.ts'
import type { Request } from './load.ts'

/** One kind of load. */
export interface Job {
  name: string
  title: string
  clients: number
  /** Whether only ours is measured, as the bare server does not serve it. */
  unlimited?: true
  /** Whether it changes anything. */
  writes?: true
  /** Makes the n-th request. */
  requests: (at: { parts: number; token: string }) => (n: number) => Request
}

const TOKEN = (token: string) => `Token ${token}`
const BASIC = `Basic ${btoa(`${USER}:${PASSWORD}`)}`

const reads = (name: string, title: string, path: (n: number, parts: number) => string): Job => ({
  name,
  title,
  clients: 8,
  requests:
    ({ parts, token }) =>
    (n) => ({ method: 'GET', path: path(n, parts), authorization: TOKEN(token) })
})

/** A part for the n-th request: neighbours in time are not neighbours in the database. */
const some = (n: number, parts: number) => 1 + ((n * 7919) % parts)

const change = (n: number, parts: number, token: string): Request => ({
  method: 'PATCH',
  path: `/api/part/${some(n, parts)}/`,
  body: { description: `changed for the ${n}th time` },
  authorization: TOKEN(token)
})

const ORDER_DETAILS = 'supplier_detail=true&project_code_detail=true&responsible_detail=true&contact_detail=true'

/** The first page and others, filters, a detail and roles: what a user at a screen asks for. */
const READS = [
  '/api/part/?limit=25',
  '/api/part/?limit=25&offset=100',
  `/api/part/?limit=25&category=${SUBTREE}&cascade=true`,
  '/api/user/roles/'
]

export const JOBS: Job[] = [
  reads('list', 'parts, first page', () => '/api/part/?limit=25'),
  reads('deep', 'parts, from the middle', (_n, parts) => `/api/part/?limit=25&offset=${Math.floor(parts / 2)}`),
  reads('category', 'parts of a category, cascading', () => `/api/part/?limit=25&category=${SUBTREE}&cascade=true`),
  reads(
    'search',
    'parts, searched',
    (n, parts) => `/api/part/?limit=25&search=${String(some(n, Math.min(parts, 1000)) * 7).padStart(5, '0')}`
  ),
  reads('name', 'parts by name, descending', () => '/api/part/?limit=25&ordering=-name'),
  reads('stock', 'parts by what is in stock', () => '/api/part/?limit=25&ordering=-in_stock'),
  reads('detail', 'one part', (n, parts) => `/api/part/${some(n, parts)}/`),
  reads('tree', 'tree of categories', () => '/api/part/category/tree/'),
  reads('categories', 'page of categories', () => '/api/part/category/?limit=25'),
  reads('bom', 'page of BOM lines', () => '/api/bom/?limit=25'),
  reads('parameters', 'page of parameters', () => '/api/parameter/?limit=25'),
  reads('items', 'page of stock', () => '/api/stock/?limit=25'),
  {
    ...reads('orders', 'page of orders, with details', () => `/api/order/po/?limit=25&${ORDER_DETAILS}`),
    unlimited: true
  },
  reads('roles', 'roles', () => '/api/user/roles/'),
  reads('me', 'who one is', () => '/api/user/me/'),
  {
    name: 'options',
    title: 'OPTIONS of parts',
    clients: 8,
    requests:
      ({ token }) =>
      () => ({ method: 'OPTIONS', path: '/api/part/', authorization: TOKEN(token) })
  },
  {
    name: 'token',
    title: 'token by Basic',
    clients: 8,
    requests: () => () => ({ method: 'GET', path: '/api/user/token/', authorization: BASIC })
  },
  {
    name: 'patch',
    title: 'PATCH part',
    clients: 8,
    writes: true,
    requests:
      ({ parts, token }) =>
      (n) =>
        change(n, parts, token)
  },
  {
    name: 'post',
    title: 'POST part',
    clients: 8,
    writes: true,
    requests:
      ({ token }) =>
      (n) => ({
        method: 'POST',
        path: '/api/part/',
        body: { name: `Made new ${n}`, description: 'one more', category: SUBTREE },
        authorization: TOKEN(token)
      })
  },
  {
    name: 'mix',
    title: '90 % reads, 10 % writes, 32 clients',
    clients: 32,
    writes: true,
    requests:
      ({ parts, token }) =>
      (n) =>
        n % 10 === 0
          ? change(n, parts, token)
          : {
              method: 'GET',
              path: n % 2 ? READS[(n >> 1) % READS.length]! : `/api/part/${some(n, parts)}/`,
              authorization: TOKEN(token)
            }
  },
  { ...reads('all', 'all parts at once', () => '/api/part/'), clients: 1 }
]
