// Attachments as earlier releases wrote them: in a table for each kind of record.
import { moved, type Translation, type Translations } from '#framework/transfer/translate.ts'

/** The table, the kind of record, and the field that named it. */
const TABLES: [model: string, of: string, field: string][] = [
  ['build.buildorderattachment', 'build', 'build'],
  ['company.companyattachment', 'company', 'company'],
  ['company.manufacturerpartattachment', 'manufacturerpart', 'manufacturer_part'],
  ['order.purchaseorderattachment', 'purchaseorder', 'order'],
  ['order.salesorderattachment', 'salesorder', 'order'],
  ['order.returnorderattachment', 'returnorder', 'order'],
  ['part.partattachment', 'part', 'part'],
  ['stock.stockitemattachment', 'stockitem', 'stock_item']
]

const attachments: readonly Translation[] = TABLES.map(([model, of, field]) =>
  moved(model, 'common.attachment', ({ fields }) => ({
    model_type: of,
    model_id: fields[field],
    attachment: fields.attachment ?? '',
    link: fields.link ?? null,
    comment: fields.comment ?? '',
    upload_user: fields.user ?? null,
    upload_date: fields.upload_date ?? null,
    metadata: fields.metadata ?? null
  }))
)

/** Attachments, from release to release. */
export const ATTACHMENT_EARLIER: Translations = { '0.16': attachments }
