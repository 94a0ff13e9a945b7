import { MAYBE, NO, boolean, json, moment, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** What was scanned, as an export has it. */
export const BARCODE_TRANSFER: readonly TransferModel[] = [
  {
    name: 'common.barcodescanresult',
    table: 'barcode_scan',
    unique: [],
    fields: {
      data: text('data'),
      user: relation('user_id', 'auth.user', MAYBE),
      timestamp: moment('timestamp'),
      endpoint: text('endpoint', MAYBE),
      context: json('context', MAYBE),
      response: json('response', MAYBE),
      result: boolean('result', NO)
    }
  }
]
