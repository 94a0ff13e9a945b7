import type { Updateable } from 'kysely'
import type { Database, DB } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { FileStore } from '#contract/files.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { RequestFiles } from '#framework/files/files.ts'
import type { MediaStorage } from '#framework/files/storage.ts'
import { HopelessError, type JobEnds } from '#framework/jobs/job.ts'
import { mediaURL } from '#framework/files/names.ts'
import { afterDays, today } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { writeTable, type OutputContent, type WritingRules } from './files.ts'

/** How long files are kept (docs/behaviour/data-output.md#export). */
const DAYS = 5

/** Deletes data outputs that are old, with their files. */
export async function dropOldDataOutputs(db: Database): Promise<void> {
  const old = await db
    .selectFrom('data_output')
    .select(['id', 'output'])
    .where('created', '<', afterDays(-DAYS))
    .execute()
  // In this order a kill in between leaves nothing behind: a file that a row still points to is not deleted.
  await dropFiles(
    db,
    old.map((row) => row.output)
  )
  if (old.length)
    await db
      .deleteFrom('data_output')
      .where(
        'id',
        'in',
        old.map((row) => row.id)
      )
      .execute()
}

/**
 * The module for data outputs, the files that were made on demand.
 *
 * @param media where files lie
 * @param rules how files are written
 * @returns the module's operations, and what makes data outputs
 */
export function dataOutputs(media: MediaStorage, rules: WritingRules = { guardFormulas: true }) {
  const { operations, read } = resource('data_output', 'data_output', {
    className: 'DataOutput',
    options: {},
    computed: {},
    visible: (eb, context) => (signedIn(context).is_staff ? undefined : eb('user_id', '=', signedIn(context).id)),
    search: [],
    order: { pk: 'id', user: 'user_id', plugin: 'plugin', output_type: 'output_type', created: 'created' },
    defaultOrder: ['id'],
    filters: { user: equals('user_id') },
    embed: (rows, { db }) =>
      briefUsers(
        db,
        rows.map((row) => row.user_id)
      ),
    toJSON: (row, users) => ({
      pk: row.id,
      created: row.created,
      user: row.user_id,
      user_detail: row.user_id === null ? null : users.get(row.user_id)!,
      total: row.total,
      progress: row.progress,
      complete: row.complete === 1,
      output_type: row.output_type,
      template_name: row.template_name,
      plugin: row.plugin,
      output: mediaURL(row.output),
      errors: row.errors === null ? null : JSON.parse(row.errors)
    }),
    write: {
      columns: {},
      remove: async (row, db) => {
        await db.deleteFrom('data_output').where('id', '=', row.id).execute()
        await dropFiles(db, [row.output])
      }
    }
  })

  /**
   * Begins a data output for the caller: old ones go with their files. A request that is done once more goes on with the
   * one that it has.
   *
   * @returns its primary key
   */
  const begin = async (
    context: RequestContext,
    output_type: string,
    total: number,
    plugin: string | null = null,
    template_name: string | null = null
  ): Promise<number> => {
    if (context.request.resumes !== null) return context.request.resumes
    await dropOldDataOutputs(context.db)
    return (
      await context.db
        .insertInto('data_output')
        .values({ created: today(), user_id: signedIn(context).id || null, total, output_type, plugin, template_name })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  }

  /**
   * What is done with a data output while its content is being made.
   *
   * @param name what its file shall be called, without the ending
   * @param files those of the request, where its answer waits for the content
   */
  const report = (id: number, name: string, files: FileStore = new RequestFiles(media)) => {
    const set = (db: Database, values: Updateable<DB['data_output']>) =>
      db.updateTable('data_output').set(values).where('id', '=', id).execute()
    return {
      id,
      /** Tells how far it is, in per cent; gives whether anybody is still interested. */
      advance: async (db: Database, progress: number): Promise<boolean> => {
        const [{ numUpdatedRows } = { numUpdatedRows: 0n }] = await set(db, { progress })
        return numUpdatedRows > 0n
      },
      finish: async (db: Database, content: OutputContent) => {
        const output = await writeTable(files, name, content, rules)
        const { numUpdatedRows } = await finished(db, id, { progress: 100, output })
        // It may have been deleted in the meantime, or another process was faster.
        await (numUpdatedRows > 0n ? files.settle() : files.undo())
      },
      /** Deletes what was written of it. */
      undo: () => files.undo(),
      fail: (db: Database, error: string) => set(db, { complete: 1, errors: JSON.stringify({ error }) })
    }
  }

  const shown = async (context: RequestContext, id: number) => (await read(context, [id])).get(id)!

  /** Takes back a data output, where nobody was told of it. */
  const withdraw = async ({ db, request }: RequestContext, id: number): Promise<void> => {
    if (request.resumes === null) await db.deleteFrom('data_output').where('id', '=', id).execute()
  }

  /**
   * Whether a job has to go on with a data output: it is neither finished nor deleted.
   *
   * @throws HopelessError where it failed already
   */
  const isWanted = async (db: Database, id: number): Promise<boolean> => {
    const row = await db
      .selectFrom('data_output')
      .select('errors')
      .where('id', '=', id)
      .where('output', 'is', null)
      // What went to a printer is complete without a file.
      .where((eb) => eb.or([eb('complete', '=', 0), eb('errors', 'is not', null)]))
      .executeTakeFirst()
    if (row?.errors) throw new HopelessError((JSON.parse(row.errors) as { error: string }).error)
    return row !== undefined
  }

  /** Says of a data output that is not finished why it never will be. */
  const giveUp = async (db: Database, id: number | null, error: string): Promise<void> => {
    await db
      .updateTable('data_output')
      .set({ complete: 1, errors: JSON.stringify({ error }) })
      .where('id', 'in', unfinished(db).select('id').where('id', '=', id))
      .execute()
  }

  /** What data outputs tell of the jobs that go on with them. */
  const ends: JobEnds<{ output: number | null }> = {
    failed: ({ output }, db, why) => giveUp(db, output, why),
    dropped: ({ output }, db) => giveUp(db, output, 'It was dropped before it was done.'),
    again: async ({ output }, db) => {
      await db
        .updateTable('data_output')
        .set({ complete: 0, progress: 0, errors: null })
        .where('id', '=', output)
        .where('output', 'is', null)
        .execute()
    }
  }

  return { operations, begin, report, shown, withdraw, isWanted, ends }
}

/** The data outputs of a server. */
export type DataOutputs = ReturnType<typeof dataOutputs>

/** What is done with a data output while its content is being made. */
export type DataOutputReport = ReturnType<DataOutputs['report']>

/**
 * Notes the file of a data output, once: of two processes that made it, the second finds that it has one. What another
 * server said of it meanwhile, which could not know that it was at work, goes.
 */
export const finished = (
  db: Database,
  id: number,
  values: { progress: number; output: string | null }
): Promise<{ numUpdatedRows: bigint }> =>
  db
    .updateTable('data_output')
    .set({ ...values, complete: 1, errors: null })
    .where('id', '=', id)
    .where('output', 'is', null)
    .executeTakeFirst()

/** Those that are neither complete nor failed; what failed said so, and stays incomplete where it is a print. */
const unfinished = (db: Database) => db.selectFrom('data_output').where('complete', '=', 0).where('errors', 'is', null)

/**
 * Data outputs that the server was at work on when it ended, and that no job goes on with, will never be complete: they
 * say so. To be called before it serves.
 */
export const endUnfinished = async (db: Database): Promise<void> => {
  const jobs = await db
    .selectFrom('job')
    .select('arguments')
    .where('state', 'in', ['waiting', 'running'])
    .where('lane', '=', 'long')
    .execute()
  const goOn = jobs.map((job) => (JSON.parse(job.arguments) as { output?: number | null }).output ?? 0)
  await db
    .updateTable('data_output')
    .set({ complete: 1, errors: JSON.stringify({ error: 'The server ended before this was finished.' }) })
    .where(
      'id',
      'in',
      unfinished(db)
        .select('id')
        .where('id', 'not in', [0, ...goOn])
    )
    .execute()
}
