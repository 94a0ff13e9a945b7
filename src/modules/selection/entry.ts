import { forbidden, invalid } from '#contract/errors.ts'
import { equals, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import type { Database } from '#db/database.ts'

const LOCKED = 'Selection list is locked'

/** Whether one of these lists is locked. */
async function anyLocked(db: Database, ids: (number | null | undefined)[]): Promise<boolean> {
  const lists = ids.filter((id) => id !== null && id !== undefined)
  return (
    lists.length > 0 &&
    (await db
      .selectFrom('selection_list')
      .select('id')
      .where('id', 'in', lists)
      .where('locked', '=', 1)
      .executeTakeFirst()) !== undefined
  )
}

async function check({ db, before, body }: Change<'selection_entry', 'selection_list_entry'>): Promise<void> {
  const list = body.list === undefined ? (before?.list_id ?? null) : body.list
  if (await anyLocked(db, [list, before?.list_id])) throw invalid({ list: [LOCKED] })
}

export const entry = resource('selection_entry', 'selection_list_entry', {
  className: 'SelectionListEntry',
  options: {},
  computed: {},
  key: 'entrypk',
  parent: { table: 'selection_list', param: 'id', column: 'list_id', className: 'SelectionList', narrows: true },
  search: ['label', 'description'],
  order: { list: 'list_id', label: 'label', active: 'active' },
  defaultOrder: ['id'],
  filters: { active: equals('active'), value: equals('value'), list: equals('list_id') },
  toJSON: (row) => ({
    id: row.id,
    value: row.value,
    label: row.label,
    description: row.description,
    active: row.active === 1,
    list: row.list_id
  }),
  write: {
    columns: { value: 'value', label: 'label', description: 'description', active: 'active', list: 'list_id' },
    unique: [['list', 'value']],
    check,
    remove: async (row, db) => {
      if (await anyLocked(db, [row.list_id])) throw forbidden(LOCKED)
      await db.deleteFrom('selection_list_entry').where('id', '=', row.id).execute()
    }
  }
})
