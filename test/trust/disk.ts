// A disk without a byte left, on which the database, the files and the log lie: reads go on, writes are refused, and
// all is well afterwards.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { multipart } from '../support/multipart.ts'
import { run } from '../server/run.ts'
import { Caller } from './connection.ts'
import { makePlace } from './place.ts'
import { Probe } from './probe.ts'
import { startServer } from './running.ts'

export interface DiskResult {
  made: number
  refused: number
  reads: number
  longest: number
  faults: string[]
}

/** How long a single answer may take before it counts as none, in ms. */
const PATIENCE = 10_000
/** After so many answers that did not come, no more are waited for. */
const ENOUGH = 3

/**
 * Mounts a small file system.
 *
 * @returns its folder and what ends it; undefined where this process may not mount
 */
export function mountSmallDisk(): { folder: string; remove: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'inventree-small-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' }).status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const remove = () => {
    process.off('exit', remove)
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', remove)
  return { folder, remove }
}

/** Leaves so many bytes of a file system. */
function fill(folder: string, name: string, left: number): string {
  const { bavail, bsize } = statfsSync(folder)
  const file = join(folder, name)
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return file
}

/** Fills the disk under a server, and makes room again. */
export async function fullDisk(disk: string): Promise<DiskResult> {
  const place = await makePlace('sqlite', { INVENTREE_LOG_LEVEL: 'DEBUG' }, undefined, disk)
  const faults: string[] = []
  const log = join(place.folder, 'server.log')
  const server = await startServer(place.env, log)
  let silent = 0
  const served = () => !server.ended() && silent < ENOUGH
  const result: DiskResult = { made: 0, refused: 0, reads: 0, longest: 0, faults }
  try {
    const admin = new Caller(server.url, place.tokens.admin, PATIENCE)
    const attempt = async (what: string, work: () => Promise<{ status: number }>): Promise<number> => {
      try {
        return (await work()).status
      } catch (error) {
        faults.push(`${what}: ${(error as Error).message}`)
        silent++
        admin.connection.close()
        return 0
      }
    }
    const names: string[] = []
    const make = (size: number) =>
      attempt('a new part', async () => {
        const name = `part ${names.length}`
        const answer = await admin.ask('POST', '/api/part/', { name, description: 'd', notes: 'n'.repeat(size) })
        if (answer.status === 201) names.push(name)
        return answer
      })
    const {
      body: { pk }
    } = await admin.ask('POST', '/api/part/', { name: 'first' })
    const [body, headers] = multipart({
      model_type: 'part',
      model_id: pk,
      attachment: { name: 'a.bin', content: Buffer.alloc(300_000, 'a') }
    })
    const upload = () =>
      attempt('an upload', async () => await admin.send({ method: 'POST', path: '/api/attachment/', headers, body }))
    const want = (what: string, status: number, wanted: number[]) => {
      if (status !== 0 && !wanted.includes(status))
        faults.push(`${what} was answered with ${status} instead of ${wanted.join(' or ')}`)
    }

    const uploaded = () =>
      readdirSync(place.env.INVENTREE_MEDIA_ROOT!, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name)
    const before = new Set(uploaded())

    const probe = new Probe(server.url, place.tokens.keeper, PATIENCE)
    fill(place.folder, 'filler', 200_000)
    for (let n = 0; n < 40 && served(); n++) want('a write while the disk fills up', await make(20_000), [201, 507])
    fill(place.folder, 'filler2', 0)
    for (let n = 0; n < 20 && served(); n++) {
      const status = await make(20_000)
      want('a write on a full disk', status, [507])
      if (status === 507) result.refused++
      // What is broken goes into the log as well.
      want('a read on a full disk', await attempt('a read', () => admin.ask('GET', '/api/part/?limit=5')), [200])
      result.reads++
    }
    for (let n = 0; n < 3 && served(); n++) want('an upload on a full disk', await upload(), [507])
    const left = uploaded().filter((name) => !before.has(name))
    if (left.length) faults.push(`refused uploads left ${left.join(', ')}`)
    for (const name of ['filler', 'filler2']) rmSync(join(place.folder, name), { force: true })
    const { longest, bad } = await probe.stop()
    result.longest = longest
    for (const one of new Set(bad)) faults.push(`who asked for roles meanwhile got ${one}`)
    silent = 0
    for (let n = 0; n < 20 && served() && (await make(10)) !== 201; n++) await sleep(500)
    if (!served() && !server.ended())
      return { ...result, faults: [...faults, 'nobody is answered, though there is room again'] }
    if (server.ended()) return { ...result, faults: [...faults, `the server ended: ${JSON.stringify(server.ended())}`] }
    want('a write when there is room again', await make(10), [201])
    want('an upload when there is room again', await upload(), [201])
    const { body: parts } = await admin.ask('GET', '/api/part/')
    const found = new Set(parts.map((part: { name: string }) => part.name))
    for (const name of names) if (!found.has(name)) faults.push(`"${name}" was acknowledged and is not there`)
    if (found.size !== names.length + 1)
      faults.push(`${found.size} parts are there, and ${names.length + 1} were acknowledged`)
    result.made = names.length
    const code = await server.stop()
    if (code !== 0) faults.push(`told to stop, the server ended with ${code}`)
    const check = await run(['check'], place.env)
    if (check.code !== 0) faults.push(`inventree check: ${check.out}${check.err}`)
    return result
  } finally {
    await server.kill()
    await place.remove()
  }
}
