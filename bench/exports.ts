// How long a list takes to be written to a file, with how much memory, and how others are answered meanwhile.
import { tokens } from './jobs.ts'
import { load, together, type Load } from './load.ts'
import { peak, resident, type Running } from './process.ts'

/** What came of one export. Times in seconds, memory in MB. */
export interface Exported {
  rows: number
  seconds: number
  /** Memory before it, and the most that there was. */
  before: number
  peak: number
  /** What others were answered while it went on. */
  meanwhile: Load
}

interface Output {
  pk: number
  total: number
  complete: boolean
  errors: unknown
}

/**
 * Exports all parts, and asks for a token again and again until that is done.
 *
 * @param format csv, tsv or xlsx
 * @throws where the export fails
 */
export async function exportParts(server: Running, token: string, format: string): Promise<Exported> {
  const get = async (path: string) => {
    const answer = await fetch(server.url + path, { headers: { authorization: `Token ${token}` } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}\n${server.said()}`)
    return (await answer.json()) as Output
  }
  const asked = tokens()
  const [begin, before] = [performance.now(), resident(server.pid)]
  const answered = get(`/api/part/?export=true&export_format=${format}`)
  const loads: Load[] = []
  let output: Output | undefined
  do {
    loads.push(await load(server, asked, { clients: 2, seconds: 1, from: 1 }))
    output = output ? await get(`/api/data-output/${output.pk}/`) : await Promise.race([answered, undefined])
  } while (!output?.complete)
  if (output.errors) throw new Error(`the export failed: ${JSON.stringify(output)}`)
  const seconds = (performance.now() - begin) / 1000
  return { rows: output.total, seconds, before, peak: peak(server.pid), meanwhile: together(loads) }
}
