// Loaded into a server under test: how long its main thread was held, in ms of its own processor time, so that whatever
// else the machine does counts for nothing. A signal USR2 has the longest since the last one written to the file that
// HELD_FILE names.
import { writeFileSync } from 'node:fs'
import process from 'node:process'

const TICK_MS = 5
let before = process.threadCpuUsage()
let longest = 0
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before)
  before = process.threadCpuUsage()
  longest = Math.max(longest, (user + system) / 1000)
}, TICK_MS).unref()
process.on('SIGUSR2', () => {
  writeFileSync(process.env.HELD_FILE, String(longest))
  longest = 0
})
