// What the machine allows: the requests of the jobs, and no others, served by hand-written SQL and nothing around it.
// It sends the same bytes as the server does, and asks the same of its callers: a valid token, and the role. Run by
// bench/main.ts with the path of a database.
import Sqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { defineSearchTokens } from '#db/search-tokens.ts'
import { loadContract } from '#contract/document.ts'
import { describeOperations } from '#contract/options.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { formSource } from '#framework/forms.ts'
import { GLOBAL_BY_KEY } from '#modules/settings/index.ts'
import { verifyPassword } from '#auth/passwords.ts'
import { rolesOf, grantedBy, type Flags } from '#auth/rulesets.ts'
import '#modules/registry.ts'
import { permissionsOf } from '#modules/user/permissions.ts'
import { Vault } from '#auth/tokens.ts'
import { servePages } from './limit-pages.ts'
import { SECRET } from './process.ts'

const db = new Sqlite(process.argv[2]!)
for (const pragma of [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 10000',
  'cache_size = -65536',
  'mmap_size = 268435456'
])
  db.pragma(pragma)
defineSearchTokens(db)
// The indexes that the server keeps may need this one.
db.function('folded', { deterministic: true }, (value: unknown) =>
  value === null ? null : String(value).toLowerCase()
)

/** Parts as the API shows them, for the keys that a table `page` holds, in its order. */
const SHOWN = `
  select p.*, c.name as category_name, price.overall_min, price.overall_max, price.updated as pricing_updated,
    (select id from part_star star where star.part_id = p.id and star.user_id = @user) as star,
    (select count(*) from part r where r.revision_of_id = p.id) as revision_count,
    (with recursive up (parent, location, level) as (select c.parent_id, c.default_location_id, 99
      union all select a.parent_id, a.default_location_id, a.level from up join part_category a on a.id = up.parent where up.location is null)
      select location from up where location is not null and level > 0 limit 1) as way_location
  from page cross join part p on p.id = page.id left join part_category c on c.id = p.category_id left join part_pricing price on price.part_id = p.id`

const exact = (amount: number) => Number(amount.toFixed(5))

/** Rows of hand-written SQL have no type. */
type Row = any
/** What the answer to a write has beside its part. */
interface Beside {
  category_detail: unknown
  category_path: unknown
  location: unknown
  parameters: unknown[]
  tags: unknown[]
}

/**
 * @param at in a list some fields are left out; the answer to a write has more; that to a POST does not know its
 * quantities yet
 */
function part(row: Row, at: { list?: boolean; created?: boolean; written?: Beside } = {}): object {
  const total = exact(row.in_stock + row.variant_stock)
  const quantity = (value: number) => (at.created ? null : value)
  return {
    active: row.active === 1,
    assembly: row.assembly === 1,
    barcode_hash: row.barcode_hash,
    category: row.category_id,
    ...(at.written ? { category_detail: at.written.category_detail, category_path: at.written.category_path } : {}),
    ...(row.category_id === null ? {} : { category_name: row.category_name }),
    component: row.component === 1,
    creation_date: row.creation_date,
    creation_user: row.creation_user_id,
    default_expiry: row.default_expiry,
    default_location: row.default_location_id,
    ...(at.written ? { default_location_detail: at.written.location } : {}),
    description: row.description,
    full_name: [row.IPN, row.name, row.revision].filter(Boolean).join(' | '),
    image: null,
    IPN: row.IPN,
    is_template: row.is_template === 1,
    keywords: row.keywords,
    link: row.link,
    locked: row.locked === 1,
    minimum_stock: row.minimum_stock,
    maximum_stock: row.maximum_stock,
    name: row.name,
    ...(at.list ? {} : { notes: row.notes }),
    ...(at.written ? { parameters: at.written.parameters } : {}),
    pk: row.id,
    purchaseable: row.purchaseable === 1,
    revision: row.revision,
    revision_of: row.revision_of_id,
    revision_count: quantity(row.revision_count),
    salable: row.salable === 1,
    starred: row.star !== null,
    thumbnail: '/static/img/blank_image.thumbnail.png',
    testable: row.testable === 1,
    trackable: row.trackable === 1,
    units: row.units,
    variant_of: row.variant_of_id,
    virtual: row.virtual === 1,
    consumable: row.consumable === 1,
    pricing_min: row.overall_min,
    pricing_max: row.overall_max,
    pricing_updated: row.pricing_updated && `${row.pricing_updated.slice(0, 10)} ${row.pricing_updated.slice(11, 16)}`,
    responsible: row.responsible_owner_id,
    ...(at.written ? { price_breaks: [] } : {}),
    allocated_to_build_orders: quantity(row.allocated_to_build_orders),
    allocated_to_sales_orders: quantity(row.allocated_to_sales_orders),
    building: quantity(row.building),
    scheduled_to_build: quantity(row.scheduled_to_build),
    in_stock: quantity(row.in_stock),
    ordering: quantity(row.ordering),
    required_for_build_orders: quantity(row.required_for_build_orders),
    required_for_sales_orders: quantity(row.required_for_sales_orders),
    stock_item_count: quantity(row.stock_item_count),
    total_in_stock: quantity(total),
    external_stock: quantity(row.external_stock),
    unallocated_stock: quantity(
      Math.max(0, exact(total - row.allocated_to_sales_orders - row.allocated_to_build_orders))
    ),
    variant_stock: quantity(row.variant_stock),
    category_default_location: quantity(row.way_location),
    ...(at.written ? { tags: at.written.tags } : {})
  }
}

const caller = db.prepare(
  `select u.id, u.username, u.is_active, u.is_staff, u.is_superuser, t.revoked, t.expiry from api_token t join user u on u.id = t.user_id where t.hash = ?`
)
const rulesets = db.prepare(
  'select r.name, can_view, can_add, can_change, can_delete from ruleset r join user_group m on m.group_id = r.group_id where m.user_id = ?'
)
const today = new Date().toISOString().slice(0, 10)

interface Caller {
  id: number
  username: string
  is_staff: number
  is_superuser: number
  rights: (Flags & { name: string })[]
}

function signedIn(request: FastifyRequest, flag: 'can_view' | 'can_change' | 'can_add'): Caller {
  const [scheme, token] = request.headers.authorization!.split(' ')
  const row = caller.get(createHash('sha256').update(token!).digest('hex')) as Row
  if (scheme !== 'Token' || !row || !row.is_active || row.revoked || row.expiry < today)
    throw new Error('no valid token')
  const rights = rulesets.all(row.id) as Caller['rights']
  if (!rights.some((one) => one.name === 'part' && one[flag])) throw new Error('not allowed')
  return { ...row, rights }
}

const HEADERS = { 'content-type': 'application/json' }
const json = (reply: FastifyReply, body: unknown, status = 200) => {
  reply.code(status).headers(HEADERS).send(JSON.stringify(body))
}

const app = Fastify({ logger: false })

/** One kind of list: which parts there are, which of them are shown, and the values of the conditions. */
function list(from: string, order: string) {
  const count = db.prepare(`select count(*) from ${from}`).pluck()
  const rows = db.prepare(
    `with page (id) as materialized (select part.id from ${from} order by ${order} limit @limit offset @offset) ${SHOWN}`
  )
  return (query: Record<string, string>, user: number, values: object, origin: string) => {
    const [limit, offset] = [Number(query.limit), Number(query.offset ?? 0)]
    const total = count.get(values) as number
    const link = (at: number) =>
      `${origin}/api/part/?${new URLSearchParams(
        Object.entries({ ...query, ...(at ? { offset: String(at) } : {}) })
          .filter(([name]) => at || name !== 'offset')
          .sort(([a], [b]) => (a < b ? -1 : 1))
      )}`
    return {
      count: total,
      next: offset + limit < total ? link(offset + limit) : null,
      previous: offset ? link(Math.max(0, offset - limit)) : null,
      results: (rows.all({ ...values, limit, offset, user }) as Row[]).map((row) => part(row, { list: true }))
    }
  }
}

const BY_NAME = 'part.name, part.id'
const inSubtree = `part.category_id in (select c.id from part_category top cross join part_category c
  where top.id = @category and c.tree_id = top.tree_id and c.lft between top.lft and top.rght)`
const lists = {
  plain: list('part', BY_NAME),
  '-name': list('part', 'part.name desc, part.id desc'),
  category: list(`part where ${inSubtree}`, BY_NAME),
  '-in_stock': list('part', 'part.in_stock desc, part.id desc')
}

/**
 * A search for one word of three letters or more, and nothing that `like` would take for a sign; through the indexes of
 * the database.
 */
const FIELDS = ['name', 'description', 'IPN', 'revision', 'keywords']
const found = list(
  `part where id in (
  select id from part where id in (select rowid from part_search where part_search match @triples) and (${FIELDS.map((field) => `"${field}" like @like`).join(' or ')})
  union select id from part where category_id in (select id from part_category where name like @like)
  union select part_id from manufacturer_part where id in (select rowid from manufacturer_part_search where manufacturer_part_search match @triples) and MPN like @like
  union select part_id from supplier_part where id in (select rowid from supplier_part_search where supplier_part_search match @triples) and SKU like @like
  union select object_id from tagged_item i join tag on tag.id = i.tag_id where i.model = 'part' and (tag.name like @like or tag.slug like @like))`,
  BY_NAME
)
const triples = (word: string) =>
  Array.from({ length: word.length - 2 }, (_, at) => `"${word.slice(at, at + 3)}"`).join(' AND ')

const everything = db.prepare('select id from part order by name, id').pluck()
const some = db.prepare(`with page (id) as materialized (select value from json_each(@ids)) ${SHOWN}`)

app.get('/api/part/', (request, reply) => {
  const user = signedIn(request, 'can_view').id
  const query = request.query as Record<string, string>
  const origin = `http://${request.host}`
  if (query.limit === undefined) return all(reply, user)
  const { search, category, ordering } = query
  json(
    reply,
    search
      ? found(query, user, { like: `%${search}%`, triples: triples(search) }, origin)
      : category
        ? lists.category(query, user, { category }, origin)
        : ordering
          ? lists[ordering as '-name' | '-in_stock'](query, user, {}, origin)
          : lists.plain(query, user, {}, origin)
  )
})

/** All parts, piece by piece. */
function all(reply: FastifyReply, user: number): void {
  const ids = everything.all()
  reply.hijack()
  reply.raw.writeHead(200, HEADERS)
  const piece = (at: number): void => {
    const rows = (some.all({ ids: JSON.stringify(ids.slice(at, at + 500)), user }) as Row[]).map((row) =>
      JSON.stringify(part(row, { list: true }))
    )
    const last = at + 500 >= ids.length
    const more = reply.raw.write(`${at ? ',' : '['}${rows.join(',')}${last ? ']' : ''}`)
    if (last) reply.raw.end()
    else if (more) setImmediate(piece, at + 500)
    else reply.raw.once('drain', () => piece(at + 500))
  }
  piece(0)
}

const one = db.prepare(`with page (id) as (select @id) ${SHOWN}`)

app.get('/api/part/:id/', (request, reply) => {
  const user = signedIn(request, 'can_view').id
  json(reply, part(one.get({ id: Number((request.params as { id: string }).id), user })))
})

const way =
  db.prepare(`with recursive up (id, name, parent_id, depth) as (select id, name, parent_id, 0 from part_category where id = ?
  union all select c.id, c.name, c.parent_id, up.depth + 1 from up join part_category c on c.id = up.parent_id) select id as pk, name from up order by depth desc`)
const category = db.prepare('select * from part_category where id = ?')
const starred = db.prepare('select 1 from part_category_star where category_id = ? and user_id = ?')
const location = db.prepare('select id as pk, name, pathstring from stock_location where id = ?')
const tags = db
  .prepare(
    "select name from tagged_item i join tag on tag.id = i.tag_id where i.model = 'part' and object_id = ? order by i.id"
  )
  .pluck()
const parameters =
  db.prepare(`select p.*, t.name, t.units, t.description, t.model_type as for_model, t.checkbox, t.choices, t.selectionlist_id, t.enabled, t."unique"
  from parameter p join parameter_template t on t.id = p.template_id where p.model_type = 'part' and p.model_id = ? order by p.template_id`)

function beside(row: Row, user: number): Beside {
  const own = row.category_id === null ? undefined : (category.get(row.category_id) as Row)
  return {
    category_detail: own
      ? {
          pk: own.id,
          name: own.name,
          description: own.description,
          default_location: own.default_location_id,
          default_keywords: own.default_keywords,
          level: own.level,
          parent: own.parent_id,
          part_count: null,
          subcategories: null,
          pathstring: own.pathstring,
          starred: starred.get(own.id, user) !== undefined,
          structural: own.structural === 1,
          icon: own.icon,
          parent_default_location: null
        }
      : null,
    category_path: own ? way.all(own.id) : null,
    location: row.default_location_id === null ? null : location.get(row.default_location_id),
    parameters: (parameters.all(row.id) as Row[]).map((p) => ({
      pk: p.id,
      template: p.template_id,
      model_type: 'part.part',
      model_id: p.model_id,
      data: p.data,
      data_numeric: p.data_numeric,
      note: p.note,
      updated: null,
      updated_by: null,
      template_detail: {
        pk: p.template_id,
        name: p.name,
        units: p.units,
        description: p.description,
        model_type: p.for_model,
        checkbox: p.checkbox === 1,
        choices: p.choices,
        selectionlist: p.selectionlist_id,
        enabled: p.enabled === 1,
        unique: p.unique
      },
      updated_by_detail: null
    })),
    tags: tags.all(row.id)
  }
}

const changed = db.prepare('update part set description = ? where id = ?')

app.patch('/api/part/:id/', (request, reply) => {
  const user = signedIn(request, 'can_change').id
  const id = Number((request.params as { id: string }).id)
  db.exec('begin immediate')
  changed.run((request.body as { description: string }).description, id)
  const row = one.get({ id, user }) as Row
  const more = beside(row, user)
  db.exec('commit')
  json(reply, part(row, { written: more }))
})

const twin = db.prepare("select 1 from part where name = ? and IPN = '' and revision = ''")
const structural = db.prepare('select structural from part_category where id = ?').pluck()
const added =
  db.prepare(`insert into part (name, description, category_id, IPN, revision, units, creation_date, creation_user_id, component, purchaseable)
  values (@name, @description, @category, '', '', '', '${today}', @user, 1, 1)`)

app.post('/api/part/', (request, reply) => {
  const user = signedIn(request, 'can_add').id
  const body = request.body as { name: string; description: string; category: number }
  db.exec('begin immediate')
  if (structural.get(body.category) !== 0 || twin.get(body.name)) throw new Error('refused')
  const row = one.get({ id: added.run({ ...body, user }).lastInsertRowid, user }) as Row
  const more = beside(row, user)
  db.exec('commit')
  json(reply, part(row, { created: true, written: more }), 201)
})

const tree = db.prepare(
  'select id as pk, name, description, pathstring, parent_id as parent, tree_id, level, icon, structural, (rght - lft - 1) / 2 as subcategories from part_category order by level, name, id'
)

app.get('/api/part/category/tree/', (request, reply) => {
  signedIn(request, 'can_view')
  json(
    reply,
    (tree.all() as Row[]).map(({ structural, subcategories, ...row }) => ({
      ...row,
      structural: structural === 1,
      subcategories
    }))
  )
})

app.get('/api/user/roles/', (request, reply) => {
  const { id, username, is_staff, is_superuser, rights } = signedIn(request, 'can_view')
  const granted = grantedBy(rights)
  json(reply, {
    user: id,
    username,
    roles: rolesOf(granted),
    permissions: permissionsOf(granted),
    is_staff: is_staff === 1,
    is_superuser: is_superuser === 1
  })
})

// What OPTIONS tells of parts, put together once.
const contract = loadContract()
const form = await describeOperations(
  formSource(contract),
  contract.operations.filter(({ path }) => path === '/api/part/'),
  {
    caller: { may: () => true },
    settings: { text: (key: string) => String(GLOBAL_BY_KEY.get(key)!.default) },
    rawQuery: {},
    request: { params: {} }
  } as unknown as RequestContext
)
app.options('/api/part/', (request, reply) => {
  signedIn(request, 'can_view')
  reply.header('content-type', 'application/json').serializer(String).send(form)
})

const named = db.prepare('select id, password, is_active from user where username = ?')
const kept = db.prepare(
  "select sealed, expiry from api_token where user_id = ? and name = '' and revoked = 0 and expiry >= ? order by id"
)
const vault = new Vault(SECRET)
const proven = new Map<string, string>()

app.get('/api/user/token/', async (request, reply) => {
  const [username, password] = Buffer.from(request.headers.authorization!.split(' ')[1]!, 'base64')
    .toString()
    .split(':')
  const user = named.get(username) as Row
  const key = createHash('sha256').update(`${username}\0${password}`).digest('hex')
  if (proven.get(key) !== user.password) {
    if (!(await verifyPassword(password!, user.password)).ok) throw new Error('wrong password')
    proven.set(key, user.password)
  }
  const { sealed, expiry } = kept.get(user.id, today) as Row
  json(reply, { token: vault.open(sealed), name: '', expiry })
  return reply
})

servePages({ app, db, signedIn, json })

console.log(`at ${await app.listen({ port: 0 })}`)
process.once('SIGTERM', () => process.exit(0))
