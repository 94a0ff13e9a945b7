import t from 'tap'
import { failure, rendered } from '../support/templates.ts'

const LOAD = `{% load report barcode inventree_extras i18n l10n tz static humanize markdownify plugin_extras generic %}`

/** Tags of the libraries, each with what it becomes, by the library and the tag. */
const TAGS: Record<string, [template: string, becomes: string][]> = {
  'report: sums': [
    ['{% add 1 "2.50" %}|{% add 0.1 0.2 %}|{% add "a" "b" %}|{% add part.quantity 1 %}', '3.50|0.3|ab|51.00000'],
    [
      '{% subtract 5 "7" %}|{% multiply 2.5 4 %}|{% divide 1 3 %}|{% divide 10 4 %}|{% modulo -7 3 %}',
      '-2|10.0|0.3333333333333333333333333333|2.5|-1'
    ],
    [
      '{% divide 2 3 %}|{% divide 1 8 %}|{% divide 6 3 %}|{% multiply "1E+3" 2 %}',
      '0.6666666666666666666666666667|0.125|2|2000'
    ],
    [
      '{% multiply part.price 3 as total %}{{ total }}|{{ total.amount }}|{% divide total part.price %}',
      '€3.75|3.750000|3'
    ],
    ['{% add 1.5 1 cast="int" %}|{% add 1 1 cast="float" %}|{% add 1 1 cast="x" %}', '2|2.0|2']
  ],
  'report: format_number': [
    [
      '{% format_number 1234.5678 decimal_places=2 %}|{% format_number 1234.5678 separator=True %}',
      '1234.57|1,234.5678'
    ],
    [
      '{% format_number 5 leading=3 %}|{% format_number -3.9 integer=True %}|{% format_number 2.5 multiplier=4 %}',
      '005|-3|10'
    ],
    [
      '{% format_number 1.2 decimal_places=1 max_decimal_places=4 %}|{% format_number 0.125 decimal_places=2 %}',
      '1.2|0.12'
    ],
    ['{% format_number 1234.5 separator=True locale="de-de" %}|{% format_number "x" %}', '1.234,5|x'],
    ['{% format_number 1234567.5 fmt="#,##0.00 pcs" %}|{% format_number 0.256 fmt="0.0%" %}', '1,234,567.50 pcs|25.6%']
  ],
  'report: money': [
    [
      '{% render_currency part.price %}|{% render_currency part.price currency="USD" %}|{% render_currency none %}',
      '€1.25|$2.5|-'
    ],
    ['{% render_currency 2 decimal_places=2 %}|{% render_currency 12.3456 max_decimal_places=2 %}', '$2.00|$12.35'],
    ['{% render_currency 7 leading=3 include_symbol=False %}|{% render_currency 3 fmt="#,##0.00 ¤" %}', '007|3.00 $'],
    ['{% render_currency 1234.5 currency="EUR" locale="de-de" %}', '1.234,5\u00a0€'],
    [
      '{% create_currency 12.5 "eur" as m %}{{ m }} {{ m.currency }}|{% convert_currency m "USD" %}',
      '€12.50 EUR|$25.00'
    ]
  ],
  'report: dates': [
    [
      '{% format_date day %}|{% format_date day fmt="%d.%m.%y %j %V" %}|{% format_date day date_format="full" %}',
      'May 6, 2031|06.05.31 126 19|Tuesday, May 6, 2031'
    ],
    [
      '{% format_date day locale="de-de" %}|{% format_date "as it is" %}|{% format_date none %}',
      '06.05.2031|as it is|None'
    ],
    ['{% format_datetime moment timezone="Europe/Berlin" fmt="%H:%M %Z" %}', '20:30 Europe/Berlin'],
    ['{% format_datetime moment date_format="short" %}', '5/6/31, 6:30\u202fPM']
  ],
  'report: texts': [
    ['{% lowercase "AbC" %}{% uppercase "abc" %}{% titlecase "my part" %}{% lowercase none %}', 'abcABCMy Part'],
    ['{% strip "  a " %}|{% strip "xxaxx" "x" %}|{% lstrip " a " %}|{% rstrip " a " %}|', 'a|a|a | a|'],
    ['{% replace "a-b-c" "-" "+" %}|{% replace "a-b" "-" %}|{% replace "ab" "" "x" %}', 'a+b+c|ab|ab'],
    ['{% lowercase part.description %}', '&lt;loud&gt; &amp; clear']
  ],
  'report: lists': [
    ['{% split "a, b,c" as l %}{% join l "/" %}{% length l %}{% first l %}{% last l %}', 'a/b/c3ac'],
    [
      '{% split "a;b" ";" as l %}{% reverse l as r %}{{ r.0 }}{% truncate l 1 as s %}{{ s|length }}{% first none "-" %}',
      'b1-'
    ],
    ['{% getindex list 1 %}|{% getindex list 9 %}|{% getindex list "x" %}|{% getindex rows 0 %}', 'two|None|None|b'],
    ['{% getkey map "Case" %}|{% getkey map "No" "back" %}|{% getkey list "a" %}', '0603|back|None']
  ],
  'report: parameters': [
    ['{% parameter part "voltage" as p %}{{ p.data }}{{ p.units }}|{% parameter part "no" %}', '12V|None'],
    ['{% parameter_value part "Case" %}|{% parameter_value part "no" backup_value="-" %}', 'DIP|-'],
    ['{% part_parameter part "Case" as p %}{{ p.data }}', 'DIP']
  ],
  'report: records': [
    ['{% filter_queryset rows kind="x" size__gt=5 as r %}{% for x in r %}{{ x.name }}{% endfor %}', 'a'],
    [
      '{% filter_queryset relation.all name__in=list as r %}{{ r.count }}{% filter_queryset rows size__isnull=True as r %}{{ r.first.name }}',
      '0c'
    ],
    ['{% order_queryset rows "kind" "-name" as r %}{% for x in r %}{{ x.name }}{% endfor %}', 'bac'],
    ['{% order_queryset rows "size" as r %}{% for x in r %}{{ x.name }}{% endfor %}', 'bac'],
    ['{% filter_db_model "part.part" kind="y" as r %}{{ r.count }}|{% filter_db_model "auth.user" %}', '1|None'],
    ['{% filter_queryset 5 a=1 %}', '5']
  ],
  'report: pictures': [
    [
      '{% part_image part width=10 %}|{% uploaded_image "a.png" %}|{% uploaded_image "lost.png" %}',
      'data:image|data:a.png|data:blank'
    ],
    [
      '{% asset "a.png" %}|{% asset "no" %}|{% encode_svg_image "a.svg" %}|{% logo_image %}',
      'data:asset|None|data:svg|data:logo'
    ]
  ],
  'report: pages': [
    [
      '{% render_html_text "hi" bold=True heading="h2" %}|{% render_html_text html %}',
      '<strong><h2>hi</strong></h2>|&lt;b&gt;x&lt;/b&gt;'
    ],
    ['{% internal_link "/web/part/1" part %}', '<a href="http://here/web/part/1">Amp - &lt;loud&gt; & clear</a>'],
    [
      '{% icon "ti:box:outline" class="big" %}|{% icon "no" %}|{% include_icon_fonts %}',
      '<i class="icon big" style="font-family: icons">B</i>||<style></style>'
    ]
  ],
  inventree_extras: [
    ['{% decimal part.quantity %}|{% decimal "3.10" %}|{% decimal "abc" %}|{% decimal none %}', '50|3.1|abc|None'],
    ['{% define part.name as n %}{{ n }}|{% render_date day %}|{% render_date "2031-02-30" %}', 'Amp|2031-05-06|None'],
    ['{% str2bool "Yes" %}{% str2bool 0 %}|{% to_list 1 "b" %}', 'TrueFalse|(1, &#x27;b&#x27;)'],
    [
      '{% inventree_title %}|{% inventree_version %}|{% inventree_version shortstring=True %}',
      'Bench|1.5.0|Bench v1.5.0'
    ],
    [
      '{% settings_value "KNOWN" %}|{% settings_value "SECRET" %}|{% setting_object "KNOWN" as s %}{{ s.key }}',
      'True||KNOWN'
    ],
    ['{{ map|keyvalue:"Case" }}|{{ map|keyvalue:"no" }}', '0603|']
  ],
  i18n: [
    ['{% trans "Part" %}|{% translate part.name as n %}{{ n }}|{% trans "x" noop context "y" %}', 'Part|Amp|x'],
    ['{% blocktrans with n=part.name %}Name: {{ n }}{% endblocktrans %}', 'Name: Amp'],
    ['{% blocktranslate count n=list|length %}one{% plural %}{{ n }} many{% endblocktranslate %}', '3 many'],
    ['{% blocktranslate count n=1 asvar x %}one{% plural %}more{% endblocktranslate %}{{ x }}', 'one'],
    ['{% blocktrans trimmed %}\n  a\n  b\n{% endblocktrans %}', 'a b'],
    ['{% get_current_language as l %}{{ l }}{{ "de"|language_name }}{% language "de" %}x{% endlanguage %}', 'enGermanx']
  ],
  l10n: [
    [
      '{% localize off %}{{ day }}{% endlocalize %}|{{ day|localize }}|{{ 1234.5|unlocalize }}',
      '2031-05-06|May 6, 2031|1234.5'
    ]
  ],
  tz: [
    [
      '{% timezone "Europe/Berlin" %}{{ moment }}{% endtimezone %}|{{ moment|timezone:"Asia/Tokyo"|date:"H:i" }}',
      'May 6, 2031, 8:30 p.m.|18:30'
    ],
    ['{% get_current_timezone as z %}{{ z }}{% localtime off %}{{ moment|time }}{% endlocaltime %}', 'UTC6:30 p.m.']
  ],
  static: [
    [
      '{% static "img/a b.png" %}|{% static "x" as s %}{{ s }}|{% get_static_prefix %}',
      '/static/img/a%20b.png|/static/x|/static/'
    ]
  ],
  humanize: [
    [
      '{{ 1234567.5|intcomma }}|{{ 5|apnumber }}|{{ 12|apnumber }}|{{ 3|ordinal }}{{ 11|ordinal }}',
      '1,234,567.5|five|12|3rd11th'
    ],
    [
      '{{ 1200000|intword }}|{{ 999|intword }}|{{ day|naturalday }}|{{ earlier|naturalday }}',
      '1.2 million|999|today|yesterday'
    ],
    ['{{ earlier|naturaltime }}|{{ moment|naturaltime }}', '1\u00a0day, 2\u00a0hours ago|now']
  ],
  markdownify: [
    ['{{ "**b** *i*"|markdownify }}', '<p><strong>b</strong> <em>i</em></p>'],
    ['{{ "<script>x</script>"|markdownify }}|{{ "[a](javascript:x)"|markdownify }}', 'x|<p><a>a</a></p>']
  ],
  plugin_extras: [
    [
      '{% mixin_available "labels" %}{% mixin_available "x" %}|{% safe_url "part" 3 %}|{% safe_url "no" %}|{% plugin_list as p %}{{ p|length }}',
      'TrueFalse|/part/3|None|0'
    ]
  ],
  generic: [
    [
      '{% status_label "build" 10 %}|{% status_label "build" 99 %}',
      "<span class='badge rounded-pill bg-secondary'>Pending</span>|"
    ]
  ],
  barcode: [['{% clean_barcode "a`<b>c" %}', 'ac']]
}

for (const [tag, templates] of Object.entries(TAGS))
  t.test(`library ${tag}`, async (t) => {
    for (const [template, becomes] of templates) t.equal(await rendered(LOAD + template), becomes, template)
  })

t.test('tags refuse what they do not take', async (t) => {
  const wrong: [template: string, message: string][] = [
    ['{% add 1 %}', "syntax: 'add' did not receive value(s) for the argument(s): 'y'"],
    ['{% add 1 2 3 4 %}', "syntax: 'add' received too many positional arguments"],
    ['{% add 1 2 x=3 %}', "syntax: 'add' received multiple values for keyword argument 'x'"],
    ['{% add 1 2 z=3 %}', "syntax: 'add' received unexpected keyword argument 'z'"],
    ['{% add x=1 2 %}', "syntax: 'add' received some positional argument(s) after some keyword argument(s)"],
    ['{% add none 1 %}', 'refused: add: Null value provided to function'],
    ['{% add nothing 1 %}', "refused: add: Cannot add values of incompatible types: x='' (str), y='1' (int)"],
    ['{% add part.price 1 %}', "refused: add: Cannot add values of incompatible types: x='€1.25' (Money), y='1' (int)"],
    ['{% divide 1.5 0 %}', "refused: divide: Cannot divide by zero: x='1.5' (float), y='0' (int)"],
    ['{% render_currency "abc" %}', "refused: render_currency: invalid money value - 'abc'"],
    ['{% render_currency 1 multiplier="x" %}', "refused: render_currency: invalid multiplier value - 'x'"],
    ['{% create_currency 1 "XXZ" %}', 'refused: create_currency: Invalid currency code: XXZ'],
    ['{% convert_currency part.price "JPY" %}', 'refused: convert_currency: Missing exchange rate EUR -> JPY'],
    ['{% format_number 1 locale="zz-zz" %}', "refused: Invalid locale 'zz-zz' - unknown locale 'zz_ZZ'"],
    ['{% parameter 5 "x" %}', 'refused: parameter tag requires a valid Model instance'],
    ['{% part_image 5 %}', 'refused: part_image tag requires a Part instance'],
    ['{% company_image part %}', 'rendering: company_image tag requires a Company instance'],
    ['{% asset "no" raise_error=True %}', "rendering: Asset file not found: 'no'"],
    ['{% uploaded_image "lost.png" replace_missing=False %}', "rendering: Image file not found: 'lost.png'"],
    [
      '{% filter_queryset rows no=1 %}',
      "rendering: Cannot resolve keyword 'no' into field. Choices are: name, kind, size"
    ],
    ['{% qrcode "" %}', "refused: qrcode: No data provided to 'qrcode' template tag"],
    ['{% barcode "x" barcode_class="no" %}', "rendering: The barcode 'no' is not known."],
    ['{% barcode "ABC" barcode_class="ean13" %}', 'rendering: EAN code can only contain numbers 000000000ABC.'],
    ['{% qrcode "x" error_correction="Z" %}', "rendering: 'Z'"],
    ['{% qrcode "x" fill_color="notacolor" %}', "rendering: unknown color specifier: 'notacolor'"],
    [
      '{% blocktrans %}{% if x %}{% endblocktrans %}',
      "syntax: 'blocktrans' doesn't allow other block tags (seen 'if x') inside it"
    ]
  ]
  for (const [template, message] of wrong) t.equal(await failure(LOAD + template), message, template)
})
