import { today } from '#framework/time.ts'

interface Due {
  target_date: string | null
}

/**
 * Whether something is overdue: it should have been done before today, and is not. The answer to a change still tells
 * how it was before the change (as with the reference server), one that shows it as just created does not know.
 *
 * @param open whether it is still to be done
 */
export function overdueWhile<Row extends Due>(open: (row: Row) => boolean) {
  const late = (row: Row): boolean => row.target_date !== null && row.target_date < today() && open(row)
  return {
    /** What `beforeWrite` of a resource keeps. */
    beforeWrite: (row: Row) => ({ was_overdue: late(row) }),
    of: (row: Row, { created }: { created?: boolean | undefined }): boolean | null =>
      created ? null : ((row as { was_overdue?: boolean }).was_overdue ?? late(row))
  }
}
