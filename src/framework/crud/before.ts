/**
 * Values that are read together with a record, such as the stock of the part that it names: the answer to a change still
 * has them as they were before it (docs/behaviour/lists.md#optional-fields-in-answers).
 *
 * @param columns of which such values are made
 */
export const readBefore = <Row extends object>(...columns: (keyof Row)[]) => ({
  /** What `beforeWrite` of a resource keeps. */
  beforeWrite: Object.assign(
    (row: Row) => ({ was: Object.fromEntries(columns.map((column) => [column, row[column]])) }),
    { columns }
  ),
  /** The record that such values are made of. */
  of: <R extends Row>(row: R): R => ({ ...row, ...(row as { was?: Partial<R> }).was })
})
