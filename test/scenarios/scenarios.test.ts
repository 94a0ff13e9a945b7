import t, { type Test } from 'tap'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { choose } from '../../scripts/conformance/choice.ts'
import { known } from '../../scripts/conformance/known.ts'
import { scenarioFolder } from '../../scripts/conformance/options.ts'
import { outcomeOf } from '../../scripts/conformance/outcome.ts'
import { replay, type Target } from '../../scripts/conformance/replay.ts'
import { readScenario } from '../../scripts/conformance/scenario.ts'

const files = globSync('**/*.http', { cwd: scenarioFolder })

t.test('every scenario is understood, and every one that is listed is there', async (t) => {
  for (const file of files) t.ok(readScenario(join(scenarioFolder, file)).steps.length > 0, file)
  for (const name of [...known.scenarios, ...known.demo.map((one) => `demo/${one}`)])
    t.ok(files.includes(`${name}.http`), name)
})

t.test('scenarios are chosen by a part of their name, others by all of it', async (t) => {
  t.strictSame(choose([]).empty, known.scenarios)
  t.strictSame(choose(['part-cr', 'cases/export-file', 'cases/no']), {
    empty: ['part-crud', 'cases/export-file'],
    demo: []
  })
  t.strictSame(choose(['user', 'demo/web']).demo, ['demo/user', 'demo/web'])
})

/** A server that answers as it likes, in the form of a list of whom it was asked by. */
async function serve(t: Test, word: string): Promise<Target> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        word: request.url === '/api/word/' ? word : 'alike',
        asked: request.headers.authorization,
        at: new Date().toISOString(),
        here: `http://${request.headers.host}/`
      })
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, admin: { name: 'a', password: 'b' } }
}

t.test('two servers: what one answers otherwise is told, what differs at every run is not', async (t) => {
  const path = join(
    t.testdir({ 'words.http': '@admin GET /api/other/ -> w=word\n# a\n@anon GET /api/word/\n' }),
    'words.http'
  )
  const scenario = readScenario(path)
  const one = await replay(await serve(t, 'yes'), scenario)
  const same = await replay(await serve(t, 'yes'), scenario)
  const other = await replay(await serve(t, 'no'), scenario)
  const expected = one.map(({ answer }) => answer)
  t.strictSame(outcomeOf(scenario, expected, same), { passed: 2, failures: [] })
  t.strictSame(outcomeOf(scenario, expected, other), {
    passed: 1,
    failures: [{ at: 'words.http:3', step: '@anon GET /api/word/', differences: ['word: expected "yes", got "no"'] }]
  })
})
