// A run that compares with what another server answers at the same moment.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { choose, fileOf } from './choice.ts'
import type { Tally } from './known.ts'
import { mailEnvironment, openMailbox } from './mail.ts'
import type { Options, Reference } from './options.ts'
import { outcomeOf } from './outcome.ts'
import { writeRecording } from './recording.ts'
import { replay, type Target } from './replay.ts'
import { readScenario, type Scenario } from './scenario.ts'
import { awaitServer, Place, withServer, type Start } from './server.ts'

interface Named {
  name: string
  scenario: Scenario
}

/** Runs the command that empties the reference, and waits until that answers again. */
async function reset({ url, reset: command, smtp }: Reference, { environment }: Scenario): Promise<void> {
  const env = { ...process.env, ...(smtp !== undefined && mailEnvironment(smtp)), ...environment }
  const child = spawn('sh', ['-c', command!], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const [status] = (await once(child, 'exit')) as [number | null]
  if (status !== 0) throw new Error(`REFERENCE_RESET ended with ${status}`)
  await awaitServer(url)
}

/** The scenarios that can be replayed; says which cannot. */
function readChosen({ words, demo }: Options, mail: boolean): Named[] {
  const chosen = choose(words)
  const names = demo === undefined ? chosen.empty : chosen.demo
  const read = names.map((name) => ({ name, scenario: readScenario(fileOf(name)) }))
  const able = read.filter(({ scenario }) => mail || !scenario.mail)
  for (const { name } of read.filter((one) => !able.includes(one)))
    console.log(`skipped ${name}: it needs mail, see REFERENCE_SMTP in ARGS=--help`)
  return able
}

/**
 * Sends scenarios to another server and to this one, and prints where the answers differ.
 *
 * @param tally what counts the outcomes
 * @param folder for what this server needs
 * @throws where the other server does not answer, or cannot be emptied
 */
export async function compareLive(tally: Tally, folder: string, reference: Reference, options: Options): Promise<void> {
  const place = new Place(folder, 'a')
  const mailbox = reference.smtp === undefined ? undefined : await openMailbox(reference.smtp)
  const theirs: Target = { url: reference.url, admin: reference.admin, mailbox }
  const scenarios = readChosen(options, mailbox !== undefined)
  const compare = async (ours: Target, { name, scenario }: Named): Promise<void> => {
    const [expected, answered] = await Promise.all([replay(theirs, scenario), replay(ours, scenario)])
    if (options.record !== undefined) writeRecording(options.record, name, expected)
    const answers = expected.map(({ answer }) => answer)
    const outcome = outcomeOf(scenario, answers, answered)
    const equal = `${outcome.passed} of ${answered.length}`
    console.log(`${outcome.failures.length ? 'differs' : 'same   '} ${name}: ${equal}`)
    tally.add(outcome)
  }
  const start: Start = { admin: reference.admin, mail: mailbox !== undefined }
  if (options.demo === undefined && reference.reset !== undefined)
    for (const one of scenarios) {
      await reset(reference, one.scenario)
      const { environment } = one.scenario
      await withServer(place, { ...start, environment }, (ours) => compare(ours, one))
    }
  else {
    if (options.demo === undefined && scenarios.length > 1)
      console.log('without REFERENCE_RESET both servers keep what the scenarios before have left, see ARGS=--help')
    await awaitServer(reference.url)
    await withServer(place, { ...start, imported: options.demo }, async (ours) => {
      for (const one of scenarios) await compare(ours, one)
    })
  }
  mailbox?.close()
  await place.close()
}
