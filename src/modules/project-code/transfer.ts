import { EMPTY, MAYBE, METADATA, YES, boolean, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** Project codes, as an export has them. */
export const PROJECT_CODE_TRANSFER: readonly TransferModel[] = [
  {
    name: 'common.projectcode',
    table: 'project_code',
    unique: [['code']],
    fields: {
      ...METADATA,
      code: text('code'),
      description: text('description', EMPTY),
      active: boolean('active', YES),
      responsible: relation('responsible_id', 'users.owner', MAYBE)
    }
  }
]
