import { invalid } from '#contract/errors.ts'
import { lookupMany } from '#crud/lookup.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { completeGroup, deleteGroup } from '#auth/accounts.ts'
import { grantedBy, RULESETS, withImplications, type Flags, type RulesetName } from '#auth/rulesets.ts'
import type { Selectable } from 'kysely'
import type { DB } from '#db/tables.ts'
import { permissionsOf } from './permissions.ts'
import type { Protection } from './protection.ts'

const rulesetJSON = (row: Selectable<DB['ruleset']>) => ({
  pk: row.id,
  name: row.name as RulesetName,
  label: RULESETS[row.name as RulesetName],
  group: row.group_id,
  can_view: row.can_view === 1,
  can_add: row.can_add === 1,
  can_change: row.can_change === 1,
  can_delete: row.can_delete === 1
})

/** The groups of users. */
export const groups = (protection: Protection) =>
  resource('user_group', 'group', {
    className: 'Group',
    options: { role_detail: { default: true }, permission_detail: { default: false }, user_detail: { default: false } },
    computed: {},
    search: ['name'],
    order: { name: 'name' },
    defaultOrder: ['id'],
    filters: {},
    embed: async (rows, { db }, view) => {
      const ids = rows.map((row) => row.id)
      return {
        rulesets: await lookupMany(view.role_detail || view.permission_detail ? ids : [], async (keys) =>
          (await db.selectFrom('ruleset').selectAll().where('group_id', 'in', keys).orderBy('id').execute()).map(
            (row) => [row.group_id, row]
          )
        ),
        users: await lookupMany(view.user_detail ? ids : [], async (keys) =>
          (
            await db
              .selectFrom('user_group')
              .innerJoin('user', 'user.id', 'user_group.user_id')
              .select(['user_group.group_id', 'user.id', 'username', 'first_name', 'last_name', 'email'])
              .where('user_group.group_id', 'in', keys)
              .orderBy('user.id')
              .execute()
          ).map(({ group_id, id, ...rest }) => [group_id, { pk: id, ...rest }])
        )
      }
    },
    toJSON: (row, { rulesets, users }, view) => ({
      pk: row.id,
      name: row.name,
      ...(view.role_detail ? { roles: rulesets.get(row.id)!.map(rulesetJSON) } : {}),
      ...(view.permission_detail ? { permissions: permissionsOf(grantedBy(rulesets.get(row.id)!)) } : {}),
      ...(view.user_detail ? { users: users.get(row.id)! } : {})
    }),
    write: {
      columns: { name: 'name' },
      check: async ({ context, db, before, body }) => {
        if (before) await protection.group(context, db, before.id)
        if (body.name === undefined) return
        const taken = await db.selectFrom('group').select('id').where('name', '=', body.name).executeTakeFirst()
        if (taken && taken.id !== before?.id) throw invalid({ name: ['group with this name already exists.'] })
      },
      saved: ({ db }, id) => completeGroup(db, id),
      remove: async (row, db, context) => {
        await protection.group(context, db, row.id)
        await deleteGroup(db, row.id)
      }
    }
  })

/** What groups permit. */
export const rulesets = (protection: Protection) =>
  resource('user_ruleset', 'ruleset', {
    className: 'RuleSet',
    options: {},
    computed: {},
    search: ['name'],
    order: { name: 'name' },
    defaultOrder: ['id'],
    filters: { group: equals('group_id'), name: equals('name') },
    toJSON: rulesetJSON,
    write: {
      columns: { can_view: 'can_view', can_add: 'can_add', can_change: 'can_change', can_delete: 'can_delete' },
      check: async (change) => {
        await protection.group(change.context, change.db, change.before!.group_id)
        change.values = withImplications({ ...change.before!, ...change.values } as Flags)
      },
      remove: async (row, db, context) => {
        await protection.group(context, db, row.group_id)
        await db.deleteFrom('ruleset').where('id', '=', row.id).execute()
      }
    }
  })
