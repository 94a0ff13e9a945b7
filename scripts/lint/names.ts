// Part of `make lint`: a name that a file of the program exports is exported by no other, so that whoever searches for
// it finds one thing. Migrations have names of their own, and what is handed on (`export … from`) is the same thing.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true

/** The names that a pattern binds: `a`, or those in `{ a, b: [c] }`. */
function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundBy(element.name)))
}

/** The names of a statement, as far as it says what they mean. */
function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name))
  const { name } = statement as ts.DeclarationStatement
  return name && ts.isIdentifier(name) ? [name.text] : []
}

const places = new Map<string, Set<string>>()
/** What plugins are written against: seen from there, its names are the only ones. */
const INTERFACE = 'src/framework/plugins/interface.ts'
const isOwn = (file: string) => !file.startsWith('db/migrations/') && file !== INTERFACE
for (const file of globSync('{src,db}/**/*.ts', { cwd: root }).filter(isOwn)) {
  const source = ts.createSourceFile(file, readFileSync(`${root}${file}`, 'utf8'), ts.ScriptTarget.Latest)
  for (const name of source.statements.filter(isExported).flatMap(namesOf))
    places.set(name, (places.get(name) ?? new Set()).add(file))
}
for (const [name, files] of places)
  if (files.size > 1) {
    console.error(`${name} is exported by ${[...files].join(' and ')}`)
    process.exitCode = 1
  }
