/**
 * Changes nothing by itself: it is there because every migration of PostgreSQL ends with putting indexes in order
 * (`orderIndexes`), and earlier versions did not.
 */
export const up = async (): Promise<void> => undefined
