// `make generate`: everything in generated/ from the hand-written contract and the migrations. `--check` writes nothing
// and fails where something is out of date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { bundle, lint, print } from './schema.ts'
import { toOpenApi30 } from './openapi30.ts'
import { tablesAsSql } from './tables.ts'

const folder = fileURLToPath(new URL('../generated', import.meta.url))
const check = process.argv.includes('--check')

lint()
const document = bundle()
const files: Record<string, string> = {
  'inventree.json': print(document, 'json'),
  'inventree.yaml': print(document, 'yaml'),
  'inventree-3.0.json': print(toOpenApi30(document), 'json'),
  'inventree-3.0.yaml': print(toOpenApi30(document), 'yaml'),
  'types.d.ts':
    '// Made by `make generate` from openapi/; never edited.\n' +
    astToString(await openapiTS(document as never, { defaultNonNullable: false })),
  'operations.txt': operations(document),
  'schema.sql': await tablesAsSql()
}

/** One line an operation: id, method, path, who may. */
function operations(contract: any): string {
  const lines: string[][] = []
  for (const [path, item] of Object.entries<any>(contract.paths)) {
    for (const [method, operation] of Object.entries<any>(item)) {
      const security: Record<string, string[]>[] = operation.security ?? contract.security
      const open = security.some((way) => Object.keys(way).length === 0)
      lines.push([
        operation.operationId,
        method.toUpperCase(),
        path,
        open ? 'anyone' : security.flatMap((way) => way.tokenAuth ?? []).join(' | ')
      ])
    }
  }
  lines.sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
  const widths = [0, 1, 2].map((i) => Math.max(...lines.map((line) => line[i]!.length)))
  return (
    lines.map((line) => line.map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell)).join('  ')).join('\n') + '\n'
  )
}

mkdirSync(folder, { recursive: true })
const stale = Object.entries(files).filter(([name, text]) => {
  try {
    return readFileSync(join(folder, name), 'utf8') !== text
  } catch {
    return true
  }
})
if (check) {
  for (const [name] of stale) process.stderr.write(`generated/${name} is out of date; run make generate\n`)
  process.exitCode = stale.length ? 1 : 0
} else {
  for (const [name, text] of stale) writeFileSync(join(folder, name), text)
  process.stderr.write(`${stale.length} of ${Object.keys(files).length} generated files changed\n`)
}
