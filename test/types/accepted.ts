// What the programs in refused/ are variations of; this one is right.
import type { Handler } from '#contract/types.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'

export const codes = resource('project_code', 'project_code', {
  className: 'ProjectCode',
  options: {},
  computed: {},
  search: ['code'],
  order: { code: 'code' },
  defaultOrder: ['id'],
  filters: { active: equals('active') },
  toJSON: (row) => ({
    pk: row.id,
    code: row.code,
    description: row.description,
    active: row.active === 1,
    responsible: null,
    responsible_detail: null
  }),
  write: { columns: { code: 'code', description: 'description', active: 'active', responsible: 'responsible_id' } }
})

export const health: Handler<'system_health_retrieve'> = (_call, send) => send(200, { status: 'ok' })

export const revoke: Handler<'user_tokens_destroy'> = (_call, send) => send(204)
