// refused: Property 'active' is missing in type
import { resource } from '#crud/resource.ts'

export const codes = resource('project_code', 'project_code', {
  className: 'ProjectCode',
  options: {},
  computed: {},
  search: ['code'],
  order: { code: 'code' },
  defaultOrder: ['id'],
  filters: {},
  toJSON: (row) => ({ pk: row.id, code: row.code, description: row.description, active: row.active === 1, responsible: null, responsible_detail: null }),
  write: { columns: { code: 'code', description: 'description', active: 'active', responsible: 'responsible_id' } }
})
