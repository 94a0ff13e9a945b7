// Every list as the client shows it, and every page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Report } from '../support.ts'
import type { WebClient } from './client.ts'
import { tables } from './contract.ts'

/** Reads every list, and opens every page. */
export async function checkTables(client: WebClient, report: Report): Promise<void> {
  await report.check('the table of every list: columns, pages, every order, a search, exports', async () => {
    const all = tables()
    assert.ok(all.length > 60)
    const faults: string[] = []
    for (const table of all) faults.push(...(await client.call<string[]>('readTable', table)))
    assert.deepEqual(faults, [])
    client.quiet()
  })

  await report.check('every page: what it asks comes', async () => {
    const names = await client.call<string[]>('pageNames')
    const empty: string[] = []
    for (const name of names) if (!(await client.call<boolean>('openPage', name))) empty.push(name)
    if (empty.length) console.log(`      no record to show: ${empty.join(', ')}`)
    client.quiet()
  })
}

/**
 * Reads all that the official client was seen to read of the demo inventory.
 *
 * @param recording what the reference answered then; some of it asks for what the inventory does not hold
 */
export async function checkReads(client: WebClient, report: Report, recording: string): Promise<void> {
  await report.check('every list and record that its pages read comes with the session alone', async () => {
    const steps = JSON.parse(readFileSync(recording, 'utf8')) as { step: string; status: number }[]
    const recorded = steps.map(({ step, status }) => [step.replace(/^\S+ GET /, ''), status] as const)
    assert.ok(recorded.length > 200)
    const paths = recorded.map(([path]) => path)
    const answers = await client.call<[string, number][]>('readAll', paths)
    const expected = new Map(recorded)
    assert.deepEqual(
      answers.filter(([path, status]) => status !== expected.get(path)),
      []
    )
    // What is not there is told by its status alone.
    client.quiet(/^40[04] GET /)
  })
}
