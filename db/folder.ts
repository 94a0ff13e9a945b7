// The folders in which the server keeps what is its own: made for its user alone, and what is wrong with them said in
// words.
import { accessSync, constants, existsSync, mkdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dictionary } from './dictionary.ts'

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

/** What the system, or SQLite, means by its codes. */
const REASONS: Record<string, string> = dictionary({
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'what lies there can only be read',
  ENOENT: 'the system takes nothing there',
  ENOTDIR: 'a file lies in the place of a folder',
  EEXIST: 'a file lies in the place of a folder',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EIO: 'the disk cannot be read',
  SQLITE_CANTOPEN: 'this user may not write there',
  SQLITE_READONLY: 'it can only be read',
  SQLITE_READONLY_DIRECTORY: 'this user may not write there',
  SQLITE_FULL: 'the disk is full'
})

/** Why something could not be stored, in words; undefined where it is nothing of the disk. */
export const reasonOf = (error: unknown): string | undefined => REASONS[codeOf(error)]

/** What the system means by its codes where something is to be read. */
const UNREAD: Record<string, string> = dictionary({
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
  EIO: 'the disk cannot be read'
})

/** The end of a sentence: why a file cannot be read. */
export const unreadReason = (error: unknown): string => UNREAD[codeOf(error)] ?? (error as Error).message

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/**
 * Makes a folder that only this user may enter, with those above it that are missing.
 *
 * @throws with a sentence that names the folder
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    // One by one: where the system takes no folder at all, as in /proc, `recursive` never comes to an end.
    mkdirSync(folder, { mode: 0o700 })
  } catch (cause) {
    // Another process may have been faster.
    if (isFolder(folder)) return
    throw new Error(`The folder ${folder} cannot be made: ${reasonOf(cause) ?? (cause as Error).message}.`, { cause })
  }
}

/**
 * Writes something into a folder, which is made where it is missing.
 *
 * @throws with a sentence that names the folder, where it is the fault of that
 */
export function writeInto<Result>(folder: string, write: () => Result): Result {
  makeFolder(folder)
  try {
    return write()
  } catch (cause) {
    throw unwritten(folder, cause)
  }
}

/** What went wrong while something was written into a folder, as an error that names the folder and not the file. */
export function unwritten(folder: string, cause: unknown): unknown {
  const reason = reasonOf(cause)
  return reason === undefined ? cause : new Error(`The folder ${folder} cannot be written to: ${reason}.`, { cause })
}

/**
 * Looks whether a folder can be written to, by doing so.
 *
 * @param variable what decides which folder it is
 * @throws with a sentence that names the folder and the variable
 */
export function tryFolder(folder: string, variable: string): void {
  const file = join(folder, `.inventree-${process.pid}`)
  try {
    writeInto(folder, () => {
      writeFileSync(file, 'x', { mode: 0o600 })
      unlinkSync(file)
    })
  } catch (cause) {
    throw new Error(`${(cause as Error).message} Put that right, or choose another place with ${variable}.`, { cause })
  }
}

/**
 * Looks whether a file that is there may be written to.
 *
 * @throws with a sentence that names it
 */
export function tryFile(file: string): void {
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch (cause) {
    throw new Error(`The file ${file} cannot be written to: ${reasonOf(cause) ?? (cause as Error).message}.`, { cause })
  }
}
