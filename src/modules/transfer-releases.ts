/**
 * What releases of InvenTree changed in the form of an export, and how what earlier ones wrote is read; the releases
 * stand in the order in which their changes are applied. docs/behaviour/transfer.md tells the same in words.
 */
import { computed, gone, renamed, type Release } from '#framework/transfer/translate.ts'
import { attachments } from './attachment/transfer.earlier.ts'
import { buildLines } from './build/transfer.earlier.ts'
import { companyAddress, packQuantity } from './company/transfer.earlier.ts'
import { prefixedReferences, referencePatterns } from './order/transfer.earlier.ts'
import {
  manufacturerPartParameters,
  numericParameters,
  partParameters,
  partParameterTemplates
} from './parameter/transfer.earlier.ts'
import {
  overage,
  primarySupplier,
  rawAmounts,
  responsibleOwner,
  testable,
  testKeys,
  validatedBoms
} from './part/transfer.earlier.ts'
import { renamedSetting } from './settings/transfer.earlier.ts'
import { stateNumbers } from './status/transfer.earlier.ts'
import { creationDates, testTemplates, trackedPart } from './stock/transfer.earlier.ts'
import { taggedModels } from './tag/transfer.earlier.ts'
import { bomRuleset, owners } from './user/transfer.earlier.ts'

export const TRANSFER_RELEASES: readonly Release[] = [
  // Comes first: what follows names owners.
  { release: '0.14', translations: [owners, taggedModels] },
  {
    release: '0.8',
    translations: [
      prefixedReferences('build.build', 'BUILDORDER', 'BO-'),
      prefixedReferences('order.purchaseorder', 'PURCHASEORDER', 'PO-'),
      prefixedReferences('order.salesorder', 'SALESORDER', 'SO-'),
      referencePatterns
    ]
  },
  {
    release: '0.9',
    translations: [
      renamed('stock.stockitem', 'uid', 'barcode_hash'),
      gone('stock.stockitem', 'infinite', 'stock that never ends is no longer known')
    ]
  },
  { release: '0.12', translations: [companyAddress, packQuantity, buildLines] },
  {
    release: '0.13',
    translations: [
      responsibleOwner,
      renamed('stock.stocklocation', 'icon', 'custom_icon'),
      gone('stock.stockitem', 'review_needed', 'stock that has to be looked at has a state for that')
    ]
  },
  { release: '0.14', translations: [testKeys, testTemplates] },
  { release: '0.16', translations: [...attachments, renamed('part.partcategory', 'icon', '_icon')] },
  { release: '0.17', translations: [testable] },
  {
    release: '1.0',
    translations: [
      overage,
      validatedBoms,
      gone('part.part', 'last_stocktake', 'the newest stocktake of the part tells it'),
      gone('part.partstocktake', 'note', 'stocktakes have no note any more'),
      gone('part.partstocktake', 'user', 'stocktakes no longer say by whom'),
      computed('stock.stockitem', 'lft', 'rght', 'tree_id', 'level')
    ]
  },
  {
    release: '1.2',
    translations: [
      partParameterTemplates,
      partParameters,
      manufacturerPartParameters,
      numericParameters,
      renamed('part.partcategoryparametertemplate', 'parameter_template', 'template'),
      renamedSetting('PART_PARAMETER_ENFORCE_UNITS', 'PARAMETER_ENFORCE_UNITS')
    ]
  },
  { release: '1.3', translations: [primarySupplier, rawAmounts, bomRuleset, trackedPart, creationDates] },
  {
    release: 'any',
    translations: [
      stateNumbers('build.build', 'status', 'BuildStatus'),
      stateNumbers('order.purchaseorder', 'status', 'PurchaseOrderStatus'),
      stateNumbers('order.salesorder', 'status', 'SalesOrderStatus'),
      stateNumbers('order.returnorder', 'status', 'ReturnOrderStatus'),
      stateNumbers('order.returnorderlineitem', 'outcome', 'ReturnOrderLineStatus'),
      stateNumbers('stock.stockitem', 'status', 'StockStatus'),
      stateNumbers('stock.stockitemtracking', 'tracking_type', 'StockHistoryCode')
    ]
  }
]
