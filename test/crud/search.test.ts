import t from 'tap'
import { sql } from 'kysely'
import { build, column } from '../helper.ts'

const { as, make, db } = await build(t)
const admin = as('admin')

/**
 * Texts in which an index of letters may go wrong: short ones, signs of the search itself, letters whose case is
 * special, and others.
 */
const NAMES = [
  'Resistor 4k7',
  'resistor 100%',
  'under_score',
  'back\\slash',
  'quo"te',
  "apo'strophe",
  'a-b-c',
  'ab',
  'Ünïcöde MÜLLER',
  'İstanbul',
  'ΟΔΟΣ',
  'straße',
  'STRASSE',
  'K is Kelvin',
  '中文部件',
  'смола',
  'AND OR NOT',
  'NEAR(x)',
  'name:IPN*',
  '𝒳𝒴𝒵 math',
  'résistance',
  'aaaa',
  'C++ (x)'
]
const WORDS = [
  'res',
  'RESIST',
  '4k7',
  '100%',
  '0%',
  'r_s',
  'back\\',
  '"quo',
  'te',
  "o's",
  'a-b',
  '-b-',
  'ab',
  'a',
  'ünï',
  'MÜLL',
  'müller',
  'ist',
  'i̇st',
  'İst',
  'οδος',
  'ΔΟΣ',
  'δοσ',
  'strasse',
  'straß',
  'kel',
  'k is',
  '中文部',
  '文',
  'СМО',
  'and',
  'NOT',
  'near(',
  'e:I',
  'ipn*',
  '𝒳𝒴',
  '𝒳𝒴𝒵',
  'aaa',
  'aaaaa',
  '++ (',
  'résis',
  'c++',
  'xyz',
  'zzzz'
]

t.before(async () => {
  const category = (await make('/api/part/category/', { name: 'Fasteners' })).pk
  const tagged = (await make('/api/part/', { name: 'plain one', tags: ['Ölig'] })).pk
  for (const [n, name] of NAMES.entries())
    await make('/api/part/', {
      name,
      description: n % 2 ? `about ${name.slice(1)}` : '',
      IPN: `X-${n}`,
      keywords: n % 3 ? null : name.toUpperCase(),
      category: n % 5 ? null : category
    })
  const company = (
    await make('/api/company/', { name: 'Both', is_manufacturer: true, is_supplier: true, currency: 'EUR' })
  ).pk
  await make('/api/company/part/manufacturer/', { part: tagged, manufacturer: company, MPN: 'MPN/77-Ä' })
  await make('/api/company/part/', { part: tagged, supplier: company, SKU: 'SKU.88' })
})

/** What the rule says, said by the database without any index. */
async function plainly(word: string): Promise<number[]> {
  const [left, pattern] = /^[\x20-\x7e]*$/.test(word)
    ? [(name: string) => sql`lower(${sql.ref(name)})`, word.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())]
    : [(name: string) => sql`folded(${sql.ref(name)})`, word.toLowerCase()]
  const holds = (name: string) => sql<boolean>`replace(${left(name)}, ${pattern}, '') <> ${left(name)}`
  const { rows } = await sql<{
    id: number
  }>`select part.id from part left join part_category c on c.id = part.category_id
    left join manufacturer_part m on m.part_id = part.id left join supplier_part s on s.part_id = part.id
    left join tagged_item i on i.model = 'part' and i.object_id = part.id left join tag on tag.id = i.tag_id
    where ${sql.join(['part.name', 'part.description', 'part.IPN', 'part.revision', 'part.keywords', 'c.name', 'm.MPN', 's.SKU', 'tag.name', 'tag.slug'].map(holds), sql` or `)} order by part.id`.execute(
    db
  )
  return rows.map(({ id }) => id)
}

const found = async (word: string, more = '') =>
  column(
    (
      await admin.get(
        `/api/part/?ordering=id&search=${encodeURIComponent(/[\s,'"]/.test(word) ? (word.includes('"') ? `'${word}'` : `"${word}"`) : word)}${more}`
      )
    ).body,
    'pk'
  )

t.test('a search through an index finds what the rule says, whatever the letters', async (t) => {
  let hits = 0
  for (const word of [...WORDS, 'fasten', '77-ä', 'sku.8', 'ölig', 'MPN/']) {
    const wanted = await plainly(word)
    hits += wanted.length
    t.same(await found(word), wanted, `${word}: ${wanted.length} parts`)
  }
  t.ok(hits > 60, `${hits} hits in all`)
})

t.test('several words must all be found, each in whatever field', async (t) => {
  const [both, first] = [await found('fasteners resistor'.split(' ')[0]!), await found('resistor')]
  t.same(
    column((await admin.get('/api/part/?ordering=id&search=fasteners resistor')).body, 'pk'),
    both.filter((id: number) => first.includes(id))
  )
})

t.test('the index follows every change', async (t) => {
  const part = await make('/api/part/', { name: 'Quagga', description: 'striped' })
  t.same(await found('quagg'), [part.pk])
  await admin.patch(`/api/part/${part.pk}/`, { name: 'Okapi', active: false })
  t.same([await found('quagg'), await found('okap'), await found('strip')], [[], [part.pk], [part.pk]])
  await admin.patch(`/api/part/${part.pk}/`, { notes: 'a zorilla' })
  t.same([await found('zoril'), await found('zoril', '&search_notes=true')], [[], [part.pk]])
  t.equal((await admin.delete(`/api/part/${part.pk}/`)).status, 204)
  t.same([await found('okap'), await found('zoril', '&search_notes=true')], [[], []])
})

t.test('a search by regular expression needs no index', async (t) => {
  t.same(await found('^res.*7$', '&search_regex=true'), await found('4k7'))
})

t.test('words of odd letters find what a plain comparison of the texts finds', async (t) => {
  const letters = [...'abcKsS019-_%\\.*"&äÖßİıσς文🔧🔩', ' ']
  let seed = 7
  const pick = (count: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) % count
  }
  const word = (length: number) => Array.from({ length }, () => letters[pick(letters.length)]!).join('')
  const names = Array.from({ length: 80 }, (_, n) => `Odd${n} ${word(8)}x`)
  for (const [n, name] of names.entries()) await make('/api/part/', { name, IPN: `odd-${n}`, description: '' })
  const parts: { pk: number; name: string; IPN: string; description: string }[] = (
    await admin.get('/api/part/?ordering=id')
  ).body
  const own = parts.filter(({ IPN }) => IPN?.startsWith('odd-'))
  const ascii = (text: string) => text.replaceAll(/[A-Z]+/g, (some) => some.toLowerCase())
  let hits = 0
  for (let n = 0; n < 120; n++) {
    const { name } = own[pick(own.length)]!
    const signs = [...name]
    const at = pick(signs.length - 4)
    const term = (n % 4 ? signs.slice(at, at + 1 + pick(4)).join('') : word(3)).trim()
    if (term === '' || /[\s,'"]/.test(term)) continue
    const folded = /^[\x20-\x7e]*$/.test(term) ? ascii : (text: string) => text.toLowerCase()
    const wanted = own
      .filter((one) => [one.name, one.IPN, one.description].some((text) => folded(text).includes(folded(term))))
      .map(({ pk }) => pk)
    hits += wanted.length
    const ours = (await found(term)).filter((pk: number) => own.some((one) => one.pk === pk))
    t.same(ours, wanted, term)
    const page = (await admin.get(`/api/part/?ordering=id&limit=1000&search=${encodeURIComponent(term)}`)).body
    const paged = column(page.results, 'pk').filter((pk: number) => own.some((one) => one.pk === pk))
    t.same(paged, wanted, `${term}, in a page`)
  }
  t.ok(hits > 100, `${hits} hits in all`)
})

t.test('pages from behind are those of the whole list, in both directions', async (t) => {
  await db
    .insertInto('part')
    .values(Array.from({ length: 2500 }, (_, n) => ({ name: `Row ${n % 700}`, units: n % 3 ? 'm' : '' })) as never)
    .execute()
  for (const query of ['ordering=name', 'ordering=-IPN,name', 'ordering=name&has_units=true', 'search=row']) {
    const whole = column((await admin.get(`/api/part/?${query}`)).body, 'pk')
    for (const offset of [whole.length - 1, whole.length - 7, whole.length - 300, whole.length, whole.length + 5]) {
      const page = (await admin.get(`/api/part/?${query}&limit=7&offset=${offset}`)).body
      t.same(column(page.results, 'pk'), whole.slice(offset, offset + 7), `${query} ${offset}`)
      t.equal(page.count, whole.length)
    }
  }
})

t.test('a search that finds very many → the same count, pages and order as one that finds few', async (t) => {
  // The database writes them: thousands of requests would take minutes. Every third has the word in its keywords alone.
  const { pk: category } = await make('/api/part/category/', { name: 'Drawers' })
  const first = (await make('/api/part/', { name: 'Bolt 00000', description: 'galvanised steel', category })).pk
  const row = await db.selectFrom('part').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
  const rows = Array.from({ length: 5200 }, (_, n) => ({
    ...row,
    id: undefined,
    name: `Bolt ${String(n + 1).padStart(5, '0')}`,
    description: n % 3 ? 'galvanised steel' : 'made of metal',
    keywords: n % 3 ? null : 'Steely',
    barcode_data: '',
    barcode_hash: ''
  }))
  for (let at = 0; at < rows.length; at += 400)
    await db
      .insertInto('part')
      .values(rows.slice(at, at + 400).map(({ id: _id, ...values }) => values) as never)
      .execute()
  const page = async (query: string) => (await admin.get(`/api/part/?limit=3&${query}`)).body
  for (const word of ['steel', 'STEEL%20bolt', 'drawers%20steel']) {
    const { count, results } = await page(`search=${word}&offset=4000`)
    t.equal(count, 5201, word)
    t.strictSame(column(results, 'name'), ['Bolt 04000', 'Bolt 04001', 'Bolt 04002'], word)
    t.strictSame(
      column((await page(`search=${word}&ordering=-name`)).results, 'name'),
      ['Bolt 05200', 'Bolt 05199', 'Bolt 05198'],
      word
    )
  }
  t.strictSame(
    column((await page('search=steel&name_regex=3$&limit=2')).results, 'name'),
    ['Bolt 00003', 'Bolt 00013'],
    'with a filter'
  )
  t.equal((await page('search=steel&active=false')).count, 0)
  t.equal((await page('search=05200')).count, 1, 'few of them')
})
