// `make pack`: a package with everything that running needs and nothing else, compiled to JavaScript: Node strips no types inside of node_modules.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { root } from './support.ts'

const folder = join(root, '.pack')
const into = join(folder, 'package')
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** What is read while the server runs, beside the code. */
const ASSETS = ['README.md', 'static', ...globSync('generated/inventree*', { cwd: root }), ...globSync('src/**/*.*', { cwd: root }).filter((file) => !file.endsWith('.ts'))]

rmSync(folder, { recursive: true, force: true })
mkdirSync(into, { recursive: true })
// File by file, without looking at types: make types does that.
const options = { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true, removeComments: true }
for (const source of globSync('{src,db}/**/*.ts', { cwd: root })) {
  const target = join(into, source.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(target), { recursive: true })
  const { outputText } = ts.transpileModule(readFileSync(join(root, source), 'utf8'), { fileName: join(root, source), compilerOptions: options })
  // What holds types alone leaves nothing behind, and nothing imports it.
  if (outputText.trim() !== 'export {};') writeFileSync(target, outputText)
}
for (const asset of ASSETS) cpSync(join(root, asset), join(into, asset), { recursive: true })

mkdirSync(join(into, 'bin'))
const command = readFileSync(join(root, 'bin/inventree'), 'utf8')
if (!command.includes("'../src/cli.ts'")) throw new Error('bin/inventree does not start src/cli.ts any more')
writeFileSync(join(into, 'bin/inventree'), command.replace("'../src/cli.ts'", "'../src/cli.js'"), { mode: 0o755 })

// npm leaves every lock file out; the server lists its packages from this one.
const { packages, ...lock } = json('package-lock.json')
const needed = Object.fromEntries(Object.entries<{ dev?: boolean }>(packages).filter(([path, { dev }]) => path !== '' && !dev))
writeFileSync(join(into, 'generated/packages.json'), JSON.stringify({ ...lock, packages: needed }))

const { name, version, description, license, private: isPrivate, type, engines, bin, imports, dependencies } = json('package.json')
const compiled = Object.fromEntries(Object.entries<string>(imports).flatMap(([from, to]) => [[`${from}.ts`, `${to}.js`], [from, to]]))
writeFileSync(join(into, 'package.json'), JSON.stringify({ name, version, description, license, private: isPrivate, type, engines, bin, imports: compiled, dependencies }, null, 2) + '\n')

const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, into], { encoding: 'utf8' }))
const file = join(root, filename)
renameSync(join(folder, filename), file)
console.log(`${file}: ${entryCount} files, ${Math.round(size / 1000)} kB, ${Math.round(unpackedSize / 1000)} kB unpacked`)
