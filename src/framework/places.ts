import type { DatabaseAddress } from '#db/opened.ts'
import type { BucketConfig } from './files/bucket/config.ts'

/** Where a server keeps what it keeps; the part of its configuration that backups, files and keys need. */
export interface Places {
  database: DatabaseAddress
  /** Where the server keeps what it makes itself: the key, and uploaded files unless told otherwise. */
  dataFolder: string
  /** The folder with the uploaded files, where they lie in one. */
  mediaRoot: string
  /** Where they lie; in the folder unless told otherwise. */
  mediaTarget?: 'local' | 's3'
  /** The bucket for them, where they lie in one. */
  bucket?: BucketConfig | null
  /** Where backups go that the settings want. */
  backupFolder: string
}
