import type { Upload } from './media.ts'
import { dictionary } from '#db/dictionary.ts'

/** What goes into a file; what comes chunk by chunk is written so. */
export type FileContent = Buffer | string | AsyncIterable<string | Uint8Array>

/** Keeps the files of one request. What a request stored is gone again if it is refused in the end. */
export interface FileStore {
  /**
   * Writes a new file; no file that exists is ever overwritten, letters are added to the name instead. So
   * they are where its path is too long: then the name is cut.
   *
   * @param folder below the media folder; empty for the media folder itself
   * @param name what the file shall be called; a safe name (see src/framework/files/names.ts)
   * @param forms further files to write beside it, by the word that is put before the ending of the name
   * @returns the path below the media folder
   */
  store(folder: string, name: string, content: FileContent, forms?: Record<string, Buffer>): Promise<string>
  /**
   * Puts other content in the place of a file. It is what it was again if the request is refused.
   *
   * @param path below the media folder; where no file is there, one is made
   */
  replace(path: string, content: string | Buffer): Promise<void>
  /**
   * Gives a file a second name in its folder.
   *
   * @returns the new path; undefined where the name is taken
   */
  alias(path: string, name: string): Promise<string | undefined>
  /** Whether there is such a file. */
  has(path: string): Promise<boolean>
  /** Whether the request stored anything. */
  readonly used: boolean
  /** What the request stored stays for now: it is looked later whether a record names it. */
  keep(): void
  /** What the request stored is named by records that are committed. */
  settle(): Promise<void>
  /** Deletes what the request stored. */
  undo(): Promise<void>
}

/**
 * What is wrong with a file that was sent, by `x-input`; run after the fields were read and before any transaction. The
 * server adds them.
 */
export const UPLOAD_CHECKS: Record<string, (upload: Upload) => Promise<string | undefined>> = dictionary({})

/** The kinds of `x-input` whose values are files. */
export const FILE_INPUTS: ReadonlySet<string> = new Set(['file', 'image', 'attachment', 'template'])

/**
 * The file in a field of a body. The contract's types call it text, for that is what its address is in answers.
 *
 * @returns undefined where the body leaves the field out, null where the file shall go
 */
export const uploadIn = (value: string | null | undefined): Upload | null | undefined =>
  value as unknown as Upload | null | undefined
