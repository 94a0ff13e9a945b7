import { entry } from './entry.ts'
import { selection } from './selection.ts'

/** The room for selection lists and their entries. */
export const selectionRoom = { ...selection.operations, ...entry.operations }
