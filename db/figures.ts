/** What this process asked of its database since it began, for whoever watches it. */
export const databaseFigures = {
  statements: 0,
  /** How long they took, added up, in seconds. */
  seconds: 0,
  /** Transactions that wait for their turn to write. */
  waiting: 0
}

/** Counts a statement. */
export function statementRan(begun: number): void {
  databaseFigures.statements++
  databaseFigures.seconds += (performance.now() - begun) / 1000
}
