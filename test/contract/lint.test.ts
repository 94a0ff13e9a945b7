import t from 'tap'
import { fileURLToPath } from 'node:url'
import { ESLint, Linter } from 'eslint'
import ts from 'typescript-eslint'

const root = fileURLToPath(new URL('../..', import.meta.url))
const eslint = new ESLint({ cwd: root })

/** What a rule of our own finds in a text, as if that stood in a new file of a folder. */
async function found(rule: string, folder: string, text: string): Promise<string[]> {
  const file = `${folder}/a.ts`
  const { rules, plugins } = await eslint.calculateConfigForFile(`${root}${file}`)
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: ts.parser as Linter.Parser },
    plugins: { house: plugins.house },
    rules: { [rule]: rules[rule] }
  }
  return new Linter().verify(text, config, file).map(({ message }) => message)
}

t.test('an import that goes up, or past the door of a module, is refused however it is written', async (t) => {
  const refused: Record<string, string[]> = {
    db: ['#contract/errors.ts', '#framework/time.ts', '../src/framework/time.ts'],
    'src/framework/contract': ['#crud/resource.ts', '#auth/rulesets.ts', '#framework/models.ts', '../models.ts'],
    'src/framework/crud': ['#modules/part/index.ts', '../../modules/part/index.ts', '#server/app.ts', '#cli/user.ts'],
    'src/modules/part': [
      '#server/app.ts',
      '../../server/app.ts',
      '#cli/user.ts',
      '#modules/bom/line.ts',
      '../bom/line.ts',
      './../bom/line.ts',
      '#modules/bom/module.ts'
    ],
    'src/modules': ['./bom/line.ts', '#modules/bom/line.ts', './bom/operations.ts', '#server/app.ts'],
    'src/server': ['#modules/bom/line.ts', '../modules/bom/line.ts', '#cli/user.ts'],
    'src/cli': ['#modules/bom/line.ts', '../modules/bom/module.ts']
  }
  for (const [folder, paths] of Object.entries(refused))
    for (const path of paths)
      for (const text of [
        `import { a } from '${path}'`,
        `import type { A } from '${path}'`,
        `import '${path}'`,
        `export { a } from '${path}'`,
        `export * from '${path}'`,
        `const a = () => import('${path}')`,
        `type A = import('${path}').A`
      ])
        t.equal((await found('house/floors', folder, text)).length, 1, `${folder}: ${text}`)
})

t.test('an import of a lower floor, or through a door, is fine', async (t) => {
  const allowed: Record<string, string[]> = {
    db: ['./database.ts', '#db/dialect.ts', 'kysely'],
    'src/framework/contract': ['./errors.ts', '#contract/errors.ts', '#framework/time.ts', '#db/dialect.ts'],
    'src/framework/crud': ['#contract/errors.ts', '../models.ts', '#auth/rulesets.ts', 'fastify'],
    'src/modules/part': ['./part.ts', './pricing/operations.ts', '#modules/bom/index.ts', '#framework/module.ts'],
    'src/modules': ['./bom/module.ts', './bom/index.ts', './registry.ts'],
    'src/server': ['./app.ts', '#modules/bom/index.ts', '#modules/registry.ts'],
    'src/cli': ['#server/app.ts', '#modules/bom/index.ts', './user.ts']
  }
  for (const [folder, paths] of Object.entries(allowed))
    for (const path of paths)
      t.strictSame(await found('house/floors', folder, `import { a } from '${path}'`), [], `${folder}: ${path}`)
})

t.test('a state that is a number is refused', async (t) => {
  const folder = 'src/modules/part'
  for (const text of [
    'row.status === 10',
    '10 !== row.order_status',
    'row.build!.status >= 20',
    'row.status ?? 10',
    'status = 10',
    'const status = 10',
    'const f = (status = 10) => status',
    'const statuses = { status: [10, 20] }',
    '[10, 20].includes(row.status)',
    "q.where('build.status', 'not in', [10, 20])",
    'switch (row.status) { case 10: f() }',
    'sql`o.status in (10, 20)`'
  ])
    t.equal((await found('house/status-names', folder, text)).length, 1, text)
  for (const text of [
    'row.status === StockStatus.OK',
    'answer.status === 404',
    'row.level === 10',
    'switch (row.status) { case StockStatus.OK: f() }',
    "q.where('status', '=', BuildStatus.PENDING)"
  ])
    t.strictSame(await found('house/status-names', folder, text), [], text)
})
