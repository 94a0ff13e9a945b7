// What is no load: it is measured once, and has no limit.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { database } from './data.ts'
import { exportParts } from './exports.ts'
import type { Load } from './load.ts'
import { copy, folder, note } from './place.ts'
import { own, resident, runOurs, startOurs } from './process.ts'
import { importRows } from './rows.ts'
import { number, type Print } from './table.ts'

const waited = ({ median, p99 }: Load) => `tokens meanwhile: median ${number(median)} ms, p99 ${number(p99)} ms`

async function exporting(rows: number, title: string, print: Print): Promise<void> {
  const { file, token } = await copy(rows)
  for (const format of ['csv', 'xlsx']) {
    if (format === 'xlsx' && rows > 1_000_000) continue
    const server = await startOurs(file)
    const { rows: written, seconds, before, peak, meanwhile } = await exportParts(server, token, format)
    print(
      `${title}, ${format}: ${written} rows in ${number(seconds)} s, ${number(written / seconds)} rows/s, ${number(before)} MB before, at most ${number(peak)} MB; ${waited(meanwhile)}`
    )
    await server.stop()
  }
}

/** An export of the data with so many parts, made where there is none yet. */
export async function exportOf(rows: number): Promise<string> {
  const source = await database(rows, note)
  const file = source.replace('.sqlite3', '.json')
  if (!existsSync(file)) await runOurs(['export', file], source)
  return file
}

async function importing(rows: number, title: string, print: Print): Promise<void> {
  const parts = Math.min(rows, 100_000)
  const file = await exportOf(parts)
  const records = readFileSync(file, 'utf8').match(/^ {2}"model":/gm)!.length
  const { seconds, peak } = await runOurs(['import', file], join(folder, 'imported.sqlite3'))
  print(
    `${title}: ${parts} parts, ${records} records in ${number(seconds)} s, ${number(records / seconds)} records/s, at most ${number(peak)} MB`
  )
}

async function importingRows(rows: number, title: string, print: Print): Promise<void> {
  const { file, token } = await copy(rows)
  const server = await startOurs(file)
  const { rows: done, begun, made, imported, before, peak, meanwhile } = await importRows(server, token)
  print(
    `${title}: ${done} rows read in ${number(begun)} s, checked in ${number(made)} s, imported in ${number(imported)} s, ${number(before)} MB before, at most ${number(peak)} MB; ${waited(meanwhile)}`
  )
  await server.stop()
}

async function starting(rows: number, title: string, print: Print): Promise<void> {
  const { file, token } = await copy(rows)
  const [listening, answered]: [number[], number[]] = [[], []]
  for (let n = 0; n < 3; n++) {
    const begin = performance.now()
    const server = await startOurs(file)
    await fetch(`${server.url}/api/part/?limit=25`, { headers: { authorization: `Token ${token}` } })
    answered.push(performance.now() - begin)
    listening.push(server.started)
    await server.stop()
  }
  print(
    `${title}: ${number(Math.min(...listening))} ms until it listens, ${number(Math.min(...answered))} ms until it has answered a list of parts`
  )
}

/** How long a server is left alone before its memory is looked at, in ms. */
const REST_MS = 5000

async function resting(rows: number, title: string, print: Print): Promise<void> {
  const { file } = await copy(rows)
  const server = await startOurs(file)
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  print(`${title}: ${number(resident(server.pid))} MB, ${number(own(server.pid))} MB of it its own`)
  await server.stop()
}

/** By their names, for --jobs. */
export const OTHERS: Record<
  string,
  { title: string; run: (rows: number, title: string, print: Print) => Promise<void> }
> = {
  export: { title: 'export of all parts', run: exporting },
  import: { title: 'import of an export', run: importing },
  rows: { title: 'import of a table with 5,000 parts', run: importingRows },
  start: { title: 'cold start', run: starting },
  rest: { title: 'memory at rest', run: resting }
}
