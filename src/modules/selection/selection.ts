import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import type { Change } from '#crud/definition.ts'
import { lookupMany } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import { now, shownTime } from '#framework/time.ts'
import { entry } from './entry.ts'

async function check({ db, before, body, values }: Change<'selection', 'selection_list'>): Promise<void> {
  if (body.name !== undefined) {
    const duplicate = await db
      .selectFrom('selection_list')
      .select('id')
      .where('name', '=', body.name)
      .executeTakeFirst()
    if (duplicate && duplicate.id !== before?.id)
      throw invalid({ name: ['Selection List with this Name already exists.'] })
  }
  if (before?.locked) throw invalid({ locked: ['Selection list is locked'] })
  values.last_updated = now()
  if (!before) values.created = values.last_updated
}

export const selectionList = resource('selection', 'selection_list', {
  className: 'SelectionList',
  options: { choices: { default: true } },
  computed: {
    entry_count: () => sql<number>`(select count(*) from selection_list_entry as e where e.list_id = selection_list.id)`
  },
  search: [],
  order: {},
  defaultOrder: ['id'],
  filters: {},
  embed: async (rows, context, view) => {
    const owned = await lookupMany(view.choices ? rows.map((row) => row.id) : [], async (keys) =>
      (
        await context.db
          .selectFrom('selection_list_entry')
          .select(['id', 'list_id'])
          .where('list_id', 'in', keys)
          .orderBy('id')
          .execute()
      ).map(({ id, list_id }) => [list_id!, id])
    )
    const firsts = rows.map((row) => row.default_id).filter((id) => id !== null)
    return { owned, entries: await entry.read(context, [...owned.values(), firsts].flat()) }
  },
  toJSON: (row, { owned, entries }, view) => ({
    pk: row.id,
    name: row.name,
    description: row.description,
    active: row.active === 1,
    locked: row.locked === 1,
    source_plugin: row.source_plugin_id,
    source_string: row.source_string,
    default: row.default_id === null ? null : entries.get(row.default_id)!,
    created: shownTime(row.created),
    last_updated: shownTime(row.last_updated),
    ...(view.created ? {} : { entry_count: row.entry_count }),
    ...(view.choices ? { choices: owned.get(row.id)!.map((id) => entries.get(id)!) } : {})
  }),
  write: {
    columns: {
      name: 'name',
      description: 'description',
      active: 'active',
      locked: 'locked',
      source_plugin: 'source_plugin_id',
      source_string: 'source_string'
    },
    check
  }
})
