import { entry } from './entry.ts'
import { selectionList } from './selection.ts'

/** The module for selection lists and their entries. */
export const selectionOperations = { ...selectionList.operations, ...entry.operations }
