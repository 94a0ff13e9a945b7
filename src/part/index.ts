import { category, categoryTree } from './category.ts'
import { part } from './part.ts'
import { requirementOperations } from './requirements.ts'

/** The part room: parts and their categories. */
export const partRoom = { ...part.operations, ...category.operations, ...categoryTree.operations, ...requirementOperations }
