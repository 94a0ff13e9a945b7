// How long a table takes to become parts, and how others are answered meanwhile.
import { tokens } from './jobs.ts'
import { load, together, type Load } from './load.ts'
import { peak, resident, type Running } from './process.ts'

/** What came of one import. Times in seconds, memory in MB. */
export interface ImportedRows {
  rows: number
  /** Until the file is read, the rows are made and checked, and they are imported. */
  begun: number
  made: number
  imported: number
  before: number
  peak: number
  /** What others were answered while it went on. */
  meanwhile: Load
}

/** How many rows there are, and how many are imported at once. */
const [ROWS, PORTION] = [5000, 500]

/** The rows, as a file. */
function table(): Blob {
  const rows = Array.from({ length: ROWS }, (_, n) => `Bench ${n},BENCH-${n},"A part, of a table",${n % 7}`)
  return new Blob([['Name,IPN,Description,Minimum Stock', ...rows].join('\n')])
}

/**
 * Imports parts, and asks for a token again and again until that is done.
 *
 * @throws where anything is refused
 */
export async function importRows(server: Running, token: string): Promise<ImportedRows> {
  const ask = async (method: string, path: string, body?: FormData | string) => {
    const headers = {
      authorization: `Token ${token}`,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {})
    }
    const answer = await fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as any // what the API answers is known to whoever asks
  }
  const timed = async <Result>(work: () => Promise<Result>): Promise<[Result, number]> => {
    const begin = performance.now()
    return [await work(), (performance.now() - begin) / 1000]
  }
  const form = new FormData()
  form.set('model_type', 'part')
  form.set('data_file', table(), 'parts.csv')

  const others = new AbortController()
  const meanwhile = answering(server, others.signal)
  const before = resident(server.pid)
  const [session, begun] = await timed(() => ask('POST', '/api/importer/session/', form))
  const address = `/api/importer/session/${session.pk}/`
  const [, made] = await timed(() => ask('POST', `${address}accept_fields/`, '{}'))
  const rows: { pk: number }[] = await ask('GET', `/api/importer/row/?session=${session.pk}`)
  const [, imported] = await timed(async () => {
    for (let at = 0; at < rows.length; at += PORTION) {
      const portion = rows.slice(at, at + PORTION).map(({ pk }) => pk)
      await ask('POST', `${address}accept_rows/`, JSON.stringify({ rows: portion }))
    }
  })
  others.abort()
  return { rows: rows.length, begun, made, imported, before, peak: peak(server.pid), meanwhile: await meanwhile }
}

/** Asks for a token until somebody says stop. */
async function answering(server: Running, stop: AbortSignal): Promise<Load> {
  const asked = tokens()
  const loads: Load[] = []
  do loads.push(await load(server, asked, { clients: 2, seconds: 1, from: 1 }))
  while (!stop.aborted)
  return together(loads)
}
