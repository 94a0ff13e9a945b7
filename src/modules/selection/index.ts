import { entry } from './entry.ts'
import { selection } from './selection.ts'

/** The module for selection lists and their entries. */
export const selectionOperations = { ...selection.operations, ...entry.operations }
