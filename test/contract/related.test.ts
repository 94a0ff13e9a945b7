import t, { type Test } from 'tap'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkRelated, loadContract } from '#contract/document.ts'
import { isModel } from '#framework/models.ts'
import '#modules/registry.ts'

const whole = loadContract()

/** The contract with other words for the kind of record that the category of a part is. */
function saying(t: Test, related: string) {
  const document = structuredClone(whole.document)
  document.components.schemas.PartRequest.properties.category['x-related'] = related
  const file = join(t.testdir(), 'contract.json')
  writeFileSync(file, JSON.stringify(document))
  return loadContract(file)
}

t.test('every kind of record that the contract names is one', async (t) => {
  t.ok(whole.related.size > 30)
  t.doesNotThrow(() => checkRelated(whole, isModel))
})

for (const related of ['prat', 'part/sellable', 'contenttype/part', 'constructor', 'part/constructor']) {
  t.test(`a contract that names ${related} stops the start, and the field is told`, async (t) => {
    t.throws(() => checkRelated(saying(t, related), isModel), {
      message: `The contract says x-related: ${related} at components schemas PartRequest properties category, but no module has such a kind of record.`
    })
  })
}
