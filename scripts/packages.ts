// What must hold for the packages that this stands on, found out from files alone: reasons, licences, hashes, scripts
// that would run while something is installed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

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
  'MIT-0',
  'Python-2.0'
])

/** Others, each for the packages that have it, and why that does no harm. */
const EXCEPTIONS: [licence: string, packages: RegExp, why: string][] = [
  ['LGPL-3.0-or-later', /^@img\/sharp-/, 'libvips is a file of its own, which anybody may replace'],
  ['MPL-2.0', /^axe-core$/, 'used by checks alone, unchanged'],
  ['OFL-1.1', /^@fontsource\/dejavu-/, 'fonts, passed on unchanged; what is printed with them is under no condition'],
  ['CC-BY-3.0', /^spdx-exceptions$/, 'a list of names, used by tools alone'],
  [
    'unknown',
    /^jsonc-simple-parser$/,
    'names none in its package.json; the file that lies with it is the MIT licence; used by tools alone'
  ],
  [
    'unknown',
    /^@tabler\/icons-webfont$/,
    'names none in its package.json; the file that lies with it is the MIT licence'
  ]
]

/** Packages that would run something while they are installed, if they were let, and what. */
const WITH_SCRIPTS: Record<string, string> = { esbuild: 'looks whether its program fits the machine' }

/** Where packages come from; an entry that names no place means this one. */
const REGISTRY = 'https://registry.npmjs.org/'

/**
 * The files that name packages with their hashes: what this is made of, and the Node that is fetched where the
 * machine's own is too old.
 */
const LOCK_FILES = ['package-lock.json', 'runtime/package-lock.json']

/** What installs packages, besides `.npmrc`. */
const INSTALLERS = ['scripts/install.sh', 'deploy/Containerfile']

interface Locked {
  name: string
  path: string
  license?: string
  integrity?: string
  resolved?: string
  hasInstallScript?: boolean
}

type Wanted = Record<string, string>

/** The packages that a file names, without what it belongs to itself. */
function lockedIn(text: string): Locked[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, Omit<Locked, 'name' | 'path'>> }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, one]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), path, ...one }))
}

/** The rows of the tables below a heading of the page: package and licence. */
function rowsBelow(page: string, heading: string): Map<string, string> {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading))
  if (section === undefined) throw new Error(`docs/dependencies.md has no heading "${heading}"`)
  return new Map(
    [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)]
      .filter(([, , , why]) => /\w/.test(why!))
      .map(([, name, licence]) => [name!, licence!])
  )
}

/** What differs between a table and what package.json names. */
function differences(page: string, heading: string, wanted: Wanted, locked: readonly Locked[]): string[] {
  const rows = rowsBelow(page, heading)
  const licenceOf = (name: string) => locked.find(({ path }) => path === `node_modules/${name}`)?.license ?? 'unknown'
  return [
    ...Object.keys(wanted)
      .filter((name) => !rows.has(name))
      .map(
        (name) =>
          `${name} is not in the table "${heading}" of docs/dependencies.md, with its licence and the reason for it`
      ),
    ...[...rows]
      .filter(([name]) => !Object.hasOwn(wanted, name))
      .map(([name]) => `${name} is in the table "${heading}" of docs/dependencies.md, but not in package.json`),
    ...[...rows]
      .filter(([name, licence]) => Object.hasOwn(wanted, name) && licenceOf(name) !== licence)
      .map(([name, licence]) => `${name}: docs/dependencies.md says ${licence}, the package ${licenceOf(name)}`)
  ]
}

/** Whether an expression such as `(MIT OR GPL-3.0)` leaves a way that is allowed. */
function isAllowed(expression: string, name: string): boolean {
  const known = (licence: string) =>
    LICENCES.has(licence) || EXCEPTIONS.some(([other, packages]) => other === licence && packages.test(name))
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((way) => way.split(' AND ').every((licence) => known(licence.trim())))
}

/** One thing that must hold, and what is wrong with it: one line each. */
export interface Check {
  holds: string
  problems: string[]
}

/**
 * Looks at the packages that a folder names.
 *
 * @param root a folder like the one of this repository
 */
export function checkPackages(root: string): Check[] {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Wanted
  >
  const page = read('docs/dependencies.md')
  const files = LOCK_FILES.map((file) => ({ file, locked: lockedIn(read(file)) }))
  const locked = files.flatMap((one) => one.locked)
  const inAll = (is: (one: Locked) => boolean) =>
    files.flatMap(({ file, locked }) => locked.filter(is).map(({ path }) => `${file}: ${path}`))
  return [
    {
      holds: 'docs/dependencies.md gives the reason for each package, and no other',
      problems: [
        ...differences(page, 'While the server runs', dependencies, locked),
        ...differences(page, 'To build and test', devDependencies, locked)
      ]
    },
    {
      holds: `the licences of ${locked.length} packages are known`,
      problems: locked
        .filter(({ name, license }) => !isAllowed(license ?? 'unknown', name))
        .map(({ name, license }) => `${name}: ${license ?? 'no licence'}`)
    },
    {
      holds: 'every package has its hash, and comes from the registry',
      problems: inAll(
        ({ integrity, resolved }) => !integrity?.startsWith('sha512-') || !(resolved ?? REGISTRY).startsWith(REGISTRY)
      )
    },
    {
      holds: 'nothing runs while it is installed, and what would like to is known',
      problems: [
        ...(/^ignore-scripts=true$/m.test(read('.npmrc')) ? [] : ['.npmrc does not say ignore-scripts=true']),
        ...INSTALLERS.flatMap((file) =>
          [...read(file).matchAll(/^.*npm (?:ci|install)\b.*$/gm)]
            .filter(([line]) => !line.includes('--ignore-scripts'))
            .map(([line]) => `${file} runs: ${line.trim()}`)
        ),
        ...locked
          .filter(({ name, hasInstallScript }) => hasInstallScript && !Object.hasOwn(WITH_SCRIPTS, name))
          .map(({ name }) => `${name} has an install script that nobody has looked at`)
      ]
    }
  ]
}
