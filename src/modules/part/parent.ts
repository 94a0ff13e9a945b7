import type { ParentRecord } from '#crud/parent.ts'

/** The part that `/api/part/{id}/…` names. */
export const PART: ParentRecord = { table: 'part', param: 'id', className: 'Part' }
