/** What this process tells of those who follow events, for whoever watches it. */
export const eventFigures = {
  /** Connections that follow events now. */
  listeners: 0,
  /** Connections that were broken off since they did not read what was sent. */
  cutOff: 0
}
