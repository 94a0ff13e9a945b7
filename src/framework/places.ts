import type { DatabaseAddress } from '#db/opened.ts'

/** Where a server keeps what it keeps; the part of its configuration that backups, files and keys need. */
export interface Places {
  database: DatabaseAddress
  /** Where the server keeps what it makes itself: the key, and uploaded files unless told otherwise. */
  dataFolder: string
  /** The folder with the uploaded files. */
  mediaRoot: string
  /** Where backups go that the settings want. */
  backupFolder: string
}
