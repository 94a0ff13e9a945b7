/** Who may see an import, and who may do something with it. */
import { sql, type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely'
import type { DB } from '#db/tables.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { importModelOf } from './models.ts'

export type ImportSession = Selectable<DB['import_session']>

/** How far an import is. */
export const ImportStatus = { MAPPING: 10, IMPORTING: 20, PROCESSING: 30, COMPLETE: 40 } as const

/** The condition of the imports that there are for a caller: their own; for staff, all. */
export const visibleSessions = (
  eb: ExpressionBuilder<DB, 'import_session'>,
  context: RequestContext
): Expression<SqlBool> | undefined =>
  signedIn(context).is_staff ? undefined : eb('import_session.user_id', '=', signedIn(context).id)

/** The condition of what belongs to those imports. */
export const ofVisibleSessions =
  (table: 'import_column' | 'import_row') =>
  (_eb: unknown, context: RequestContext): Expression<SqlBool> | undefined =>
    signedIn(context).is_staff
      ? undefined
      : sql<SqlBool>`${sql.ref(`${table}.session_id`)} in (select id from import_session where user_id = ${signedIn(context).id})`

/**
 * The import with a key.
 *
 * @throws 404 where there is none
 */
export async function findSession(context: RequestContext, id: number): Promise<ImportSession> {
  const session = await context.db.selectFrom('import_session').selectAll().where('id', '=', id).executeTakeFirst()
  if (!session) throw notFound('DataImportSession')
  return session
}

/** Whether an import is the caller's own, or the caller looks after the server. */
export const isForCaller = (context: RequestContext, session: Pick<ImportSession, 'user_id'>): boolean =>
  signedIn(context).is_staff || session.user_id === signedIn(context).id

/**
 * The import with a key, for those that may see it.
 *
 * @throws 404 for others
 */
export async function findOwnSession(context: RequestContext, id: number): Promise<ImportSession> {
  const session = await findSession(context, id)
  if (!isForCaller(context, session)) throw notFound('DataImportSession')
  return session
}

/** @throws 403 where the caller's roles do not permit to change records of a kind */
export function requireChange(context: RequestContext, modelType: string): void {
  const model = importModelOf(modelType)
  if (model && !context.writer(model.change, context).isPermitted) throw forbidden()
}

/** @throws 403 where the caller's roles do not permit what the rows of an import do */
export function requireWrite(context: RequestContext, session: ImportSession): void {
  const model = importModelOf(session.model_type)
  if (!model) return
  const operation = session.update_records ? model.change : model.create
  if (!context.writer(operation, context).isPermitted) throw forbidden()
}

/** A JSON object that a column holds; empty where it holds nothing. */
export const objectIn = (text: string | null): Record<string, unknown> =>
  text === null ? {} : ((JSON.parse(text) as Record<string, unknown> | null) ?? {})
