import { invalid } from '#contract/errors.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { owner } from '#modules/user/index.ts'

export const projectCode = resource('project_code', 'project_code', {
  className: 'ProjectCode',
  options: {},
  computed: {},
  search: ['code', 'description'],
  order: { code: 'code' },
  defaultOrder: ['id'],
  filters: { active: equals('active') },
  embed: (rows, context) =>
    owner.read(
      context,
      rows.map((row) => row.responsible_id).filter((id) => id !== null)
    ),
  toJSON: (row, owners) => ({
    pk: row.id,
    code: row.code,
    description: row.description,
    active: row.active === 1,
    responsible: row.responsible_id,
    responsible_detail: row.responsible_id === null ? null : owners.get(row.responsible_id)!
  }),
  write: {
    columns: { code: 'code', description: 'description', active: 'active', responsible: 'responsible_id' },
    check: async ({ db, before, body }) => {
      if (body.code === undefined) return
      const taken = await db.selectFrom('project_code').select('id').where('code', '=', body.code).executeTakeFirst()
      if (taken && taken.id !== before?.id)
        throw invalid({ code: ['Project Code with this Project Code already exists.'] })
    }
  }
})
