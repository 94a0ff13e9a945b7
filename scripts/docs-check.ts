// `make docs-check`: opens the interactive documentation of a server in memory in Chromium and uses it as a reader
// would.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beNice, findChromium, Report, root, startChromium, startServer } from './support.ts'

beNice()
const report = new Report()
const chromium = findChromium()
if (!chromium) {
  report.skip('the documentation in a browser', 'Chromium is missing; CHROMIUM may name it')
  report.end()
  process.exit(0)
}

const contract = JSON.parse(readFileSync(join(root, 'generated/inventree.json'), 'utf8'))
const server = await startServer()
const { url, user, password, token } = server
const browser = await startChromium(chromium)
const page = await browser.newPage()
page.setDefaultTimeout(15_000)
const asked: string[] = []
page.on('request', (request) => asked.push(request.url()))
const errors: string[] = []
page.on('pageerror', (error) => errors.push(error.message))
page.on('console', (message) => {
  if (message.type() === 'error' && !message.text().startsWith('Deprecated')) errors.push(message.text())
})

const tags = page.locator('.opblock-tag')
const open = page.locator('.opblock.is-open')
const list = page.locator('#operations-part-part_list')

/** Opens the documentation anew, at an address inside it. */
async function visit(hash = ''): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${url}/api-doc/${hash}`)
  await tags.first().waitFor()
}

/** Waits until something is so. */
async function until(so: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await so())) {
    if (Date.now() > end) throw new Error(`it did not come to this: ${so}`)
    await sleep(50)
  }
}

/**
 * Goes through the page from top to bottom until something is found: a long page holds no more than what can be seen of
 * it.
 */
async function scrollThrough(found: () => Promise<boolean>): Promise<void> {
  for (let y = 0, end = 0; y <= end; y += 500) {
    end = await page.evaluate<number>(`(window.scrollTo(0, ${y}), document.documentElement.scrollHeight)`)
    await sleep(60)
    if (await found()) return
  }
}

/** Signs in with the dialog, after signing out: each field by its selector. */
async function authorize(fields: Record<string, string>): Promise<void> {
  await page.locator('.auth-wrapper > .btn.authorize').click()
  const dialog = page.locator('.auth-wrapper .modal-ux')
  const out = dialog.getByRole('button', { name: 'Remove authorization' })
  while (await out.count()) await out.first().click()
  for (const [selector, value] of Object.entries(fields)) await dialog.locator(selector).fill(value)
  await dialog.locator(Object.keys(fields).at(-1)!).press('Enter')
  await out.waitFor()
  await dialog.locator('.btn-done').first().click()
}

/** Presses Execute at `GET /api/part/`, and gives what the page then shows: the command and the status. */
async function tryOut(): Promise<{ command: string; status: string; body: string }> {
  if (await list.locator('.btn-clear').count()) await list.locator('.btn-clear').click()
  await list.locator('.execute').click()
  const answer = list.locator('.live-responses-table .response').first()
  await answer.waitFor()
  return {
    command: await list.locator('.curl-command').innerText(),
    status: (await answer.locator('.response-col_status').innerText()).trim().split('\n')[0]!,
    body: await answer.locator('.microlight').first().innerText()
  }
}

await report.check('every tag is there and everything is folded', async () => {
  await visit()
  assert.equal(await tags.count(), contract.tags.length)
  assert.equal(await open.count(), 0)
})

await report.check('with every tag unfolded, scrolling meets every operation', async () => {
  await visit()
  // From the last tag to the first, so that what unfolds does not move the tags that are still to come.
  for (const { name } of contract.tags.toReversed()) {
    await scrollThrough(async () => (await page.locator(`.opblock-tag[data-tag="${name}"]`).count()) > 0)
    await page.locator(`.opblock-tag[data-tag="${name}"]`).click()
    await page.locator(`[id^="operations-${name}-"]`).first().waitFor()
  }
  const met = new Set<string>()
  await scrollThrough(async () => {
    for (const id of await page.locator('.opblock').evaluateAll((blocks) => blocks.map((block) => block.id)))
      met.add(id)
    return false
  })
  const operations = Object.values<Record<string, { tags: string[]; operationId: string }>>(contract.paths).flatMap(
    (item) => Object.values(item)
  )
  assert.deepEqual(
    operations.map(({ tags: [tag], operationId }) => `operations-${tag}-${operationId}`).filter((id) => !met.has(id)),
    []
  )
  assert.equal(await open.count(), 0)
})

await report.check('the filter box narrows the list', async () => {
  await visit()
  await page.locator('.operation-filter-input').fill('project-code')
  await until(async () => (await tags.count()) < contract.tags.length)
  assert.equal(await page.locator('.opblock-tag[data-tag="project-code"]').count(), 1)
  await page.locator('.operation-filter-input').fill('')
  await until(async () => (await tags.count()) === contract.tags.length)
})

await report.check('a deep link opens its operation', async () => {
  await visit('#/part/part_list')
  await list.locator('.execute').waitFor()
  assert.equal(await open.count(), 1)
})

await report.check('without credentials the answer is 401', async () => {
  assert.equal((await tryOut()).status, '401')
  errors.splice(0, errors.length, ...errors.filter((text) => !text.includes('401')))
})

await report.check('Authorize with Basic, try out GET /api/part/: 200', async () => {
  await authorize({ '#auth-basic-username': user, '#auth-basic-password': password })
  const { command, status, body } = await tryOut()
  assert.equal(status, '200')
  assert.match(command, /authorization: Basic /i)
  assert.ok(command.includes(`'${url}/api/part/?limit=25`), `the command has not the address of the server: ${command}`)
  assert.match(body, /"count": 0/)
})

await report.check('Authorize with a token, try out GET /api/part/: 200', async () => {
  await authorize({ 'form:has-text("tokenAuth") #api_key_value': `Token ${token}` })
  const { command, status } = await tryOut()
  assert.equal(status, '200')
  assert.match(command, /authorization: Token inv-/i)
})

await report.check('a reload costs next to nothing', async () => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const statuses: string[] = []
  devtools.on('Network.responseReceivedExtraInfo', ({ statusCode }) => statuses.push(String(statusCode)))
  await page.reload()
  await list.locator('.execute').waitFor()
  await page.waitForLoadState('networkidle')
  assert.ok(statuses.includes('304') && !statuses.includes('200'), `the answers were ${statuses.join(' ')}`)
  assert.ok(bytes < 20_000, `${bytes} bytes came`)
})

await report.check('after the reload the page is still signed in', async () => {
  assert.equal((await tryOut()).status, '200')
})

await report.check('no other host is asked, and the browser complains about nothing', async () => {
  assert.deepEqual(
    asked.filter((address) => !address.startsWith(`${url}/`) && !/^(data|blob|about):/.test(address)),
    []
  )
  assert.deepEqual(errors, [])
})

const below = await startServer(undefined, { INVENTREE_SITE_URL: 'http://example.org/inventree' })
await report.check('below a path, try out GET /api/part/: 200', async () => {
  await page.goto(`${below.url}/inventree/api-doc/#/part/part_list`)
  await list.locator('.execute').waitFor()
  await authorize({ '#auth-basic-username': below.user, '#auth-basic-password': below.password })
  const { command, status } = await tryOut()
  assert.equal(status, '200')
  assert.ok(
    command.includes(`'${below.url}/inventree/api/part/?limit=25`),
    `the command has another address: ${command}`
  )
})

await browser.close()
server.stop()
below.stop()
report.end()
