// What every place of uploaded files can do: one of them is a folder, the other a bucket of an object store.
import type { FastifyInstance } from 'fastify'
import type { Readable } from 'node:stream'
import type { FileContent } from '#contract/files.ts'
import type { StorageUnavailable } from './unavailable.ts'

/** A file that is stored. */
export interface StoredMedia {
  /** Below the place of uploaded files, as records hold it. */
  path: string
  /** In bytes. */
  size: number
  modified: Date
}

/** A stored file that is being read. */
export interface OpenMedia extends Omit<StoredMedia, 'path'> {
  /** Fails where it becomes shorter, or cannot be read on; destroyed where nobody reads it to its end. */
  content: Readable
}

/** How it stands with a place of files. */
export type MediaCondition = 'ok' | 'away' | 'refused'

/** How requests for files are let through. */
export interface MediaRoute {
  /** The addresses below `/media/`; whoever asked was let in by a hook, and the path of the address was looked at. */
  app: FastifyInstance
  /**
   * Headers by which a browser saves a file, or shows it in place.
   *
   * @param path below the place of uploaded files
   */
  headers(path: string): Record<string, string>
}

/**
 * Keeps uploaded files by their paths. Each of its functions throws where the place cannot be used; a path that leads
 * out of it is never followed, and throws.
 */
export interface MediaStorage {
  /** What people call it: the path of the folder, or the address of the bucket. */
  readonly name: string
  /** The folder, where it is one. */
  readonly folder?: string
  /** Makes what must be there before it serves. */
  prepare(): void
  /** Whom to tell when the place cannot be used, and once more when it can again. */
  watch(tell: (trouble: StorageUnavailable | undefined) => void): void
  /**
   * Writes a new file, which is lasting when this is done.
   *
   * @returns false where one has the path; that stays as it was
   */
  create(path: string, content: FileContent): Promise<boolean>
  /** Writes a file, in the place of one that is there. */
  put(path: string, content: string | Buffer): Promise<void>
  /** Lets a file take the place of another, in one step. */
  move(from: string, to: string): Promise<void>
  /**
   * Gives a file a second path.
   *
   * @returns false where one has that path
   */
  alias(from: string, to: string): Promise<boolean>
  has(path: string): Promise<boolean>
  /**
   * The content of a file.
   *
   * @param most how large it may be, in bytes
   * @returns undefined where there is none, or it is larger
   */
  read(path: string, most?: number): Promise<Buffer | undefined>
  /** Begins to read a file; undefined where there is none. */
  open(path: string): Promise<OpenMedia | undefined>
  /** Deletes a file; one that is gone already does no harm. */
  remove(path: string): Promise<void>
  /** Every file, notes among them; in no order. */
  list(): AsyncIterable<StoredMedia>
  /** Writes a small file of the server's own, see `isNote`, or writes it anew. */
  note(path: string, text: string): Promise<void>
  /**
   * The notes whose names begin in this way.
   *
   * @returns none where the place cannot be read
   */
  notes(beginning: string): Promise<StoredMedia[]>
  /**
   * Puts a file beside the place, where no record finds it.
   *
   * @param word stands in the name of where it goes
   * @returns where it lies now
   */
  setAside(path: string, word: string): Promise<string>
  /** Deletes what was begun a day ago or earlier and never finished, where the place keeps such things. */
  deleteUnfinished(): Promise<void>
  /** How it stands with the place, within some seconds. */
  condition(): Promise<MediaCondition>
  /** Lets requests for files through. */
  serve(route: MediaRoute): void
}
