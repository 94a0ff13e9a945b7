import t from 'tap'
import { failure, rendered } from '../support/templates.ts'

/** Values with a filter, each with what it becomes, by the filter. */
const FILTERS: Record<string, [expression: string, becomes: string][]> = {
  add: [
    ['5|add:3', '8'],
    ['"5"|add:"3"', '8'],
    ['"a"|add:"b"', 'ab'],
    ['list|add:list|length', '6'],
    ['none|add:1', ''],
    ['2.5|add:1', '3']
  ],
  addslashes: [[`"it's"|addslashes`, `it\\'s`]],
  capfirst: [
    ['text|capfirst', 'Two words'],
    ['empty|capfirst', '']
  ],
  center: [
    ['"ab"|center:5', '  ab '],
    ['"abc"|center:2', 'abc']
  ],
  cut: [
    ['text|cut:" "', 'twowords'],
    ['"<b>"|cut:"x"', '<b>']
  ],
  date: [
    ['day|date:"D d M y, jS"', 'Tue 06 May 31, 6th'],
    ['moment|date:"H:i:s A e O U"', '18:30:05 PM UTC +0000 1935858605'],
    ['day|date', 'May 6, 2031'],
    ['text|date:"Y"', ''],
    ['day|date:"\\\\Y W L t z"', 'Y 19 False 31 126'],
    ['moment|date:"P c"', '6:30 p.m. 2031-05-06T18:30:05+00:00'],
    ['none|date', '']
  ],
  default: [
    ['nothing|default:"d"', 'd'],
    ['zero|default:"d"', 'd'],
    ['text|default:"d"', 'two words'],
    ['empty|default:html', '&lt;b&gt;x&lt;/b&gt;']
  ],
  default_if_none: [
    ['none|default_if_none:"d"', 'd'],
    ['empty|default_if_none:"d"', ''],
    ['zero|default_if_none:"d"', '0']
  ],
  dictsort: [
    ['rows|dictsort:"name"|length', '3'],
    ['map.items|dictsort:0|first|first', 'Case'],
    ['list|dictsort:0', '[&#x27;one&#x27;, &#x27;two&#x27;, &#x27;three&#x27;]'],
    ['rows|dictsort:"no"', '']
  ],
  dictsortreversed: [['map.items|dictsortreversed:0|first|last', '0.25']],
  divisibleby: [
    ['21|divisibleby:7', 'True'],
    ['22|divisibleby:"7"', 'False']
  ],
  escape: [
    ['html|escape', '&lt;b&gt;x&lt;/b&gt;'],
    ['html|escape|escape', '&lt;b&gt;x&lt;/b&gt;'],
    ['"<b>"|escape', '<b>']
  ],
  escapejs: [[`"a'b<\\"c"|escapejs`, 'a\\u0027b\\u003C\\u0022c']],
  escapeseq: [['list|escapeseq|join:"<"', 'one<two<three']],
  filesizeformat: [
    ['123456789|filesizeformat', '117.7\u00a0MB'],
    ['1|filesizeformat', '1\u00a0byte'],
    ['1024|filesizeformat', '1.0\u00a0KB'],
    ['text|filesizeformat', '0\u00a0bytes']
  ],
  first: [
    ['list|first', 'one'],
    ['text|first', 't'],
    ['none|first', ''],
    ['rows|first', 'b']
  ],
  floatformat: [
    ['34.23234|floatformat', '34.2'],
    ['34.0|floatformat', '34'],
    ['34.26|floatformat:3', '34.260'],
    ['34.0|floatformat:"-3"', '34'],
    ['1234567.891|floatformat:"2g"', '1,234,567.89'],
    ['2.675|floatformat:2', '2.68'],
    ['part.quantity|floatformat', '50'],
    ['"x"|floatformat', ''],
    ['"12.5"|floatformat:0', '13'],
    ['none|floatformat', ''],
    ['-0.5|floatformat:"2u"', '-0.50']
  ],
  force_escape: [['"<b>"|force_escape', '&lt;b&gt;']],
  get_digit: [
    ['123|get_digit:1', '3'],
    ['123|get_digit:9', '0'],
    ['text|get_digit:1', 'two words']
  ],
  iriencode: [['"?a=ü&b"|iriencode', '?a=%C3%BC&b']],
  join: [
    ['list|join:"-"', 'one-two-three'],
    ['html|make_list|join:""', '&lt;b&gt;x&lt;/b&gt;'],
    ['5|join:","', '5']
  ],
  json_script: [
    ['map|json_script:"m"', '<script id="m" type="application/json">{"Rated Power": "0.25", "Case": "0603"}</script>'],
    ['html|json_script', '<script type="application/json">"\\u003Cb\\u003Ex\\u003C/b\\u003E"</script>']
  ],
  last: [
    ['list|last', 'three'],
    ['"abc"|last', 'c']
  ],
  length: [
    ['list|length', '3'],
    ['map|length', '2'],
    ['rows|length', '3'],
    ['5|length', '0'],
    ['nothing|length', '0'],
    ['text|length', '9']
  ],
  length_is: [
    ['list|length_is:3', 'True'],
    ['list|length_is:"2"', 'False']
  ],
  linebreaks: [['lines|linebreaks', '<p>a<br>&lt;b</p>\n\n<p>c</p>']],
  linebreaksbr: [['lines|linebreaksbr', 'a<br>&lt;b<br><br>c']],
  linenumbers: [['lines|linenumbers', '1. a\r\n2. &lt;b\n3. \n4. c']],
  ljust: [['"ab"|ljust:4|add:"."', 'ab  .']],
  lower: [
    ['"ÄB"|lower', 'äb'],
    ['"<B>"|lower', '<b>']
  ],
  make_list: [
    ['"ab"|make_list', '[&#x27;a&#x27;, &#x27;b&#x27;]'],
    ['12|make_list', '[&#x27;1&#x27;, &#x27;2&#x27;]']
  ],
  phone2numeric: [['"800-COLLECT"|phone2numeric', '800-2655328']],
  pluralize: [
    ['1|pluralize', ''],
    ['2|pluralize', 's'],
    ['list|pluralize:"y,ies"', 'ies'],
    ['1|pluralize:"y,ies"', 'y'],
    ['text|pluralize:"a,b,c"', '']
  ],
  pprint: [['list|pprint', '[&#x27;one&#x27;, &#x27;two&#x27;, &#x27;three&#x27;]']],
  random: [['"aaa"|random', 'a']],
  rjust: [['"ab"|rjust:4', '  ab']],
  safe: [
    ['html|safe', '<b>x</b>'],
    ['html|safe|upper', '&lt;B&gt;X&lt;/B&gt;']
  ],
  safeseq: [['list|safeseq|join:"&"', 'one&two&three']],
  slice: [
    ['list|slice:":2"|join:","', 'one,two'],
    ['text|slice:"4:"', 'words'],
    ['list|slice:"::-1"|join:","', 'three,two,one'],
    ['list|slice:"-1:"|first', 'three'],
    ['5|slice:"1"', '5'],
    ['text|slice:"::2"', 'towrs']
  ],
  slugify: [
    ['" Joel is a slug! "|slugify', 'joel-is-a-slug'],
    ['"--a_b--"|slugify', 'a_b']
  ],
  stringformat: [
    ['4|stringformat:"03d"', '004'],
    ['1.5|stringformat:".3f"', '1.500'],
    ['255|stringformat:"x"', 'ff'],
    ['"a"|stringformat:"5s"', '    a'],
    ['"a"|stringformat:"d"', ''],
    ['-3|stringformat:"+05d"', '-0003'],
    ['12345.678|stringformat:"e"', '1.234568e+04'],
    ['text|stringformat:"r"', '&#x27;two words&#x27;']
  ],
  striptags: [
    ['"<b>x</b> < y<br/>"|striptags', 'x < y'],
    ['html|striptags', 'x']
  ],
  time: [
    ['moment|time:"H:i"', '18:30'],
    ['moment|time', '6:30 p.m.'],
    ['day|time', '']
  ],
  timesince: [
    ['earlier|timesince', '1\u00a0day, 2\u00a0hours'],
    ['earlier|timesince:moment', '1\u00a0day, 2\u00a0hours'],
    ['moment|timesince:earlier', '0\u00a0minutes'],
    ['text|timesince', '']
  ],
  timeuntil: [['moment|timeuntil:earlier', '1\u00a0day, 2\u00a0hours']],
  title: [[`"it's a 2ND test"|title`, `It's A 2nd Test`]],
  truncatechars: [
    ['text|truncatechars:5', 'two …'],
    ['text|truncatechars:9', 'two words']
  ],
  truncatechars_html: [
    ['"<p>one <b>two</b></p>"|truncatechars_html:6', '<p>one <b>t…</b></p>'],
    ['"<p>a&amp;b</p>"|truncatechars_html:3', '<p>a&amp;b</p>']
  ],
  truncatewords: [
    ['"a  b c"|truncatewords:2', 'a b …'],
    ['"a b"|truncatewords:2', 'a b']
  ],
  truncatewords_html: [['"<p>one <b>two three</b> four</p>"|truncatewords_html:2', '<p>one <b>two …</b></p>']],
  unordered_list: [
    ['list|unordered_list', '\t<li>one</li>\n\t<li>two</li>\n\t<li>three</li>'],
    ['nested|unordered_list', '\t<li>a\n\t<ul>\n\t\t<li>&lt;b</li>\n\t</ul>\n\t</li>']
  ],
  upper: [['text|upper', 'TWO WORDS']],
  urlencode: [
    ['"a b/ü?"|urlencode', 'a%20b/%C3%BC%3F'],
    ['"a/b"|urlencode:""', 'a%2Fb']
  ],
  urlize: [
    [
      '"see www.a.org, or (https://b.de/x?y=1&z)"|urlize',
      'see <a href="http://www.a.org" rel="nofollow">www.a.org</a>, or (<a href="https://b.de/x?y=1&amp;z" rel="nofollow">https://b.de/x?y=1&z</a>)'
    ],
    ['mail|urlize', '&lt;<a href="mailto:me@a.org">me@a.org</a>&gt;']
  ],
  urlizetrunc: [
    [
      '"www.example.org/abcdefgh"|urlizetrunc:12',
      '<a href="http://www.example.org/abcdefgh" rel="nofollow">www.example…</a>'
    ]
  ],
  wordcount: [['text|wordcount', '2']],
  wordwrap: [['"one two three"|wordwrap:7', 'one two\nthree']],
  yesno: [
    ['yes|yesno', 'yes'],
    ['none|yesno', 'maybe'],
    ['none|yesno:"a,b"', 'b'],
    ['zero|yesno:"a,b,c"', 'b'],
    ['yes|yesno:"a"', 'True']
  ]
}

const MORE = { lines: 'a\r\n<b\n\nc', nested: ['a', ['<b']], mail: '<me@a.org>' }

for (const [filter, expressions] of Object.entries(FILTERS))
  t.test(`filter: ${filter}`, async (t) => {
    for (const [expression, becomes] of expressions)
      t.equal(await rendered(`{{ ${expression} }}`, { values: MORE }), becomes, expression)
  })

t.test('some filters refuse what is no number', async (t) => {
  for (const filter of ['center', 'ljust', 'rjust', 'wordwrap', 'divisibleby'])
    t.equal(await failure(`{{ 5|${filter}:"x" }}`), "rendering: invalid literal for int() with base 10: 'x'", filter)
  t.equal(await failure('{{ 5|divisibleby:0 }}'), 'rendering: integer modulo by zero')
  t.equal(
    await failure('{{ none|divisibleby:2 }}'),
    "rendering: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
  )
})

t.test('filters do not make what nobody has room for', async (t) => {
  for (const expression of ['"a"|center:99999999', '"a"|ljust:2000001', '"a"|rjust:"900000000"'])
    t.match(await failure(`{{ ${expression} }}`), /^limit: A text of the template is longer/)
  t.equal(await rendered('{{ 1|floatformat:5000 }}|{{ 1|stringformat:"9999d" }}'), '1|')
  const doubling = '{% with a=a|add:a %}'.repeat(40)
  const values = { a: 'x'.repeat(100) }
  t.match(
    await failure(`${doubling}{{ a }}${'{% endwith %}'.repeat(40)}`, { values }),
    /^limit: A text of the template/
  )
  t.match(await failure(`{{ a${'|upper'.repeat(101)} }}`), /^syntax: More than 100 filters/)
})

t.test('large numbers that a template has stay what they are', async (t) => {
  t.equal(
    await rendered('{{ 12345678901234567890 }} {{ "x"|default:-12345678901234567890 }}'),
    '12345678901234567890 x'
  )
  t.equal(await rendered('{% load report %}{% add 99999999999999999999 1 %}'), '100000000000000000000')
  t.equal(await rendered('{% load report %}{% multiply 1e300 2 as a %}{% divide a 1e300 %}'), '2')
})
