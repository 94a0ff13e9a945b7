import { dropFiles } from '#framework/files/dropped.ts'
import { IMPORT_LIMITS } from '#framework/import-limits.ts'
import type { Day } from '#framework/module.ts'
import { afterDays } from '#framework/time.ts'

/** Deletes imports that were begun long ago, with their rows and files; how long, the configuration says. */
export async function dropOldSessions({ db, config }: Day): Promise<void> {
  const old = await db
    .selectFrom('import_session')
    .select(['id', 'data_file'])
    .where('timestamp', '<', afterDays(-(config.importLimits ?? IMPORT_LIMITS).days))
    .execute()
  // In this order a kill in between leaves nothing behind: a file that a row still points to is not deleted.
  await dropFiles(
    db,
    old.map(({ data_file }) => data_file)
  )
  for (const { id } of old) await db.deleteFrom('import_session').where('id', '=', id).execute()
}
