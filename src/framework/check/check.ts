import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { MediaStorage } from '#framework/files/storage.ts'

/** What a check looks at. */
export interface CheckContext {
  db: Database
  /** Where the uploaded files lie. */
  media: MediaStorage
  /** Files and folders that are for the server's user alone. */
  own?: readonly string[]
  /** Folders beside whose files backups and restores work. */
  workFolders?: readonly string[]
}

/** Something that is wrong. */
export interface Problem {
  /** What is wrong, in one line. */
  text: string
  /** Puts it right; gives one line about what was done. Missing where only a person can decide. */
  mend?(context: CheckContext): Promise<string>
}

/** One thing that is looked at. */
export interface ConsistencyCheck {
  /** What has to be right, as one would say it. */
  name: string
  look(context: CheckContext): Promise<Problem[]>
}

/** A rule that holds for every record of a table by itself. */
export interface RecordRule {
  table: keyof DB
  /** The condition that finds what breaks it. */
  broken: string
  /** What is wrong then; the record stands before it. */
  text: string
  /** When its turn is in what `inventree check` says: smaller ones come first. */
  turn: number
}

/** A table that names records by the model's name and a primary key, which no foreign key guards. */
export interface LooseReference {
  table: keyof DB
  modelColumn: string
  idColumn: string
  /** What a row of it is, such as `a tag`. */
  word: string
  /** When its turn is in what `inventree check` says: smaller ones come first. */
  turn: number
}

/** A column by which records of a table name others of the same table, up to one that names none. */
export interface Chain {
  table: keyof DB
  column: string
}

/** What came of a check. */
export interface Outcome {
  name: string
  problems: { text: string; mended: string | null }[]
  /** True where damage of the database kept it from being looked at. */
  damaged?: true
}
