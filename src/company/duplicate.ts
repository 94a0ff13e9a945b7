import type { Scope } from '#contract/scopes.ts'
import { signedIn } from '#contract/scopes.ts'
import { now } from '#src/time.ts'

/** What a POST says of the record to copy from. */
export interface DuplicateOptions { original: number, copy_parameters?: boolean }

/**
 * Gives a new record the parameters of another one, except those whose values may occur only once.
 *
 * @param call inside a transaction
 * @param model the model name, for example `company`
 * @param to the primary key of the new record
 */
export async function copyParameters (call: Scope, model: string, options: DuplicateOptions | undefined, to: number): Promise<void> {
  if (!options || options.copy_parameters === false) return
  const rows = await call.db.selectFrom('parameter').innerJoin('parameter_template', 'parameter_template.id', 'parameter.template_id')
    .select(['template_id', 'data', 'data_numeric', 'note']).where('parameter.model_type', '=', model).where('model_id', '=', options.original)
    .where('unique', '=', 0).orderBy('parameter.id').execute()
  const copies = rows.map((row) => ({ ...row, model_type: model, model_id: to, updated: now(), updated_by_id: signedIn(call).id }))
  if (copies.length) await call.db.insertInto('parameter').values(copies).execute()
}
