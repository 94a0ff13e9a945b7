// The form of every list: a record is made by it, shown in its own form, sent unchanged, and deleted.
import assert from 'node:assert/strict'
import type { Report } from '../support.ts'
import type { WebClient } from './client.ts'
import { canMark } from './contract.ts'

/** What a page knows of what its form is about. */
export type Given = Record<string, unknown>

/** Records that were made, by a name for each. */
export type World = Record<string, number>

/** A record that is made by the form of a list. */
interface Made {
  list: string
  /** Under which name others may name it; one without is deleted at once. */
  as?: string
  /** What the page knows of it. */
  given?: (world: World) => Given
  /** What has to be changed before it can be deleted. */
  last?: Given
  /** What is asked of somebody who deletes it. */
  dropped?: Given
}

const template = (name: string): Given => ({ name, content: '<p>{{ part.name }}</p>' })

const KINDS = { is_supplier: true, is_manufacturer: true, is_customer: true }
const PART = { assembly: true, component: true, purchaseable: true, salable: true, testable: true }

/**
 * In the order in which they need each other. Some must not be empty though OPTIONS does not say so, as with the
 * reference: what a test is about, prices, the number of a manufacturer.
 */
const RECORDS: Made[] = [
  { list: 'part/category', as: 'category' },
  {
    list: 'part/category',
    given: ({ category }) => ({ parent: category }),
    dropped: { delete_parts: false, delete_child_categories: false }
  },
  { list: 'stock/location-type' },
  { list: 'stock/location', as: 'place' },
  {
    list: 'stock/location',
    given: ({ place }) => ({ parent: place }),
    dropped: { delete_stock_items: false, delete_sub_locations: false }
  },
  { list: 'project-code' },
  { list: 'units', given: () => ({ name: 'furlong_of_chips', definition: '201 m' }) },
  { list: 'selection', as: 'selection' },
  {
    list: 'generic/status/custom',
    given: () => ({ reference_status: 'StockStatus', logical_key: 10, key: 77, name: 'SOLDERED', model: 32 })
  },
  { list: 'parameter/template', as: 'template' },
  { list: 'parameter/template' },
  { list: 'part/category/parameters', given: ({ category, template }) => ({ category, template }) },
  { list: 'part', as: 'board', given: ({ category }) => ({ category, ...PART, component: false }) },
  { list: 'part', as: 'chip', given: ({ category }) => ({ category, ...PART }) },
  { list: 'part', as: 'spare', given: ({ category }) => ({ category, ...PART }) },
  { list: 'part', given: ({ category }) => ({ category }), last: { active: false } },
  {
    list: 'part',
    given: ({ chip }) => ({ duplicate: { original: chip }, name: 'Chip, once more' }),
    last: { active: false }
  },
  { list: 'part/related', given: ({ board, chip }) => ({ part_1: board, part_2: chip }) },
  {
    list: 'part/test-template',
    as: 'test',
    given: ({ board }) => ({ part: board, description: 'Lights up', required: false })
  },
  { list: 'part/test-template', given: ({ board }) => ({ part: board, description: 'Stays cool' }) },
  { list: 'part/internal-price', given: ({ chip }) => ({ part: chip, price: 2 }) },
  { list: 'part/sale-price', given: ({ chip }) => ({ part: chip, price: 3 }) },
  { list: 'company', as: 'company', given: () => KINDS },
  { list: 'company', given: () => KINDS },
  {
    list: 'parameter',
    given: ({ company, template }) => ({ model_type: 'company.company', model_id: company, template })
  },
  { list: 'company/contact', given: ({ company }) => ({ company }) },
  { list: 'company/address', given: ({ company }) => ({ company }) },
  {
    list: 'company/part/manufacturer',
    given: ({ company, chip }) => ({ manufacturer: company, part: chip, MPN: 'C-1' })
  },
  { list: 'company/part', as: 'offer', given: ({ company, chip }) => ({ supplier: company, part: chip }) },
  { list: 'company/part', given: ({ company, chip }) => ({ supplier: company, part: chip }) },
  { list: 'company/price-break', given: ({ offer }) => ({ part: offer }) },
  { list: 'bom', as: 'line', given: ({ board, chip }) => ({ part: board, sub_part: chip }) },
  { list: 'bom', given: ({ board, spare }) => ({ part: board, sub_part: spare }) },
  { list: 'bom/substitute', given: ({ line, spare }) => ({ bom_item: line, part: spare }) },
  { list: 'stock', as: 'chips', given: ({ chip, place }) => ({ part: chip, location: place, quantity: 100 }) },
  { list: 'stock', as: 'finished', given: ({ board, place }) => ({ part: board, location: place, quantity: 5 }) },
  { list: 'stock', given: ({ chip, place }) => ({ part: chip, location: place }) },
  { list: 'stock/test', given: ({ finished, test }) => ({ stock_item: finished, template: test }) },
  { list: 'build', as: 'build', given: ({ board }) => ({ part: board, quantity: 2 }) },
  { list: 'order/po', as: 'purchase', given: ({ company }) => ({ supplier: company }) },
  { list: 'order/po-line', as: 'bought', given: ({ purchase, offer }) => ({ order: purchase, part: offer }) },
  { list: 'order/po-line', given: ({ purchase, offer }) => ({ order: purchase, part: offer, merge_items: false }) },
  { list: 'order/po-extra-line', given: ({ purchase }) => ({ order: purchase }) },
  { list: 'order/so', as: 'sale', given: ({ company }) => ({ customer: company }) },
  { list: 'order/so-line', as: 'sold', given: ({ sale, chip }) => ({ order: sale, part: chip }) },
  { list: 'order/so-line', given: ({ sale, chip }) => ({ order: sale, part: chip }) },
  { list: 'order/so-extra-line', given: ({ sale }) => ({ order: sale }) },
  { list: 'order/so/shipment', as: 'shipment', given: ({ sale }) => ({ order: sale, reference: '2' }) },
  { list: 'order/so/shipment', given: ({ sale }) => ({ order: sale, reference: '3' }) },
  { list: 'order/ro', as: 'return', given: ({ company }) => ({ customer: company }) },
  { list: 'order/ro-line', as: 'returned', given: ({ return: order, finished }) => ({ order, item: finished }) },
  { list: 'order/ro-line', given: ({ return: order, chips }) => ({ order, item: chips }) },
  { list: 'order/ro-extra-line', given: ({ return: order }) => ({ order }) },
  { list: 'order/transfer-order', as: 'transfer', given: ({ place }) => ({ destination: place }) },
  { list: 'order/transfer-order-line', as: 'moved', given: ({ transfer, chip }) => ({ order: transfer, part: chip }) },
  { list: 'order/transfer-order-line', given: ({ transfer, chip }) => ({ order: transfer, part: chip }) },
  { list: 'attachment', given: ({ board }) => ({ model_type: 'part', model_id: board, link: 'https://example.com/' }) },
  { list: 'label/template', given: () => ({ model_type: 'part', template: template('stand-in.html') }) },
  { list: 'report/template', given: () => ({ model_type: 'part', template: template('stand-in.html') }) },
  { list: 'report/snippet', given: () => ({ snippet: template('stand-in.html') }) },
  { list: 'report/asset', given: () => ({ asset: template('stand-in.txt') }) },
  { list: 'machine', as: 'machine', given: () => ({ machine_type: 'label-printer', driver: 'none' }) },
  { list: 'user/group', as: 'group' },
  { list: 'user/group' },
  { list: 'user', given: () => ({ username: 'otto', is_active: true }) }
]

/**
 * Fills in the form of every list.
 *
 * @returns the records that were kept
 */
export async function checkForms(client: WebClient, report: Report): Promise<World> {
  const world: World = {}
  await report.check('the form of every list makes a record, shows it, and takes it unchanged', async () => {
    const faults: string[] = []
    for (const { list, as, given, last, dropped } of RECORDS)
      try {
        const pk = await client.call<number>('make', `/api/${list}/`, given?.(world) ?? {})
        if (as) world[as] = pk
        else {
          if (last) await client.call('send', 'PATCH', `/api/${list}/${pk}/`, last)
          await client.call('send', 'DELETE', `/api/${list}/${pk}/`, dropped)
          if (canMark(`/api/${list}/`)) {
            const items = [await client.call<number>('make', `/api/${list}/`, given?.(world) ?? {})]
            await client.call('send', 'DELETE', `/api/${list}/`, { items })
          }
        }
      } catch (error) {
        faults.push((error as Error).message.split('\n')[0]!)
      }
    assert.deepEqual(faults, [])
    // Forms are sent before they are filled in, to see what they say then.
    client.quiet(/^400 POST /)
  })
  return world
}
