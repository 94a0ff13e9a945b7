import type { Generated } from 'kysely'
import type { KeptAmount, Flag, PriceBreak, PriceRange, WithMetadata } from './columns.ts'

/** Parts and their categories. */
export interface PartTables {
  part: PartTable
  part_star: StarTable<'part_id'>
  part_category: PartCategoryTable
  part_category_star: StarTable<'category_id'>
  part_category_parameter: PartCategoryParameterTable
  part_related: PartRelatedTable
  part_test_template: PartTestTemplateTable
  part_sale_price: PriceBreak
  part_internal_price: PriceBreak
  part_pricing: PartPricingTable
  part_stocktake: PartStocktakeTable
}

interface PartCategoryTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  parent_id: number | null
  pathstring: Generated<string>
  default_location_id: number | null
  default_keywords: string | null
  structural: Generated<Flag>
  icon: Generated<string>
  /** The nested set: kept by src/framework/crud/tree.ts, never written by hand. */
  lft: Generated<number>
  rght: Generated<number>
  tree_id: Generated<number>
  level: Generated<number>
  metadata: string | null
  /** How many parts lie in it, and how many in all categories below. */
  parts: KeptAmount
  parts_below: KeptAmount
}

interface PartTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  keywords: string | null
  IPN: string | null
  revision: string | null
  revision_of_id: number | null
  is_template: Generated<Flag>
  variant_of_id: number | null
  category_id: number | null
  link: string | null
  image: string | null
  default_location_id: number | null
  /** Days. */
  default_expiry: Generated<number>
  minimum_stock: Generated<number>
  maximum_stock: Generated<number>
  units: string | null
  assembly: Generated<Flag>
  component: Generated<Flag>
  trackable: Generated<Flag>
  testable: Generated<Flag>
  purchaseable: Generated<Flag>
  salable: Generated<Flag>
  active: Generated<Flag>
  locked: Generated<Flag>
  virtual: Generated<Flag>
  consumable: Generated<Flag>
  bom_validated: Generated<Flag>
  bom_checksum: Generated<string>
  bom_checked_by_id: number | null
  /** YYYY-MM-DD */
  bom_checked_date: string | null
  /** YYYY-MM-DD */
  creation_date: string | null
  creation_user_id: number | null
  responsible_owner_id: number | null
  base_cost: Generated<number>
  multiple: Generated<number>
  notes: string | null
  barcode_data: Generated<string>
  barcode_hash: Generated<string>
  metadata: string | null
  in_stock: KeptAmount
  external_stock: KeptAmount
  stock_item_count: KeptAmount
  allocated_to_build_orders: KeptAmount
  allocated_to_sales_orders: KeptAmount
  required_for_build_orders: KeptAmount
  required_for_sales_orders: KeptAmount
  building: KeptAmount
  scheduled_to_build: KeptAmount
  ordering: KeptAmount
  /** What is in stock of all variants below. */
  variant_stock: KeptAmount
}

type StarTable<Target extends string> = { id: Generated<number>; user_id: number } & { [K in Target]: number }

/** A parameter that new parts of a category get. */
interface PartCategoryParameterTable extends WithMetadata {
  id: Generated<number>
  category_id: number
  template_id: number
  default_value: Generated<string>
}

interface PartRelatedTable extends WithMetadata {
  id: Generated<number>
  part_1_id: number
  part_2_id: number
  note: Generated<string>
}

interface PartTestTemplateTable extends WithMetadata {
  id: Generated<number>
  part_id: number
  test_name: string
  /** What `test_name` boils down to; kept in code. */
  key: Generated<string>
  description: Generated<string>
  enabled: Generated<Flag>
  required: Generated<Flag>
  requires_value: Generated<Flag>
  requires_attachment: Generated<Flag>
  choices: Generated<string>
}

/** One row for each part whose prices were ever worked out. */
type PartPricingTable = PriceRange<
  | 'bom_cost'
  | 'purchase_cost'
  | 'internal_cost'
  | 'supplier_price'
  | 'variant_cost'
  | 'override'
  | 'overall'
  | 'sale_price'
  | 'sale_history'
> & {
  id: Generated<number>
  updated: string | null
  currency: Generated<string>
  scheduled_for_update: Generated<Flag>
  part_id: number
}

type PartStocktakeTable = PriceRange<'cost'> & {
  id: Generated<number>
  part_id: number
  item_count: Generated<number>
  quantity: Generated<number>
  /** YYYY-MM-DD */
  date: string
}
