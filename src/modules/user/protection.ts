/**
 * What keeps staff below superusers, where the configuration wants it. Without it, as with InvenTree, staff may give
 * the groups that they are in every role, and with the role `admin` change, disable and delete superusers.
 */
import { forbidden } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'

/** Throws 403 where the caller reaches too high; every check is passed by superusers. */
export interface Protection {
  /**
   * Before an account is changed or made.
   *
   * @param before what it is so far; null for a new one
   * @param body what was sent
   */
  account(
    context: RequestContext,
    db: Database,
    before: Account | null,
    body: { is_staff?: boolean; group_ids?: number[] }
  ): Promise<void>
  /** Before an account is deleted. */
  removal(context: RequestContext, account: Account): void
  /** Before a group, or what it permits, is changed or deleted. */
  group(context: RequestContext, db: Database, id: number): Promise<void>
}

interface Account {
  id: number
  is_staff: number
  is_superuser: number
}

const UNPROTECTED: Protection = {
  account: async () => undefined,
  removal: () => undefined,
  group: async () => undefined
}

const groupsOf = async (db: Database, user: number): Promise<Set<number>> =>
  new Set(
    (await db.selectFrom('user_group').select('group_id').where('user_id', '=', user).execute()).map(
      (row) => row.group_id
    )
  )

const PROTECTED: Protection = {
  account: async (context, db, before, body) => {
    const caller = signedIn(context)
    if (caller.is_superuser) return
    if (before?.is_superuser) throw forbidden('Only a superuser may change the account of a superuser')
    if (body.is_staff && !before?.is_staff) throw forbidden('Only a superuser may make somebody staff')
    if (!body.group_ids || before?.id !== caller.id) return
    const own = await groupsOf(db, caller.id)
    if (body.group_ids.some((id) => !own.has(id))) throw forbidden('Only a superuser may put you into a group')
  },
  removal: (context, account) => {
    if (account.is_superuser && !signedIn(context).is_superuser)
      throw forbidden('Only a superuser may delete the account of a superuser')
  },
  group: async (context, db, id) => {
    const caller = signedIn(context)
    if (!caller.is_superuser && (await groupsOf(db, caller.id)).has(id))
      throw forbidden('Only a superuser may change a group that you are in, or what it permits')
  }
}

/** The protection of superusers, or none. */
export const protectionOf = (active: boolean): Protection => (active ? PROTECTED : UNPROTECTED)
