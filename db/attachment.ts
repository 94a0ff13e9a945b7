import type { Generated } from 'kysely'
import type { WithMetadata } from './columns.ts'
import type { Flag } from './tables.ts'

/** Files of records. */
export interface AttachmentTables {
  attachment: AttachmentTable
  notes_image: NotesImageTable
  dropped_file: DroppedFileTable
}

interface AttachmentTable extends WithMetadata {
  id: Generated<number>
  /** The model name, for example `part`. */
  model_type: string
  model_id: number
  /** The path of the file below the media directory; null where there is a link. */
  attachment: string | null
  thumbnail: string | null
  link: string | null
  comment: Generated<string>
  upload_user_id: number | null
  /** YYYY-MM-DD */
  upload_date: string | null
  is_image: Generated<Flag>
  /** Bytes. */
  file_size: Generated<number>
}

interface NotesImageTable {
  id: Generated<number>
  image: string
  user_id: number | null
  date: string
  model_type: string | null
  model_id: number | null
}

/** Files that rows let go of and that are still to be deleted. */
interface DroppedFileTable {
  id: Generated<number>
  /** Below the media directory. */
  path: string
}
