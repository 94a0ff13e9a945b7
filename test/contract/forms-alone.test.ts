// Records are made, changed, copied, exported and deleted by what OPTIONS says of each list, and nothing else.
import t from 'tap'
import { build } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { ASKED_FOR } from '../support/forms.ts'
import { bodyOf, filled, startValues, type Fields } from '../web/client/form.js'
import { FROM_ELSEWHERE, GIVEN, NO_FORM } from './forms-alone.pages.ts'
import { canBeDrawn, formSteps } from './forms-alone.steps.ts'

const house = await build(t)
const { world, ask, act, fieldsOf, create, createWhole, edit, empty, duplicate, exportAll, remove } =
  await formSteps(house)

const has = (path: string, ...methods: string[]) =>
  contract.operations.some((one) => one.path === path && methods.includes(one.method))

/** Every list, with the address of its records, if they have any. */
const all = contract.operations
  .filter(({ method, path }) => method === 'get' && !path.startsWith('/api/auth/'))
  .map(({ path: list, query }) => ({
    list,
    record: contract.operations.find(({ path }) => path.startsWith(list) && /^\{\w+\}\/$/.test(path.slice(list.length)))
      ?.path,
    isExported: query.some(({ name }) => name === 'export')
  }))

const lists = all.filter(({ list, record }) => record && has(list, 'post') && !(list in FROM_ELSEWHERE))

for (const { list } of lists)
  t.test(`${list}: a record is made, changed, emptied, copied, exported and deleted`, async (t) => {
    const url = list.replace('{id}', String(world.selection))
    const record = await create(t, list, url)
    await edit(t, list, record)
    const copy = await duplicate(t, list, url, record)
    await exportAll(t, list, url)
    for (const one of [copy, record]) await remove(t, list, one)
    const full = await createWhole(t, list, url)
    await edit(t, list, full)
    await empty(t, full)
    await remove(t, list, full)
  })

/** Puts something into the lists whose records come from elsewhere. */
async function fillOthers(): Promise<void> {
  const { board, item, salesOrder, transferOrder } = world
  await house.makeGroup('Makers')
  for (const [kind, line, order] of [
    ['so', 'so-line', salesOrder],
    ['transfer-order', 'transfer-order-line', transferOrder]
  ]) {
    const { pk } = await house.make(`/api/order/${line}/`, { order, part: board, quantity: 2 })
    await act(`/api/order/${kind}/${order}/issue/`)
    const items = [{ line_item: pk, stock_item: item, quantity: 2 }]
    await act(`/api/order/${kind}/${order}/allocate/`, { items })
  }
  const list = '/api/importer/session/'
  const { body: session } = await act(list, GIVEN[list]!.values(world))
  await act(`${list}${session.pk}/accept_fields/`)
}

t.test('what comes from elsewhere is changed, exported and deleted', async (t) => {
  await fillOthers()
  for (const { list, record } of all.filter(({ list }) => list in FROM_ELSEWHERE)) {
    const [first] = (await ask('GET', list)).body
    const url = `${list}${first.pk}/`
    if (record && has(record, 'patch', 'put')) await edit(t, list, url)
    await exportAll(t, list, list)
    if (record && has(record, 'delete')) await remove(t, list, url)
  }
})

t.test('what a rule asks for in place of the form is named by the refusal: 400, and nothing is stored', async (t) => {
  for (const [list, asked] of Object.entries(ASKED_FOR)) {
    const told: Fields = (await ask('OPTIONS', list)).body.actions.POST
    const opened = startValues(told, GIVEN[list]?.values(world))
    const values = await filled(told, opened, ask)
    const before = (await ask('GET', list)).text
    for (const name of asked) {
      t.equal(told[name]!.required, false, `${list} ${name}`)
      delete values[name]
    }
    const { status, body } = await ask('POST', list, bodyOf(told, values))
    const silent = asked.filter((name) => !(name in body))
    t.strictSame({ status, silent }, { status: 400, silent: [] }, list)
    t.equal((await ask('GET', list)).text, before)
  }
})

t.test('every form can be drawn, those of actions included', async (t) => {
  for (const { method, path } of contract.operations) {
    if (method !== 'post' || path.startsWith('/api/auth/')) continue
    canBeDrawn(t, (await fieldsOf(path.replaceAll(/\{\w+\}/g, '1'), 'POST')) ?? {})
  }
})

t.test('no list that is exported, and none with records that change, was left out', (t) => {
  const tried = new Set([...lists.map(({ list }) => list), ...Object.keys(FROM_ELSEWHERE)])
  const others = all.filter(({ record, isExported }) => isExported || (record && has(record, 'patch', 'put')))
  t.strictSame(
    others
      .map(({ list }) => list)
      .filter((list) => !tried.has(list))
      .sort(),
    Object.keys(NO_FORM).sort()
  )
  t.end()
})
