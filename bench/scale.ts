// The table of docs/scale.md: how long a list takes to be found and counted where there are very many records.
import { copy, note, tokenFor } from './place.ts'
import { SUBTREE } from './data.ts'
import { startOurs, type Running } from './process.ts'
import { readConfig } from '#server/config.ts'
import type { Print } from './table.ts'

/** Lists of one line of the table, by what they are asked for. */
type Line = [title: string, paths: readonly string[]]

const parts = (query: string) => `/api/part/?limit=25&${query}`
const stock = (query: string) => `/api/stock/?limit=25&${query}`

const lines = (rows: number): Line[] => [
  [
    'first page of parts; by name, by IPN, by date',
    ['', 'ordering=-name', 'ordering=IPN', 'ordering=creation_date'].map(parts)
  ],
  ['page from the middle', [parts(`offset=${Math.floor(rows / 2)}`)]],
  ['page from the end', [parts(`offset=${rows - 30}`), parts(`offset=${rows - 30}&ordering=-IPN`)]],
  ['parts of a category, cascading', [parts('category=1&cascade=true'), parts(`category=${SUBTREE}&cascade=true`)]],
  ['one part', [`/api/part/${Math.floor(rows / 3)}/`]],
  ['filter that leaves few', [`IPN=IPN-0000777`, 'is_template=true', 'active=false'].map(parts)],
  ['parts with stock; without', ['has_stock=true', 'has_stock=false'].map(parts)],
  [
    'by what is in stock',
    [
      'in_stock',
      '-in_stock',
      'total_in_stock',
      '-total_in_stock',
      'unallocated_stock',
      '-unallocated_stock',
      'ordering',
      '-ordering'
    ].map((name) => parts(`ordering=${name}`))
  ],
  ['parts below their minimum; not', ['low_stock=true', 'low_stock=false'].map(parts)],
  ['parts with stock that is not allocated; without', ['unallocated_stock=true', 'unallocated_stock=false'].map(parts)],
  ['depleted parts; others', ['depleted_stock=true', 'depleted_stock=false'].map(parts)],
  [
    'parts on order; above their maximum; to build',
    ['on_order=true', 'on_order=false', 'high_stock=true', 'stock_to_build=true'].map(parts)
  ],
  [
    'parts with stock, by what is in stock',
    ['has_stock=true&ordering=-in_stock', 'low_stock=true&ordering=in_stock'].map(parts)
  ],
  ['search for a text that few have', ['search=0001234', 'search=IPN-00012', 'search=86057'].map(parts)],
  [
    'search for a word that 180 thousand have',
    ['resistor', 'ceramic', 'washer', 'Zinc'].map((word) => parts(`search=${word}`))
  ],
  ['search for a word in another order', ['search=transistor&ordering=-name', 'search=washer&ordering=IPN'].map(parts)],
  ['search for two letters', ['re', 'ca', '12', 'xz'].map((word) => parts(`search=${word}`))],
  ['search for one letter', ['r', '3'].map((word) => parts(`search=${word}`))],
  [
    'search for two words',
    ['search=resistor%20ceramic', 'search=resistor%200402', 'search=%22thin%20film%22'].map(parts)
  ],
  [
    'search for a word, with a filter',
    ['search=resistor&active=true', 'search=resistor&has_stock=true', 'search=resistor&category=1'].map(parts)
  ],
  ['page from the middle of a search', [parts('search=resistor&offset=90000')]],
  ['first page of stock, in the order of its parts', [stock('')]],
  ['stock from the middle', [stock(`offset=${Math.floor(rows / 3)}`)]],
  ['stock of one location', [stock('location=17&cascade=false'), stock('location=3')]],
  ['search in stock for a text that few have', ['search=0001234', 'search=B777'].map(stock)],
  [
    'search in stock for a word that 80 thousand have',
    ['washer', 'resistor', 'ceramic'].map((word) => stock(`search=${word}`))
  ],
  ['search in stock for two letters', ['re', '12'].map((word) => stock(`search=${word}`))]
]

/** A server, and how to ask it. */
async function asking(
  rows: number
): Promise<{ server: Running; ask: (path: string, body?: object) => Promise<number> }> {
  const { database } = readConfig(process.env)
  const { file, token } =
    typeof database === 'string' ? await copy(rows) : { file: database.name, token: await tokenFor(database) }
  const server = await startOurs(file)
  const ask = async (path: string, body?: object) => {
    const begin = performance.now()
    const answer = await fetch(server.url + path, {
      method: body ? 'PATCH' : 'GET',
      headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) })
    })
    await answer.arrayBuffer()
    if (answer.status !== 503 && !answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
    // What takes too long is given up.
    if (!answer.ok) return Infinity
    return performance.now() - begin
  }
  return { server, ask }
}

const range = (values: number[]): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(0))
  return least === most ? least! : `${least} to ${most}`
}

/**
 * Measures every line: each list is asked for first after something was written, so that no count is remembered, and
 * then once more. The least of all rounds counts, since others may be at work on the machine.
 *
 * @param rows how many parts there are; in PostgreSQL, where the environment names a database, it has to hold them
 * @param rounds how often
 * @param only a piece of the titles of the lines that are measured
 */
export async function scale(rows: number, rounds: number, only: string, print: Print): Promise<void> {
  const { server, ask } = await asking(rows)
  const wanted = lines(rows).filter(([title]) => title.includes(only))
  const took = new Map<string, { first: number[]; then: number[] }>()
  for (let round = 0; round < rounds; round++) {
    note(`round ${round + 1} of ${rounds}`)
    await ask('/api/part/1/', { keywords: `round ${round}` })
    for (const path of wanted.flatMap(([, paths]) => paths)) {
      const found = took.get(path) ?? { first: [], then: [] }
      found.first.push(await ask(path))
      found.then.push(await ask(path), await ask(path))
      took.set(path, found)
    }
  }
  print('| | first | then |\n|---|---|---|')
  for (const [title, paths] of wanted) {
    const best = (which: 'first' | 'then') => range(paths.map((path) => Math.min(...took.get(path)![which])))
    print(`| ${title} | ${best('first')} | ${best('then')} |`)
    if (only)
      for (const path of paths)
        print(
          `${path}: ${took
            .get(path)!
            .first.map((ms) => ms.toFixed(0))
            .join(', ')}`
        )
  }
  await server.stop()
}
