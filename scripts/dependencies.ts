// `make dependencies`: whether docs/dependencies.md gives the reason for every package, and whether licences, scripts that would run while
// something is installed, hashes, and known holes are as that page says.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beNice, Report, root } from './support.ts'

/** What everybody may use, change and pass on together with software under the MIT licence. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0'
])

/** Others, each for the packages that have it, and why that does no harm. */
const EXCEPTIONS: [licence: string, packages: RegExp, why: string][] = [
  ['LGPL-3.0-or-later', /^@img\/sharp-/, 'libvips is a file of its own, which anybody may replace'],
  ['MPL-2.0', /^axe-core$/, 'used by checks alone, unchanged'],
  ['CC-BY-3.0', /^spdx-exceptions$/, 'a list of names, used by tools alone'],
  [
    'unknown',
    /^jsonc-simple-parser$/,
    'names none in its package.json; the file that lies with it is the MIT licence; used by tools alone'
  ]
]

/** Packages that would run something while they are installed, if they were let, and what. */
const WITH_SCRIPTS: Record<string, string> = { esbuild: 'looks whether its program fits the machine' }

interface Locked {
  version: string
  license?: string
  integrity?: string
  dev?: boolean
  hasInstallScript?: boolean
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, one]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), path, ...one }))

/** Fails with a line for each thing that is wrong. */
function none (problems: string[]): void {
  if (problems.length) throw new Error(problems.join('\n'))
}

/** The rows of the tables below a heading of the page: package and licence. */
function rowsBelow (heading: string): Map<string, string> {
  const section = read('docs/dependencies.md')
    .split(/^## /m)
    .find((text) => text.startsWith(heading))
  if (section === undefined) throw new Error(`docs/dependencies.md has no heading "${heading}"`)
  return new Map(
    [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].filter(([, , , why]) => /\w/.test(why!)).map(([, name, licence]) => [
      name!,
      licence!
    ])
  )
}

/** What differs between a table and what package.json names. */
function compare (heading: string, wanted: Record<string, string>): string[] {
  const rows = rowsBelow(heading)
  return [
    ...Object.keys(wanted)
      .filter((name) => !rows.has(name))
      .map(
        (name) =>
          `${name} is not in the table "${heading}" of docs/dependencies.md, with its licence and the reason for it`
      ),
    ...[...rows]
      .filter(([name]) => !(name in wanted))
      .map(([name]) => `${name} is in the table "${heading}" of docs/dependencies.md, but not in package.json`),
    ...[...rows]
      .filter(([name, licence]) => name in wanted && packages[`node_modules/${name}`]?.license !== licence)
      .map(
        ([name, licence]) =>
          `${name}: docs/dependencies.md says ${licence}, the package ${packages[`node_modules/${name}`]?.license}`
      )
  ]
}

/** Whether an expression such as `(MIT OR GPL-3.0)` leaves a way that is allowed. */
function isAllowed (expression: string, name: string): boolean {
  const known = (licence: string) =>
    LICENCES.has(licence) || EXCEPTIONS.some(([other, packages]) => other === licence && packages.test(name))
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((way) => way.split(' AND ').every((licence) => known(licence.trim())))
}

/** Asks the registry for known holes; undefined where it cannot be asked. */
function audit (...which: string[]): { name: string; severity: string }[] | undefined {
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
await report.check('docs/dependencies.md gives the reason for each package, and no other', async () =>
  none([...compare('While the server runs', dependencies), ...compare('To build and test', devDependencies)])
)
await report.check(`the licences of ${locked.length} packages are known`, async () =>
  none(
    locked
      .filter(({ name, license }) => !isAllowed(license ?? 'unknown', name))
      .map(({ name, license }) => `${name}: ${license ?? 'no licence'}`)
  )
)
await report.check('every package has its hash', async () =>
  none(locked.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ path }) => path))
)
await report.check('nothing runs while it is installed, and what would like to is known', async () =>
  none([
    ...(/^ignore-scripts=true$/m.test(read('.npmrc')) ? [] : ['.npmrc does not say ignore-scripts=true']),
    ...[...read('scripts/install.sh').matchAll(/^.*npm ci .*$/gm)]
      .filter(([line]) => !line.includes('--ignore-scripts'))
      .map(([line]) => `scripts/install.sh runs: ${line.trim()}`),
    ...locked
      .filter(({ name, hasInstallScript }) => hasInstallScript && !WITH_SCRIPTS[name])
      .map(({ name }) => `${name} has an install script that nobody has looked at`)
  ])
)

const [running, all] = [audit('--omit=dev'), audit()]
const holes = (found: { name: string; severity: string }[]) => found.map(({ name, severity }) => `${name}: ${severity}`)
if (!running)
  report.skip('known holes in what runs with the server', 'the registry could not be asked: nothing was audited')
else await report.check('no known holes in what runs with the server', async () => none(holes(running)))
const others = all?.filter(({ name }) => !running?.some((one) => one.name === name)) ?? []
if (others.length) console.log(`note  known holes in what only builds and tests: ${holes(others).join(', ')}`)
report.end()
