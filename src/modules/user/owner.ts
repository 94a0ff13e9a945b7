import { sql, type Expression } from 'kysely'
import { resource } from '#crud/resource.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Builder } from '#crud/definition.ts'

/**
 * The name that an owner goes by: of the group, or of the user; the full one where the settings say so
 * (docs/behaviour/user.md#owners).
 */
function nameOf(_eb: Builder<'owner'>, { settings }: RequestContext): Expression<string> {
  const full = sql<string>`trim(u.first_name || ' ' || u.last_name)`
  const user = settings.flag('DISPLAY_FULL_NAMES')
    ? sql<string>`coalesce(nullif(${full}, ''), u.username)`
    : sql<string>`u.username`
  return sql<string>`case owner.owner_model
    when 'group' then (select g.name from "group" g where g.id = owner.owner_id)
    else (select ${user} from "user" u where u.id = owner.owner_id) end`
}

export const owner = resource('user_owner', 'owner', {
  className: 'Owner',
  options: {},
  computed: { name: nameOf },
  computedBy: ({ settings }) => settings.text('DISPLAY_FULL_NAMES'),
  search: [(eb, match, context) => match(nameOf(eb, context))],
  order: {},
  defaultOrder: ['id'],
  filters: {
    // Groups always stay; where no user is of the kind asked for, the list stays whole (as with the reference server).
    is_active: (_eb, yes) => sql`(owner.owner_model = 'group'
      or exists (select 1 from "user" u where u.id = owner.owner_id and u.is_active = ${Number(yes)})
      or not exists (select 1 from "user" u where u.is_active = ${Number(yes)}))`
  },
  toJSON: (row) => ({
    pk: row.id,
    owner_id: row.owner_id,
    owner_model: row.owner_model,
    name: row.name,
    label: row.owner_model
  })
})
