// The print menus of tables and records.
import { address, ask, get, need, poll, send } from './asking.js'
import { bodyOf, startValues } from './form.js'
import { actionsOf, faultsOf } from './table.js'

/** Waits for a print, and gives the first letters of its file. */
async function download(output) {
  const done = await poll(`/api/data-output/${output.pk}/`, ({ complete, errors }) => complete || errors)
  need(`a print: ${JSON.stringify(done.errors)}`, done.complete && !done.errors)
  const file = await (await fetch(address(done.output))).text()
  return file.slice(0, 5)
}

/** The templates that the menu offers for records. */
async function offered(kind, model_type, items) {
  const query = new URLSearchParams({ model_type, enabled: true, items: items.join(','), search: '', limit: 10 })
  const { results } = await get(`/api/${kind}/template/?${query}`)
  need(`a template of ${kind} for ${model_type}`, results.length > 0)
  return results[0].pk
}

/** Prints labels with each plugin that is offered; gives the first letters of each file. */
export async function printLabels(model_type, items) {
  const template = await offered('label', model_type, items)
  const printed = {}
  for (const { key } of await get('/api/plugins/?active=true&mixin=labels')) {
    const { POST: fields } = await actionsOf(`/api/label/print/?plugin=${key}`)
    const faults = [...faultsOf(fields)]
    need(`the form of prints by ${key}: ${faults.join('; ')}`, faults.length === 0)
    const body = bodyOf(fields, startValues(fields, { template, items, plugin: key }))
    const { status, body: output } = await ask('POST', '/api/label/print/', body)
    printed[key] = status === 201 ? await download(output) : output
  }
  return printed
}

/** Prints a report. */
export async function printReport(model_type, items) {
  const template = await offered('report', model_type, items)
  return download(await send('POST', '/api/report/print/', { template, items }))
}
