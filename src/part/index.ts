import { categoryParameter } from './category-parameter.ts'
import { category, categoryTree } from './category.ts'
import { part } from './part.ts'

/** The part room: parts and their categories. */
export const partRoom = { ...part.operations, ...category.operations, ...categoryTree.operations, ...categoryParameter.operations }
