// What `make conformance` is told: by variables of make, which are those of the environment, and by names of scenarios.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** Where the scenarios are. */
export const scenarioFolder = join(root, 'test/scenarios')

export const HELP = `make conformance                             compares with recorded answers, where they are at hand
make conformance REFERENCE=http://host:port  compares with what another server answers at the same moment
make conformance ARGS='part-crud order-'     the scenarios whose name has one of these words

REFERENCE=URL           the other server: empty, but for one superuser. USER:PASSWORD@ in it, or
REFERENCE_USER, REFERENCE_PASSWORD   say who that is; testuser, testpassword without them.
REFERENCE_RESET=COMMAND makes it empty again, and is run before each scenario. Without it neither server is emptied in
                        between: one scenario after the other finds what those before it have left.
REFERENCE_SMTP=PORT     where the other server sends its mail to, on this machine; scenarios with mail need it.
DEMO=FILE               an export, in InvenTree's own form, that the other server holds as well: replays the scenarios
                        that read it, and no others. Its administrator is admin, inventree.
RECORDINGS=FOLDER       where recorded answers are; ../shared/conformance without it.
RECORD=FOLDER           keeps what the other server answered, as recordings.`

export interface Reference {
  url: string
  admin: { name: string; password: string }
  reset: string | undefined
  smtp: number | undefined
}

export interface Options {
  reference: Reference | undefined
  /** The folder of the recordings; undefined where they are not at hand. */
  recordings: string | undefined
  /** Where to keep what the reference answers. */
  record: string | undefined
  /** The export that the scenarios of demo/ read; undefined where it is not at hand. */
  demo: string | undefined
  /** Words that the names of scenarios are chosen by. */
  words: string[]
}

type Environment = Record<string, string | undefined>

function readReference(environment: Environment, demo: boolean): Reference | undefined {
  if (!environment.REFERENCE) return undefined
  const address = new URL(environment.REFERENCE)
  const [user, password] = demo ? ['admin', 'inventree'] : ['testuser', 'testpassword']
  return {
    url: `${address.origin}${address.pathname}`.replace(/\/$/, ''),
    admin: {
      name: decodeURIComponent(address.username) || environment.REFERENCE_USER || user!,
      password: decodeURIComponent(address.password) || environment.REFERENCE_PASSWORD || password!
    },
    reset: environment.REFERENCE_RESET || undefined,
    smtp: environment.REFERENCE_SMTP ? Number(environment.REFERENCE_SMTP) : undefined
  }
}

const atHand = (path: string): string | undefined => (existsSync(path) ? path : undefined)

/**
 * Reads what the program was told.
 *
 * @param words the arguments
 * @param environment the variables
 * @throws where REFERENCE is no address
 */
export function readOptions(words: string[], environment: Environment): Options {
  const shared = resolve(root, '../shared/conformance')
  const recordings = environment.RECORDINGS ? resolve(environment.RECORDINGS) : shared
  const demo = environment.DEMO ? resolve(environment.DEMO) : undefined
  const reference = readReference(environment, demo !== undefined)
  return {
    reference,
    recordings: atHand(join(recordings, 'scenarios')) && recordings,
    record: environment.RECORD ? resolve(environment.RECORD) : undefined,
    // An export that happens to lie here says nothing of what another server holds.
    demo: demo ?? (reference ? undefined : atHand(join(recordings, '../data/demo-export.json'))),
    words
  }
}
