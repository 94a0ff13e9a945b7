/** Who may read an uploaded file: whoever may view a record that it belongs to. */
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import type { Caller } from '#contract/scopes.ts'
import type { MediaAccess } from './media-access.ts'
import { MODELS, permits } from '#framework/models.ts'
import { fileColumns, type FileColumn } from './columns.ts'
import { originalsOf } from './dropped.ts'

/** Where files made on demand lie, below the media folder. */
export const OUTPUT_FOLDER = 'data_output'

/** What a file belongs to. */
interface Owner {
  /**
   * The kind of the record; null for a picture that was uploaded before the record that its notes are for, and for what
   * everybody may read.
   */
  model: string | null
  /** Whom a file was made for on demand. */
  user_id: number | null
  /** 1 where it was made on demand. */
  output: number
}

/** What the rows of one column say of a file. */
function ownersIn({ table, column, readers, forms }: FileColumn, path: string): RawBuilder<Owner> {
  const paths = forms === undefined ? [path] : originalsOf(path)
  const rows = sql`from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(paths)})`
  if (readers === 'everybody')
    return sql`select cast(null as text) as model, cast(null as integer) as user_id, 0 as output where exists (select 1 ${rows})`
  if ('model' in readers)
    return sql`select ${sql.lit(readers.model)} as model, cast(null as integer) as user_id, 0 as output where exists (select 1 ${rows})`
  if ('modelColumn' in readers)
    return sql`select ${sql.ref(readers.modelColumn)} as model, cast(null as integer) as user_id, 0 as output ${rows}`
  return sql`select cast(null as text) as model, ${sql.ref(readers.userColumn)} as user_id, 1 as output ${rows}`
}

/** The kinds of records that point to a file, in one query; every part of it is answered from an index. */
async function ownersOf(db: Database, path: string): Promise<Owner[]> {
  const owners = fileColumns().map((column) => ownersIn(column, path))
  const { rows } = await sql<Owner>`${sql.join(owners, sql` union all `)}`.execute(db)
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
  const outputs = owners.filter(({ output }) => output === 1)
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
