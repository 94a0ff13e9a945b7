/** How much may be imported at once, and how long it is kept. */
export interface ImportLimits {
  /** The largest file, in MB. */
  size: number
  rows: number
  columns: number
  days: number
}

/** What the configuration says where it says nothing else. */
export const IMPORT_LIMITS: ImportLimits = { size: 32, rows: 5000, columns: 1000, days: 30 }
