// refused: is not assignable to type 'never'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'

export const codes = resource('spaceship', 'project_code', {
  className: 'ProjectCode',
  options: {},
  computed: {},
  search: ['code'],
  order: { code: 'code' },
  defaultOrder: ['id'],
  filters: { active: equals('active') },
  toJSON: (row) => ({ pk: row.id, code: row.code, description: row.description, active: row.active === 1, responsible: null, responsible_detail: null }),
  write: { columns: { code: 'code', description: 'description', active: 'active', responsible: 'responsible_id' } }
})
