import t from 'tap'
import { currencyCodes } from '#modules/currency/index.ts'
import {
  settingChoices,
  GLOBAL_BY_KEY,
  GLOBAL_SETTINGS,
  isReadOnly,
  settingProblem,
  storedText,
  typedValue,
  undefinedSetting,
  USER_BY_KEY,
  USER_SETTINGS,
  type SettingContext,
  type SettingDefinition
} from '#modules/settings/definitions.ts'

const CONTEXT: SettingContext = {
  siteUrl: '',
  currencies: currencyCodes('AUD,CAD,CNY,EUR,GBP,JPY,NZD,USD'),
  rateSources: [['inventreecurrencyexchange', 'InvenTree Currency Exchange']],
  groups: [{ id: 3, name: 'Workshop' }]
}
const LOCKED: SettingContext = { ...CONTEXT, siteUrl: 'https://parts.example' }

/** The definition of a key, global or of a user. */
function definitionOf(key: string): SettingDefinition {
  const found = GLOBAL_BY_KEY.get(key) ?? USER_BY_KEY.get(key)
  if (!found) throw new Error(`no setting ${key}`)
  return found
}

const whole = (message: string) => ({ non_field_errors: [message] })
const ofValue = (message: string) => ({ value: [message] })

t.test('the tables hold every setting once', async (t) => {
  t.equal(GLOBAL_SETTINGS.length, 158)
  t.equal(USER_SETTINGS.length, 42)
  t.equal(GLOBAL_BY_KEY.size, GLOBAL_SETTINGS.length, 'no global key twice')
  t.equal(USER_BY_KEY.size, USER_SETTINGS.length, 'no user key twice')
  for (const [key] of GLOBAL_BY_KEY) t.notOk(USER_BY_KEY.has(key), `${key} is of one kind`)
})

t.test('every definition is whole, and its default is accepted', async (t) => {
  for (const definition of [...GLOBAL_SETTINGS, ...USER_SETTINGS]) {
    const { key, name, description, type } = definition
    t.match(key, /^[A-Z][A-Z0-9_]*$/, key)
    t.ok(name !== '' && description !== '', `${key} is named and described`)
    t.equal(settingProblem(definition, definition.default, CONTEXT), undefined, `${key} takes its default`)
    t.equal(storedText(definition, definition.default), definition.default, `${key} keeps its default as it is`)
    t.equal(
      typeof typedValue(definition, definition.default),
      type === 'integer' ? 'number' : type,
      `${key} is shown as ${type}`
    )
  }
})

t.test('a value is shown as the type of the setting', async (t) => {
  const shown: ReadonlyArray<readonly [string, string, string | boolean | number]> = [
    ['INVENTREE_INSTANCE', 'InvenTree', 'InvenTree'],
    ['INVENTREE_INSTANCE', 'True', 'True'],
    ['INVENTREE_INSTANCE', '42', '42'],
    ['INVENTREE_INSTANCE', '', ''],
    ['PART_COMPONENT', 'True', true],
    ['PART_COMPONENT', 'False', false],
    ['PART_COMPONENT', 'true', true],
    ['PART_COMPONENT', '', false],
    ['INVENTREE_UPLOAD_MAX_SIZE', '12', 12],
    ['INVENTREE_UPLOAD_MAX_SIZE', 'large', 10],
    ['STOCKTAKE_AUTO_DAYS', '0', 0],
    ['WEEK_STARTS_ON', '1', '1']
  ]
  for (const [key, text, value] of shown)
    t.equal(typedValue(definitionOf(key), text), value, `${key} ${JSON.stringify(text)}`)

  const related: SettingDefinition = {
    ...undefinedSetting('X'),
    type: 'related field',
    model: 'part',
    apiUrl: '/api/part/'
  }
  t.equal(typedValue(related, '7'), 7)
  t.equal(typedValue(related, ''), '')
  t.strictSame(undefinedSetting('OLD'), { key: 'OLD', name: '', description: '', type: 'string', default: '' })
})

t.test('what is stored for an accepted value', async (t) => {
  const stored: ReadonlyArray<readonly [string, unknown, string]> = [
    ['INVENTREE_INSTANCE', 'Workshop', 'Workshop'],
    ['INVENTREE_INSTANCE', 42, '42'],
    ['INVENTREE_INSTANCE', 2.5, '2.5'],
    ['INVENTREE_INSTANCE', true, 'True'],
    ['INVENTREE_INSTANCE', false, 'False'],
    ['INVENTREE_INSTANCE', null, ''],
    ['INVENTREE_INSTANCE', '  Lab 7  ', 'Lab 7'],
    ['PART_COMPONENT', true, 'True'],
    ['PART_COMPONENT', false, 'False'],
    ['PART_COMPONENT', 'on', 'True'],
    ['PART_COMPONENT', 'ok', 'True'],
    ['PART_COMPONENT', 'YES', 'True'],
    ['PART_COMPONENT', 'maybe', 'False'],
    ['PART_COMPONENT', 1, 'True'],
    ['PART_COMPONENT', 2, 'False'],
    ['PART_COMPONENT', null, 'False'],
    ['INVENTREE_UPLOAD_MAX_SIZE', '12', '12'],
    ['INVENTREE_UPLOAD_MAX_SIZE', ' +007 ', '7'],
    ['INVENTREE_UPLOAD_MAX_SIZE', 12, '12'],
    ['WEEK_STARTS_ON', 6, '6']
  ]
  for (const [key, value, text] of stored) {
    t.equal(settingProblem(definitionOf(key), value, CONTEXT), undefined, `${key} takes ${JSON.stringify(value)}`)
    t.equal(
      storedText(definitionOf(key), value),
      text,
      `${key} keeps ${JSON.stringify(value)} as ${JSON.stringify(text)}`
    )
  }
})

t.test('values that are accepted', async (t) => {
  const accepted: ReadonlyArray<readonly [string, unknown]> = [
    ['INVENTREE_DEFAULT_CURRENCY', 'EUR'],
    ['BUILDORDER_REFERENCE_PATTERN', 'WO-{ref:03d}'],
    ['PURCHASEORDER_REFERENCE_PATTERN', 'EK-{ref:05d}/W'],
    ['SALESORDER_REFERENCE_PATTERN', '{?:A}#?{date:%Y}-{ref}'],
    ['RETURNORDER_REFERENCE_PATTERN', '{{R}}-{ref!s:>4}'],
    ['PART_NAME_FORMAT', '{{ part.name }} ({{ part.IPN }})'],
    ['PART_NAME_FORMAT', '{{ part.name }}{% if part.revision %} rev. {{ part.revision }}{% endif %}'],
    ['PART_NAME_FORMAT', ''],
    ['PART_IPN_REGEX', '^[A-Z]{3}-\\d{3}$'],
    ['PART_IPN_REGEX', ''],
    ['PART_CATEGORY_DEFAULT_ICON', 'ti:folder:outline'],
    ['STOCK_LOCATION_DEFAULT_ICON', ''],
    ['STOCK_BATCH_CODE_TEMPLATE', 'LOT-{{ part.name }}-{{ quantity }}'],
    [
      'STOCK_BATCH_CODE_TEMPLATE',
      "{% if quantity > 5 %}{{ year }}-{{ week|string }}{% else %}{{ part.IPN|default('none')|lower }}{% endif %}"
    ],
    ['CURRENCY_CODES', ' eur, USD '],
    ['CURRENCY_UPDATE_PLUGIN', ''],
    ['SIGNUP_GROUP', '3'],
    ['SIGNUP_GROUP', 3],
    ['SIGNUP_GROUP', ''],
    ['LOGIN_SIGNUP_MAIL_RESTRICTION', '@example.org, @lab.example.org'],
    ['SSO_GROUP_MAP', '{"staff": "Workshop"}'],
    ['INVENTREE_BASE_URL', 'http://localhost:8000'],
    ['INVENTREE_BASE_URL', ''],
    ['STOCK_STALE_DAYS', -5],
    ['PRICING_DECIMAL_PLACES_MIN', 4],
    ['DATE_DISPLAY_FORMAT', 'MMM DD YYYY'],
    ['INVENTREE_COMPANY_NAME', 'x'.repeat(2000)]
  ]
  for (const [key, value] of accepted) {
    t.equal(
      settingProblem(definitionOf(key), value, CONTEXT),
      undefined,
      `${key} takes ${JSON.stringify(value).slice(0, 80)}`
    )
  }
})

t.test('values that are refused', async (t) => {
  const integer = whole('Provided value is not a valid integer')
  const option = whole('Chosen value is not a valid option')
  const refused: ReadonlyArray<readonly [string, unknown, object]> = [
    ['INVENTREE_UPLOAD_MAX_SIZE', 0, whole('Ensure this value is greater than or equal to 1.')],
    ['INVENTREE_UPLOAD_MAX_SIZE', 'large', integer],
    ['INVENTREE_UPLOAD_MAX_SIZE', 2.5, integer],
    ['INVENTREE_UPLOAD_MAX_SIZE', true, integer],
    ['INVENTREE_UPLOAD_MAX_SIZE', null, integer],
    ['INVENTREE_UPLOAD_MAX_SIZE', '99999999999999999999', integer],
    ['SEARCH_PREVIEW_RESULTS', 0, whole('Ensure this value is greater than or equal to 1.')],
    ['SEARCH_PREVIEW_RESULTS', '', integer],
    ['PRICING_DECIMAL_PLACES_MIN', 9, whole('Ensure this value is less than or equal to 4.')],
    ['PRICING_DECIMAL_PLACES', 1, whole('Ensure this value is greater than or equal to 2.')],
    ['INVENTREE_DEFAULT_CURRENCY', 'XXX', option],
    ['INVENTREE_DEFAULT_CURRENCY', 'eur', option],
    ['INVENTREE_DEFAULT_CURRENCY', '', option],
    ['DATE_DISPLAY_FORMAT', 'D.M.Y', option],
    ['WEEK_STARTS_ON', 7, option],
    ['SIGNUP_GROUP', 4, option],
    ['BARCODE_GENERATION_PLUGIN', '', option],
    ['BUILDORDER_REFERENCE_PATTERN', 'BO', ofValue("Missing required format key: 'ref'")],
    ['BUILDORDER_REFERENCE_PATTERN', '', ofValue("Missing required format key: 'ref'")],
    ['BUILDORDER_REFERENCE_PATTERN', '{{ref}}', ofValue("Missing required format key: 'ref'")],
    ['BUILDORDER_REFERENCE_PATTERN', 'B-{nope}', ofValue("Unknown format key specified: 'nope'")],
    ['BUILDORDER_REFERENCE_PATTERN', '{ref}{nope}', ofValue("Unknown format key specified: 'nope'")],
    ['BUILDORDER_REFERENCE_PATTERN', '{ref.x}', ofValue("Unknown format key specified: 'ref.x'")],
    [
      'BUILDORDER_REFERENCE_PATTERN',
      '{ref}-{',
      ofValue("Improperly formatted pattern: Single '{' encountered in format string")
    ],
    [
      'BUILDORDER_REFERENCE_PATTERN',
      '{ref}}',
      ofValue("Improperly formatted pattern: Single '}' encountered in format string")
    ],
    [
      'BUILDORDER_REFERENCE_PATTERN',
      '{ref',
      ofValue("Improperly formatted pattern: expected '}' before end of string")
    ],
    [
      'BUILDORDER_REFERENCE_PATTERN',
      '{ref}{ref}',
      ofValue("Improperly formatted pattern: 'ref' stands there more than once")
    ],
    [
      'PART_NAME_FORMAT',
      '{{ name }}',
      ofValue('At least one field must be present inside a jinja template container i.e {{}}')
    ],
    ['PART_NAME_FORMAT', '{{ part.name }}{{ part.colour }}', ofValue('colour does not exist in Part Model')],
    ['PART_NAME_FORMAT', '{{ part.full_name }}', ofValue('full_name does not exist in Part Model')],
    ...(
      [
        ['{% for i in range(999999999) %}{% endfor %}{{ part.name }}', 'For'],
        ['{{ part.name }}{% set x = 1 %}', 'Set'],
        ["{{ part.name.replace('a', 'aa') }}", 'replace'],
        ["{{ part.name['replace']('a', 'aa') }}", 'a computed function'],
        ['{{ part.name|tojson }}', 'tojson'],
        ['{{ [part.name]|join }}', 'join'],
        ['{% macro x() %}{{ part.name }}{% endmacro %}', 'Macro']
      ] as const
    ).map(
      ([format, what]) =>
        [
          'PART_NAME_FORMAT',
          format,
          ofValue(`A name cannot be made with ${what}; use fields, texts, conditions and simple filters such as upper`)
        ] as const
    ),
    ...(
      [
        ['{% for i in range(999999999) %}{% endfor %}', 'For'],
        ['{{ range(999999999)|length }}', 'range'],
        ["{% set x = 'a' %}", 'Set']
      ] as const
    ).map(
      ([template, what]) =>
        [
          'STOCK_BATCH_CODE_TEMPLATE',
          template,
          ofValue(
            `A batch code cannot be made with ${what}; use fields, texts, conditions and simple filters such as upper`
          )
        ] as const
    ),
    [
      'BUILDORDER_REFERENCE_PATTERN',
      'BO-{ref:099999999d}',
      ofValue('Improperly formatted pattern: a reference has at most 64 characters')
    ],
    ['PART_IPN_REGEX', '([A-Z]', ofValue('Enter a valid regular expression.')],
    [
      'PART_IPN_REGEX',
      '^(?=R)',
      ofValue(
        'This regular expression has look-ahead, (?=…) and (?!…), which this server does not know; write it in a simpler form.'
      )
    ],
    [
      'PART_IPN_REGEX',
      '(a{100}){100}',
      ofValue('This regular expression repeats or nests too much; write it in a simpler form.')
    ],
    ['PART_CATEGORY_DEFAULT_ICON', 'folder', whole('Invalid icon format: folder, expected: pack:name:variant')],
    ['CURRENCY_CODES', 'EUR,ZZZ', whole("Invalid currency code: 'ZZZ'")],
    ['CURRENCY_CODES', 'EUR,Euro', whole("Invalid currency code: 'EURO'")],
    ['CURRENCY_CODES', 'EUR,eur', whole("Duplicate currency code: 'EUR'")],
    ['CURRENCY_CODES', ' , ', whole('No valid currency codes provided')],
    ['LOGIN_SIGNUP_MAIL_RESTRICTION', '@example.org,', whole('An empty domain is not allowed.')],
    ['LOGIN_SIGNUP_MAIL_RESTRICTION', 'example.org', whole('Invalid domain name: example.org')],
    ['SSO_GROUP_MAP', '{', ofValue('Value does not pass validation checks')],
    ['INVENTREE_BASE_URL', 'parts.example', whole('Enter a valid URL.')],
    ['INVENTREE_BASE_URL', 'http://', whole('Enter a valid URL.')],
    ['INVENTREE_INSTANCE', ['Workshop'], ofValue('Not a valid string.')],
    ['PART_COMPONENT', { on: true }, ofValue('Not a valid string.')],
    [
      'INVENTREE_COMPANY_NAME',
      'x'.repeat(2001),
      ofValue('Ensure this value has at most 2000 characters (it has 2001).')
    ]
  ]
  for (const [key, value, problem] of refused) {
    t.strictSame(
      settingProblem(definitionOf(key), value, CONTEXT),
      problem,
      `${key} refuses ${JSON.stringify(value).slice(0, 80)}`
    )
  }
})

t.test('the address of the server is fixed by its configuration', async (t) => {
  const address = definitionOf('INVENTREE_BASE_URL')
  t.equal(isReadOnly(address, CONTEXT), false)
  t.equal(isReadOnly(address, LOCKED), true)
  t.equal(isReadOnly(definitionOf('INVENTREE_INSTANCE'), LOCKED), false)
  t.strictSame(settingProblem(address, 'https://other.example', LOCKED), whole('Site URL is locked by configuration'))
  t.equal(settingProblem(address, 'https://parts.example', LOCKED), undefined, 'what it already is may be sent again')
})

t.test('choices', async (t) => {
  t.strictSame(settingChoices(definitionOf('INVENTREE_DEFAULT_CURRENCY'), CONTEXT), [
    ['AUD', 'AUD - Australian Dollar'],
    ['CAD', 'CAD - Canadian Dollar'],
    ['CNY', 'CNY - Chinese Yuan'],
    ['EUR', 'EUR - Euro'],
    ['GBP', 'GBP - British Pound'],
    ['JPY', 'JPY - Japanese Yen'],
    ['NZD', 'NZD - New Zealand Dollar'],
    ['USD', 'USD - US Dollar']
  ])
  t.strictSame(settingChoices(definitionOf('SIGNUP_GROUP'), CONTEXT), [
    ['', 'No group'],
    ['3', 'Workshop']
  ])
  t.strictSame(settingChoices(definitionOf('BARCODE_GENERATION_PLUGIN'), CONTEXT), [
    ['inventreebarcode', 'InvenTree Barcodes']
  ])
  t.equal(settingChoices(definitionOf('DATE_DISPLAY_FORMAT'), CONTEXT).length, 7)
  t.strictSame(settingChoices(definitionOf('INVENTREE_INSTANCE'), CONTEXT), [])
})

t.test('only one setting asks for a confirmation', async (t) => {
  t.strictSame(
    GLOBAL_SETTINGS.filter(({ confirm }) => confirm !== undefined).map(({ key }) => key),
    ['LOGIN_ENFORCE_MFA']
  )
})
