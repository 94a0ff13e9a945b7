import { MAYBE, integer, plain, text, type TransferModel } from '#framework/transfer/fields.ts'

/** States that people added, as an export has them. */
export const STATUS_TRANSFER: readonly TransferModel[] = [
  {
    name: 'common.inventreecustomuserstatemodel',
    table: 'custom_state',
    unique: [
      ['reference_status', 'key'],
      ['reference_status', 'name']
    ],
    fields: {
      key: integer('key'),
      name: text('name'),
      label: text('label'),
      color: text('color', { initial: 'secondary' }),
      logical_key: integer('logical_key'),
      model: plain('model')('model', MAYBE),
      reference_status: text('reference_status')
    }
  }
]
