import t from 'tap'
import {
  UndefinedUnitError,
  UnitError,
  UnitRegistry,
  allUnits,
  convertUnits,
  isValidUnit,
  parseQuantity,
  parseValue,
  quantityIn
} from '#modules/units/index.ts'

// Where a comment names a section, the vectors are from the behaviour reference; the others were observed on its unit
// library.

const workshop = new UnitRegistry([
  { name: 'spool', definition: '500 m', symbol: 'spl' },
  { name: 'half_spool', definition: 'spool / 2', symbol: '' },
  { name: 'crate', definition: '12 * spool', symbol: 'cr' },
  { name: 'broken', definition: '2 wibbles' },
  { name: 'ouroboros', definition: '2 tail' },
  { name: 'tail', definition: '3 ouroboros' }
])

const near = (found: number, wanted: number): boolean =>
  Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted))

t.test('a units text is valid if the reference can compute it', async (t) => {
  const valid = [
    // section 31
    'mm',
    'm^2',
    '%',
    'ohm',
    'Ω',
    'kg*m/s^2',
    'km/h',
    '°C',
    'L',
    'dozen',
    '3',
    '10 m',
    'pcs',
    'units',
    'piece',
    'each',
    'ea',
    'dz',
    'hundred',
    'thousand',
    'R',
    'degC',
    'degF',
    'degK',
    // spellings, plurals, prefixes on symbols and on names alike
    'metres',
    'inches',
    'kilom',
    'mmeter',
    'µF',
    'μF',
    'uF',
    'kΩ',
    'MΩ',
    'kpiece',
    'kibibyte',
    '°F',
    'Celsius',
    'in',
    // ways to write a product, a quotient, a power
    'm s',
    'm·s',
    'm.s',
    'm⋅s',
    'm²',
    'm⁻¹',
    'm**-2',
    'm^0.5',
    'm per s',
    'square meter',
    'cubic ft',
    'm squared',
    'W/(m*K)',
    '(m)(s)',
    '',
    ' '
  ]
  for (const text of valid) t.ok(isValidUnit(text), `'${text}'`)
})

t.test('any other units text is refused, without a crash', async (t) => {
  const refused = [
    'box',
    'roll',
    'sqm',
    'x',
    '-',
    'mmmmm',
    'm/',
    '$',
    '"',
    '((',
    'florins',
    'wombats',
    'wibble',
    'clovers',
    'parsnips',
    'much longer than twenty characters',
    // case counts
    'Ohm',
    'MHZ',
    'KG',
    'METER',
    'kdegC',
    'm m2',
    '5 m + 3 s',
    'm^m',
    '1/0',
    'm)',
    '[m',
    '*m',
    'm ²',
    '½ m',
    'constructor',
    '__proto__',
    '('.repeat(900),
    `${'-'.repeat(999)}1`,
    'a1'.repeat(2000)
  ]
  for (const text of refused) t.notOk(isValidUnit(text), `'${text.slice(0, 40)}'`)
})

t.test('a value is converted to the unit', async (t) => {
  const vectors: [value: string, unit: string, result: number][] = [
    // section 31
    ['10', 'm', 10],
    ['10 mm', 'm', 0.01],
    ['-4m', 'm', -4],
    ['m', 'm', 1],
    ['foot', 'm', 0.3048],
    ["5'", 'm', 1.524],
    ['3"', 'mm', 76.2],
    ['1/7', 'm', 1 / 7],
    ['1/2 inch', 'mm', 12.7],
    ['2 dz', 'm', 24],
    ['10^3', 'm', 1000],
    ['2**3', 'm', 8],
    ['1,000', 'm', 1000],
    ['4R7', 'ohm', 4.7],
    ['10k', 'ohm', 10000],
    ['1k2', 'ohm', 1200],
    ['1M', 'ohm', 1e6],
    ['1m', 'ohm', 0.001],
    ['3n05', 'F', 3.05e-9],
    ['4.7 µF', 'uF', 4.7],
    ['50%', '%', 0.5],
    ['0.5', '%', 0.5],
    ['77 degF', 'degC', 25],
    // parameters and pack quantities
    ['2 inch', 'mm', 50.8],
    ['0.012 Mohm', 'ohm', 12000],
    ['4.7 kohm', 'ohm', 4700],
    ['330 mohm', 'ohm', 0.33],
    ['30 cm', 'm', 0.3],
    ['0.5 km', 'm', 500],
    ['25 cm', 'm', 0.25],
    // arithmetic, and the unit's own spelling does not matter
    ['2 m + 3 ft', 'm', 2.9144],
    ['2 (3 m)', 'm', 6],
    ['  5 mm ', ' cm ', 0.5],
    ['1 m/s', 'km/h', 3.6],
    ['60 rpm', 'Hz', 2 * Math.PI],
    ['1/m s', 's/m', 1],
    ['1/m(s)', '1/(m s)', 1],
    ['1 kWh', 'J', 3.6e6],
    ['1 MiB', 'byte', 1048576],
    // temperatures and levels
    ['25', 'degC', 25],
    ['25 degC', 'K', 298.15],
    ['2 * 25 degC', 'degC', 50],
    ['25 degC - 5 degC', 'K', 20],
    ['0 K', 'degC', -273.15],
    ['1 W', 'dBm', 30],
    ['20 dBm', 'mW', 100],
    ['5 K/W', 'degC/W', 5],
    ['inf', 'm', Infinity]
  ]
  for (const [value, unit, result] of vectors) {
    const found = convertUnits(value, unit)
    t.ok(found === result || near(found, result), `${value} in ${unit} is ${result}, found ${found}`)
  }
  t.equal(convertUnits('1 m/s', 'km/h'), 3.6, 'without a rounding error of its own')
  t.equal(convertUnits('1 µF', 'F'), 1e-6, 'without a rounding error of its own')
  for (const [value, unit, result] of [
    ['4 oz', 'g', 113.39809250000002],
    ['0.25 lb', 'kg', 0.11339809250000002],
    ['2.54 minute', 'gregorian_year', 4.829363748438062e-6],
    ['1 foot/minute', 'big_point/week', 8709119.999999998],
    ['4 mHg', 'feetH2O', 178.41338582677167],
    ['4 dBW', 'W', 2.5118864315095806]
  ] as const)
    t.equal(convertUnits(value, unit), result, `${value} in ${unit}, to the last digit`)
  t.ok(Number.isNaN(convertUnits('nan', 'm')), 'NaN stays NaN')
})

t.test('a value that cannot be converted is told so in the reference’s words', async (t) => {
  const vectors: [value: string, unit: string, message: string][] = [
    ['10K', 'ohm', 'Could not convert 10K to ohm'],
    ['1K2', 'ohm', 'Could not convert 1K2 to ohm'],
    ['25 C', 'degC', 'Could not convert 25 C to degC'],
    ['3 ampere', 'm', 'Could not convert 3 ampere to m'],
    ['3 kg', 'm', 'Could not convert 3 kg to m'],
    ['a reel of it', 'm', 'Could not convert a reel of it to m'],
    [' abc ', 'mm', 'Could not convert abc to mm'],
    ['5 rad', 'm', 'Could not convert 5 rad to m'],
    ['10', 'box', 'Invalid unit provided (box)'],
    ['10', '10 m', 'Invalid unit provided (10 m)'],
    ['', 'm', 'No value provided'],
    [' ', '', 'No value provided'],
    ['few', '', 'Invalid quantity provided']
  ]
  for (const [value, unit, message] of vectors)
    t.throws(() => convertUnits(value, unit), new UnitError(message), `'${value}' in '${unit}'`)
})

t.test('a value without a unit is a plain number', async (t) => {
  const vectors: [string, number][] = [
    ['10', 10],
    ['2 dz', 24],
    ['1/4', 0.25],
    ['12 each', 12],
    ['50 %', 0.5]
  ]
  for (const [value, result] of vectors) t.equal(convertUnits(value, ''), result, value)
  t.notOk(parseValue('3 m').dimensionless, 'and parseValue tells when it is none')
  t.ok(parseValue('3 dozen').dimensionless)
})

t.test('a raw amount is a quantity, without engineering notation', async (t) => {
  const readable: [text: string, dimensionless: boolean, base: number][] = [
    ['2', true, 2],
    ['1.5 m', false, 1.5],
    ['25 cm', false, 0.25],
    ['2 dz', true, 24],
    ['-2 g', false, -2],
    ['0.1234567', true, 0.1234567],
    ['10 pcs', false, 10 * 3.0856775814671916e16],
    ['5 rad', false, 5],
    ["5'", true, 5],
    ['012', true, 0],
    ['1_000', true, 1000]
  ]
  for (const [text, dimensionless, base] of readable) {
    const quantity = parseQuantity(text)
    t.equal(quantity.dimensionless, dimensionless, `${text}: dimensionless`)
    t.ok(near(quantity.baseMagnitude, base), `${text}: ${base}, found ${quantity.baseMagnitude}`)
  }
  for (const text of ['a few', '1k2', '4R7', '', 'three']) t.throws(() => parseQuantity(text), UnitError, `'${text}'`)
  t.equal(quantityIn(parseQuantity('25 cm'), 'm'), 0.25)
  t.equal(quantityIn(parseQuantity('2 dz'), 'm'), 24, 'a dimensionless quantity is already in the unit')
  t.throws(() => quantityIn(parseQuantity('3 kg'), 'm'), UnitError)
})

t.test('an unknown name is told by its message', async (t) => {
  t.throws(() => parseQuantity('2 wibbles'), { message: "'wibbles' is not defined in the unit registry" })
  t.throws(() => parseQuantity('2 wibbles'), UndefinedUnitError)
})

t.test('a custom unit is a unit like any other, in its own registry', async (t) => {
  t.equal(convertUnits('2 spool', 'm', workshop), 1000)
  t.equal(convertUnits('2 spl', 'm', workshop), 1000, 'by its symbol')
  t.equal(convertUnits('1 crate', 'half_spool', workshop), 24, 'defined by another one')
  t.equal(convertUnits('1 kilospools', 'km', workshop), 500, 'with prefix and plural')
  t.equal(convertUnits('3', 'cr', workshop), 3)
  t.notOk(isValidUnit('spool'), 'the standard registry does not know it')
  for (const name of ['broken', 'ouroboros'])
    t.notOk(isValidUnit(name, workshop), `${name} makes no sense and harms nothing`)
  const redefined = new UnitRegistry([{ name: 'R', definition: 'kohm', symbol: '' }])
  t.equal(convertUnits('4R7', 'ohm', redefined), 4700, 'it wins over a built-in unit')
})

t.test('the list of all units names every spelling with the units compatible with it', async (t) => {
  const list = allUnits()
  t.equal(list.default_system, 'mks')
  t.same(list.available_systems, ['Planck', 'SI', 'US', 'atomic', 'cgs', 'imperial', 'mks'])
  t.equal(Object.keys(list.available_units).length, 1046)
  t.same(list.available_units['F'], {
    name: 'F',
    is_alias: true,
    compatible_units: ['abfarad', 'conventional_farad_90', 'farad'],
    isdimensionless: false
  })
  t.same(list.available_units['mole'], {
    name: 'mole',
    is_alias: false,
    compatible_units: ['mole', 'particle'],
    isdimensionless: false
  })
  t.equal(list.available_units['dozen']?.isdimensionless, true)
  t.ok(list.available_units['inch']?.compatible_units.includes('meter'))
  t.equal(allUnits(), list, 'it is computed once')
  const own = allUnits(workshop).available_units
  t.same([own['spool']?.is_alias, own['spl']?.is_alias, own['broken']], [false, true, undefined])
})
