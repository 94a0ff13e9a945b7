import type { Updateable } from 'kysely'
import type { Database, DB } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { ExportTable } from '#contract/export.ts'
import type { FileStore } from '#contract/files.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { RequestFiles } from '#framework/files/files.ts'
import { mediaURL } from '#framework/files/names.ts'
import { MODELS } from '#framework/models.ts'
import { afterDays, today } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { WorkQueue } from '#framework/queue.ts'
import { writeTable, type OutputContent } from './files.ts'

/** How long files are kept (docs/behaviour/data-output.md#export). */
const DAYS = 5

/** How many lists are written to files at once, and how many wait for that. */
const [AT_ONCE, WAITING] = [2, 8]

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
 * @param mediaRoot the folder for files
 * @returns the module's operations; `exported`, which writes an exported list to a file and answers with its data
 *   output; and what makes data outputs of other kinds
 */
export function dataOutputs(mediaRoot: string) {
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

  /** Begins a data output for the caller: old ones go with their files. Gives its primary key. */
  const begin = async (
    context: RequestContext,
    output_type: string,
    total: number,
    plugin: string | null = null
  ): Promise<number> => {
    await dropOldDataOutputs(context.db)
    return (
      await context.db
        .insertInto('data_output')
        .values({ created: today(), user_id: signedIn(context).id, total, output_type, plugin })
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
  const report = (id: number, name: string, files: FileStore = new RequestFiles(mediaRoot)) => {
    const set = (db: Database, values: Updateable<DB['data_output']>) =>
      db.updateTable('data_output').set(values).where('id', '=', id).execute()
    return {
      id,
      advance: (db: Database, progress: number) => set(db, { progress }),
      finish: async (db: Database, content: OutputContent) => {
        const { total } =
          (await db.selectFrom('data_output').select('total').where('id', '=', id).executeTakeFirst()) ?? {}
        // It may have been deleted in the meantime.
        if (total === undefined) return
        await set(db, { progress: total, complete: 1, output: await writeTable(files, name, content) })
        await files.settle()
      },
      fail: (db: Database, error: string) => set(db, { complete: 1, errors: JSON.stringify({ error }) })
    }
  }

  const shown = async (context: RequestContext, id: number) => (await read(context, [id])).get(id)!

  const queue = new WorkQueue(
    { running: AT_ONCE, waiting: WAITING },
    { detail: 'The server is at work on as many files as it can be. Try again in a minute.', seconds: 30 }
  )

  const exported = (context: RequestContext, read: () => Promise<ExportTable>): Promise<unknown> =>
    queue.run(async () => {
      const table = await read()
      const { className } = Object.values(MODELS).find(({ api }) => api === table.path)!
      const id = await begin(context, 'export', table.total, table.plugin)
      const file = report(id, `InvenTree_${className}_${today()}`, context.files)
      try {
        await file.finish(context.db, table)
      } catch (error) {
        await file.fail(context.db, 'The file could not be written; the log of the server says why.')
        throw error
      }
      return await shown(context, id)
    })

  return { operations, exported, begin, report, shown }
}

/** The data outputs of a server. */
export type DataOutputs = ReturnType<typeof dataOutputs>

/**
 * Data outputs that the server was at work on when it ended will never be complete: they say so. To be called before it
 * serves.
 */
export const endUnfinished = (db: Database) =>
  db
    .updateTable('data_output')
    .set({ complete: 1, errors: JSON.stringify({ error: 'The server ended before this was finished.' }) })
    .where('complete', '=', 0)
    .execute()
