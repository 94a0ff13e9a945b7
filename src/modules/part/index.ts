// Parts and categories as others show them.
export { briefParts } from './brief.ts'
export { category } from './category.ts'
export { categoryPaths, locationOf } from './category.queries.ts'
export { imageURL, thumbnailURL } from './images.ts'
export { namer, type Named } from './names.ts'

// How much there is of them.
export * as amounts from './amounts.ts'
export { inStock, unallocatedOfPart, usableStock } from './amounts.ts'
export { available, quantitiesOf, stockMinusAllocated, type Quantities } from './quantities.ts'

// What stands above and below them.
export { ancestorsOf, assembliesOf, familyOf, selfAndAbove, selfAndBelow, topOf, variantsOf } from './family.ts'

// What they are tested for.
export { testChoices, testTemplate, testedAs, testKey } from './test-template.ts'

// What follows where something happens to them, and who wants to know.
export { stockChanged } from './low-stock.ts'
export { allPrices, allPricesChanged, pricesChanged } from './pricing/recalculate.ts'
export { subscribersOf } from './stars.ts'
