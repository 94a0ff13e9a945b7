import t from 'tap'
import type { Operation, Schema } from '#contract/document.ts'
import { oneRecord } from '#contract/read.ts'
import { contract } from '../support/contract.ts'
import { addressOf, around, filled, told } from '../support/hostile.ts'

t.setTimeout(300_000)

/** Values that programs stumble over which take them for what they should be, as JSON. */
const VALUES = [
  '{"toString":1,"valueOf":1,"toJSON":1,"length":-1}',
  '{"__proto__":null}',
  '{"__proto__":{"name":"x"},"constructor":{"prototype":1}}',
  '[]',
  '[[[{"toString":1}]]]',
  '"constructor"',
  '"__proto__"',
  '"toString"',
  '"\\u0000"',
  '"\\ud800"',
  '""',
  'null',
  '-1e308',
  '9007199254740993',
  'true'
]

const fieldsOf = (schema: Schema | undefined): [string, Schema][] =>
  schema
    ? Object.entries(oneRecord(contract, schema).properties ?? {}).map(([name, field]) => [
        name,
        contract.resolve(field)
      ])
    : []

t.test('bodies in which a field is of the wrong kind → no answer from 500 on', async (t) => {
  const { as } = await filled(t)
  const next = around(VALUES)
  const failed: string[] = []
  let sent = 0
  const send = async (operation: Operation, body: string) => {
    sent++
    const ask = as('admin')[operation.method as 'post']
    await ask(addressOf(operation, 'part'), body, { 'content-type': 'application/json' })
      .then(({ status }) => {
        if (status === 401) throw new Error('no longer signed in')
      })
      .catch((error: Error) => {
        failed.push(told(`${operation.id} ${body}`, error))
      })
  }
  for (const operation of contract.operations.filter(({ body }) => body)) {
    const fields = fieldsOf(operation.body)
    const object = (value: (name: string) => string) =>
      `{${fields.map(([name]) => `${JSON.stringify(name)}:${value(name)}`).join()}}`
    for (let at = 0; at < 8; at++) {
      const value = next.next().value
      await send(
        operation,
        object(() => value)
      )
    }
    for (const [name] of fields) await send(operation, `{${JSON.stringify(name)}:${next.next().value}}`)
    for (const [name, { type, items }] of fields.filter(([, { items }]) => items)) {
      if ([type].flat().includes('array'))
        for (const [inner] of fieldsOf(items))
          await send(operation, `{${JSON.stringify(name)}:[{${JSON.stringify(inner)}:${next.next().value}}]}`)
    }
    for (let at = 0; at < 3; at++) await send(operation, next.next().value)
  }
  t.strictSame(failed, [])
  t.ok(sent > 4000, 'of every operation')
})
