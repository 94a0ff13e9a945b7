// What settings hold that texts are made by: names of parts, batch codes.
import { templateProblem } from '#framework/template.ts'

/** The fields of a part that its shown name may be made of. */
const PART_FIELDS = new Set([
  'id',
  'name',
  'description',
  'keywords',
  'IPN',
  'revision',
  'revision_of',
  'is_template',
  'variant_of',
  'category',
  'link',
  'image',
  'default_location',
  'default_expiry',
  'minimum_stock',
  'maximum_stock',
  'units',
  'assembly',
  'component',
  'trackable',
  'purchaseable',
  'salable',
  'virtual',
  'testable',
  'locked',
  'consumable',
  'active',
  'bom_validated',
  'bom_checksum',
  'bom_checked_by',
  'bom_checked_date',
  'creation_date',
  'creation_user',
  'responsible_owner',
  'base_cost',
  'multiple',
  'notes',
  'barcode_data',
  'barcode_hash',
  'metadata',
  'tags'
])

/** What stands between double braces. */
const blocks = (format: string): string[] =>
  format
    .split('{{')
    .slice(1)
    .filter((piece) => piece.includes('}}'))
    .map((piece) => piece.split('}}')[0]!)

/**
 * What is wrong with a format for the names of parts. One that cannot be read at all passes: names are shown in the
 * usual way then.
 *
 * @returns one sentence; undefined where nothing is wrong
 */
export function nameFormatProblem(format: string): string | undefined {
  for (const block of blocks(format)) {
    const fields = [...block.matchAll(/(?<=part\.)[A-Za-z_]+/g)].map(([field]) => field)
    if (fields.length === 0) return 'At least one field must be present inside a jinja template container i.e {{}}'
    const unknown = fields.find((field) => !PART_FIELDS.has(field))
    if (unknown !== undefined) return `${unknown} does not exist in Part Model`
  }
  return templateProblem(format, 'a name')
}

/**
 * What is wrong with a template for batch codes.
 *
 * @returns one sentence; undefined where nothing is wrong
 */
export const batchTemplateProblem = (template: string): string | undefined => templateProblem(template, 'a batch code')
