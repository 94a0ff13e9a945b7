import {
  BARCODE,
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  NONE,
  NOTES,
  ONE,
  TREE,
  YES,
  boolean,
  date,
  decimal,
  file,
  integer,
  moment,
  nestedSetFields,
  parent,
  priceBreakFields,
  priceRange,
  rebuilt,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Parts and their categories, as an export has them. */
export const PART_TRANSFER: readonly TransferModel[] = [
  {
    name: 'part.partcategory',
    table: 'part_category',
    unique: [],
    fields: {
      ...METADATA,
      name: text('name'),
      description: text('description', EMPTY),
      parent: parent('parent_id', 'part.partcategory'),
      pathstring: rebuilt('pathstring'),
      default_location: relation('default_location_id', 'stock.stocklocation', MAYBE),
      structural: boolean('structural', NO),
      default_keywords: text('default_keywords', MAYBE),
      _icon: text('icon', NONE),
      ...TREE
    }
  },
  {
    name: 'part.partcategorystar',
    table: 'part_category_star',
    unique: [['category', 'user']],
    fields: { category: relation('category_id', 'part.partcategory'), user: relation('user_id', 'auth.user') }
  },
  {
    name: 'part.part',
    table: 'part',
    unique: [],
    fields: {
      ...METADATA,
      ...NOTES,
      ...BARCODE,
      image: file('image', MAYBE),
      name: text('name'),
      is_template: boolean('is_template', NO),
      variant_of: parent('variant_of_id', 'part.part'),
      description: text('description', EMPTY),
      keywords: text('keywords', MAYBE),
      category: relation('category_id', 'part.partcategory', MAYBE),
      IPN: text('IPN', MAYBE),
      revision: text('revision', MAYBE),
      revision_of: relation('revision_of_id', 'part.part', MAYBE),
      link: text('link', MAYBE),
      default_location: relation('default_location_id', 'stock.stocklocation', MAYBE),
      default_expiry: integer('default_expiry', NO),
      minimum_stock: decimal('minimum_stock', 6, NO),
      maximum_stock: decimal('maximum_stock', 6, NO),
      units: text('units', { ...MAYBE, initial: '' }),
      assembly: boolean('assembly', NO),
      component: boolean('component', YES),
      trackable: boolean('trackable', NO),
      testable: boolean('testable', NO),
      purchaseable: boolean('purchaseable', YES),
      salable: boolean('salable', NO),
      active: boolean('active', YES),
      locked: boolean('locked', NO),
      virtual: boolean('virtual', NO),
      consumable: boolean('consumable', NO),
      bom_validated: boolean('bom_validated', NO),
      bom_checksum: text('bom_checksum', EMPTY),
      bom_checked_by: relation('bom_checked_by_id', 'auth.user', MAYBE),
      bom_checked_date: date('bom_checked_date', MAYBE),
      creation_date: date('creation_date', MAYBE),
      creation_user: relation('creation_user_id', 'auth.user', MAYBE),
      responsible_owner: relation('responsible_owner_id', 'users.owner', MAYBE),
      base_cost: decimal('base_cost', 6, NO),
      multiple: integer('multiple', YES),
      ...nestedSetFields('variant_of_id')
    }
  },
  {
    name: 'part.partstar',
    table: 'part_star',
    unique: [['part', 'user']],
    fields: { part: relation('part_id', 'part.part'), user: relation('user_id', 'auth.user') }
  },
  {
    name: 'part.partcategoryparametertemplate',
    table: 'part_category_parameter',
    unique: [['category', 'template']],
    fields: {
      ...METADATA,
      category: relation('category_id', 'part.partcategory'),
      template: relation('template_id', 'common.parametertemplate'),
      default_value: text('default_value', EMPTY)
    }
  },
  {
    name: 'part.partrelated',
    table: 'part_related',
    unique: [['part_1', 'part_2']],
    fields: {
      ...METADATA,
      part_1: relation('part_1_id', 'part.part'),
      part_2: relation('part_2_id', 'part.part'),
      note: text('note', EMPTY)
    }
  },
  {
    name: 'part.parttesttemplate',
    table: 'part_test_template',
    unique: [],
    fields: {
      ...METADATA,
      part: relation('part_id', 'part.part'),
      test_name: text('test_name'),
      key: text('key', EMPTY),
      description: text('description', NONE),
      enabled: boolean('enabled', YES),
      required: boolean('required', YES),
      requires_value: boolean('requires_value', NO),
      requires_attachment: boolean('requires_attachment', NO),
      choices: text('choices', EMPTY)
    }
  },
  {
    name: 'part.partsellpricebreak',
    table: 'part_sale_price',
    unique: [['part', 'quantity']],
    fields: priceBreakFields('part.part')
  },
  {
    name: 'part.partinternalpricebreak',
    table: 'part_internal_price',
    unique: [['part', 'quantity']],
    fields: priceBreakFields('part.part')
  },
  {
    name: 'part.partpricing',
    table: 'part_pricing',
    unique: [['part']],
    fields: {
      updated: moment('updated', MAYBE),
      currency: text('currency', EMPTY),
      scheduled_for_update: boolean('scheduled_for_update', NO),
      part: relation('part_id', 'part.part'),
      ...priceRange('bom_cost'),
      ...priceRange('purchase_cost'),
      ...priceRange('internal_cost'),
      ...priceRange('supplier_price'),
      ...priceRange('variant_cost'),
      ...priceRange('override'),
      ...priceRange('overall'),
      ...priceRange('sale_price'),
      ...priceRange('sale_history')
    }
  },
  {
    name: 'part.partstocktake',
    table: 'part_stocktake',
    unique: [],
    fields: {
      part: relation('part_id', 'part.part'),
      item_count: integer('item_count', ONE),
      quantity: decimal('quantity', 5, NO),
      date: date('date'),
      ...priceRange('cost')
    }
  }
]
