import t from 'tap'
import { failure, rendered } from '../support/templates.ts'

/** Templates, each with what it becomes, by the tag that they are about. */
const TAGS: Record<string, [template: string, becomes: string][]> = {
  variables: [
    [
      '{{ part.name }}|{{ part.quantity }}|{{ part.price }}|{{ part }}',
      'Amp|50.00000|€1.25|Amp - &lt;loud&gt; &amp; clear'
    ],
    ['{{ nothing }}|{{ part.nothing.more }}|{{ none }}|{{ yes }}|{{ 3.50 }}|{{ 34.0 }}', '||None|True|3.5|34.0'],
    ['{{ list.1 }}|{{ list.9 }}|{{ map.Case }}|{{ text.upper }}|{{ text.0 }}', 'two||0603|TWO WORDS|t'],
    [
      '{{ list }}|{{ map }}|{{ rows }}',
      '[&#x27;one&#x27;, &#x27;two&#x27;, &#x27;three&#x27;]|{&#x27;Rated Power&#x27;: &#x27;0.25&#x27;, &#x27;Case&#x27;: &#x27;0603&#x27;}|&lt;QuerySet [&lt;Row: b&gt;, &lt;Row: a&gt;, &lt;Row: c&gt;]&gt;'
    ],
    ['{{ html }}|{{ "<b>" }}|{{ day }}|{{ moment }}', '&lt;b&gt;x&lt;/b&gt;|<b>|May 6, 2031|May 6, 2031, 6:30 p.m.'],
    ['{{ a | {{ unclosed', '{{ a | {{ unclosed'],
    ['{{ rows.count }}{{ rows.first.name }}{{ rows.last.name }}{{ rows.exists }}{{ rows.1.name }}', '3bcTruea'],
    ['{{ map.keys }}', 'dict_keys([&#x27;Rated Power&#x27;, &#x27;Case&#x27;])'],
    ['{{ relation.all.count }}{{ relation.count }}{{ map.items|length }}', '332']
  ],
  autoescape: [
    ['{% autoescape off %}{{ html }}{% endautoescape %}{{ html }}', '<b>x</b>&lt;b&gt;x&lt;/b&gt;'],
    ['{% autoescape off %}{% autoescape on %}{{ html }}{% endautoescape %}{% endautoescape %}', '&lt;b&gt;x&lt;/b&gt;']
  ],
  comment: [['a{# {{ part }} #}b{% comment "why" %}{% nothing %}{{ x{% endcomment %}c', 'abc']],
  cycle: [
    ['{% for x in "abc" %}{% cycle "o" "e" %}{% endfor %}', 'oeo'],
    ['{% for x in "ab" %}{% cycle "o" "e" as row silent %}{{ row }}{{ row }}{% endfor %}', 'ooee'],
    ['{% cycle "a" "b" as row %}{% cycle row %}', 'ab']
  ],
  debug: [['{% debug %}{% csrf_token %}', '']],
  filter: [['{% filter upper|cut:"B" %}abc{{ html }}{% endfilter %}', 'AC&LT;&GT;X&LT;/&GT;']],
  firstof: [
    ['{% firstof none zero empty part.name %}|{% firstof none "<" %}', 'Amp|<'],
    ['{% firstof html as x %}[{{ x }}]{% firstof none %}', '[&lt;b&gt;x&lt;/b&gt;]']
  ],
  for: [
    [
      '{% for x in list %}{{ forloop.counter }}{{ forloop.revcounter0 }}{{ x }}{% if not forloop.last %},{% endif %}{% endfor %}',
      '12one,21two,30three'
    ],
    ['{% for x in list reversed %}{{ x }}{% endfor %}{% for x in none %}x{% empty %}-{% endfor %}', 'threetwoone-'],
    [
      '{% for k, v in map.items %}{{ k }}={{ v }};{% endfor %}{% for k in map %}{{ k }}{% endfor %}',
      'Rated Power=0.25;Case=0603;Rated PowerCase'
    ],
    [
      '{% for r in rows %}{% for s in "ab" %}{{ forloop.parentloop.counter0 }}{{ s }}{% endfor %}{% endfor %}',
      '0a0b1a1b2a2b'
    ],
    ['{% for r in relation.all %}{{ r.name }}{% endfor %}{{ r.name }}', 'bac']
  ],
  if: [
    ['{% if part.category is None and not empty %}1{% endif %}{% if zero or yes %}2{% endif %}', '12'],
    ['{% if part.quantity > 49 and part.quantity <= 50.0 and part.quantity == 50 %}1{% endif %}', '1'],
    ['{% if "wo" in text and "one" in list and "x" not in list and "Case" in map %}1{% endif %}', '1'],
    ['{% if none < 1 or "1" == 1 or nothing %}1{% elif yes is not False %}2{% else %}3{% endif %}', '2'],
    [
      '{% if True or True and False %}1{% endif %}{% if not False == True %}2{% endif %}{% if 1 in none %}3{% endif %}',
      '12'
    ]
  ],
  ifchanged: [
    [
      '{% for r in rows %}{% ifchanged r.kind %}{{ r.kind }}:{% else %},{% endifchanged %}{{ r.name }}{% endfor %}',
      'x:b,ay:c'
    ],
    ['{% for x in "aab" %}{% ifchanged %}{{ x }}{% endifchanged %}{% endfor %}', 'ab']
  ],
  load: [['{% load report %}{% add 1 2 %}{% load multiply subtract from report %}{% multiply 2 3 %}', '36']],
  lorem: [['{% lorem 2 w %}|{% lorem 1 p %}', /^lorem ipsum\|<p>Lorem ipsum dolor .*<\/p>$/.source]],
  now: [['{% now "Y-m-d" %}{% now "H:i" as time %}|{{ time }}', '2031-05-06|18:30']],
  regroup: [
    ['{% regroup rows by kind as g %}{% for k in g %}{{ k.grouper }}{{ k.list|length }}{% endfor %}', 'x2y1'],
    ['{% regroup rows by kind|upper as g %}{% for k, items in g %}{{ k }}{% endfor %}', 'XY']
  ],
  resetcycle: [['{% for x in "abc" %}{% cycle 1 2 %}{% if x == "a" %}{% resetcycle %}{% endif %}{% endfor %}', '112']],
  spaceless: [['{% spaceless %} <p> <b>a b</b>\n</p> {% endspaceless %}', '<p><b>a b</b></p>']],
  templatetag: [['{% templatetag openblock %}{% templatetag closevariable %}{% templatetag openbrace %}', '{%}}{']],
  url: [['{% url "part" 5 %}|{% url "part" pk=zero as x %}{{ x }}|{% url "no" as y %}{{ y }}', '/part/5|/part/0|']],
  verbatim: [
    [
      '{% verbatim %}{{ a }}{% if %}{% endverbatim %}{% verbatim x %}{% endverbatim %}{% endverbatim x %}',
      '{{ a }}{% if %}{% endverbatim %}'
    ]
  ],
  widthratio: [
    [
      '{% widthratio 175 200 100 %}|{% widthratio 1 0 9 %}|{% widthratio 1 3 100 as w %}{{ w }}|{% widthratio "x" 1 1 %}',
      '88|0|33|'
    ]
  ],
  with: [
    ['{% with a=part.name b=2 %}{{ a }}{{ b }}{% endwith %}{{ a }}', 'Amp2'],
    ['{% with part.name as a %}{{ a }}{% endwith %}{% with x=text|upper %}{{ x }}{% endwith %}', 'AmpTWO WORDS']
  ]
}

for (const [tag, templates] of Object.entries(TAGS))
  t.test(`tag: ${tag}`, async (t) => {
    for (const [template, becomes] of templates)
      if (tag === 'lorem') t.match(await rendered(template), new RegExp(becomes))
      else t.equal(await rendered(template), becomes, template)
  })

const BASE = '<{% block title %}T{% endblock %}|{% block body %}B{% block inner %}I{% endblock inner %}{% endblock %}>'
const MIDDLE = '{% extends "base" %}{% block body %}[{{ block.super }}]{% endblock %}'

t.test('templates extend others, and show what stands below', async (t) => {
  const templates = { base: BASE, middle: MIDDLE }
  t.equal(await rendered(MIDDLE, { templates }), '<T|[BI]>')
  const child = '{% extends "middle" %}{% block inner %}i{{ block.super }}{{ part.name }}{% endblock %}'
  t.equal(await rendered(child, { templates }), '<T|[BiIAmp]>')
  const top =
    '{% extends "middle" %}ignored{% block body %}1{{ block.super }}2{% endblock %}{% block title %}{% endblock %}'
  t.equal(await rendered(top, { templates }), '<|1[BI]2>')
  t.equal(await rendered(BASE), '<T|BI>', 'alone')
  t.equal(await rendered('{% block a %}{{ block.super }}x{% endblock %}'), 'x')
  t.equal(await rendered('{# why #}\n{% extends name %}', { templates, values: { name: 'base' } }), '\n<T|BI>')
})

t.test('templates include others, with some names or all', async (t) => {
  const templates = { row: '{{ a }}{{ b }}{{ text }}', loop: '{{ forloop.counter }}{{ r.name }}' }
  t.equal(await rendered('{% include "row" with a=1 b="x" %}', { templates }), '1xtwo words')
  t.equal(await rendered('{% include "row" with a=part.name only %}', { templates }), 'Amp')
  t.equal(
    await rendered('{% for r in rows %}{% include which %}{% endfor %}', { templates, values: { which: 'loop' } }),
    '1b2a3c'
  )
})

t.test('what is wrong with a template is said, with its line', async (t) => {
  const wrong: [template: string, message: string][] = [
    ['{% no %}', "syntax: Invalid block tag on line 1: 'no'. Did you forget to register or load this tag?"],
    [
      '{% if yes %}\n{% endfor %}{% endif %}',
      "syntax: Invalid block tag on line 2: 'endfor', expected 'elif', 'else' or 'endif'. Did you forget to register or load this tag?"
    ],
    ['{% if yes %}', "syntax: Unclosed tag on line 1: 'if'. Looking for one of: elif, else, endif."],
    ['{% if yes %}{% else %}', "syntax: Unclosed tag on line 1: 'if'. Looking for one of: endif."],
    ['{% comment %}', "syntax: Unclosed tag on line 1: 'comment'. Looking for one of: endcomment."],
    ['{{  }}', 'syntax: Empty variable tag on line 1'],
    ['\n{%  %}', 'syntax: Empty block tag on line 2'],
    ['{{ a b }}', "syntax: Could not parse the remainder: ' b' from 'a b'"],
    ['{{ a|upper:"x" }}', 'syntax: upper requires 1 arguments, 2 provided'],
    ['{{ a|no }}', "syntax: Invalid filter: 'no'"],
    ['{{ a._b }}', "syntax: Variables and attributes may not begin with underscores: 'a._b'"],
    ['{{ a"b"|upper }}', `syntax: Could not parse some characters: a|"b"||upper`],
    ['{% if a = b %}{% endif %}', `syntax: Could not parse the remainder: '=' from '='`],
    ['{% if and %}{% endif %}', "syntax: Not expecting 'and' in this position in if tag."],
    ['{% if a not b %}{% endif %}', "syntax: Not expecting 'not' as infix operator in if tag."],
    ['{% if a b %}{% endif %}', "syntax: Unused 'b' at end of if expression."],
    ['{% for x y z %}{% endfor %}', "syntax: 'for' statements should use the format 'for x in y': for x y z"],
    ['{% for x,"y" in z %}{% endfor %}', `syntax: 'for' tag received an invalid argument: for x,"y" in z`],
    ['{% for a, b in list %}{% endfor %}', 'rendering: Need 2 values to unpack in for loop; got 3. '],
    ['{% for r in relation %}{% endfor %}', "rendering: 'RelatedManager' object is not iterable"],
    ['{% for x in 5 %}{% endfor %}', "rendering: 'int' object is not iterable"],
    ['{% include "gone" %}', 'missing: gone'],
    ['{% extends none %}', "rendering: Invalid template name in 'extends' or 'include' tag: 'none'"],
    ['{{ part }}{% extends "x" %}', 'syntax: <ExtendsNode: extends "x"> must be the first tag in the template.'],
    [
      '{% block a %}{% endblock b %}',
      "syntax: Invalid block tag on line 1: 'endblock b', expected 'endblock' or 'endblock a'. Did you forget to register or load this tag?"
    ],
    [
      '{% block a %}{% endblock %}{% block a %}{% endblock %}',
      "syntax: 'block' tag with name 'a' appears more than once"
    ],
    ['{% cycle x %}', "syntax: No named cycles in template. 'x' is not defined"],
    ['{% include "x" with %}', `syntax: "with" in 'include' tag needs at least one keyword argument.`],
    ['{% filter safe %}{% endfilter %}', 'syntax: "filter safe" is not permitted.  Use the "autoescape" tag instead.'],
    ['{% autoescape maybe %}', "syntax: 'autoescape' argument should be 'on' or 'off'"],
    ['{% load x from report %}', "syntax: 'x' is not a valid tag or filter in tag library 'report'"],
    [
      '{{ part.name|default:nothing.x }}{{ part.nothing|default:gone }}',
      'rendering: Failed lookup for key [x] in nothing.x'
    ]
  ]
  for (const [template, message] of wrong) t.equal(await failure(template), message, template)
  const error = await rendered('{% include "row" %}', { templates: { row: 'a\nb\n{{ 1|divide }}' } }).catch((e) => e)
  t.match(error, { template: 'row', line: 3, problem: 'syntax' })
  const late = await rendered('\n{% for x in list %}\n{% url "no" %}{% endfor %}').catch((e) => e)
  t.match(late, { template: 'test.html', line: 3, problem: 'rendering' })
})
