import t, { type Test } from 'tap'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mediaOf } from '#framework/files/media.ts'
import { deleteUnsettled } from '#framework/files/dropped.ts'
import { build } from '../helper.ts'
import { failOnInsert } from '../support/database.ts'
import { multipart } from '../support/multipart.ts'
import { folder } from '../server/run.ts'

const LONG_AGO = 1_700_000_000

async function place(t: Test, onStatement?: (text: string) => void, mediaRoot = folder(t)) {
  const house = await build(t, { mediaRoot }, onStatement)
  const admin = house.as('admin')
  const upload = async (name: string) =>
    await admin.post(
      '/api/attachment/',
      ...multipart({ model_type: 'part', model_id: 1, attachment: { name, content: 'x' } })
    )
  await house.make('/api/part/', { name: 'Lamp' })
  return { mediaRoot, house, upload }
}

const notes = (mediaRoot: string) => readdirSync(mediaRoot).filter((name) => name.startsWith('.new-'))

t.test('a file is noted before it is stored, until a record names it or the request is refused', async (t) => {
  const mediaRoot = folder(t)
  let noted = ''
  const { house, upload } = await place(
    t,
    (text) => {
      if (/^insert into "attachment"/.test(text))
        noted = notes(mediaRoot)
          .map((name) => readFileSync(join(mediaRoot, name), 'utf8'))
          .join()
    },
    mediaRoot
  )
  t.equal((await upload('plan.txt')).status, 201)
  t.equal(noted, 'attachments/part/1/plan.txt\n')
  t.strictSame(notes(mediaRoot), [])
  const mend = await failOnInsert(house.db, 'attachment')
  await t.rejects(upload('other.txt'), /500/)
  t.strictSame(notes(mediaRoot), [])
  t.strictSame(readdirSync(join(mediaRoot, 'attachments/part/1')), ['plan.txt'])
  await mend()
})

t.test('what a killed process had noted goes after an hour, unless a record names it', async (t) => {
  const { mediaRoot, house, upload } = await place(t)
  await upload('plan.txt')
  const at = (name: string) => join(mediaRoot, name)
  const leave = (note: string, paths: string[], isOld: boolean) => {
    mkdirSync(at('attachments/part/1'), { recursive: true })
    for (const path of paths) if (!existsSync(at(path))) writeFileSync(at(path), 'left')
    writeFileSync(at(note), `${paths.map((path) => `${path}\n`).join('')}attachments/ha`)
    if (isOld) utimesSync(at(note), LONG_AGO, LONG_AGO)
  }
  leave('.new-a', ['attachments/part/1/left.txt', 'attachments/part/1/plan.txt'], true)
  leave('.new-b', ['attachments/part/1/young.txt'], false)
  await deleteUnsettled(house.db, mediaOf({ mediaRoot }))
  t.strictSame(readdirSync(at('attachments/part/1')).sort(), ['plan.txt', 'young.txt'])
  t.strictSame(notes(mediaRoot), ['.new-b'])
})
