// What is measured. Every job has a name for --jobs, and asks the same of every server that is compared.
import { PASSWORD, SUBTREE, USER } from './data.ts'
import type { Request } from './load.ts'

/** Who asks a server, and which records there are to ask for. */
export interface Asked {
  token: string
  /** The head of a request with name and password; none where only a token is known. */
  basic?: string
  /** How many parts there are. */
  parts: number
  /** The key of a part for the n-th request: neighbours in time are not neighbours in the database. */
  part: (n: number) => number
  /** The key of a category with others below it. */
  category: number
  /** What the n-th search looks for. */
  word: (n: number) => string
  /** The name of the n-th part that is made. */
  named: (n: number) => string
}

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
  requests: (of: Asked) => (n: number) => Request
}

/** The one who asks our server, by name and password. */
export const BASIC = `Basic ${btoa(`${USER}:${PASSWORD}`)}`

/** What a job asks of the data of bench/data.ts. */
export const ofOurData = (parts: number, token: string): Asked => {
  const part = (n: number) => 1 + ((n * 7919) % parts)
  return {
    token,
    basic: BASIC,
    parts,
    part,
    category: SUBTREE,
    word: (n) => String((1 + ((n * 7919) % Math.min(parts, 1000))) * 7).padStart(5, '0'),
    named: (n) => `Made new ${n}`
  }
}

const get = (of: Asked, path: string): Request => ({ method: 'GET', path, authorization: `Token ${of.token}` })

const reads = (name: string, title: string, path: (n: number, of: Asked) => string): Job => ({
  name,
  title,
  clients: 8,
  requests: (of) => (n) => get(of, path(n, of))
})

const change = (n: number, of: Asked): Request => ({
  method: 'PATCH',
  path: `/api/part/${of.part(n)}/`,
  body: { description: `changed for the ${n}th time` },
  authorization: `Token ${of.token}`
})

const cascading = ({ category }: Asked) => `/api/part/?limit=25&category=${category}&cascade=true`
const ORDER_DETAILS = 'supplier_detail=true&project_code_detail=true&responsible_detail=true&contact_detail=true'

/** The first page and others, filters, a detail and roles: what a user at a screen asks for. */
const READS: ((of: Asked) => string)[] = [
  () => '/api/part/?limit=25',
  () => '/api/part/?limit=25&offset=100',
  cascading,
  () => '/api/user/roles/'
]

export const JOBS: Job[] = [
  reads('list', 'parts, first page', () => '/api/part/?limit=25'),
  reads('deep', 'parts, from the middle', (_n, { parts }) => `/api/part/?limit=25&offset=${Math.floor(parts / 2)}`),
  reads('category', 'parts of a category, cascading', (_n, of) => cascading(of)),
  reads('search', 'parts, searched', (n, of) => `/api/part/?limit=25&search=${encodeURIComponent(of.word(n))}`),
  reads('name', 'parts by name, descending', () => '/api/part/?limit=25&ordering=-name'),
  reads('stock', 'parts by what is in stock', () => '/api/part/?limit=25&ordering=-in_stock'),
  reads('detail', 'one part', (n, of) => `/api/part/${of.part(n)}/`),
  reads('categories', 'page of categories', () => '/api/part/category/?limit=25'),
  reads('tree', 'tree of categories', () => '/api/part/category/tree/'),
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
    requests: (of) => () => ({ ...get(of, '/api/part/'), method: 'OPTIONS' })
  },
  {
    name: 'token',
    title: 'token by Basic',
    clients: 8,
    requests: (of) => () => ({ ...get(of, '/api/user/token/'), authorization: of.basic! })
  },
  {
    name: 'patch',
    title: 'PATCH part',
    clients: 8,
    writes: true,
    requests: (of) => (n) => change(n, of)
  },
  {
    name: 'post',
    title: 'POST part',
    clients: 8,
    writes: true,
    requests: (of) => (n) => ({
      method: 'POST',
      path: '/api/part/',
      body: { name: of.named(n), description: 'one more', category: of.category },
      authorization: `Token ${of.token}`
    })
  },
  {
    name: 'mix',
    title: '90 % reads, 10 % writes, 32 clients',
    clients: 32,
    writes: true,
    requests: (of) => (n) =>
      n % 10 === 0 ? change(n, of) : get(of, n % 2 ? READS[(n >> 1) % READS.length]!(of) : `/api/part/${of.part(n)}/`)
  },
  { ...reads('all', 'all parts at once', () => '/api/part/'), clients: 1 }
]

/** The job by which it is measured how long others wait: it asks for a token. */
export const tokens = (): ((n: number) => Request) =>
  JOBS.find(({ name }) => name === 'token')!.requests(ofOurData(1, ''))
