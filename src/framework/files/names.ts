import { randomBytes } from 'node:crypto'
import { posix } from 'node:path'
import { sitePrefix } from '#contract/site.ts'

/** Longer names of files are cut; a path of a folder and such a name fits every file system. */
const MAX_LENGTH = 100
const MAX_BYTES = 200
const REMOVED = /[^\p{L}\p{N}_. -]/gu

/** A name without its ending, and the ending with its dot. */
export function splitName(name: string): { stem: string; ending: string } {
  const ending = posix.extname(name)
  return { stem: ending ? name.slice(0, -ending.length) : name, ending }
}

/**
 * A name under which a file may be kept and served: no folders, no leading dots, nothing but letters and digits of any
 * script, `-`, `.` and `_`, which blanks become (docs/behaviour/attachment.md#attachments).
 *
 * @param sent the name as a client sent it
 */
export function safeName(sent: string): string {
  const name = sent
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(REMOVED, '')
    .trim()
    .replaceAll(' ', '_')
    .replace(/^\.+/, '')
    .replace(/(?<!\.)\.+$/, '')
  const { stem, ending } = splitName(name || 'file')
  let short = [...stem].slice(0, MAX_LENGTH)
  while (
    short.length > 1 &&
    (short.length + ending.length > MAX_LENGTH || Buffer.byteLength(short.join('') + ending) > MAX_BYTES)
  )
    short = short.slice(0, -1)
  const whole = short.join('') + ending
  return whole.length > MAX_LENGTH || Buffer.byteLength(whole) > MAX_BYTES ? 'file' : whole
}

/** The name of a file that is made beside another one: `bolt.thumbnail.png` beside `bolt.png`. */
export function formOf(path: string, form: string): string {
  const { stem, ending } = splitName(path)
  return `${stem}.${form}${ending}`
}

/** Where the server has a stored file. */
export const mediaPath = (path: string): string => `/media/${path.split('/').map(encodeURIComponent).join('/')}`

/** The address of a stored file, without a host; null where there is none. */
export const mediaURL = (path: string | null): string | null => (path ? sitePrefix() + mediaPath(path) : null)

/**
 * The path of a file below the media folder.
 *
 * @param url what was asked for, with its query
 * @returns undefined where no file can be meant: a folder, a hidden name, or anything that could be read as a way out
 *   of the folder
 */
export function pathIn(url: string): string | undefined {
  const segments = url.replace(/[?#].*/s, '').split('/')
  if (segments[1] !== 'media') return undefined
  try {
    const names = segments.slice(2).map(decodeURIComponent)
    return names.every((name) => name !== '' && !/^\.|[/\\\0]/.test(name)) ? names.join('/') : undefined
  } catch {
    return undefined
  }
}

/** A name that nobody can guess, for a file that is nobody's but its user's. */
export const secretName = (stem: string): string => `${stem}_${randomBytes(16).toString('hex')}`

/** What a file that was stored under a secret name, or that of a print, is to be called where it is saved. */
export const niceName = (path: string): string =>
  path
    .split(/[/\\]/)
    .at(-1)!
    .replace(/_[0-9a-f]{32}(?=[._]|$)|_(?=[A-Za-z]*\d)[A-Za-z\d]{7}(?=\.[a-z]+$)/, '')
