import t from 'tap'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { mediaOf } from '#framework/files/media.ts'
import { createBackup } from '#framework/backup/index.ts'
import { holdFiles } from '#framework/files/hold.ts'
import { BACKUP } from '#framework/files/paths.ts'
import { build } from '../helper.ts'
import { folder } from '../server/run.ts'
import { multipart } from '../support/multipart.ts'

const mediaRoot = folder(t)
const { as, db, make } = await build(t, { mediaRoot })
const admin = as('admin')
const { pk: part } = await make('/api/part/', { name: 'Relay' })

/** Uploads a file and gives what deletes it, and where it lies. */
async function upload(content: string): Promise<{ remove: () => Promise<number>; place: string }> {
  const { body } = await admin.post(
    '/api/attachment/',
    ...multipart({ model_type: 'part', model_id: part, attachment: { name: 'a.txt', content } })
  )
  return {
    remove: async () => (await admin.delete(`/api/attachment/${body.pk}/`)).status,
    place: join(mediaRoot, body.attachment.replace('/media/', ''))
  }
}

t.test(
  'a file that goes after a backup has copied the database is in the backup all the same, and goes afterwards',
  async (t) => {
    const { remove, place } = await upload('kept by a backup')
    const archive = await createBackup({ config: { database: ':memory:', mediaRoot }, db }, { media: true })
    t.equal(await remove(), 204)
    t.ok(existsSync(place))
    const bytes = gunzipSync(await buffer(archive))
    t.ok(bytes.includes('kept by a backup'))
    t.notOk(bytes.includes(BACKUP), 'the mark of the backup is not in it')
    await new Promise((resolve) => setImmediate(resolve))
    const other = await upload('another')
    t.equal(await other.remove(), 204)
    t.notOk(existsSync(place))
    t.notOk(existsSync(other.place))
  }
)

t.test('several may hold the files: they go when the last has let go', async (t) => {
  const releases = [await holdFiles(mediaOf({ mediaRoot })), await holdFiles(mediaOf({ mediaRoot }))]
  const { remove, place } = await upload('held')
  t.equal(await remove(), 204)
  for (const release of releases) {
    t.ok(existsSync(place))
    await release()
    await admin.patch(`/api/part/${part}/`, { description: 'swept' })
  }
  t.notOk(existsSync(place))
})

t.test('what a killed backup left holds nothing when it is old', async (t) => {
  await holdFiles(mediaOf({ mediaRoot }))
  const [mark] = readdirSync(mediaRoot).filter((name) => name.startsWith(BACKUP))
  utimesSync(join(mediaRoot, mark!), 0, 0)
  const { remove, place } = await upload('not held')
  t.equal(await remove(), 204)
  t.notOk(existsSync(place))
  t.notOk(existsSync(join(mediaRoot, mark!)))
})

t.test('a folder that is not there can be held', async () => {
  await (await holdFiles(mediaOf({ mediaRoot: join(mediaRoot, 'nowhere') })))()
})
