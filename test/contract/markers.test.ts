import t, { type Test } from 'tap'
import { execFile } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { folder } from '../server/run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CLI = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js')

/** What Redocly says of the contract where one file is another. */
async function mistakes(t: Test, file: string, change: (text: string) => string): Promise<string> {
  const root = folder(t)
  cpSync(join(ROOT, 'openapi'), join(root, 'openapi'), { recursive: true })
  // The rules are a module, as everything here.
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  const before = readFileSync(join(root, file), 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`${file} was not changed`)
  writeFileSync(join(root, file), after)
  const args = [CLI, 'lint', 'openapi/inventree.yaml', '--config', 'openapi/redocly.yaml', '--format', 'json']
  const options = {
    cwd: root,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  }
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch((error) => error)
  return stdout
}

/** The rules that were broken, with the file and the place in it. */
async function places(t: Test, file: string, change: (text: string) => string): Promise<string[]> {
  const { problems } = JSON.parse(await mistakes(t, file, change))
  return problems.map(
    ({ ruleId, location: [{ source, pointer }] }: any) => `${ruleId} ${source.ref} ${pointer.replaceAll('~1', '/')}`
  )
}

t.test('a marker that is misspelt, or in a wrong place, is a mistake that is told where it was made', async (t) => {
  const file = 'openapi/tag/tag.yaml'
  const answers = await places(t, file, (text) => text.replace('x-answers: standard', 'x-answers: standart'))
  t.ok(
    answers.includes(`inventree/unfolded ${file} #/paths/list/get/responses/x-answers`),
    'answers that no marker stands for'
  )
  const parameters = await places(t, file, (text) => text.replace('x-parameters: [page', 'x-parameters: [pages'))
  t.ok(
    parameters.includes(`inventree/unfolded ${file} #/paths/list/get/parameters/0/x-parameters`),
    'parameters that no group is called by'
  )
})

t.test('a copy of what is not there is a mistake', async (t) => {
  const file = 'openapi/order/return-order-extra-line.yaml'
  const found = await places(t, file, (text) => text.replace('responses/BulkDeleted', 'responses/BulkDeletion'))
  t.ok(found.includes(`inventree/unfolded ${file} #/paths/list/delete/responses/200/x-copy-of`))
})

t.test('what an operation gives itself counts, in place of the standard answer', async (t) => {
  const own = "'403': { description: Not today. }\n        x-answers: standard"
  t.strictSame(await places(t, 'openapi/tag/tag.yaml', (text) => text.replace('x-answers: standard', own)), [])
})
