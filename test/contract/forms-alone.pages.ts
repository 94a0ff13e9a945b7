// What a form cannot know: it comes from the page that it opens on, or from whoever fills it in.
import type { Inventory } from '../support/inventory.ts'
import type { Values } from '../web/client/form.js'

interface FromPage {
  why: string
  values: (world: Inventory & { stockModel: number }) => Values
}

const file = (name: string, text: string) => new File([text], name, { type: 'text/plain' })
const template = () => file('page.html', '<p>{{ name }}</p>')

/** What the form of a new record is given, by its list. */
export const GIVEN: Record<string, FromPage> = {
  '/api/part/related/': {
    why: 'the page is that of one of the parts, and another one is looked for',
    values: ({ board, fuse }) => ({ part_1: board, part_2: fuse })
  },
  '/api/bom/substitute/': { why: 'another part than that of the line', values: ({ fuse }) => ({ part: fuse }) },
  '/api/parameter/': {
    why: 'the page is that of the record that has parameters',
    values: ({ board }) => ({ model_type: 'part.part', model_id: board })
  },
  '/api/attachment/': {
    why: 'the page is that of the record; one form is for a file, another for a link',
    values: ({ board }) => ({ model_type: 'part', model_id: board, attachment: file('notes.txt', 'Solder well') })
  },
  '/api/selection/{id}/entry/': {
    why: 'the page is that of the list',
    values: ({ selection }) => ({ list: selection })
  },
  '/api/stock/': { why: 'the page is that of a part', values: ({ board }) => ({ part: board }) },
  '/api/stock/test/': { why: 'the page has a line for each test', values: ({ test }) => ({ template: test }) },
  '/api/build/item/': {
    why: 'the page is that of a line, and offers stock of its part',
    values: ({ buildLine, item }) => ({ build_line: buildLine, stock_item: item })
  },
  '/api/report/template/': { why: 'the file is a template', values: () => ({ template: template() }) },
  '/api/label/template/': { why: 'the file is a template', values: () => ({ template: template() }) },
  '/api/report/snippet/': { why: 'the file is a template', values: () => ({ snippet: template() }) },
  '/api/importer/session/': {
    why: 'the file holds rows, and the page is that of the records that they are about',
    values: () => ({ data_file: file('codes.csv', 'code\nX-1\n'), model_type: 'projectcode' })
  },
  '/api/generic/status/custom/': {
    why: 'the state that the new one counts as is one of its kind',
    values: ({ stockModel }) => ({ key: 511, logical_key: 50, reference_status: 'StockStatus', model: stockModel })
  },
  '/api/units/': { why: 'what a unit is worth is no word', values: () => ({ definition: '3 metre' }) }
}

/** What somebody puts into the form of a copy, so that both can be told apart. */
export const COPIED: Record<string, FromPage> = {
  '/api/part/related/': { why: 'two parts are related once', values: ({ resistor }) => ({ part_2: resistor }) },
  '/api/bom/substitute/': { why: 'a part is a substitute once', values: ({ resistor }) => ({ part: resistor }) },
  '/api/part/sale-price/': { why: 'one price from a quantity on', values: () => ({ quantity: 10 }) },
  '/api/part/internal-price/': { why: 'one price from a quantity on', values: () => ({ quantity: 10 }) },
  '/api/company/price-break/': { why: 'one price from a quantity on', values: () => ({ quantity: 10 }) },
  '/api/part/category/parameters/': { why: 'each template once', values: ({ height }) => ({ template: height }) },
  '/api/parameter/': { why: 'each template once', values: ({ height }) => ({ template: height }) },
  '/api/order/so/shipment/': { why: 'the number is one of its order', values: () => ({ reference: '22' }) },
  '/api/order/ro-line/': { why: 'an item comes back once', values: ({ spare }) => ({ item: spare }) },
  '/api/order/po-line/': { why: 'a copy is a line of its own', values: () => ({ merge_items: false }) },
  '/api/stock/': {
    why: 'new stock takes its serial numbers from another field',
    values: () => ({ serial: undefined })
  },
  '/api/attachment/': { why: 'a file has a name of its own', values: () => ({ filename: undefined }) },
  '/api/generic/status/custom/': { why: 'a state has a key of its own', values: () => ({ key: 522 }) }
}

/** What is meant by texts that are no plain words, by field. */
export const MEANT: Values = {
  units: 'mm',
  icon: 'ti:box:outline',
  custom_icon: 'ti:box:outline',
  pack_quantity: '2',
  raw_amount: '1',
  choices: 'red,green',
  models: ['part']
}

/** What stays empty in a form where everything else is filled in, and why. */
export const LEFT_EMPTY: {
  everywhere: Record<string, string>
  lists: Record<string, { why: string; fields: readonly string[] }>
} = {
  everywhere: {
    status_custom_key: 'pages offer the states that an order can have',
    existing_image: 'the file of a picture that is there already',
    filters: 'pairs of a field and a value'
  },
  lists: {
    '/api/attachment/': { why: 'the file brings its name', fields: ['filename'] },
    '/api/webhooks/': { why: 'a secret is shown once', fields: ['secret'] },
    '/api/importer/session/': {
      why: 'how many rows there are is counted',
      fields: ['completed_row_count_history', 'row_count_history']
    },
    '/api/report/template/': { why: 'when it changes is noted', fields: ['updated'] },
    '/api/label/template/': { why: 'when it changes is noted', fields: ['updated'] },
    '/api/stock/': {
      why: 'an item is in one place, was made by orders for its part, and has no serial number unless it is tracked',
      fields: ['belongs_to', 'customer', 'build', 'consumed_by', 'sales_order', 'serial', 'serial_numbers']
    }
  }
}

/** Fields that hold something again as soon as they are empty, and why. */
export const NEVER_EMPTY: Record<string, string> = {
  pack_quantity: 'one is in a pack unless something else is said',
  status_custom_key: 'an item has a state',
  updated: 'when it changes is noted',
  updated_by: 'who changed it is noted',
  template: 'a result is that of a test',
  list: 'an entry stands below its list'
}

/** Fields that say how a record is made, and that no record has. */
export const NOT_STORED: Record<string, readonly string[]> = {
  '/api/part/': ['copy_category_parameters'],
  '/api/stock/': ['use_pack_size'],
  '/api/order/po-line/': ['merge_items']
}

/** Lists whose records come of something else than a form of their own. */
export const FROM_ELSEWHERE: Record<string, string> = {
  '/api/build/line/': 'follow the bill of materials of the part',
  '/api/order/so-allocation/': 'the form that allocates stock to an order',
  '/api/order/transfer-order-allocation/': 'the form that allocates stock to an order',
  '/api/stock/track/': 'note what became of an item',
  '/api/user/ruleset/': 'come with each group',
  '/api/importer/column-mapping/': 'the columns of an imported file',
  '/api/importer/row/': 'the rows of an imported file'
}

/** Lists with records that change, and not by a form. */
export const NO_FORM: Record<string, string> = {
  '/api/error-report/': 'is read',
  '/api/news/': 'is marked as read',
  '/api/notifications/': 'is marked as read',
  '/api/part/thumbs/': 'a picture is chosen',
  '/api/plugins/{plugin}/settings/': 'a setting has a switch or a field of its own',
  '/api/plugins/{plugin}/user-settings/': 'a setting has a switch or a field of its own',
  '/api/settings/global/': 'a setting has a switch or a field of its own',
  '/api/settings/user/': 'a setting has a switch or a field of its own'
}

/** Records that nobody changes, and why. */
export const FIXED: Record<string, string> = {
  '/api/user/tokens/': 'who has a token could not know what became of it'
}

/** The field that is changed, where it is not the first text; without one, none is. */
export const CHANGED: Record<string, { why: string; field?: string }> = {
  '/api/importer/column-mapping/': { why: 'a column is one of those of the file' },
  '/api/attachment/': { why: 'a file keeps its extension', field: 'comment' },
  '/api/importer/session/': { why: 'how many rows there are is counted', field: 'update_records' },
  '/api/stock/': { why: 'a serial number changes what an item is', field: 'packaging' }
}

/** Fields that note every change, those that change nothing included: everywhere, and of some lists. */
export const NOTES_OF_CHANGES = {
  everywhere: ['updated', 'updated_at', 'updated_by'],
  lists: { '/api/report/template/': ['revision'], '/api/label/template/': ['revision'] } as Record<string, string[]>
}

/** What comes before a deletion, or is said with it. */
export const DELETED: Record<
  string,
  { why: string; before?: [method: string, path: string, body: object]; body?: object }
> = {
  '/api/part/': { why: 'parts in use stay', before: ['PATCH', '', { active: false }] },
  '/api/build/': { why: 'open orders stay', before: ['POST', 'cancel/', {}] },
  '/api/part/category/': {
    why: 'somebody has to say what becomes of what is in it',
    body: { delete_child_categories: false, delete_parts: false }
  },
  '/api/stock/location/': {
    why: 'somebody has to say what becomes of what is in it',
    body: { delete_stock_items: false, delete_sub_locations: false }
  }
}

/** Records that can be read after they were deleted, and why. */
export const KEPT: Record<string, string> = {
  '/api/user/tokens/': 'a token is revoked, so that it is seen who had it'
}
