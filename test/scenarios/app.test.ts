// What the phone app does, flow by flow: each answer must be what the scenario says, and keep the contract.
import t from 'tap'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf } from '../../scripts/conformance/choice.ts'
import { known } from '../../scripts/conformance/known.ts'
import { scenarioFolder } from '../../scripts/conformance/options.ts'
import { outcomeOf } from '../../scripts/conformance/outcome.ts'
import { replay, type Check } from '../../scripts/conformance/replay.ts'
import { readScenario } from '../../scripts/conformance/scenario.ts'
import { Place, withServer } from '../../scripts/conformance/server.ts'
import { findChromium } from '../../scripts/support.ts'
import { breach, operationOf } from '../support/contract.ts'

/** Labels are printed by a browser. */
const printing = findChromium() ? {} : { skip: 'Chromium is missing; CHROMIUM may name it' }

const flows = known.scenarios.filter((name) => name.startsWith('app-'))
const place = new Place(t.testdir({}), 'app')
t.teardown(() => place.close())

/** The operations that were asked and had something to give, as `GET /api/part/{id}/`. */
const asked = new Set<string>()

const check: Check = (method, url, { status, headers, text, body }) => {
  const operation = operationOf(method, url)
  if (operation && status < 300) asked.add(`${method} ${operation.path}`)
  return breach(method, url, { status, headers: Object.fromEntries(headers), text, body })
}

for (const name of flows)
  t.test(
    `${name}: every answer is what the phone app goes on with`,
    name === 'app-labels' ? printing : {},
    async (t) => {
      const scenario = readScenario(fileOf(name))
      const { environment } = scenario
      await withServer(
        place,
        { admin: { name: 'testuser', password: 'testpassword' }, environment },
        async (target) => {
          const { passed, failures } = outcomeOf(scenario, undefined, await replay(target, scenario, check))
          t.ok(passed > 0)
          t.strictSame(failures, [])
        }
      )
    }
  )

t.test('every flow is listed, and every operation that the app calls gives something in one of them', printing, (t) => {
  t.strictSame(
    globSync('app-*.http', { cwd: scenarioFolder }).toSorted(),
    flows.map((name) => `${name}.http`).toSorted()
  )
  const used = readFileSync(join(scenarioFolder, 'app-operations.txt'), 'utf8').trim().split('\n')
  t.strictSame(
    used.filter((operation) => !asked.has(operation)),
    ['POST /api/locate/'],
    'but for the one that only plugins of others have an answer for'
  )
  t.end()
})
