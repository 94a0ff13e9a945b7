import t, { type Test } from 'tap'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { choose, fileOf, listed } from '../../scripts/conformance/choice.ts'
import { excusedBy, known } from '../../scripts/conformance/known.ts'
import { scenarioFolder } from '../../scripts/conformance/options.ts'
import { outcomeOf } from '../../scripts/conformance/outcome.ts'
import { replay, type Target } from '../../scripts/conformance/replay.ts'
import { readScenario } from '../../scripts/conformance/scenario.ts'
import { runScript } from '../../scripts/conformance/script.ts'

const files = globSync('**/*.http', { cwd: scenarioFolder })

t.test('every scenario is understood, and every one that is listed is there', async (t) => {
  for (const file of files) t.ok(readScenario(join(scenarioFolder, file)).steps.length > 0, file)
  for (const name of listed) t.ok(existsSync(fileOf(name)), name)
  const cases = globSync('cases/*', { cwd: scenarioFolder }).map((file) => file.replace(/\.http$/, ''))
  t.strictSame(
    cases.filter((name) => !listed.includes(name)),
    [],
    'every case is replayed'
  )
})

t.test('scenarios are chosen by a part of their name, others by all of it', async (t) => {
  t.strictSame(
    choose([]).empty.filter((name) => !name.startsWith('cases/')),
    known.scenarios
  )
  t.strictSame(choose(['part-cr', 'auth-totp', 'without-header']), {
    empty: ['auth-totp', 'part-crud'],
    demo: [],
    scripts: ['cases/import-without-header.sh']
  })
  t.strictSame(choose(['demo/user', 'demo/web']).demo, ['demo/user', 'demo/web'])
  t.throws(() => choose(['part-cr', 'auth-no']), { message: 'no scenario has "auth-no" in its name' })
})

t.test('an excuse covers its fields in its steps, and nothing beside them', async (t) => {
  const excuse = { why: 'it is so', fields: ['count', 'results.*.date'], steps: ['a.http:1'] }
  const covered = (at: string, ...differences: string[]) => excusedBy([excuse], at, differences)?.map(([, f]) => f)
  const [count, date] = ['count: expected 1, got 2', 'results.0.date: missing (expected 1)']
  t.strictSame(covered('a.http:1', count, date), ['count', 'results.*.date'])
  t.strictSame(covered('a.http:1', date, 'results.0.date.day: expected 1, got 2'), ['results.*.date'])
  t.strictSame(covered('a.http:1', count, 'results.0.name: expected "a", got "b"'), undefined, 'another field')
  t.strictSame(covered('a.http:1', 'results: 1 items expected, got 2'), undefined, 'what the field is in')
  t.strictSame(covered('a.http:1', 'status: expected 200, got 400 {}'), undefined)
  t.strictSame(covered('a.http:2', count), undefined, 'another step')
})

t.test('a case that is a program passes by its status', async (t) => {
  const folder = t.testdir({ 'right.sh': 'test -f bin/inventree', 'wrong.sh': 'echo so it is; exit 3' })
  t.strictSame(await runScript(join(folder, 'right.sh')), { passed: 1, failures: [] })
  t.strictSame((await runScript(join(folder, 'wrong.sh'))).failures, [
    { at: 'wrong.sh', step: 'bash wrong.sh', differences: ['it ended with 3', 'so it is'] }
  ])
})

t.test('what is expected of an answer is read, and a line that is none is named', async (t) => {
  const read = (text: string) => readScenario(join(t.testdir({ 'a.http': text }), 'a.http'))
  const [step] = read('@anon GET /api/\nexpect 200 a.0="x, y", header.allow~"GET", $={}\n').steps
  t.match(step, {
    expected: {
      status: 200,
      values: [
        { path: 'a.0', sign: '=', value: '"x, y"' },
        { path: 'header.allow', sign: '~', value: '"GET"' },
        { path: '$', sign: '=', value: '{}' }
      ]
    }
  })
  for (const wrong of ['expect', 'expect fine', 'expect 200 a', 'expect 200 a=b', 'expect 200 a~"("', 'expect 20 a=1'])
    t.throws(() => read(`@anon GET /api/\n${wrong}\n`), { message: /a\.http:2 is not understood/ }, wrong)
  t.throws(() => read('expect 200\n'), { message: /a\.http:1 is not understood/ }, 'of nothing')
  t.throws(() => read('@anon GET /\nexpect 200\nexpect 200\n'), { message: /a\.http:3 is not understood/ }, 'twice')
  t.throws(() => read('@anon GET /\nexpect 200\n@anon GET /b\n'), { message: /a\.http:3 has no answer to expect/ })
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

t.test(
  'a scenario that says what to expect: each value that is another is told, and so is another status',
  async (t) => {
    const steps = [
      '@admin GET /api/word/ -> w=word',
      'expect 200 word="yes", asked~"^Basic", header.content-type="application/json"',
      '@anon GET /api/word/',
      'expect 200 word="{w}", $.length=2, none=null, word~"^n"',
      '@anon GET /api/word/',
      'expect 404'
    ]
    const scenario = readScenario(join(t.testdir({ 'own.http': steps.join('\n') }), 'own.http'))
    const { passed, failures } = outcomeOf(scenario, undefined, await replay(await serve(t, 'yes'), scenario))
    t.equal(passed, 1)
    t.strictSame(
      failures.map(({ at, differences }) => [at, ...differences.map((one) => one.replace(/ \{.*/, ''))]),
      [
        [
          'own.http:3',
          '$.length: expected 2, got undefined',
          'none: expected null, got undefined',
          'word: expected ~"^n", got "yes"'
        ],
        ['own.http:5', 'status: expected 404, got 200']
      ]
    )
    const checked = await replay(await serve(t, 'yes'), scenario, (method, url) => `${method} ${new URL(url).pathname}`)
    t.strictSame(checked[0]!.unmet, ['GET /api/word/'], 'whoever looks at answers is heard')
  }
)
