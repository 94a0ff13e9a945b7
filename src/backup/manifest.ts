/** The names of what is in a backup. */
export const MANIFEST_ENTRY = 'backup.json'
export const DATABASE_ENTRY = 'inventree.sqlite3'
export const MEDIA_PREFIX = 'media/'

/** What a backup says about itself, in `backup.json`. */
export interface Manifest {
  format: 'inventree-server backup'
  /** When, ISO 8601 in UTC. */
  made: string
  /** The version of the server that made it. */
  server: string
  /** Whether the uploaded files are in it. */
  media: boolean
}
