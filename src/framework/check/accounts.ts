import { completeAccounts, incompleteAccounts } from '#auth/accounts.ts'
import { VERBS } from '#contract/scopes.ts'
import { withImplications } from '#auth/rulesets.ts'
import type { ConsistencyCheck, Problem, CheckContext } from './check.ts'

async function incomplete({ db }: CheckContext): Promise<Problem[]> {
  return (await incompleteAccounts(db)).map((text) => ({
    text,
    mend: async (context) => {
      await context.db.transaction().execute((trx) => completeAccounts(trx))
      return 'added'
    }
  }))
}

async function impossibleRoles({ db }: CheckContext): Promise<Problem[]> {
  const rulesets = await db
    .selectFrom('ruleset')
    .innerJoin('group', 'group.id', 'ruleset.group_id')
    .select(['ruleset.id', 'ruleset.name', 'group.name as group', 'can_view', 'can_add', 'can_change', 'can_delete'])
    .orderBy('ruleset.id')
    .execute()
  return rulesets.flatMap((row) => {
    const right = withImplications(row)
    const lacking = VERBS.filter((verb) => !row[`can_${verb}`] && right[`can_${verb}`])
    if (lacking.length === 0) return []
    return [
      {
        text: `the role ${row.name} of the group ${row.group} permits what needs ${lacking.join(' and ')} without that`,
        mend: async (context) => {
          await context.db
            .updateTable('ruleset')
            .set(Object.fromEntries(lacking.map((verb) => [`can_${verb}`, 1])))
            .where('id', '=', row.id)
            .execute()
          return `it permits ${lacking.join(' and ')} too now`
        }
      } satisfies Problem
    ]
  })
}

async function nobody({ db }: CheckContext): Promise<Problem[]> {
  const users = await db.selectFrom('user').select(['is_superuser', 'is_active']).execute()
  if (users.length === 0 || users.some((user) => user.is_superuser && user.is_active)) return []
  return [{ text: 'no active user is a superuser: make one with "inventree user change NAME --superuser"' }]
}

export const ACCOUNT_CHECKS: ConsistencyCheck[] = [
  { name: 'users and groups are complete', look: incomplete },
  { name: 'roles make sense', look: impossibleRoles },
  { name: 'somebody can administer the server', look: nobody }
]
