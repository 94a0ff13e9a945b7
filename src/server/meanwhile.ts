import { Worker } from 'node:worker_threads'

/**
 * Tells now and then that something is still going on, also while a statement keeps the process busy.
 *
 * @param every how often, in ms
 * @returns ends it
 */
export function tellMeanwhile(text: string, every: number): () => void {
  const thread = new Worker(
    `const { writeSync } = require('node:fs')
    const { text, every } = require('node:worker_threads').workerData
    let past = 0
    setInterval(() => {
      past += every
      try { writeSync(2, text + ' ' + past / 1000 + ' s\\n') } catch {}
    }, every)`,
    { eval: true, workerData: { text, every }, execArgv: [] }
  )
  thread.unref()
  return () => void thread.terminate()
}
