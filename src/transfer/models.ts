import type { DB } from '#db/tables.ts'
import { RULESET_NAMES } from '#auth/rulesets.ts'

/**
 * What is written to an export and read from one: the models of InvenTree's `export-records` that have a room here.
 *
 * API tokens (`users.apitoken`) are secrets: they are neither exported nor imported.
 *
 * Source of the names, the order and the form of values: the export of the demo data; where it has no record of a
 * model (subscriptions to categories, tags), Django's and taggit's documented fields.
 */

/** What a column holds. */
export type Stored = string | number | null

interface Column {
  column: string
  nullable: boolean
  /** What a record gets that lacks the field; a field without it is required. */
  initial?: Stored
}

/** How a field of an exported record is kept. */
export type ColumnField =
  | Column & { kind: 'text' | 'integer' | 'boolean' | 'json' | 'date' | 'moment' }
  /** The path of a file; Django writes none as an empty text. */
  | Column & { kind: 'file' }
  /** A number, written as text with this many places. */
  | Column & { kind: 'decimal', places: number }
  /** One of a few words; a record with another word is refused, or passed over with its name where it says so. */
  | Column & { kind: 'choice', choices: readonly string[], others: 'refuse' | 'skip' }
  /** Another record, by primary key or natural key; `tree` forbids that a record lies below itself. */
  | Column & { kind: 'relation', model: string, tree?: true }
  /** The name of a model, written with its app (`["part", "part"]`); records about models without a room are passed over. */
  | Column & { kind: 'model', of?: readonly string[] }
  /** The primary key of a record of the model that another field names. */
  | Column & { kind: 'target', type: string }

export type Field = ColumnField
  /** Records of another model, by natural key, in a table of pairs. */
  | { kind: 'members', table: keyof DB, own: string, other: string, model: string }
  /** A column that is rebuilt after an import, whatever the file says. */
  | { kind: 'rebuilt', column: string }
  /** A number of the nested set that is not stored here, computed from this parent column. */
  | { kind: 'nested', parent: string, value: 'lft' | 'rght' | 'tree_id' | 'level' }
  /** Something there is no room for: always written so, and passed over when it is anything else. */
  | { kind: 'constant', value: null | readonly [] }

export interface TransferModel {
  /** As the export names it. */
  name: string
  table: keyof DB
  /** What other records name it by, beside its primary key; exports are written with it unless `readOnly`. */
  natural?: { field: string, readOnly?: true }
  /** Fields whose values no two records share. */
  unique: readonly (readonly string[])[]
  /** In the order in which they are written. */
  fields: Readonly<Record<string, Field>>
}

type Options = Partial<Pick<Column, 'nullable' | 'initial'>>
/** A column; one that may be null starts as null. */
const plain = <Kind extends string>(kind: Kind) => (column: string, options: Options = {}) =>
  ({ kind, column, nullable: false, ...options.nullable ? { initial: null } : {}, ...options })
const [text, integer, boolean, json, date, moment, file] =
  [plain('text'), plain('integer'), plain('boolean'), plain('json'), plain('date'), plain('moment'), plain('file')]
const decimal = (column: string, places: number, options: Options = {}) => ({ ...plain('decimal')(column, options), places })
const relation = (column: string, model: string, options: Options = {}) => ({ ...plain('relation')(column, options), model })
const parent = (column: string, model: string) => ({ ...relation(column, model, MAYBE), tree: true as const })

const MAYBE: Options = { nullable: true }
const EMPTY: Options = { initial: '' }
const NO: Options = { initial: 0 }
const YES: Options = { initial: 1 }
const METADATA = { metadata: json('metadata', MAYBE) }
const BARCODE = { barcode_data: text('barcode_data', EMPTY), barcode_hash: text('barcode_hash', EMPTY) }
const rebuilt = (column: string) => ({ kind: 'rebuilt' as const, column })
const TREE = { lft: rebuilt('lft'), rght: rebuilt('rght'), tree_id: rebuilt('tree_id'), level: rebuilt('level') }
const nested = (value: 'lft' | 'rght' | 'tree_id' | 'level') => ({ kind: 'nested' as const, parent: 'variant_of_id', value })

/** In the order in which records are written: the demo's, with the models that the demo lacks beside their like. */
export const TRANSFER_MODELS: readonly TransferModel[] = [
  {
    name: 'common.inventreesetting',
    table: 'setting',
    unique: [['key']],
    fields: { value: text('value', EMPTY), key: text('key') }
  },
  {
    name: 'taggit.tag',
    table: 'tag',
    natural: { field: 'name', readOnly: true },
    unique: [['name'], ['slug']],
    fields: { name: text('name'), slug: text('slug') }
  },
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
      _icon: text('icon', EMPTY),
      ...TREE
    }
  },
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
  },
  {
    name: 'stock.stocklocationtype',
    table: 'stock_location_type',
    unique: [],
    fields: { ...METADATA, name: text('name'), description: text('description', EMPTY), icon: text('icon', EMPTY) }
  },
  {
    name: 'stock.stocklocation',
    table: 'stock_location',
    unique: [],
    fields: {
      ...METADATA,
      name: text('name'),
      description: text('description', EMPTY),
      parent: parent('parent_id', 'stock.stocklocation'),
      pathstring: rebuilt('pathstring'),
      ...BARCODE,
      custom_icon: text('icon', MAYBE),
      owner: relation('owner_id', 'users.owner', MAYBE),
      structural: boolean('structural', NO),
      external: boolean('external', NO),
      location_type: relation('location_type_id', 'stock.stocklocationtype', MAYBE),
      ...TREE
    }
  },
  {
    name: 'users.owner',
    table: 'owner',
    unique: [['owner_type', 'owner_id']],
    fields: {
      owner_type: { ...plain('model')('owner_model'), of: ['auth.user', 'auth.group'] },
      owner_id: { ...plain('target')('owner_id'), type: 'owner_type' }
    }
  },
  {
    name: 'auth.group',
    table: 'group',
    natural: { field: 'name' },
    unique: [['name']],
    // Permissions follow from the rulesets.
    fields: { name: text('name'), permissions: { kind: 'constant', value: [] } }
  },
  {
    name: 'auth.user',
    table: 'user',
    natural: { field: 'username' },
    unique: [['username']],
    fields: {
      password: text('password', EMPTY),
      last_login: moment('last_login', MAYBE),
      is_superuser: boolean('is_superuser', NO),
      username: text('username'),
      first_name: text('first_name', EMPTY),
      last_name: text('last_name', EMPTY),
      email: text('email', EMPTY),
      is_staff: boolean('is_staff', NO),
      is_active: boolean('is_active', YES),
      date_joined: moment('date_joined'),
      groups: { kind: 'members', table: 'user_group', own: 'user_id', other: 'group_id', model: 'auth.group' },
      user_permissions: { kind: 'constant', value: [] }
    }
  },
  {
    name: 'users.userprofile',
    table: 'user_profile',
    unique: [['user']],
    fields: {
      ...METADATA,
      user: relation('user_id', 'auth.user'),
      language: text('language', MAYBE),
      theme: json('theme', MAYBE),
      widgets: json('widgets', MAYBE),
      displayname: text('displayname', MAYBE),
      position: text('position', MAYBE),
      status: text('status', MAYBE),
      location: text('location', MAYBE),
      active: boolean('active', YES),
      contact: text('contact', MAYBE),
      type: { ...plain('choice')('type', { initial: 'internal' }), choices: ['bot', 'internal', 'external', 'guest'], others: 'refuse' },
      organisation: text('organisation', MAYBE),
      primary_group: relation('primary_group_id', 'auth.group', MAYBE)
    }
  },
  {
    name: 'users.ruleset',
    table: 'ruleset',
    unique: [['group', 'name']],
    fields: {
      // Older releases had other rulesets too.
      name: { ...plain('choice')('name'), choices: RULESET_NAMES, others: 'skip' },
      group: relation('group_id', 'auth.group'),
      can_view: boolean('can_view', NO),
      can_add: boolean('can_add', NO),
      can_change: boolean('can_change', NO),
      can_delete: boolean('can_delete', NO)
    }
  },
  {
    name: 'part.partcategorystar',
    table: 'part_category_star',
    unique: [['category', 'user']],
    fields: { category: relation('category_id', 'part.partcategory'), user: relation('user_id', 'auth.user') }
  },
  {
    name: 'part.partstar',
    table: 'part_star',
    unique: [['part', 'user']],
    fields: { part: relation('part_id', 'part.part'), user: relation('user_id', 'auth.user') }
  },
  {
    name: 'part.part',
    table: 'part',
    unique: [],
    fields: {
      ...METADATA,
      notes: text('notes', MAYBE),
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
      units: text('units', MAYBE),
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
      lft: nested('lft'),
      rght: nested('rght'),
      tree_id: nested('tree_id'),
      level: nested('level')
    }
  },
  {
    name: 'taggit.taggeditem',
    table: 'tagged_item',
    unique: [['content_type', 'object_id', 'tag']],
    fields: {
      tag: relation('tag_id', 'taggit.tag'),
      content_type: plain('model')('model'),
      object_id: { ...plain('target')('object_id'), type: 'content_type' }
    }
  },
  {
    name: 'common.inventreeusersetting',
    table: 'user_setting',
    unique: [['key', 'user']],
    fields: { value: text('value', EMPTY), key: text('key'), user: relation('user_id', 'auth.user') }
  }
]

export const MODEL_BY_NAME: ReadonlyMap<string, TransferModel> = new Map(TRANSFER_MODELS.map((model) => [model.name, model]))

/** The last part of a model's name, as the tables keep it, with its full name. */
export const FULL_NAMES: ReadonlyMap<string, string> = new Map(TRANSFER_MODELS.map(({ name }) => [name.split('.')[1]!, name]))
