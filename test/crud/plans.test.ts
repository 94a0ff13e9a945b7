import t from 'tap'
import { sql } from 'kysely'
import { build } from '../helper.ts'
import { onPostgres } from '../support/postgres.ts'

/** PostgreSQL makes its plans from what it knows about the data; of it can only be asked what its indexes permit. */
const options = { skip: onPostgres && 'the plans are those of SQLite' }
const postgresOptions = { skip: !onPostgres && 'the plans are those of PostgreSQL' }

let statements: string[] = []
const { as, make, db } = await build(t, {}, (text) => {
  statements.push(text)
})
const admin = as('admin')

const category = (await make('/api/part/category/', { name: 'Bolts' })).pk
const location = (await make('/api/stock/location/', { name: 'Drawer' })).pk
const part = (await make('/api/part/', { name: 'Bolt', is_template: true, testable: true, category, tags: ['steel'] }))
  .pk
const test = (await make('/api/part/test-template/', { part, test_name: 'Length', description: 'd' })).pk
const [{ pk: item }] = await make('/api/stock/', { part, quantity: 1 })
const template = (await make('/api/parameter/template/', { name: 'Length' })).pk
await make('/api/parameter/', { template, model_type: 'part', model_id: part, data: '4' })

/** How the database goes about a statement. */
const planOf = async (text: string): Promise<string[]> =>
  (await sql<{ detail: string }>`explain query plan ${sql.raw(text)}`.execute(db)).rows.map(({ detail }) => detail)

async function ask(url: string): Promise<void> {
  statements = []
  const { status } = await admin.get(url)
  if (status !== 200) throw new Error(`${url} answered ${status}`)
}

/** The query of what a search finds; undefined where nothing was searched for. */
const seeking = (): string | undefined =>
  statements
    .map((text) => /^with reached \(id\) as materialized \(select id from \((.*)\) as every_key/s.exec(text)?.[1])
    .find(Boolean)

/**
 * How it finds the first records of a list by name, and how it counts them; the latter is asked for only where there is
 * more than a page.
 */
async function plans(url: string, table: string): Promise<string[]> {
  await ask(url)
  const search = seeking()
  if (search !== undefined) return await planOf(search)
  const page = statements.find((text) => text.startsWith(`select "${table}"."id" from`))!
  const count = page.replace(`select "${table}"."id"`, 'select count(*)').replace(/ order by (?!.* order by ).*$/s, '')
  return [...(await planOf(count)), ...(await planOf(page))]
}

/** How it finds a page. */
async function pagePlan(url: string): Promise<string[]> {
  await ask(url)
  return await planOf(statements.find((text) => text.startsWith('select "part"."id" from'))!)
}

/** Filters that leave few records of many. */
const SELECTIVE = {
  part: [
    `category=${category}`,
    `category=${category}&cascade=false`,
    'IPN=B-1',
    `variant_of=${part}`,
    `ancestor=${part}`,
    `revision_of=${part}`,
    `default_location=${location}`,
    'starred=true',
    `related=${part}`,
    `in_bom_for=${part}`,
    'assembly=true',
    'trackable=true',
    'testable=true',
    'salable=true',
    'locked=true',
    'virtual=true',
    'consumable=true',
    'is_template=true',
    'bom_valid=true',
    'active=false',
    'on_order=true',
    'tag_name=steel',
    `parameter_${template}=4`,
    `parameter_${template}_gt=3`,
    'search=bolt',
    'search=bolt steel',
    'search=bolt&active=true',
    'is_variant=true',
    'is_revision=true',
    'stock_to_build=true',
    'has_revisions=true'
  ],
  stock_item: [`part=${part}`, `location=${location}`, 'serial=4', 'batch=B1', 'search=bolt'],
  part_category: [`parent=${category}`, 'name=Bolts', `parent=${category}&cascade=true`],
  stock_location: [`parent=${location}`, `parent=${location}&cascade=true`],
  stock_tracking: [`item=${item}`, `part=${part}`, `part=${part}&include_variants=true`, 'user=1'],
  stock_test_result: [
    `stock_item=${item}`,
    `stock_item=${item}&include_installed=true`,
    `template=${test}`,
    'test=length',
    `part=${part}`,
    'user=1'
  ]
}
const LISTS = {
  part: '/api/part/',
  stock_item: '/api/stock/',
  part_category: '/api/part/category/',
  stock_location: '/api/stock/location/',
  stock_tracking: '/api/stock/track/',
  stock_test_result: '/api/stock/test/'
} as const

/** What a list may be ordered by and comes from an index. */
const ORDERED = ['id', 'name', 'IPN', 'creation_date', 'category', 'default_location', 'units', 'revision'].flatMap(
  (name) => [name, `-${name}`]
)

/** The indexes that hold few records of many. */
const PARTIAL =
  /^part_(assembly|trackable|testable|salable|locked|virtual|consumable|is_template|bom_validated|inactive|with_variant_of_id|with_revision_of_id|has_stock|has_no_stock|low_stock|high_stock|has_unallocated|on_order|depleted|to_build)$/

interface Step {
  'Node Type': string
  Alias?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Step[]
}

/**
 * How PostgreSQL goes about a statement, whatever its values, if it can avoid to read whole tables and to sort: every
 * step.
 */
const stepsOf = async (text: string): Promise<Step[]> =>
  await db.transaction().execute(async (trx) => {
    for (const way of ['enable_seqscan', 'enable_sort', 'enable_mergejoin'])
      await sql`set local ${sql.raw(way)} = off`.execute(trx)
    await sql`set local plan_cache_mode = force_generic_plan`.execute(trx)
    const values = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))
    await sql`prepare looked_at as ${sql.raw(text)}`.execute(trx)
    const {
      rows: [row]
    } = await sql<{
      'QUERY PLAN': [{ Plan: Step }]
    }>`explain (format json) execute looked_at${sql.raw(values ? `(${Array(values).fill('null').join()})` : '')}`.execute(
      trx
    )
    await sql`deallocate looked_at`.execute(trx)
    const below = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(below)]
    return below(row!['QUERY PLAN'][0].Plan)
  })

for (const [table, url] of Object.entries(LISTS)) {
  t.test(`no selective filter of ${url} looks at all records`, options, async (t) => {
    for (const filter of SELECTIVE[table as keyof typeof LISTS]) {
      const steps = await plans(`${url}?limit=25&${filter}`, table)
      t.same(
        steps.filter(
          (step) => new RegExp(`^SCAN ${table}\\b`).test(step) && !PARTIAL.test(/ INDEX (\w+)/.exec(step)?.[1] ?? '')
        ),
        [],
        filter
      )
    }
  })
}

t.test(
  'an ordering by a column is read from its index, first page and last, in both directions',
  options,
  async (t) => {
    for (const name of ORDERED)
      t.notOk(
        (await pagePlan(`/api/part/?limit=25&ordering=${name}`)).some((step) => /TEMP B-TREE FOR ORDER/.test(step)),
        name
      )
  }
)

t.test('PostgreSQL has an index for every selective filter', postgresOptions, async (t) => {
  for (const [table, url] of Object.entries(LISTS)) {
    for (const filter of SELECTIVE[table as keyof typeof LISTS]) {
      await ask(`${url}?limit=25&${filter}`)
      const page = statements.find((text) => text.startsWith(`select "${table}"."id" from`))
      const steps = await stepsOf(
        seeking() ??
          page!.replace(`select "${table}"."id"`, 'select count(*)').replace(/ order by (?!.* order by ).*$/s, '')
      )
      const whole = steps.filter(
        (step) =>
          step.Alias === table &&
          !step['Node Type'].startsWith('Bitmap') &&
          !step['Index Cond'] &&
          !PARTIAL.test(step['Index Name'] ?? '')
      )
      t.same(whole, [], `${url} ${filter}`)
    }
  }
})

t.test(
  'PostgreSQL reads an ordering by a column, and the rare parts by name, from an index',
  postgresOptions,
  async (t) => {
    for (const query of [
      ...ORDERED.map((name) => `ordering=${name}`),
      'assembly=true',
      'active=false&ordering=-name'
    ]) {
      await ask(`/api/part/?limit=25&${query}`)
      const steps = await stepsOf(statements.find((text) => text.startsWith('select "part"."id" from'))!)
      // The parts of one category lie together, by name, and are few.
      t.same(
        steps.filter(
          (step) =>
            step['Node Type'] === 'Sort' || (step['Node Type'] === 'Incremental Sort' && !/category$/.test(query))
        ),
        [],
        query
      )
    }
  }
)

t.test('stock comes in the order of its parts from their index', options, async (t) => {
  for (const query of ['', '&ordering=part', '&ordering=-part__name']) {
    await ask(`/api/stock/?limit=25${query}`)
    const steps = await planOf(statements.find((text) => text.startsWith('select "stock_item"."id" from'))!)
    t.match(steps[0], /SCAN part USING COVERING INDEX part_name/, query)
    t.notOk(
      steps.some((step) => step.endsWith('TEMP B-TREE FOR ORDER BY')),
      query
    )
  }
})

t.test('the parts of a category come by name from one index', options, async (t) => {
  t.notOk(
    (await pagePlan(`/api/part/?limit=25&category=${category}&cascade=false`)).some((step) =>
      step.includes('TEMP B-TREE')
    )
  )
})

t.test('twins of a part are found by its name', options, async (t) => {
  statements = []
  await admin.patch(`/api/part/${part}/`, { name: 'Bolt M4' })
  const twins = statements.filter((text) => /^select "id" from "part" where .*"name" = /.test(text))
  t.ok(twins.length > 0)
  for (const text of twins) {
    t.match((await planOf(text))[0], /SEARCH part USING (COVERING )?INDEX part_(identity|name)/)
  }
})

t.test('a search goes through the index of letters', options, async (t) => {
  t.ok(
    (await plans('/api/part/?limit=25&search=bolt', 'part')).some((step) => step.includes('part_search VIRTUAL TABLE'))
  )
})
