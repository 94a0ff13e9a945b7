import type { Database } from '#db/database.ts'

/** What a check looks at. */
export interface CheckContext {
  db: Database
  /** The folder with the uploaded files. */
  mediaRoot: string
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

/** What came of a check. */
export interface Outcome {
  name: string
  problems: { text: string; mended: string | null }[]
  /** True where damage of the database kept it from being looked at. */
  damaged?: true
}
