// `make clients`: for each client generator, makes a client from the contract, compiles it, and lets the program in
// clients/ work with it.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  beNice,
  folder,
  has,
  makeVenv,
  once,
  python,
  root,
  run,
  startServer,
  tail,
  versions,
  type TestServer
} from './support.ts'

interface Generator {
  /** What is asked for on the command line; also the folder in clients/. */
  name: string
  version: string
  /** The form of the contract that it reads. */
  form: '3.0' | '3.1'
  /** Tools of the machine. */
  needs: string[]
  prepare: (() => Promise<boolean>)[]
  /** Commands, run in .clients/NAME; the client goes to `client` there. */
  generate: string[]
  compile: string[]
  smoke: string[]
  env?: Record<string, string>
}

const SPEC = { '3.0': join(root, 'generated/inventree-3.0.json'), '3.1': join(root, 'generated/inventree.json') }
const JAR_VERSION = versions.jar['openapi-generator-cli']!
const jar = join(folder, `openapi-generator-cli-${JAR_VERSION}.jar`)
const maven = ['mvn', '--quiet', '--batch-mode', `-Dmaven.repo.local=${join(folder, 'cache/maven')}`]
const GO = {
  GOMODCACHE: join(folder, 'cache/go-modules'),
  GOCACHE: join(folder, 'cache/go-build'),
  GOFLAGS: '-modcacherw -mod=mod',
  GOTOOLCHAIN: 'local'
}
const bin = (name: string) => join(folder, 'node_modules/.bin', name)

const getJar = async () =>
  existsSync(jar) ||
  (await run(
    [
      ...maven,
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy',
      `-Dartifact=org.openapitools:openapi-generator-cli:${JAR_VERSION}`,
      `-DoutputDirectory=${folder}`
    ],
    { log: join(folder, 'logs/jar.log') }
  ))

const getPackages = async () =>
  await once(join(folder, 'node_modules/.made'), versions.npm, async () => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions.npm }, null, 1))
    return await run(
      ['npm', 'install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'],
      { log: join(folder, 'logs/npm.log') }
    )
  })

/** A generator of openapi-generator-cli, which needs Java, and Maven to come here. */
const openapiGenerator = (
  name: string,
  options: string,
  rest: Pick<Generator, 'compile' | 'smoke'> & {
    needs?: string[]
    env?: Generator['env']
    prepare?: Generator['prepare']
  }
): Generator => ({
  name,
  version: JAR_VERSION,
  form: '3.0',
  ...rest,
  needs: ['java', 'mvn', ...(rest.needs ?? [])],
  prepare: [getJar, ...(rest.prepare ?? [])],
  generate: ['java', '-jar', jar, 'generate', '-g', name, '-i', SPEC['3.0'], '-o', 'client', ...options.split(' ')]
})

const fromNpm = (name: string, tool: string, generate: string[], smoke: string): Generator => ({
  name,
  version: versions.npm[tool]!,
  form: '3.1',
  needs: [],
  prepare: [getPackages],
  generate,
  compile: [bin('tsc'), '-p', '.'],
  smoke: [process.execPath, smoke]
})

const IMPORT_ALL =
  'import importlib, pkgutil, inventree_client as c\nfor m in pkgutil.walk_packages(c.__path__, "inventree_client."): importlib.import_module(m.name)'
/** The models of forms are imported, but made only when that is asked for. */
const FORMS = '--global-property skipFormModel=false'
const OPEN = 'disallowAdditionalPropertiesIfNotPresent=false'

const GENERATORS: Generator[] = [
  openapiGenerator('python', '--package-name inventree_client', {
    needs: ['python3'],
    prepare: [() => makeVenv()],
    env: { PYTHONPATH: 'client' },
    compile: [python, '-W', 'error', '-c', IMPORT_ALL],
    smoke: [python, 'smoke.py']
  }),
  openapiGenerator(
    'java',
    `--library okhttp-gson ${FORMS} --additional-properties=useSingleRequestParameter=true,${OPEN}`,
    {
      compile: [
        ...maven,
        '-f',
        'client/pom.xml',
        'compile',
        'dependency:build-classpath',
        '-Dmdep.outputFile=../classpath.txt'
      ],
      smoke: ['sh', '-c', 'java -cp "client/target/classes:$(cat classpath.txt)" Smoke.java']
    }
  ),
  openapiGenerator(
    'go',
    `--git-host example.org --git-user-id inventree --git-repo-id client --additional-properties=enumClassPrefix=true,${OPEN}`,
    {
      needs: ['go'],
      env: GO,
      compile: ['go', 'build', 'example.org/inventree/client'],
      smoke: ['go', 'run', '.']
    }
  ),
  openapiGenerator('typescript-fetch', FORMS, {
    prepare: [getPackages],
    compile: [bin('tsc'), '-p', '.'],
    smoke: [process.execPath, 'out/smoke.js']
  }),
  // A builder ends with `build`, which is the name of a filter too.
  openapiGenerator(
    'rust',
    '--parameter-name-mappings build=build_order --additional-properties=library=reqwest-trait,useSingleRequestParameter=true,useBonBuilder=true,packageName=inventree,packageVersion=1.0.0',
    {
      needs: ['cargo'],
      env: { CARGO_TARGET_DIR: join(folder, 'cache/rust') },
      compile: ['cargo', 'build', '--quiet'],
      smoke: ['cargo', 'run', '--quiet']
    }
  ),
  {
    name: 'oapi-codegen',
    version: versions.go['oapi-codegen']!,
    form: '3.1',
    needs: ['go'],
    prepare: [],
    env: GO,
    generate: [
      'go',
      'run',
      `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v${versions.go['oapi-codegen']}`,
      '-generate',
      'types,client',
      '-package',
      'client',
      '-o',
      'client/client.go',
      SPEC['3.1']
    ],
    compile: ['go', 'build', './client'],
    smoke: ['go', 'run', '.']
  },
  fromNpm('hey-api', '@hey-api/openapi-ts', [bin('openapi-ts'), '-i', SPEC['3.1'], '-o', 'client'], 'out/smoke.js'),
  fromNpm(
    'openapi-typescript',
    'openapi-typescript',
    [bin('openapi-typescript'), SPEC['3.1'], '-o', 'client/schema.d.ts'],
    'smoke.mts'
  )
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !GENERATORS.some((one) => one.name === name))
if (unknown.length) {
  console.error(
    `there is no generator ${unknown.join(', ')}; there are ${GENERATORS.map(({ name }) => name).join(', ')}`
  )
  process.exit(2)
}

beNice()
mkdirSync(folder, { recursive: true })
let server: TestServer | undefined
const rows = [['generator', 'version', 'form', 'generates', 'compiles', 'smoke', 'seconds']]

/** Tries one generator. */
async function attempt({
  name,
  version,
  form,
  needs,
  prepare,
  generate,
  compile,
  smoke,
  env = {}
}: Generator): Promise<void> {
  const row = [name, version, form]
  rows.push(row)
  const missing = needs.filter((tool) => !has(tool))
  if (missing.length) {
    row.push(`missing: ${missing.join(', ')}`)
    return
  }
  const failed = (log: string) => {
    row.push('FAILED')
    process.exitCode = 1
    console.log(`${name}, the end of ${log}:\n${tail(log)}`)
  }
  console.log(`${name} …`)
  for (const work of prepare) {
    if (await work()) continue
    row.push('nothing: what it needs could not be downloaded')
    process.exitCode = 1
    console.log(`${name}: see ${join(folder, 'logs')}`)
    return
  }
  const start = performance.now()
  const own = join(folder, name)
  const log = join(folder, 'logs', `${name}.log`)
  rmSync(own, { recursive: true, force: true })
  rmSync(log, { force: true })
  cpSync(join(root, 'clients', name), own, { recursive: true })
  mkdirSync(join(own, 'client'))
  if (!(await run(generate.filter(Boolean), { cwd: own, env, log, seconds: 300 }))) return failed(log)
  row.push('yes')
  if (!(await run(compile, { cwd: own, env, log, seconds: 900 }))) return failed(log)
  row.push('yes')
  server ??= await startServer()
  const { url, user, password } = server
  if (!(await run(smoke, { cwd: own, env: { ...env, BASE: url, USER: user, PASSWORD: password }, log, seconds: 300 })))
    return failed(log)
  row.push('yes', ((performance.now() - start) / 1000).toFixed(1))
}

for (const generator of GENERATORS) if (!asked.length || asked.includes(generator.name)) await attempt(generator)
server?.stop()

const widths = rows[0]!.map((_, i) =>
  Math.max(
    ...rows.map((row) => (row.length > i + 1 || row.length === rows[0]!.length ? (row[i]?.length ?? 0) : 0)),
    rows[0]![i]!.length
  )
)
console.log(
  '\n' +
    rows
      .map((row) =>
        row
          .map((cell, i) => cell.padEnd(widths[i]!))
          .join('  ')
          .trimEnd()
      )
      .join('\n')
)
