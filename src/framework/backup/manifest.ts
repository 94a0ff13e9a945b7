/** The names of what is in a backup. */
export const MANIFEST_ENTRY = 'backup.json'
export const DATABASE_ENTRY = 'inventree.sqlite3'
export const MEDIA_PREFIX = 'media/'

const FORMAT = 'inventree-server backup'

/** What a backup says about itself, in `backup.json`. */
export interface Manifest {
  format: typeof FORMAT
  /** When, ISO 8601 in UTC. */
  made: string
  /** The version of the server that made it. */
  server: string
  /** Whether the uploaded files are in it. */
  media: boolean
}

/**
 * Reads what a backup says about itself; anybody may have written it.
 *
 * @param text the content of `backup.json`
 * @returns undefined where this server did not write it
 */
export function readManifest(text: string): Manifest | undefined {
  let found: Partial<Manifest> | null
  try {
    found = JSON.parse(text)
  } catch {
    return undefined
  }
  const { format, made, server, media } = found ?? {}
  if (format !== FORMAT || typeof made !== 'string' || typeof server !== 'string' || typeof media !== 'boolean')
    return undefined
  return { format, made, server, media }
}
