// Answers that were recorded, and a run that compares with them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { choose, fileOf } from './choice.ts'
import type { Recorded } from './compare.ts'
import { compareExports, exportsOf } from './exports.ts'
import { compareForms, formsOf } from './forms.ts'
import type { Tally } from './known.ts'
import type { Options } from './options.ts'
import { outcomeOf } from './outcome.ts'
import { replay, type Answered, type Target } from './replay.ts'
import { readScenario } from './scenario.ts'
import { runScript } from './script.ts'
import { Place, withServer } from './server.ts'

const ADMIN = { name: 'testuser', password: 'testpassword' }
const DEMO_ADMIN = { name: 'admin', password: 'inventree' }

/** Where the answers to a scenario are; those of scenarios without a folder of their own are in `scenarios`. */
const recordingOf = (folder: string, name: string): string =>
  join(folder, name.includes('/') ? '' : 'scenarios', `${name}.golden.json`)

/** Keeps what a server answered to a scenario. */
export function writeRecording(folder: string, name: string, answered: Answered[]): void {
  const file = recordingOf(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `[\n${answered.map(({ answer }) => JSON.stringify(answer)).join(',\n')}\n]\n`)
}

/**
 * An export as it would be had it been made today: days are compared by how far they are away, and the answers were
 * recorded on the day of the export.
 *
 * @param folder where the copy is kept
 * @returns the copy
 */
function exportedToday(file: string, folder: string): string {
  const text = readFileSync(file, 'utf8')
  const [, day] = /"exported_at": "(\d{4}-\d\d-\d\d)T/.exec(text) ?? []
  const copy = join(folder, 'export.json')
  writeFileSync(copy, text.replaceAll(`"${day}"`, `"${new Date().toISOString().slice(0, 10)}"`))
  return copy
}

/** Whether a scenario waits more than it asks, for a limit to be over or for another code of an app. */
const isPatient = (name: string): boolean => /^wait |\{newtotp:/m.test(readScenario(fileOf(name)).source)

/**
 * Replays against recorded answers, two scenarios at a time, and beside them those that wait.
 *
 * @param tally what counts the outcomes
 * @param folder for what the servers need
 * @param recordings where the answers are
 */
export async function compareRecorded(
  tally: Tally,
  folder: string,
  recordings: string,
  { words, demo: imported }: Options
): Promise<void> {
  const { empty, demo, scripts } = choose(words)
  const compare = async (target: Target, name: string): Promise<void> => {
    const scenario = readScenario(fileOf(name))
    const expected: Recorded[] | undefined = scenario.expects
      ? undefined
      : JSON.parse(readFileSync(recordingOf(recordings, name), 'utf8'))
    tally.add(outcomeOf(scenario, expected, await replay(target, scenario)))
  }
  const jobFor = (name: string) => async (place: Place) => {
    const { environment, mail } = readScenario(fileOf(name))
    await withServer(place, { admin: ADMIN, environment, mail }, (target) => compare(target, name))
  }
  const patient = empty.filter(isPatient).map(jobFor)
  const work = empty.filter((name) => !isPatient(name)).map(jobFor)
  if (demo.length > 0 && imported !== undefined) {
    const held = exportedToday(imported, folder)
    work.unshift((place) =>
      withServer(place, { admin: DEMO_ADMIN, imported: held }, async (target) => {
        for (const name of demo) await compare(target, name)
        const forms = formsOf(recordings)
        if (forms !== undefined && words.length === 0) await compareForms(tally, target, forms)
        const exports = exportsOf(recordings)
        if (exports !== undefined && words.length === 0) await compareExports(tally, target, exports)
      })
    )
  }
  work.push(...scripts.map((name) => async () => tally.add(await runScript(fileOf(name)))))
  const lanes = { a: work, b: work, patient }
  await Promise.all(
    Object.entries(lanes).map(async ([name, jobs]) => {
      const place = new Place(folder, name)
      for (let job = jobs.shift(); job; job = jobs.shift()) await job(place)
      await place.close()
    })
  )
}
