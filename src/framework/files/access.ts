/** Who may read an uploaded file: whoever may view a record that it belongs to. */
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { Caller } from '#contract/scopes.ts'
import type { MediaAccess } from './media-access.ts'
import { MODELS, permits } from '#framework/models.ts'
import { originalsOf } from './dropped.ts'

/** Where files made on demand lie, below the media folder. */
export const OUTPUT_FOLDER = 'data_output'

/** What a file belongs to. */
interface Owner {
  /** The kind of the record; null for a picture that was uploaded before the record that its notes are for. */
  model: string | null
  /** Whom a file was made for on demand. */
  user_id: number | null
}

/** The kinds of records that point to a file, in one query; every part of it is answered from an index. */
async function ownersOf(db: Database, path: string): Promise<Owner[]> {
  const pictures = sql.join(originalsOf(path))
  const { rows } = await sql<Owner>`
    select 'part' as model, cast(null as integer) as user_id where exists (select 1 from part where image in (${pictures}))
    union all select 'company', null where exists (select 1 from company where image in (${pictures}))
    union all select model_type, null from attachment where attachment = ${path}
    union all select model_type, null from attachment where thumbnail = ${path}
    union all select model_type, null from notes_image where image = ${path}
    union all select 'stockitemtestresult', null where exists (select 1 from stock_test_result where attachment = ${path})
    union all select 'dataoutput', user_id from data_output where output = ${path}`.execute(db)
  return rows
}

/**
 * Whether a caller may read a file.
 *
 * @param path below the media folder, as records hold it
 * @param access who may read attachments and pictures; files made on demand are never for all
 * @returns false also where nothing points to the file, unless the caller is one who looks after the server
 */
export async function mayRead(db: Database, caller: Caller, path: string, access: MediaAccess): Promise<boolean> {
  const owners = await ownersOf(db, path)
  const outputs = owners.filter(({ model }) => model === 'dataoutput')
  if (outputs.length > 0 || path.startsWith(`${OUTPUT_FOLDER}/`))
    return caller.is_staff || outputs.some(({ user_id }) => user_id === caller.id)
  if (access === 'signed-in') return true
  if (owners.length === 0) return caller.is_staff || caller.is_superuser
  return owners.some(({ model }) => model === null || mayView(caller, model))
}

function mayView(caller: Caller, model: string): boolean {
  const kind = MODELS[model]
  return caller.is_superuser || (kind !== undefined && (kind.rulesets.length === 0 || permits(caller, 'view', kind)))
}
