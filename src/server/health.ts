import { access, constants, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { conditionOf, migrationsDone, outsideChanges, type Database } from '#db/database.ts'
import { failureOf } from '#db/failures.ts'
import type { Answer, Handler } from '#contract/types.ts'
import { mediaOf, type MediaPlace } from '#framework/files/media.ts'
import type { Config } from './config.ts'

type Health = Answer<'system_health_retrieve', 200>

/** Of the configuration, what is looked at. */
type Looked = Pick<Config, 'database'> & MediaPlace

/** How long an answer holds: however often it is asked for, it is found out once. */
const CACHE_MS = 1000

/** Below so many bytes there is no room for what is written next; below so many there soon will not be. */
const FULL = 16 * 1024 * 1024
const LOW = 512 * 1024 * 1024

/** With any of these the server cannot do what it is for, or should not go on without anybody looking. */
const UNFIT: ReadonlySet<string | undefined> = new Set(['away', 'damaged', 'full', 'readonly', 'pending'])

/** How it stands with the room where one folder lies. */
async function roomIn(folder: string): Promise<NonNullable<Health['disk']>> {
  try {
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    return free < FULL ? 'full' : free < LOW ? 'low' : 'ok'
  } catch {
    return 'readonly'
  }
}

/** From the worst on. */
const ROOMS = ['readonly', 'full', 'low', 'ok'] as const

async function room({ database, mediaRoot, mediaTarget }: Looked): Promise<NonNullable<Health['disk']>> {
  const folders = [
    // Where nothing is kept on this machine, there is still what is made and sent.
    mediaTarget === 's3' ? tmpdir() : mediaRoot,
    ...(typeof database === 'string' && database !== ':memory:' ? [dirname(database)] : [])
  ]
  const found = await Promise.all(folders.map(roomIn))
  return ROOMS.find((one) => found.includes(one))!
}

/** Whether the database is there, and its tables are those of this version. */
async function records(db: Database): Promise<Pick<Health, 'database' | 'migrations'>> {
  try {
    await outsideChanges(db)
    return { migrations: (await migrationsDone(db)) ? 'ok' : 'pending', database: conditionOf(db).state }
  } catch (error) {
    const isDamaged = conditionOf(db).state === 'damaged' || failureOf(error)?.kind === 'damaged'
    return { migrations: 'unknown', database: isDamaged ? 'damaged' : 'away' }
  }
}

/**
 * Tells monitors and load balancers whether the server can do its work, in words that give nothing away.
 *
 * @param config where the database and the uploaded files are
 */
export function health(config: Looked): Handler<'system_health_retrieve'> & { withoutDatabase: true } {
  let kept: Promise<Omit<Health, 'status'>> | undefined
  let until = 0
  const look = async (db: Database) => {
    const store = config.mediaTarget === 's3' ? mediaOf(config).condition() : undefined
    const [found, disk, files] = await Promise.all([records(db), room(config), store])
    return { ...found, disk, ...(files && { files }) }
  }
  const handler: Handler<'system_health_retrieve'> = async ({ db, caller }, send) => {
    if (!kept || Date.now() >= until) {
      kept = look(db)
      until = Infinity
      void kept.then(() => {
        until = Date.now() + CACHE_MS
      })
    }
    const found = await kept
    const { files, ...own } = found
    if (Object.values(own).some((word) => UNFIT.has(word))) return send(503, { status: 'failing', ...found })
    // As long as all is well, strangers need to know no more, and clients of other servers expect no more.
    // Without its uploaded files the server goes on with what needs none, but somebody has to hear of it.
    const told = files && files !== 'ok' ? { files } : {}
    return send(200, { status: 'ok', ...(caller?.is_staff ? found : told) })
  }
  return Object.assign(handler, { withoutDatabase: true as const })
}
