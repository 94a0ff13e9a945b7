// Which servers work on one SQLite file. Each leaves a file beside it that names its process, and looks for those of
// others.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { now } from '#framework/time.ts'

/** A server, as its file tells. */
interface Neighbour {
  pid: number
  host: string
  /** When the system began the process, by its own count; tells it from a later one that got the same number. */
  born: string | null
  since: string
}

/** When the system began a process; null where it does not tell. */
function bornAt(pid: number): string | null {
  try {
    // What follows the name of the program, which may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isAlive({ pid, host, born }: Neighbour): boolean {
  // Whether a process of another machine, or of another container, still runs cannot be seen from here.
  if (host !== hostname()) return true
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return born === null || bornAt(pid) === born
}

function read(file: string): Neighbour | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Neighbour
  } catch {
    return undefined
  }
}

/** What it means that another server works on the same file. */
function sentence({ pid, host, since }: Neighbour, file: string): string {
  const begun = `since ${since.slice(0, 16).replace('T', ' ')} UTC`
  const damage = 'From two machines, over a network disk, it damages the database.'
  return host === hostname()
    ? `Another server works on this database too: process ${pid}, ${begun}. On one machine, with the same INVENTREE_MEDIA_ROOT, that is safe: they take turns to write. ${damage} To use more processors, INVENTREE_WORKERS is meant; where one server was enough, end the other: kill ${pid}`
    : `Another server may work on this database too: process ${pid} of "${host}", ${begun}; whether it still runs cannot be seen from here. ${damage} Stop one of the two; where it is gone already, delete ${file}`
}

/**
 * Tells others that this process works on a database, until it ends, and looks who else does. What servers left that
 * were killed is removed.
 *
 * @param database the path of the SQLite file
 * @returns a sentence for each of the others
 */
export function meetNeighbours(database: string): string[] {
  const prefix = `${basename(database)}.server-`
  const own = join(dirname(database), prefix + process.pid)
  const self: Neighbour = { pid: process.pid, host: hostname(), born: bornAt(process.pid), since: now() }
  writeFileSync(own, `${JSON.stringify(self)}\n`, { mode: 0o600 })
  process.once('exit', () => rmSync(own, { force: true }))
  const files = readdirSync(dirname(database))
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => join(dirname(database), name))
  return files.flatMap((file) => {
    if (file === own) return []
    const found = read(file)
    if (found && isAlive(found)) return [sentence(found, file)]
    rmSync(file, { force: true })
    return []
  })
}
