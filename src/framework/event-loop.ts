const waiting: (() => void)[] = []

/** Lets one go on, and then the event loop look at everything else. */
function goOn(): void {
  waiting.shift()?.()
  if (waiting.length) setImmediate(goOn)
}

/**
 * Waits for a turn to do a piece of work that takes some milliseconds. Between two pieces all small requests are
 * answered, however many ask for pieces at the same time.
 */
export const yieldToOthers = (): Promise<void> =>
  new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(goOn)
  })
