// What people write most in templates, in templates of our own.
import t from 'tap'
import { mediaOf } from '#framework/files/media.ts'
import { Settings } from '#modules/settings/store.ts'
import { openContexts } from '#modules/report/contexts/index.ts'
import { compileTemplate, renderTemplate } from '#template/template.ts'
import { build, CONFIG, type House } from '../helper.ts'

const FILES: Record<string, string> = {
  'report/base.html': `<style>@page { {% block page_size %}size: {{ page_size }};{% endblock %} {% block margins %}margin: 2cm;{% endblock %} }
{% block style %}body { color: black; }{% endblock %}</style><h1>{% block title %}{{ template_name }}{% endblock %}</h1>{% block page_content %}{% endblock %}`,
  'snippets/row.html': '<td>{{ label }}</td><td>{{ value|default:"-" }}</td>'
}

const PAGE = {
  name: 'Bench',
  description: '',
  model_type: 'part',
  template: 'report/bench.html',
  revision: 3,
  page_size: 'A4',
  landscape: 1,
  merge: 0
}

/** Renders a template for one record, with all that every template knows; blanks are not compared. */
async function printed({ db }: House, model: string, id: number, template: string, label = false): Promise<string> {
  const settings = new Settings(db)
  await settings.refresh()
  const contexts = await openContexts({
    db,
    settings,
    media: mediaOf(CONFIG),
    baseURL: 'http://here',
    load: (name) => FILES[name]
  })
  const { page_size: _, landscape: __, merge: ___, ...plain } = PAGE
  const page = label ? { ...plain, width: 50, height: 20.5 } : PAGE
  const values = new Map([...(await contexts.common(page, 1)), ...(await contexts.records(model, [id])).get(id)!])
  const html = await renderTemplate(compileTemplate(template, 'bench.html', contexts.environment), values)
  return html.replace(/\s+/g, ' ').trim()
}

t.test('a label shows a code, the name, and where something lies', async (t) => {
  const house = await build(t)
  const { make } = house
  const shelf = await make('/api/stock/location/', { name: 'A1', description: '' })
  const part = await make('/api/part/', {
    name: 'Nut',
    IPN: 'N-4',
    description: 'M4 & zinc',
    default_location: shelf.pk,
    keywords: 'm4'
  })
  const label = `{% load i18n barcode %}<style>{{ page_style }} .c { width: {% localize off %}{{ width }}{% endlocalize %}mm }</style>
<img src='{% qrcode qr_data %}'>{% if part.IPN %}<b>{{ part.IPN }}</b>{% endif %} {{ part.full_name|truncatechars:5 }} {{ part.description|upper }}
{{ part.default_location.name|default:"nowhere" }} {{ part.default_location.parent.name }} {% trans "Part" %} {{ part.pk }}`
  const html = await printed(
    house,
    'part',
    part.pk,
    label.replace('{% load i18n barcode %}', '{% load i18n barcode l10n %}'),
    true
  )
  t.match(html, /@page \{ size: 50mm 20\.5mm; margin: 0mm; \}/)
  t.match(html, /width: 50\.0mm/)
  t.match(html, /<img src='data:image\/png;charset=utf-8;base64,/)
  t.match(html, `<b>N-4</b> N-4 … M4 &amp; ZINC A1 Part ${part.pk}`)
})

t.test('a report extends a base, goes through a BOM and adds up', async (t) => {
  const house = await build(t)
  const { make } = house
  const board = await make('/api/part/', { name: 'Board', description: 'main', assembly: true })
  for (const [name, quantity] of [
    ['R1', 2.5],
    ['C1', 4]
  ] as const) {
    const part = await make('/api/part/', { name, description: `${name} & co`, component: true, units: 'm' })
    await make('/api/bom/', {
      part: board.pk,
      sub_part: part.pk,
      quantity,
      reference: `${name}-ref`,
      note: name === 'R1' ? 'solder' : ''
    })
  }
  const report = `{% extends "report/base.html" %}{% load report inventree_extras %}{% block style %}{{ block.super }} td { border: 0; }{% endblock %}
{% block page_content %}<table>{% for line in bom_items.all %}<tr class="{% cycle 'odd' 'even' %}"><td>{{ forloop.counter }}</td>
<td><a href="{{ base_url }}{{ line.sub_part.get_absolute_url }}">{{ line.sub_part.full_name }}</a></td><td>{% decimal line.quantity %} {{ line.sub_part.units }}</td>
<td>{{ line.reference }}</td>{% include "snippets/row.html" with label="Note" value=line.note %}{% multiply line.quantity 2 as twice %}<td>{{ twice|floatformat:2 }}</td></tr>
{% empty %}<tr><td>Nothing</td></tr>{% endfor %}</table>{% define bom_items.count as lines %}{{ lines }} line{{ lines|pluralize }}, {% now "Y" as year %}{{ date|date:"Y" }}{% endblock %}`
  const html = await printed(house, 'part', board.pk, report)
  t.match(html, /size: A4 landscape; margin: 2cm;/)
  t.match(html, 'body { color: black; } td { border: 0; }</style><h1>Bench</h1>')
  t.match(
    html,
    /<tr class="odd"><td>1<\/td> <td><a href="http:\/\/here\/web\/part\/\d+">R1<\/a><\/td><td>2\.5 m<\/td> <td>R1-ref<\/td><td>Note<\/td><td>solder<\/td><td>5\.00<\/td>/
  )
  t.match(html, /<tr class="even"><td>2<\/td> .*<td>4 m<\/td> <td>C1-ref<\/td><td>Note<\/td><td>-<\/td><td>8\.00<\/td>/)
  t.match(html, new RegExp(`2 lines, ${new Date().getUTCFullYear()}$`))
})

t.test('a report of an order lists lines, prices and dates', async (t) => {
  const house = await build(t)
  const { make } = house
  const company = await make('/api/company/', {
    name: 'Nordic',
    description: 'sells',
    is_supplier: true,
    currency: 'EUR'
  })
  await make('/api/company/address/', {
    company: company.pk,
    title: 'Main',
    line1: '1 Road',
    country: 'Norway',
    primary: true
  })
  const part = await make('/api/part/', { name: 'Nut', description: 'M4', purchaseable: true })
  const bought = await make('/api/company/part/', { part: part.pk, supplier: company.pk, SKU: 'N-1' })
  const order = await make('/api/order/po/', { supplier: company.pk, target_date: '2031-05-06' })
  await make('/api/order/po-line/', {
    order: order.pk,
    part: bought.pk,
    quantity: 10,
    purchase_price: '1.5',
    purchase_price_currency: 'EUR'
  })
  await make('/api/order/po-extra-line/', {
    order: order.pk,
    quantity: 1,
    reference: 'Freight',
    price: '9',
    price_currency: 'EUR'
  })
  const report = `{% load report %}{{ order.reference }} {{ supplier.name }} {{ order.order_address.line1 }} {% format_date order.target_date fmt="%d.%m.%Y" %}
{% for line in lines.all %}[{{ line.part.SKU }} {{ line.part.part.full_name }} {{ line.quantity|floatformat }} {% render_currency line.price %}
{% render_currency line.total_line_price decimal_places=2 %}]{% endfor %}{% for line in extra_lines.all %}({{ line.reference }} {{ line.price }}){% endfor %}
{% render_currency order.total_price currency=order.supplier.currency %} {% company_image supplier as logo %}{% if logo %}logo{% endif %}
{% if order.notes %}{{ order.notes|markdownify }}{% else %}no notes{% endif %}`
  const html = await printed(
    house,
    'purchaseorder',
    order.pk,
    report.replace('{% load report %}', '{% load report markdownify %}')
  )
  t.equal(html, `${order.reference} Nordic 1 Road 06.05.2031 [N-1 Nut 10 €1.5 €15.00](Freight €9.00) €24 logo no notes`)
})

t.test('a test report finds results by the keys of tests', async (t) => {
  const house = await build(t)
  const { make } = house
  const part = await make('/api/part/', { name: 'Amp', description: 'a', trackable: true, testable: true })
  await make('/api/part/test-template/', { part: part.pk, test_name: 'Power up', description: 'on', required: true })
  await make('/api/part/test-template/', { part: part.pk, test_name: 'Noise', description: 'dB', required: false })
  const [item] = await make('/api/stock/', { part: part.pk, quantity: 1, serial_numbers: '77' })
  for (const [result, value] of [
    [false, '3V'],
    [true, '5V']
  ] as const)
    await make('/api/stock/test/', { stock_item: item.pk, test: 'Power up', result, value })
  const report = `{% load report inventree_extras %}{{ stock_item.serial }}: {% for key in test_keys %}{% getkey test_templates key as test %}{% getkey results key as result %}
{{ test.test_name }}{% if test.required %}*{% endif %} {% if result %}{% if result.result %}pass{% else %}fail{% endif %} {{ result.value }} {{ result.user.username }}{% else %}none{% endif %};{% endfor %}
{{ result_list|length }} {{ results|length }} {% for k, r in results.items %}{{ k }}{% endfor %} {{ part.name }} {{ quantity }}`
  t.equal(
    await printed(house, 'stockitem', item.pk, report),
    '77: Power up* pass 5V admin; Noise none; 2 1 powerup Amp 1'
  )
})
