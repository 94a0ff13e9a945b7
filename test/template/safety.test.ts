import t from 'tap'
import { setImmediate as turn } from 'node:timers/promises'
import { failure, rendered } from '../support/templates.ts'

t.test('nothing of JavaScript is reached', async (t) => {
  const names = [
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'get',
    'text',
    'items',
    'length',
    'size'
  ]
  const things = [
    'part',
    'text',
    'list',
    'map',
    'day',
    'moment',
    'rows',
    'relation',
    'yes',
    'zero',
    'part.price',
    'part.quantity'
  ]
  for (const thing of things)
    for (const name of names) {
      if (thing === 'map' && name === 'items') continue
      t.equal(await rendered(`{{ ${thing}.${name} }}`), '', `${thing}.${name}`)
    }
  for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
    t.equal(await rendered(`{{ ${name} }}`), '')
    t.match(await failure(`{{ text|${name} }}`), /Invalid filter/)
    t.match(await failure(`{% ${name} %}`), /Invalid block tag/)
    t.match(await failure(`{% load ${name} %}`), /not a registered tag library/)
    t.match(await failure(`{% templatetag ${name} %}`), /Invalid templatetag/)
    t.equal(await failure(`{% if text ${name} list %}{% endif %}`), `syntax: Unused '${name}' at end of if expression.`)
    t.equal(await rendered(`{% load barcode report %}{% getkey map "${name}" %}{% icon "${name}" %}`), 'None')
    t.match(await failure(`{% load barcode %}{% barcode "1" barcode_class="${name}" %}`), /is not known/)
    t.match(await failure(`{% load report %}{% filter_queryset rows ${name}=1 %}`), /Cannot resolve keyword/)
    t.equal((await rendered(`{{ day|date:"${name}" }}`, {}).catch(() => 'refused')) !== '', true)
  }
  t.match(await failure('{{ part.__proto__ }}'), /may not begin with underscores/)
  t.match(await failure('{% load report %}{% add 1 2 __proto__=3 %}'), /unexpected keyword argument/)
})

t.test('a template ends that goes on for too long', async (t) => {
  const many = Array.from({ length: 1000 }, (_, i) => i)
  const loops = '{% for a in many %}{% for b in many %}{% for c in many %}x{% endfor %}{% endfor %}{% endfor %}'
  t.match(
    await failure(loops, { values: { many }, limits: { steps: 50_000 } }),
    /^limit: The template takes more than 50000 steps/
  )
  t.match(
    await failure(loops, { values: { many }, limits: { characters: 5000 } }),
    /^limit: The template makes more than 5000/
  )
  const before = performance.now()
  t.match(
    await failure(loops, { values: { many }, limits: { seconds: 0.2 } }),
    /^limit: The template takes longer than 0.2 seconds/
  )
  t.equal(performance.now() - before < 5000, true)
  t.match(
    await failure('{% include "self" %}', { templates: { self: '{% include "self" %}' } }),
    /^limit: Templates include each other/
  )
  t.match(
    await failure('{% extends "self" %}', { templates: { self: '{% extends "self" %}' } }),
    /^limit: Templates include each other/
  )
  t.match(await failure('{% if yes %}'.repeat(200)), /^syntax: Tags lie more than 100 deep/)
  t.match(await failure(`{% if ${'not '.repeat(500)}yes %}{% endif %}`), /^syntax: A condition of more than 100 levels/)
  t.match(await failure(' '.repeat(1_000_001)), /^limit: A template has at most/)
  const replacing = '{% load report %}{% replace text "a" text as b %}'
  t.match(await failure(replacing, { values: { text: 'a'.repeat(100_000) } }), /^limit: A text of the template/)
})

t.test('others have their turn while a template is rendered', async (t) => {
  const many = Array.from({ length: 4000 }, (_, i) => i)
  let turns = 0
  let done = false
  const rendering = rendered('{% for a in many %}{{ a|add:1 }}{% endfor %}', { values: { many } }).finally(
    () => (done = true)
  )
  while (!done) {
    await turn()
    turns++
  }
  await rendering
  t.equal(turns > 3, true, `${turns} turns`)
})

t.test('long texts without an end are read in no time', async (t) => {
  const before = performance.now()
  for (const piece of ['{{', '{%', '{#', '{', '{{ a', '<b', '<', '&', "'"]) {
    const text = piece.repeat(Math.floor(100_000 / piece.length))
    await rendered(text)
    await rendered(
      '{{ t|striptags }}{{ t|urlize }}{{ t|truncatewords_html:3 }}{{ t|truncatechars_html:3 }}{{ t|slugify }}',
      { values: { t: text } }
    )
  }
  t.equal(performance.now() - before < 8000, true)
})

t.test('numbers do not grow, or shrink, beyond what can be worked with', { timeout: 20_000 }, async (t) => {
  const load = '{% load report %}'
  const often = '{% multiply a a as a %}'.repeat(60)
  for (const end of ['', '{% add a 1 %}', '{{ a|floatformat:2 }}', '{% format_number a %}'])
    t.equal(
      await failure(`${load}{% multiply "1e300" 1 as a %}${often}${end}`),
      'limit: A number of the template is too large'
    )
  t.equal(
    await rendered(`${load}{% multiply "1e-300" 1 as a %}${often}{% add a 1 as b %}{{ b|floatformat:2 }}`),
    '1.00'
  )
  t.equal(await rendered(`${load}{% multiply 0 "1e300" as a %}${often}{% add a 1 %}`), '1')
})

t.test('nothing that a filter does with a long text holds others up for seconds', { timeout: 20_000 }, async (t) => {
  const long = '1'.repeat(1_400_000)
  const begun = performance.now()
  t.equal(await rendered('{% load humanize %}{{ long|intcomma|length }}', { values: { long } }), '1866666')
  t.ok(performance.now() - begun < 5000)
  t.match(await failure('{{ long|dictsort:0 }}', { values: { long } }), /^limit: A list of more than 100000 is not/)
})
