import t from 'tap'
import { mediaOf } from '#framework/files/media.ts'
import type { Database } from '#db/database.ts'
import { Settings } from '#modules/settings/store.ts'
import { openContexts } from '#modules/report/contexts/index.ts'
import { compileTemplate, renderTemplate } from '#template/template.ts'
import { build, CONFIG, type House } from '../helper.ts'

/** A BOM of many lines, with a supplier, stock and parameters for each component; all of one kind. */
async function bigBom({ insert, db }: House, lines: number): Promise<number> {
  const assembly = await insert('part', { name: 'Rack', description: 'of boards', assembly: 1 })
  const category = await insert('part_category', { name: 'Small', description: 'parts', pathstring: 'Small' })
  const supplier = await insert('company', { name: 'Nordic', description: '', is_supplier: 1 })
  const template = await insert('parameter_template', { name: 'Case' })
  const location = await insert('stock_location', { name: 'Shelf', pathstring: 'Shelf' })
  const first = await insert('part', { name: 'C0', description: 'first', category_id: category })
  const rest = Array.from({ length: lines - 1 }, (_, i) => first + 1 + i)
  const all = [first, ...rest]
  await db
    .insertInto('part')
    .values(rest.map((id) => ({ id, name: `C${id}`, description: '', category_id: category })))
    .execute()
  await db
    .insertInto('bom_item')
    .values(all.map((id) => ({ part_id: assembly, sub_part_id: id, quantity: 2, reference: `R${id}` })))
    .execute()
  await db
    .insertInto('supplier_part')
    .values(all.map((id) => ({ part_id: id, supplier_id: supplier, SKU: `S${id}`, primary: 1 as const })))
    .execute()
  await db
    .insertInto('stock_item')
    .values(all.map((id) => ({ part_id: id, quantity: 5, location_id: location })))
    .execute()
  await db
    .insertInto('parameter')
    .values(all.map((id) => ({ template_id: template, model_type: 'part', model_id: id, data: '0603' })))
    .execute()
  return assembly
}

/** Renders a template for one record. */
async function printed(db: Database, model: string, id: number, template: string): Promise<string> {
  const settings = new Settings(db)
  await settings.refresh()
  const { environment, records } = await openContexts({
    db,
    settings,
    media: mediaOf(CONFIG),
    baseURL: 'http://here',
    load: () => undefined
  })
  const values = (await records(model, [id])).get(id)!
  return renderTemplate(compileTemplate(template, 'test.html', environment), values)
}

const BOM = `{% load report %}{% for line in bom_items.all %}{{ line }};{{ line.sub_part.full_name }};{{ line.sub_part.category.pathstring }};
{{ line.sub_part.default_supplier.supplier.name }};{{ line.sub_part.total_stock }};{{ line.sub_part.stock_items.count }};
{% for item in line.sub_part.stock_items.all %}{{ item }} {{ item.location.name }} {{ item.unallocated_quantity }}{% endfor %};
{% parameter_value line.sub_part "case" %};{{ line.sub_part.on_order }};{% part_image line.sub_part thumbnail=True %}
{% endfor %}`

t.test('a BOM of 500 lines takes as many statements as one of three', async (t) => {
  const count = async (lines: number) => {
    let statements = 0
    const house = await build(t, {}, () => statements++)
    const assembly = await bigBom(house, lines)
    statements = 0
    const page = await printed(house.db, 'part', assembly, BOM)
    t.equal(page.match(/C-?\d+ @ Shelf Shelf 5\.00000/g)?.length, lines)
    t.equal(page.match(/\nNordic;5;1;/g)?.length, lines)
    t.equal(page.match(/0603;0;data:image\/png/g)?.length, lines)
    return statements
  }
  const few = await count(3)
  t.equal(await count(500), few)
  t.equal(few < 30, true, `${few} statements`)
})

t.test('templates see data, and no secrets', async (t) => {
  const house = await build(t)
  const part = await house.make('/api/part/', { name: 'P', description: 'd' })
  const see = (template: string) => printed(house.db, 'part', part.pk, `{% load report inventree_extras %}${template}`)
  const user = 'part.creation_user'
  t.equal(
    await see(`{{ ${user}.username }}|{{ ${user}.password }}|{{ ${user}.auth_token }}|{{ ${user}.tokens }}`),
    'admin|||'
  )
  for (const model of [
    'auth.user',
    'users.apitoken',
    'sessions.session',
    'common.inventreesetting',
    'user',
    'constructor'
  ])
    t.equal(await see(`{% filter_db_model "${model}" as x %}{{ x }}`), 'None', model)
  t.equal(
    await see('{{ part.delete }}{{ part.save }}{{ part.group }}{{ part.row }}{{ part.reader }}{{ bom_items.delete }}'),
    ''
  )
  t.equal((await house.as('admin').get(`/api/part/${part.pk}/`)).status, 200, 'nothing was called')
  t.equal(await see('{% settings_value "INVENTREE_DEFAULT_CURRENCY" %}|{% settings_value "no" %}'), 'USD|')
  for (const path of ['../key', '/etc/passwd', '.backup-1', 'a/../../x.svg'])
    t.equal(await see(`{% asset "${path}" as a %}{{ a }}|{% encode_svg_image "${path}" %}`), 'None|', path)
})

t.test('records in words, and what belongs to them', async (t) => {
  const { db, make, as } = await build(t)
  const shelf = await make('/api/stock/location/', { name: 'Shelf', description: 'upper' })
  const box = await make('/api/stock/location/', { name: 'Box', description: '', parent: shelf.pk })
  const maker = await make('/api/company/', { name: 'Maker', description: 'makes', is_supplier: true, currency: 'EUR' })
  const part = await make('/api/part/', {
    name: 'Cap',
    IPN: 'C-1',
    description: '1u',
    purchaseable: true,
    component: true
  })
  const board = await make('/api/part/', { name: 'Board', description: 'main', assembly: true })
  const bought = await make('/api/company/part/', { part: part.pk, supplier: maker.pk, SKU: 'M-1' })
  await make('/api/bom/', { part: board.pk, sub_part: part.pk, quantity: 2 })
  const [item] = await make('/api/stock/', { part: part.pk, quantity: 7, location: box.pk, supplier_part: bought.pk })
  const see = (model: string, id: number, template: string) => printed(db, model, id, template)
  t.equal(
    await see('stockitem', item.pk, '{{ item }}|{{ item.supplier_part }}|{{ item.location }}|{{ qr_data }}'),
    `7 x C-1 | Cap @ Box|Maker | M-1|Shelf/Box - |INV-SI${item.pk}`
  )
  t.equal(
    await see(
      'stocklocation',
      shelf.pk,
      '{{ location.item_count }}|{{ stock_items.count }}|{{ stock_items.first.part.name }}|{{ location.stock_items.count }}'
    ),
    '1|1|Cap|0'
  )
  t.equal(
    await see(
      'stocklocation',
      box.pk,
      '{% for l in location.path %}{{ l.name }}/{% endfor %}{% for l in location.parentpath %}{{ l.name }}{% endfor %}'
    ),
    'Shelf/Box/Shelf'
  )
  t.equal(
    await see(
      'part',
      board.pk,
      '{{ part.can_build }}|{{ part.get_bom_items.first }}|{{ part.has_bom }}|{{ part.bom_count }}'
    ),
    '3|2 x C-1 | Cap to make Board|True|1'
  )
  t.equal(
    await see(
      'part',
      part.pk,
      '{{ part.used_in_count }}|{{ part.get_used_in.0.name }}|{{ part.supplier_parts.all.0.supplier.currency }}'
    ),
    '1|Board|EUR'
  )
  const order = await make('/api/order/po/', { supplier: maker.pk, target_date: '2031-05-06' })
  await make('/api/order/po-line/', {
    order: order.pk,
    part: bought.pk,
    quantity: 4,
    purchase_price: '2.5',
    purchase_price_currency: 'EUR'
  })
  t.equal(
    await see(
      'purchaseorder',
      order.pk,
      '{{ order }}|{{ order.total_price }}|{{ order.currency }}|{% for l in lines.all %}{{ l.part.part.name }} {{ l.total_line_price }}{% endfor %}'
    ),
    `${order.reference} - Maker|€10.00|EUR|Cap €10.00`
  )
  const run = await make('/api/build/', { part: board.pk, quantity: 3, title: 'Run' })
  t.equal(
    await see(
      'build',
      run.pk,
      '{{ build }}|{{ build.status_text }}|{% for l in line_items %}{{ l.quantity }} {{ l.allocated_quantity }}{% endfor %}|{{ build.part.name }}'
    ),
    `${run.reference}|Pending|6.00000 0|Board`
  )
  t.equal((await as('admin').delete(`/api/stock/${item.pk}/`)).status, 204)
  t.equal(
    await see(
      'part',
      part.pk,
      '{{ part.total_stock }}|{{ part.stock_items.exists }}|{% if part.stock_items.all %}some{% else %}none{% endif %}'
    ),
    '0|False|none'
  )
})
