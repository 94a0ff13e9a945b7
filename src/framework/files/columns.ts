import type { DB } from '#db/tables.ts'

/** Who may read a file that a row names. */
type FileReaders =
  /** Every user who is signed in. */
  | 'everybody'
  /** Whoever may view records of this model. */
  | { model: string }
  /** Whoever may view records of the model that this column of the row names; where it names none, every user. */
  | { modelColumn: string }
  /** The user that this column of the row names, for whom the file was made on demand. */
  | { userColumn: string }

/** A column that holds the path of a file, below the media folder. */
export interface FileColumn {
  table: keyof DB
  column: string
  readers: FileReaders
  /** The folder of pictures that have small forms beside them; the column names the pictures alone. */
  forms?: string
  /** When its turn is in what `inventree check` says: smaller ones come first. */
  turn: number
}

/**
 * Every column that holds the path of a file: a file that none of them names is deleted once rows let go of it. Filled
 * by the registry of modules.
 */
export const FILE_COLUMNS: FileColumn[] = []

/**
 * Every column that holds the path of a file.
 *
 * @throws Error where the registry of modules was not loaded: every file would seem to belong to nothing
 */
export function fileColumns(): readonly FileColumn[] {
  if (FILE_COLUMNS.length === 0) throw new Error('no module has said which columns hold files')
  return FILE_COLUMNS
}
