import type { Background } from '#framework/background.ts'
import type { DataOutputs } from '#modules/data-output/index.ts'
import { categoryParameter } from './category-parameter.ts'
import { category, categoryTree } from './category.ts'
import { part } from './part.ts'
import { internalPrice, salePrice } from './price-break.ts'
import { pricingOperations } from './pricing/operations.ts'
import { related } from './related.ts'
import { requirementOperations } from './requirements.ts'
import { stocktake } from './stocktake.ts'
import { generateStocktake } from './stocktake.generate.ts'
import { testTemplate } from './test-template.ts'
import { thumbs } from './thumbs.ts'

/** The part module: parts and their categories, their prices, tests, relations and stocktake. */
export const partOperations = (outputs: DataOutputs, background: Background) => ({
  ...part.operations,
  ...category.operations,
  ...categoryTree.operations,
  ...categoryParameter.operations,
  ...related.operations,
  ...testTemplate.operations,
  ...salePrice.operations,
  ...internalPrice.operations,
  ...pricingOperations,
  ...thumbs,
  ...stocktake.operations,
  part_stocktake_generate_create: generateStocktake(outputs, background),
  ...requirementOperations
})
