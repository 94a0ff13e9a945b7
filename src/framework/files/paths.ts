/**
 * Whether a stored path stays below the media folder, on every system: no folder above, no root, no drive, nothing that
 * cannot be seen.
 */
export const staysInside = (path: string): boolean =>
  !/[\\\p{Cc}]/u.test(path) &&
  !/^(?:\/|[A-Za-z]:)/.test(path) &&
  path.split('/').every((step) => step !== '..' && step !== '.')

/**
 * What the names of the notes begin with that this server itself makes in the media folder: of a backup, and of files
 * that are being stored.
 */
export const [BACKUP, UNSETTLED] = ['.backup-', '.new-']

/** Whether something in the media folder is such a note, which nobody uploaded. */
export const isNote = (path: string): boolean => path.startsWith(BACKUP) || path.startsWith(UNSETTLED)
