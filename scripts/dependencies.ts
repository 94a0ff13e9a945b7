// `make dependencies`: whether docs/dependencies.md gives the reason for every package, and whether licences, scripts
// that would run while something is installed, hashes, and known holes are as that page says.
import { spawnSync } from 'node:child_process'
import { checkPackages } from './packages.ts'
import { beNice, Report, root } from './support.ts'

/** Fails with a line for each thing that is wrong. */
function none(problems: string[]): void {
  if (problems.length) throw new Error(problems.join('\n'))
}

/** Asks the registry for known holes; undefined where it cannot be asked. */
function audit(...which: string[]): { name: string; severity: string }[] | undefined {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=30000', ...which], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000
  })
  try {
    const { vulnerabilities } = JSON.parse(stdout) as {
      vulnerabilities?: Record<string, { name: string; severity: string }>
    }
    return vulnerabilities && Object.values(vulnerabilities)
  } catch {
    return undefined
  }
}

beNice()
const report = new Report()
for (const { holds, problems } of checkPackages(root)) await report.check(holds, async () => none(problems))

const [running, all] = [audit('--omit=dev'), audit()]
const holes = (found: { name: string; severity: string }[]) => found.map(({ name, severity }) => `${name}: ${severity}`)
if (!running)
  report.skip('known holes in what runs with the server', 'the registry could not be asked: nothing was audited')
else await report.check('no known holes in what runs with the server', async () => none(holes(running)))
const others = all?.filter(({ name }) => !running?.some((one) => one.name === name)) ?? []
if (others.length) console.log(`note  known holes in what only builds and tests: ${holes(others).join(', ')}`)
report.end()
