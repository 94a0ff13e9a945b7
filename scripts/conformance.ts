// `make conformance`: replays the scenarios of test/scenarios against this server, and compares every answer with a
// recorded one or with that of another server. A step that touches an address which the contract does not have yet waits
// for its module; a field that differs for a known reason stands in test/conformance.json; anything else fails.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Tally } from './conformance/known.ts'
import { compareLive } from './conformance/live.ts'
import { HELP, readOptions } from './conformance/options.ts'
import { compareRecorded } from './conformance/recording.ts'

/**
 * Replays what was chosen.
 *
 * @returns whether nothing failed
 * @throws where the other server cannot be asked
 */
async function main(words: string[]): Promise<boolean> {
  const options = readOptions(words, process.env)
  const { reference, recordings } = options
  if (!reference && !recordings) {
    console.log(
      'the recordings (../shared/conformance) are not at hand: nothing was replayed; ARGS=--help says what else'
    )
    return true
  }
  const folder = mkdtempSync(join(tmpdir(), 'inventree-conformance-'))
  const tally = new Tally()
  try {
    if (reference) await compareLive(tally, folder, reference, options)
    else await compareRecorded(tally, folder, recordings!, options)
  } finally {
    rmSync(folder, { recursive: true })
  }
  if (!reference && words.length === 0) tally.idle()
  return tally.close()
}

const words = process.argv.slice(2)
if (words.includes('--help')) console.log(HELP)
else
  try {
    process.exitCode = (await main(words)) ? 0 : 1
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
