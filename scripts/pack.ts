// `make pack`: a package with everything that running needs and nothing else, compiled to JavaScript: Node strips no
// types inside of node_modules.
import { build } from 'esbuild'
import ts from 'typescript'
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './support.ts'

const folder = join(root, '.pack')
const into = join(folder, 'package')
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** What people read who have the package alone, and what they install it with. */
const PAPERS = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'SECURITY.md',
  'deploy/README.md',
  'deploy/inventree.service',
  'deploy/nginx.conf',
  'deploy/nginx-path.conf',
  'deploy/Caddyfile',
  'deploy/Caddyfile-path',
  ...globSync('docs/*.md', { cwd: root })
]

/** What is read while the server runs, beside the code. */
const ASSETS = [
  ...globSync('static/**/*.*', { cwd: root }),
  'generated/schema.sql',
  ...globSync('generated/inventree*', { cwd: root }),
  ...globSync('src/**/*.*', { cwd: root }).filter((file) => !file.endsWith('.ts'))
]

/**
 * Packages of hundreds of small modules: bundled with our own, they cost a start a third of what they cost otherwise.
 * All others are installed.
 */
const BUNDLED = ['kysely', 'fastify-openapi-glue', '@seriousme/openapi-schema-validator']

const own = json('package.json')
const { name, dependencies: all } = own
/** What the package says of itself as the repository does. */
const KEPT = 'name version description keywords author license repository type engines bin'.split(' ')
const dependencies = Object.fromEntries(
  Object.entries<string>(all).filter(([dependency]) => !BUNDLED.includes(dependency))
)

/** Every letter beyond ASCII as an escape, which JSON, strings, expressions and names of JavaScript know. */
const inAscii = (text: string): string =>
  text.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

rmSync(folder, { recursive: true, force: true })
mkdirSync(into, { recursive: true })
// Without a look at types: make types does that.
const { metafile } = await build({
  absWorkingDir: root,
  // A thread is begun with a file of its own.
  entryPoints: ['src/cli/index.ts', ...globSync('{src,db}/**/*.worker.ts', { cwd: root })],
  outbase: '.',
  outdir: into,
  chunkNames: 'src/[name]-[hash]',
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  external: Object.keys(dependencies),
  // What was written for require finds it.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);"
  },
  plugins: [
    {
      name: 'the glue trusts the contract, which was checked when it was bundled, so that no validator is loaded',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^@seriousme\/openapi-schema-validator$/ }, ({ path }) => ({ path, namespace: 'trust' }))
        onLoad({ filter: /./, namespace: 'trust' }, () => ({
          contents: `export class Validator {
        version = '3.1'
        validate (specification) { this.specification = specification; return { valid: true } }
        resolveRefs () { return this.specification }
      }`
        }))
      }
    },
    {
      name: 'files that are read lie where they lay, seen from the source',
      setup: ({ onLoad }) => {
        onLoad({ filter: /\.ts$/ }, ({ path }) => {
          const source = `new URL('../${relative(root, path).replace(/ts$/, 'js')}', import.meta.url).href`
          return { loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', source) }
        })
      }
    }
  ]
})
// In ASCII: a text with any other letter takes two bytes for each that it has. Left over are comments and expressions.
for (const file of globSync('{src,db}/**/*.js', { cwd: into })) {
  const path = join(into, file)
  writeFileSync(path, inAscii(readFileSync(path, 'utf8')))
}
// The font of the icons is a link to where npm puts it.
for (const asset of [...PAPERS, ...ASSETS]) cpSync(realpathSync(join(root, asset)), join(into, asset))
// Without blanks, and in ASCII: both are read faster.
for (const file of globSync('generated/*.json', { cwd: into })) {
  writeFileSync(join(into, file), inAscii(JSON.stringify(json(file))))
}

/** The conditions under which the bundled packages may be passed on, and that of the icons and their font. */
const bundled = new Set(
  [...Object.keys(metafile.inputs), 'node_modules/@tabler/icons-webfont']
    .map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
    .filter((path) => path !== undefined)
)
writeFileSync(
  join(into, 'LICENSES'),
  [...bundled]
    .sort()
    .map((path) => {
      const text = readdirSync(join(root, path))
        .filter((file) => /^licen[cs]e/i.test(file))
        .map((file) => readFileSync(join(root, path, file), 'utf8').trim())
      const about = json(`${path}/package.json`)
      return `${about.name} ${about.version}: ${about.license ?? 'as follows'}\n\n${text.join('\n\n')}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
)

// What plugins are written against: its types stand alone, and there is next to nothing at run time.
const pluginSource = readFileSync(join(root, 'src/framework/plugins/interface.ts'), 'utf8')
const { outputText, diagnostics } = ts.transpileDeclaration(pluginSource, {
  compilerOptions: { isolatedDeclarations: true }
})
if (diagnostics?.length) throw new Error(`the interface of plugins: ${diagnostics[0]!.messageText}`)
writeFileSync(join(into, 'plugin.d.ts'), outputText.replace("'#generated/types.d.ts'", "'./generated/types.d.ts'"))
cpSync(join(root, 'generated/types.d.ts'), join(into, 'generated/types.d.ts'))
writeFileSync(
  join(into, 'plugin.js'),
  ts.transpileModule(pluginSource, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024 }
  }).outputText
)
/** What others may import. */
const exported = { './plugin': { types: './plugin.d.ts', default: './plugin.js' }, './package.json': './package.json' }

mkdirSync(join(into, 'bin'))
const command = readFileSync(join(root, 'bin/inventree'), 'utf8')
if (!command.includes('/src/cli/index.ts')) throw new Error('bin/inventree does not start src/cli/index.ts any more')
writeFileSync(join(into, 'bin/inventree'), command.replace('/src/cli/index.ts', '/src/cli/index.js'), {
  mode: 0o755
})

// npm leaves every lock file out; the server lists its packages from this one.
const { packages, ...lock } = json('package-lock.json')
const needed = Object.fromEntries(
  Object.entries<{ dev?: boolean; version?: string }>(packages).filter(([path, { dev }]) => path !== '' && !dev)
)
writeFileSync(join(into, 'generated/packages.json'), JSON.stringify({ ...lock, packages: needed }))

/** A component of the list for machines, or what one stands on. */
interface Component {
  'bom-ref': string
  purl: string
}
interface Edges {
  ref: string
  dependsOn: string[]
}

// npm's own way to leave out what only builds and tests also leaves out what both need; so all is listed, and the rest
// taken away here.
const {
  serialNumber: _differsEachTime,
  metadata,
  components,
  dependencies: edges,
  ...sbom
} = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26
  })
)
const purls = new Set(
  Object.entries<{ version?: string }>(needed).map(
    ([path, one]) => `pkg:npm/${path.slice(path.lastIndexOf('node_modules/') + 13)}@${one.version}`
  )
)
const kept = (components as Component[]).filter(({ purl }) => purls.has(decodeURIComponent(purl)))
const refs = new Set([...kept.map((one) => one['bom-ref']), metadata.component['bom-ref']])
writeFileSync(
  join(into, 'sbom.json'),
  JSON.stringify(
    {
      ...sbom,
      metadata: { ...metadata, timestamp: undefined, component: { ...metadata.component, name } },
      components: kept,
      dependencies: (edges as Edges[])
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
    },
    null,
    1
  ) + '\n'
)

writeFileSync(
  join(into, 'package.json'),
  JSON.stringify(
    { ...Object.fromEntries(KEPT.map((field) => [field, own[field]])), exports: exported, dependencies },
    null,
    2
  ) + '\n'
)

const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, into], { encoding: 'utf8' })
)
const file = join(root, filename)
renameSync(join(folder, filename), file)
console.log(
  `${file}: ${entryCount} files, ${Math.round(size / 1000)} kB, ${Math.round(unpackedSize / 1000)} kB unpacked`
)
