import t from 'tap'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { printable } from '#framework/printable.ts'
import { folder, inside } from '../server/run.ts'

/**
 * What a terminal obeys: colours, titles, the bell; C1 forms of the same; marks that turn the direction of text round;
 * a line of its own.
 */
const HOSTILE = 'x\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u0000\r\nroot  yes\u2028\u007f'
const UNSEEN = /(?!\n)[\p{Cc}\u202e\u2028]/u

t.test('what users wrote reaches the terminal without control characters; JSON stays JSON', async (t) => {
  const directory = folder(t)
  const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3'), INVENTREE_MEDIA_ROOT: join(directory, 'media') }
  const db = await openDatabase(env.INVENTREE_DB_NAME)
  await createUser(db, { username: 'mara', email: HOSTILE })
  await createUser(db, { username: HOSTILE, is_superuser: true })
  await db.insertInto('group').values({ name: HOSTILE }).execute()
  await db
    .insertInto('attachment')
    .values({ model_type: 'part', model_id: 1, attachment: `attachments/${HOSTILE}` })
    .execute()
  await db.destroy()
  for (const [args, code] of [
    [['user', 'list'], 0],
    [['user', 'show', HOSTILE], 0],
    [['user', 'show', `${HOSTILE}!`], 1],
    [['group', 'list'], 0],
    [['check'], 1],
    [['token', 'list', HOSTILE], 0],
    [['nonsense' + HOSTILE], 2],
    [['user', 'list', `--${HOSTILE}`], 2],
    [['user', 'delete', HOSTILE], 2]
  ] as [string[], number][]) {
    const ended = await inside(args, env)
    t.equal(ended.code, code, printable(JSON.stringify(args)))
    t.notMatch(ended.out + ended.err, UNSEEN, printable(JSON.stringify(args)))
  }
  const { out } = await inside(['user', 'list'], env)
  t.match(out, /x\\u001b\[2J\\u001b\]0;owned\\u0007\\u009b31m\\u202e\\u0000\\u000d\\u000aroot/)
  t.equal(out.trim().split('\n').length, 3, 'no line of their own')
  const json = await inside(['user', 'list', '--json'], env)
  t.notMatch(json.out, UNSEEN)
  t.strictSame(
    JSON.parse(json.out).map(({ username }: { username: string }) => username),
    ['mara', HOSTILE]
  )
})

t.test('import: what a file says reaches the terminal without control characters', async (t) => {
  const directory = folder(t)
  const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3') }
  const file = join(directory, 'export.json')
  for (const records of [
    [{ model: HOSTILE, pk: 1, fields: {} }],
    [{ model: 'auth.user', pk: 1, fields: { username: 5 } }],
    [{ model: 'auth.user', pk: 1, fields: { [HOSTILE]: 1, username: 'a', password: '', date_joined: HOSTILE } }]
  ]) {
    writeFileSync(file, JSON.stringify([{ metadata: true }, ...records]))
    const { out, err } = await inside(['import', file], env)
    t.notMatch(out + err, UNSEEN)
  }
  writeFileSync(file, `[{"metadata": true}, "${HOSTILE}`)
  t.notMatch((await inside(['import', file], env)).err, UNSEEN)
})
