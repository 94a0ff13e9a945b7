// What the kernel knows about processes; Linux alone tells it this way.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The processes that a process started, and those that they started. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(join('/proc', name, 'stat'), 'utf8')
      const parent = Number(
        stat
          .slice(stat.lastIndexOf(')') + 1)
          .trim()
          .split(' ')[1]
      )
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      /* it has just ended */
    }
  }
  const of = (one: number): number[] => (children.get(one) ?? []).flatMap((child) => [child, ...of(child)])
  return of(pid)
}

/** The memory of a process and of all that it started, in MB. */
export function memoryOf(pid: number): number {
  const sizes = [pid, ...descendants(pid)].map((one) => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}
