// A case that is a program: it uses this checkout itself, and ends with 0 where all is right.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'
import { root } from './options.ts'
import type { Outcome } from './outcome.ts'

/** Runs a program in the checkout; what it printed last is what differs. */
export async function runScript(path: string): Promise<Outcome> {
  const child = spawn('bash', [path], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (printed = `${printed}${text}`.slice(-2000)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code === 0) return { passed: 1, failures: [] }
  const differences = [`it ended with ${code}`, ...printed.trim().split('\n').slice(-3)]
  return { passed: 0, failures: [{ at: basename(path), step: `bash ${basename(path)}`, differences }] }
}
