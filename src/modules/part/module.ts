import { PART_NOTIFICATIONS } from './changed.ts'
import { STOCKTAKE_EXPORTER_PLUGIN } from './plugin.ts'
import { drain } from '#framework/background.ts'
import { older } from '#framework/daily.ts'
import type { Module } from '#framework/module.ts'
import { stocktakeExporter } from './exporter.ts'
import { partOperations } from './operations.ts'
import { part } from './part.ts'
import { allPricesJob, stalePrices } from './pricing/recalculate.ts'
import { stocktakeWhenDue } from './stocktake.daily.ts'
import { stocktakeJob } from './stocktake.generate.ts'
import { PART_TRANSFER } from './transfer.ts'
import { PART_EARLIER } from './transfer.earlier.ts'

/** Parts and their categories, prices, tests, relations and stocktake. */
export const partModule = {
  name: 'part',
  models: {
    part: {
      table: 'part',
      className: 'Part',
      rulesets: ['part', 'build'],
      subsets: {
        template: 'is_template',
        assembly: 'assembly',
        component: 'component',
        testable: 'testable',
        trackable: 'trackable',
        purchaseable: 'purchaseable',
        salable: 'salable',
        virtual: 'virtual',
        active: 'active'
      },
      api: '/api/part/'
    },
    partcategory: {
      table: 'part_category',
      className: 'PartCategory',
      rulesets: ['part_category', 'build'],
      api: '/api/part/category/'
    },
    partcategoryparametertemplate: {
      table: 'part_category_parameter',
      className: 'PartCategoryParameterTemplate',
      rulesets: ['part_category'],
      api: '/api/part/category/parameters/'
    },
    partrelated: { table: 'part_related', className: 'PartRelated', rulesets: ['part'], api: '/api/part/related/' },
    parttesttemplate: {
      table: 'part_test_template',
      className: 'PartTestTemplate',
      rulesets: ['part'],
      api: '/api/part/test-template/'
    },
    partsellpricebreak: {
      table: 'part_sale_price',
      className: 'PartSellPriceBreak',
      rulesets: ['part'],
      api: '/api/part/sale-price/'
    },
    partinternalpricebreak: {
      table: 'part_internal_price',
      className: 'PartInternalPriceBreak',
      rulesets: ['part'],
      api: '/api/part/internal-price/'
    },
    partpricing: { table: 'part_pricing', className: 'PartPricing', rulesets: ['part'], api: '/api/part/pricing/' },
    partstocktake: {
      table: 'part_stocktake',
      className: 'PartStocktake',
      rulesets: ['part'],
      api: '/api/part/stocktake/'
    }
  },
  instances: {
    part: part.read
  },
  pages: {
    part: '/web/part/'
  },
  barcodes: {
    part: 'PA'
  },
  lookups: {
    part: ['IPN', 'name', 'barcode_hash'],
    partcategory: ['name', 'pathstring'],
    partcategoryparametertemplate: [],
    partrelated: [],
    parttesttemplate: ['key']
  },
  daily: [
    {
      what: 'old stocktake entries',
      turn: 10,
      work: older('part_stocktake', 'date', 'STOCKTAKE_DELETE_DAYS', 'STOCKTAKE_DELETE_OLD_ENTRIES')
    },
    {
      what: 'the stocktake',
      turn: 30,
      work: stocktakeWhenDue
    },
    {
      what: 'old prices',
      turn: 31,
      work: ({ db, settings, stopped }) => drain(stalePrices(db, settings), stopped)
    }
  ],
  trees: ['part_category'],
  chains: [{ table: 'part', column: 'variant_of_id' }],
  rules: [{ table: 'part', broken: 'variant_of_id = id', text: 'is a variant of itself', turn: 30 }],
  files: [{ table: 'part', column: 'image', readers: { model: 'part' }, forms: 'part_images', turn: 10 }],
  plugins: [PART_NOTIFICATIONS, STOCKTAKE_EXPORTER_PLUGIN],
  transfer: PART_TRANSFER,
  earlier: PART_EARLIER,
  exporters: { 'inventree-stocktake-exporter': stocktakeExporter },
  jobs: ({ settings, outputs }) => [allPricesJob(settings), stocktakeJob(settings, outputs)],
  operations: ({ outputs, background }) => partOperations(outputs, background)
} satisfies Module
