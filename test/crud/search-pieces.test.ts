import t from 'tap'
import { build } from '../helper.ts'
import { Random } from '../trust/random.ts'

/** Pieces that texts are made of: words that share their ends, single letters, signs that indexes take for something. */
const PIECES = [
  'resistor',
  'sist',
  'Sensor',
  'OR',
  'x',
  'Ab',
  '4k7',
  '100',
  '%',
  '_',
  '-',
  '"',
  "'",
  '\\',
  '*',
  'é',
  'ß'
]
const FIELDS = ['name', 'IPN', 'revision', 'keywords'] as const
type Texts = { pk: number; is_template?: boolean } & Record<(typeof FIELDS)[number], string>

t.test('a search finds exactly the parts that hold each of its words, whatever was written before', async (t) => {
  const { as } = await build(t)
  const admin = as('admin')
  const random = new Random(26, Number(process.env.SEED ?? 1))
  const pick = <One>(from: readonly One[]): One => from[random.whole(0, from.length - 1)]!
  const text = (most: number) =>
    Array.from({ length: random.whole(1, most) }, () => pick(PIECES) + (random.next() < 0.3 ? ' ' : ''))
      .join('')
      .trim()
  const texts = () => ({ IPN: '', revision: '', name: text(5), keywords: random.next() < 0.5 ? text(4) : '' })
  const kept: Texts[] = []
  const written = async (number: number) => {
    const choice = random.next()
    if (kept.length < 20 || choice < 0.3) {
      const sent = { ...texts(), name: `${text(4)} ${number}`, IPN: `N${number}`, revision: pick(['', 'A', 'Rev b']) }
      const { status, body } = await admin.post('/api/part/', { ...sent, component: true })
      t.equal(status, 201, JSON.stringify(body))
      kept.push(body)
    } else if (choice < 0.8) {
      const one = pick(kept)
      const { status, body } = await admin.patch(`/api/part/${one.pk}/`, {
        keywords: text(4),
        revision: pick(['', 'C'])
      })
      t.equal(status, 200, JSON.stringify(body))
      Object.assign(one, body)
    } else {
      const [gone] = kept.splice(random.whole(0, kept.length - 1), 1)
      t.equal((await admin.patch(`/api/part/${gone!.pk}/`, { active: false })).status, 200)
      t.equal((await admin.delete(`/api/part/${gone!.pk}/`)).status, 204)
    }
  }
  const small = (value: string) => value.toLowerCase()
  for (let number = 1; number <= 80; number++) {
    await written(number)
    const whole = small(pick(FIELDS.map((field) => pick(kept)[field] || pick(PIECES))))
    const from = random.whole(0, Math.max(0, whole.length - 1))
    const search = (random.next() < 0.5 ? whole.slice(from, from + random.whole(1, 8)) : text(2)).trim()
    // Quotes hold words together in a search.
    if (search === '' || /["']/.test(search)) continue
    const words = small(search).split(/\s+/)
    const expected = kept
      .filter((part) => words.every((word) => FIELDS.some((field) => small(part[field] ?? '').includes(word))))
      .map(({ pk }) => pk)
    const { body } = await admin.get(`/api/part/?limit=100&ordering=id&search=${encodeURIComponent(search)}`)
    t.strictSame(
      [body.count, body.results.map(({ pk }: Texts) => pk).sort((a: number, b: number) => a - b)],
      [expected.length, expected.sort((a, b) => a - b)],
      `search for ${search}`
    )
  }
})
