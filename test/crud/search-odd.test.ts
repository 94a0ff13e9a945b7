// Searches find what a plain comparison of the texts finds, whatever the letters, and whichever way they are looked for.
import t, { type Test } from 'tap'
import { build, column } from '../helper.ts'

const { as, make, db } = await build(t)
const admin = as('admin')

const LETTERS = [...'abcKsSiI019-_%\\.*"&äÖßέ文🔧', ' ']
let seed = 7
const below = (count: number) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return (seed >>> 8) % count
}
const word = (length: number) => Array.from({ length }, () => LETTERS[below(LETTERS.length)]!).join('')

interface Texts {
  name: string
  description: string
  IPN: string
  keywords: string
}
const texts = new Map<number, Texts>()

/** Texts of a part: odd ones, and the words of a trade, in parts and in wholes. */
const some = (n: number): Texts => ({
  name: `Odd${n} ${word(9)}x`,
  description: below(2) ? `RESISTOR${word(2)}resist sistor ${word(6)}x` : '',
  IPN: `odd-${n}`,
  keywords: below(3) ? '' : `${word(5)}K transistors`
})

/** The case of ASCII letters never counts; that of others where the text that is looked for has others. */
const folded = (term: string) =>
  /^[\x20-\x7e]*$/.test(term)
    ? (text: string) => text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : (text: string) => text.toLowerCase()

const holding = (term: string): number[] => {
  const fold = folded(term)
  return [...texts]
    .filter(([, of]) => Object.values(of).some((text) => fold(text.trim()).includes(fold(term))))
    .map(([id]) => id)
}

const TERMS = [
  'r',
  're',
  'RE',
  'sis',
  'resist',
  'sistor',
  'transistors',
  'ransisto',
  'resistors',
  '1',
  '-',
  '%',
  '_',
  '\\',
  '0-',
  'x',
  'odd-1',
  'odd1',
  'dd'
]

async function compare(t: Test): Promise<void> {
  let hits = 0
  const own = [...texts.values()]
  const pieces = Array.from({ length: 80 }, () => {
    const signs = [...Object.values(own[below(own.length)]!)[below(4)]!]
    const at = below(Math.max(1, signs.length - 3))
    return signs
      .slice(at, at + 1 + below(5))
      .join('')
      .trim()
  })
  for (const term of new Set([...TERMS, ...pieces])) {
    // What splits a search stands in quotes; those that hold both kinds are for nobody.
    if (term === '' || /['"]/.test(term)) continue
    const asked = encodeURIComponent(/[\s,]/.test(term) ? `"${term}"` : term)
    const wanted = holding(term)
    hits += wanted.length
    t.same(column((await admin.get(`/api/part/?ordering=id&search=${asked}`)).body, 'pk'), wanted, term)
    const page = (await admin.get(`/api/part/?ordering=id&limit=3&search=${asked}`)).body
    t.same([page.count, column(page.results, 'pk')], [wanted.length, wanted.slice(0, 3)], `${term}, in pages`)
  }
  t.ok(hits > 300, `${hits} hits in all`)
}

t.before(async () => {
  for (let n = 0; n < 60; n++) {
    const of = some(n)
    texts.set((await make('/api/part/', of)).pk, of)
  }
})

t.test('random texts and terms', async (t) => {
  await compare(t)
})

t.test('the same after texts were changed and parts deleted', async (t) => {
  let n = 100
  for (const [id, of] of [...texts].slice(0, 30)) {
    const changed = { ...of, ...(id % 2 ? some(n++) : { keywords: 'resistors anew' }) }
    t.equal((await admin.patch(`/api/part/${id}/`, changed)).status, 200)
    texts.set(id, changed)
  }
  for (const id of [...texts.keys()].slice(20, 30)) {
    await admin.patch(`/api/part/${id}/`, { active: false })
    t.equal((await admin.delete(`/api/part/${id}/`)).status, 204)
    texts.delete(id)
  }
  await compare(t)
})

t.test('a word of thousands of letters, such as an import may bring, is stored and found by its pieces', async (t) => {
  const long = Array.from({ length: 6000 }, () => 'abcdefghijklmnop'[below(16)]!).join('')
  await db
    .insertInto('part')
    .values({ name: 'Endless', description: long } as never)
    .execute()
  for (const at of [0, 150, 160, 167, 168, 169, 199, 200, 201, 335, 2999, 5960, 5967, 5968])
    for (const length of [32, 33, 14]) {
      const term = long.slice(at, at + length)
      // A page behind the only one: what is shown of a part is bounded by the contract.
      const { count } = (await admin.get(`/api/part/?limit=1&offset=1&search=${term}`)).body
      t.equal(count, 1, `${length} at ${at}`)
    }
  await db.deleteFrom('part').where('name', '=', 'Endless').execute()
})

t.test('several words, each in whatever text', async (t) => {
  for (const terms of [
    ['resist', 'odd'],
    ['re', 'odd-4'],
    ['sistor', 'resistor', 'x']
  ]) {
    const wanted = [...texts.keys()].filter((id) => terms.every((term) => holding(term).includes(id)))
    t.same(
      column((await admin.get(`/api/part/?ordering=id&search=${terms.join('%20')}`)).body, 'pk'),
      wanted,
      terms.join()
    )
  }
})
