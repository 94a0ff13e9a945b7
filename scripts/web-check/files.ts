// What goes through files: attachments, pictures in notes, prints, imports.
import assert from 'node:assert/strict'
import type { Report } from '../support.ts'
import type { WebClient } from './client.ts'
import type { World } from './forms.ts'

interface Attached {
  pk: number
  comment: string
  content: string
}

/** Chooses a file in the form that is open and sends it. */
async function submit({ page }: WebClient, field: string, name: string, text: string): Promise<void> {
  const form = page.locator('form')
  const buffer = Buffer.from(text)
  await form.locator(`input[type=file][name=${field}]`).setInputFiles({ name, mimeType: 'text/plain', buffer })
  await form.getByRole('button', { name: 'Submit' }).click()
  await form.waitFor({ state: 'detached' })
}

/** A file of companies: one row is wrong, and of the others two are dropped. */
const COMPANIES = `Name,What it is,Currency
North,Makes washers,USD
South,Makes nuts,USD
East,Makes bolts,XXX
West,Makes pins,EUR
`

/** Uploads, prints and imports. */
export async function checkFiles(client: WebClient, report: Report, world: World): Promise<void> {
  await report.check('attachments are uploaded, listed, changed, downloaded and deleted', async () => {
    for (const name of ['first', 'second', 'third']) {
      await client.call('openUpload', 'part', world.board)
      await submit(client, 'attachment', `${name}.txt`, `The ${name} sheet`)
    }
    const attached = () => client.call<Attached[]>('attachmentsOf', 'part', world.board)
    const [one, ...others] = await attached()
    assert.match(one!.content, /^The \w+ sheet$/)
    await client.call('editAttachment', one!.pk, 'To be read')
    assert.equal((await attached()).find(({ pk }) => pk === one!.pk)!.comment, 'To be read')
    await client.call('deleteAttachments', [one!.pk])
    await client.call(
      'deleteAttachments',
      others.map(({ pk }) => pk)
    )
    assert.deepEqual(await attached(), [])
    client.quiet()
  })

  await report.check('a picture goes into notes and is shown', async () => {
    await client.call('uploadNotesImage', 'part', world.board)
    client.quiet()
  })

  await report.check('labels are printed by every plugin of the menu, reports too; the PDF comes', async () => {
    const printed = await client.call<Record<string, unknown>>('printLabels', 'part', [world.board, world.chip])
    assert.equal(printed.inventreelabel, '%PDF-')
    // There is no machine that could be chosen, which the form tells.
    assert.deepEqual(Object.keys(printed.inventreelabelmachine as object), ['machine'])
    assert.equal(await client.call('printReport', 'purchaseorder', [world.purchase]), '%PDF-')
    client.quiet(/^400 POST \/api\/label\/print\/$/)
  })

  await report.check('an import is walked through: columns, a row that is mended, rows that are dropped', async () => {
    await client.call('openImport', { model_type: 'company' })
    await submit(client, 'data_file', 'companies.csv', COMPANIES)
    const columns = { name: 'Name', description: 'What it is', currency: 'Currency' }
    assert.equal(await client.call('walkThrough', columns, { currency: 'USD' }), 2)
    for (const model_type of ['company', 'part']) {
      await client.call('openImport', { model_type })
      await submit(client, 'data_file', 'more.csv', COMPANIES)
    }
    await client.call('dropImports')
    client.quiet()
  })
}
