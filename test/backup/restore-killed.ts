// Restores a backup and kills itself before a certain step on the disk: node restore-killed.ts BACKUP DATABASE MEDIA
// STEP. Ends with 0 where there are fewer steps.
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { dirname } from 'node:path'

const [backup, database, mediaRoot, step] = process.argv.slice(2)
const methods: Record<string, (...given: unknown[]) => Promise<unknown>> = fs as never
let steps = 0
for (const name of ['rename', 'link', 'rm', 'copyFile', 'open', 'chmod', 'mkdir']) {
  const real = methods[name]!
  methods[name] = async (...given) => {
    if (++steps === Number(step)) process.kill(process.pid, 'SIGKILL')
    return await real(...given)
  }
}
syncBuiltinESMExports()
await import('#modules/registry.ts')
const { restoreBackup } = await import('#framework/backup/index.ts')
await restoreBackup(backup!, { database: database!, mediaRoot: mediaRoot!, dataFolder: dirname(database!) })
