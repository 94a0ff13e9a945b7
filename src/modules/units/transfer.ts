import { EMPTY, text, type TransferModel } from '#framework/transfer/fields.ts'

/** Units that people added, as an export has them. */
export const UNIT_TRANSFER: readonly TransferModel[] = [
  {
    name: 'common.customunit',
    table: 'custom_unit',
    unique: [['name']],
    fields: {
      name: text('name'),
      symbol: text('symbol', EMPTY),
      definition: text('definition')
    }
  }
]
