// Whether there is a database where one is expected, before it is opened: SQLite takes an empty file for a new
// database, and would begin anew in the place of one that was lost.
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BESIDE, isSqlite } from '#db/file.ts'
import { unreadReason } from '#db/folder.ts'
import type { Config } from './config.ts'
import { backupSuffix } from '#framework/backup-name.ts'

type Place = Pick<Config, 'database' | 'dataFolder' | 'mediaRoot'>

/** The files in which transactions lie that the database itself may not have yet. */
const LOGS = ['-wal', '-journal']

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function hasFiles(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}

/** What a server leaves beside its database from its first start on. */
function companions({ dataFolder, mediaRoot }: Place): string[] {
  return [join(dataFolder, 'secret_key.txt'), mediaRoot].filter((path) =>
    path === mediaRoot ? hasFiles(path) : existsSync(path)
  )
}

/** Whose tables a SQLite file holds; undefined where there are none. */
async function ownerOf(file: string): Promise<'ours' | 'others' | undefined> {
  const { default: Sqlite } = await import('better-sqlite3') // only where there is such a file
  const db = new Sqlite(file, { readonly: true })
  try {
    const names = db.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all()
    return names.includes('kysely_migration') ? 'ours' : names.length ? 'others' : undefined
  } finally {
    db.close()
  }
}

/**
 * Looks at what lies in the place of a database.
 *
 * @throws with a sentence that names the database, where this user may not look
 */
async function look(file: string, place: Place): Promise<string | undefined> {
  try {
    return await problem(file, place)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause
    throw new Error(`The database ${file} cannot be read: ${unreadReason(cause)}.`, { cause })
  }
}

/** What is wrong with what lies in the place of a database; undefined where it is one, or a new one may be made. */
async function problem(file: string, place: Place): Promise<string | undefined> {
  if (!existsSync(file))
    return LOGS.some((ending) => sizeOf(file + ending) > 0)
      ? 'is gone, but the log of its last changes lies beside it'
      : undefined
  if (!statSync(file).isFile()) return 'is no file, but INVENTREE_DB_NAME has to name one'
  if (sizeOf(file) === 0) return 'is empty (0 bytes)'
  if (!isSqlite(file)) return 'is no SQLite database'
  const owner = await ownerOf(file)
  return owner === 'others' || (!owner && companions(place).length) ? 'holds no table of this server' : undefined
}

/** Keeps what lies in the place of a database under other names. */
function moveOldDatabase(file: string): string[] {
  const suffix = backupSuffix([file])
  const kept = [file, ...BESIDE.map((ending) => file + ending)].filter((path) => existsSync(path))
  return kept.map((path) => {
    const name = file + suffix + path.slice(file.length)
    renameSync(path, name)
    return name
  })
}

/**
 * Looks whether there is a database, or one may be made, before anything opens it.
 *
 * @param create begin anew where something else lies in its place; that is kept under another name
 * @param note told in a sentence what is worth knowing
 * @throws with a sentence that says what was found and what to do, where a database was lost
 */
export async function assureDatabase(
  place: Place,
  { create = false }: { create?: boolean | undefined },
  note: (text: string) => void
): Promise<void> {
  const { database: file } = place
  if (typeof file !== 'string' || file === ':memory:') return
  const found = await look(file, place)
  if (found === undefined) {
    const left = existsSync(file) ? [] : companions(place)
    if (left.length)
      note(
        `There is no database ${file}, so a new one is made, although ${left.join(' and ')} of an earlier one ${left.length > 1 ? 'are' : 'is'} there.`
      )
    return
  }
  if (!create || (existsSync(file) && !statSync(file).isFile())) {
    throw new Error(
      `${file} ${found}. Nothing was changed. Put the database back, or a backup in its place (inventree restore FILE); to begin anew with no records: inventree serve --create`
    )
  }
  for (const path of moveOldDatabase(file)) note(`kept: ${path}`)
}
