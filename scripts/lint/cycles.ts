// Fails where files import each other in a circle: `node scripts/lint/cycles.ts`.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }

/** What a file imports: `types` alone, or something that exists at run time. */
interface Import {
  file: string
  types: boolean
}

/** The file that is meant by what stands behind `from`; undefined for packages. */
function fileOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(from), specifier))
  for (const [pattern, target] of Object.entries(imports)) {
    const start = pattern.slice(0, -1)
    if (specifier.startsWith(start)) return join(target.slice(0, -1), specifier.slice(start.length))
  }
  return undefined
}

/** Whether a statement brings nothing but types; `verbatimModuleSyntax` makes that a matter of what is written. */
function bringsTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined
  if (ts.isExportDeclaration(statement) ? statement.isTypeOnly : clause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    return true
  const named = ts.isImportDeclaration(statement) ? clause?.namedBindings : statement.exportClause
  if (clause?.name || !named || !(ts.isNamedImports(named) || ts.isNamedExports(named))) return false
  return named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly)
}

/** What a file imports when it is loaded. What it imports later, with `import()`, makes no circle. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const imported = fileOf(file, statement.moduleSpecifier.text)
    return imported?.endsWith('.ts') ? [{ file: imported, types: bringsTypes(statement) }] : []
  })
}

/**
 * Files that reach each other (Tarjan): every group of more than one is at least one circle.
 *
 * @param graph what each file imports
 */
function groups(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const [numbers, lowest] = [new Map<string, number>(), new Map<string, number>()]
  const stack: string[] = []
  const visit = (file: string) => {
    numbers.set(file, numbers.size)
    lowest.set(file, numbers.get(file)!)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!numbers.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!))
    }
    if (lowest.get(file) !== numbers.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    if (group.length > 1) found.push(group)
  }
  for (const file of graph.keys()) if (!numbers.has(file)) visit(file)
  return found
}

/** The shortest way from a file back to itself, within a group. */
function circle(graph: ReadonlyMap<string, readonly string[]>, group: readonly string[]): string[] {
  const [start] = group as [string]
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way; way = ways.shift())
    for (const next of graph.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, start]
      if (!group.includes(next) || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  return [...group]
}

const files = globSync('{src,db}/**/*.ts', { cwd: root })
const all = new Map(files.map((file) => [file, importsOf(file)]))
const graphOf = (types: boolean) =>
  new Map(
    [...all].map(([file, its]) => [file, [...new Set(its.filter((one) => types || !one.types).map((one) => one.file))]])
  )

let wrong = 0
for (const [types, what] of [
  [false, 'at run time'],
  [true, 'by types']
] as const) {
  const graph = graphOf(types)
  for (const group of groups(graph)) {
    wrong++
    console.error(`${group.length} files import each other ${what}: ${circle(graph, group).join(' → ')}`)
  }
}
process.exitCode = wrong ? 1 : 0
