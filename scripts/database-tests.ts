// Prints the test files that keep records in the database that tests are run with: those from which imports lead to
// what makes one. All others do the same with every database, so that one run of them is enough.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** What asks which database tests are run with. */
const SOURCE = 'test/support/postgres.ts'
/** An import of another file of the tests, or of the scripts that they share things with. */
const IMPORT =
  /\bfrom '(\.\.?\/[^']+\.ts)'|\bimport\('(\.\.?\/[^']+\.ts)'\)|\bnew URL\('([^']+\.ts)', import\.meta\.url\)/g

const known = new Map<string, boolean>()

/** Whether imports lead from a file to what makes databases. */
function leadsThere(file: string): boolean {
  if (file === SOURCE) return true
  const before = known.get(file)
  if (before !== undefined) return before
  known.set(file, false)
  const imports = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((found) =>
    normalize(join(dirname(file), found[1] ?? found[2] ?? found[3]!))
  )
  const leads = imports.some(leadsThere)
  known.set(file, leads)
  return leads
}

console.log(
  globSync('test/**/*.test.ts')
    .filter((file) => leadsThere(file))
    .toSorted()
    .join(' ')
)
