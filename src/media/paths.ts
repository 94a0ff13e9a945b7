/** Whether a stored path stays below the media folder, on every system: no folder above, no root, no drive, nothing that cannot be seen. */
export const staysInside = (path: string): boolean =>
  !/[\\\p{Cc}]/u.test(path) && !/^(?:\/|[A-Za-z]:)/.test(path) && path.split('/').every((step) => step !== '..' && step !== '.')
