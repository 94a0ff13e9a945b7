import {
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  ONE,
  boolean,
  decimal,
  integer,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** BOMs, as an export has them. */
export const BOM_TRANSFER: readonly TransferModel[] = [
  {
    name: 'part.bomitem',
    table: 'bom_item',
    unique: [],
    fields: {
      ...METADATA,
      part: relation('part_id', 'part.part'),
      sub_part: relation('sub_part_id', 'part.part'),
      raw_amount: text('raw_amount', EMPTY),
      quantity: decimal('quantity', 5, ONE),
      piece_count: integer('piece_count', ONE),
      optional: boolean('optional', NO),
      consumable: boolean('consumable', NO),
      setup_quantity: decimal('setup_quantity', 5, NO),
      attrition: decimal('attrition', 3, NO),
      rounding_multiple: decimal('rounding_multiple', 5, MAYBE),
      reference: text('reference', EMPTY),
      note: text('note', EMPTY),
      checksum: text('checksum', EMPTY),
      validated: boolean('validated', NO),
      inherited: boolean('inherited', NO),
      allow_variants: boolean('allow_variants', NO)
    }
  },
  {
    name: 'part.bomitemsubstitute',
    table: 'bom_substitute',
    unique: [['bom_item', 'part']],
    fields: {
      ...METADATA,
      bom_item: relation('bom_item_id', 'part.bomitem'),
      part: relation('part_id', 'part.part')
    }
  }
]
