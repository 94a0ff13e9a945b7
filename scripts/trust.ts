// `make trust`: kills servers while they are written to, fills the disk under them, loads them, sends them everything
// that is wrong, and takes backups meanwhile. With --short, as .ci/run does, a little of each; in full it takes hours.
import { parseArgs } from 'node:util'
import { backups } from '../test/trust/backup.ts'
import { fullDisk, mountSmallDisk } from '../test/trust/disk.ts'
import { fuzz, OPERATION_COUNT, type FuzzOptions } from '../test/trust/fuzz/fuzz.ts'
import { kills, type Setup } from '../test/trust/kills.ts'
import { load } from '../test/trust/load.ts'
import { waits } from '../test/trust/waits.ts'
import type { Engine } from '../test/trust/place.ts'
import { makeTemplate } from '../test/support/postgres.ts'
import { makePostgres, postgresPrograms, POSTGRES_USER, type PostgresServer } from '../test/support/postgres-server.ts'
import { beNice, Report } from './support.ts'

const HELP = `Usage: make trust ARGS='[--short] [--only WORDS] [--kills N] [--requests N] [--from N] [--largest N] [--seconds N] [--clients N] [--backups N] [--parts N] [--under NAME] [--seed N]'

  --short       a few minutes instead of hours
  --only WORDS  only these, separated by commas: kills, disk, load, waits, fuzz, backup; with the database: kills:postgresql, kills:workers, fuzz:sqlite
  --kills N     how often each kind of server is killed (100; short: 5, 3 with workers, 3 with PostgreSQL)
  --requests N  how many wrong requests are sent in all, by two users to two databases (100,000; short: 3,000)
  --from N      the number of the first; a finding names its number, so that --requests 4 --from N sends it again with those around it
  --largest N   the largest text, list or object in them (200,000; short: 20,000)
  --seconds N   how long the load lasts (300; short: 20)
  --clients N   how many clients it has (64)
  --backups N   how many backups are made and restored (20; short: 2)
  --parts N     how many parts there are where it is looked how long others wait (20,000; short: 1,000)
  --under NAME  others wait only under loads whose name holds this
  --seed N      another run than the last; the same again for the same N (a new one each time; short: 1)`

/** What differs between the short form and the full one. */
const FORMS = {
  full: {
    kills: { sqlite: 100, workers: 100, postgresql: 100 },
    longest: 2500,
    requests: 100_000,
    largest: 200_000,
    seconds: 300,
    backups: 20,
    parts: 20_000,
    seed: Date.now() % 1e6
  },
  short: {
    kills: { sqlite: 5, workers: 3, postgresql: 3 },
    longest: 600,
    requests: 3000,
    largest: 20_000,
    seconds: 20,
    backups: 2,
    parts: 1000,
    seed: 1
  }
}

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    short: { type: 'boolean' },
    help: { type: 'boolean' },
    only: text,
    kills: text,
    requests: text,
    from: text,
    largest: text,
    seconds: text,
    clients: text,
    backups: text,
    parts: text,
    under: text,
    seed: text
  }
})
if (values.help) {
  console.log(HELP)
  process.exit()
}

/** The number that an option gives, or what stands for it. */
function number(
  name: 'kills' | 'requests' | 'from' | 'largest' | 'seconds' | 'clients' | 'backups' | 'parts' | 'seed',
  initial: number
): number {
  const given = values[name]
  if (given === undefined) return initial
  if (!/^\d+$/.test(given)) {
    console.error(`--${name} must be a number.\n\n${HELP}`)
    process.exit(2)
  }
  return Number(given)
}

const form = FORMS[values.short ? 'short' : 'full']
const seed = number('seed', form.seed)
const report = new Report()
const wanted = (name: string): boolean =>
  !values.only || values.only.split(',').some((word) => name === word || name.startsWith(`${word}:`))
const round = Math.round

/** Does one thing, and fails with what was wrong, after telling what was seen. */
async function examine<Result extends { faults: string[] }>(
  name: string,
  title: string,
  work: () => Promise<Result>,
  figures: (result: Result) => string
): Promise<void> {
  if (!wanted(name)) return
  const begun = Date.now()
  await report.check(title, async () => {
    const result = await work()
    console.log(`      ${figures(result)}; ${round((Date.now() - begun) / 1000)} s`)
    if (result.faults.length)
      throw new Error(
        [
          ...result.faults.slice(0, 40),
          ...(result.faults.length > 40 ? [`and ${result.faults.length - 40} more`] : [])
        ].join('\n')
      )
  })
}

const counts = (of: Record<string, number> | Map<number, number>): string =>
  [...(of instanceof Map ? of : Object.entries(of))].map(([what, count]) => `${count} × ${what}`).join(', ')

async function killing(setup: Setup, title: string, postgres?: PostgresServer): Promise<void> {
  await examine(
    `kills:${setup}`,
    title,
    () =>
      kills({
        setup,
        kills: number('kills', form.kills[setup]),
        seed,
        longest: form.longest,
        ...(postgres ? { postgres } : {})
      }),
    ({ kills, acknowledged, looked, victims, statuses }) =>
      `${kills} kills (${counts(victims)}), ${acknowledged} writes acknowledged, ${looked} looks; answers ${counts(statuses)}`
  )
}

async function fuzzing(engine: Engine, user: FuzzOptions['user'], requests: number): Promise<void> {
  const who = user === 'admin' ? 'a superuser' : 'a user of few rights'
  await examine(
    `fuzz:${engine}`,
    `wrong requests to ${OPERATION_COUNT} operations by ${who}, with ${engine}, seed ${seed}: no answer but those documented`,
    async () => {
      const result = await fuzz({
        engine,
        user,
        seed,
        requests,
        from: number('from', 0),
        largest: number('largest', form.largest)
      })
      return {
        ...result,
        faults: result.findings.map(
          ({ key, count, text, numbers, curl }) =>
            `${key}: ${count} times, first by number ${numbers[0]}\n${text}\n${curl}\n`
        )
      }
    },
    ({ sent, statuses, silence, slowest }) =>
      `${sent} sent; answers ${counts(statuses)}; longest silence ${round(silence)} ms; slowest ${round(slowest[0]?.ms ?? 0)} ms: ${slowest[0]?.text}`
  )
}

async function filling(): Promise<void> {
  if (!wanted('disk')) return
  const disk = mountSmallDisk()
  if (!disk) return report.skip('a full disk', 'this process may not mount a small file system')
  try {
    await examine(
      'disk',
      'a full disk, the log on it too: reads go on, writes are answered with 507, all is well when there is room',
      () => fullDisk(disk.folder),
      ({ made, refused, reads, longest }) =>
        `${made} parts made, ${refused} refused, ${reads} reads on a full disk, longest silence ${round(longest)} ms`
    )
  } finally {
    disk.remove()
  }
}

async function withEngine(engine: Engine, postgres?: PostgresServer): Promise<void> {
  await examine(
    `backup:${engine}`,
    `backups while others write, with ${engine}: each is the state of one moment`,
    () => backups({ engine, backups: number('backups', form.backups), seed }),
    ({ backups, writes, attachments }) =>
      `${backups} backups restored, ${writes} writes meanwhile, ${attachments} files found`
  )
  // Half of the requests by each user; without PostgreSQL all go to SQLite.
  const share = Math.ceil(number('requests', form.requests) / (bin ? 4 : 2))
  for (const user of ['admin', 'limited'] as const) await fuzzing(engine, user, share)
  if (engine === 'postgresql')
    await killing(
      'postgresql',
      'kills of the server, of PostgreSQL, of both, and of connections: nothing lost, nothing half',
      postgres
    )
}

beNice()
const bin = postgresPrograms()
await killing('sqlite', 'kills: nothing that was acknowledged is lost, nothing is half')
await killing('workers', 'kills of several processes on one port, and of one of them: nothing lost, nothing half')
await filling()
const [clients, seconds] = [number('clients', 64), number('seconds', form.seconds)]
await examine(
  'load',
  `${clients} clients for ${seconds} s: each is answered, and memory stays flat`,
  () => load({ engine: 'sqlite', clients, seconds, seed }),
  ({ requests, putOff, warm, late, longest, p99 }) =>
    `${requests} requests, ${round(requests / seconds)}/s, ${putOff} put off; ${round(warm)} MB after warming up, ${round(late)} MB in the end; who asks for roles waits ${round(p99)} ms (p99), ${round(longest)} ms at most`
)
await examine(
  'waits',
  'somebody who asks for roles while others ask for much: nothing holds them up for more than 100 ms, under each load',
  () => waits({ engine: 'sqlite', parts: number('parts', form.parts), byClock: !values.short, under: values.under }),
  ({ waits }) =>
    waits
      .map(
        ({ name, statuses, p99, longest, held }) =>
          `${name}: ${round(p99)} ms (p99), ${round(longest)} ms at most, held for ${round(held)} ms (${counts(statuses)})`
      )
      .join('\n      ')
)
await withEngine('sqlite')
if (!bin) report.skip('all of it with PostgreSQL', 'there is none on this machine')
else if (['fuzz:postgresql', 'kills:postgresql', 'backup:postgresql'].some(wanted)) {
  // What was acknowledged is in the files of a server that is killed; only where the machine itself loses power must
  // they be on the disk.
  const postgres = makePostgres(bin, ['fsync=off'])
  process.on('exit', postgres.remove)
  Object.assign(process.env, { PGHOST: postgres.folder, PGPORT: '5432', PGUSER: POSTGRES_USER })
  delete process.env.PGPASSWORD
  await makeTemplate()
  await withEngine('postgresql', postgres)
}
report.end()
