import t, { type Test } from 'tap'
import Sqlite from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { copyFileSync, createWriteStream, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { Header, Pack, ReadEntry } from 'tar'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { folder, inside } from '../server/run.ts'

interface SentEntry {
  path: string
  content?: string | Buffer
  type?: 'File' | 'SymbolicLink' | 'Link' | 'CharacterDevice'
  linkpath?: string
  mode?: number
}

/** A `.tar.gz` of whatever entries. */
async function archive(file: string, entries: SentEntry[]): Promise<string> {
  const pack = new Pack({ gzip: true, preservePaths: true })
  for (const { path, content = '', type = 'File', linkpath, mode = 0o644 } of entries) {
    const bytes = Buffer.from(content)
    const entry = new ReadEntry(
      new Header({ path, size: bytes.length, type, mode, mtime: new Date(), ...(linkpath ? { linkpath } : {}) })
    )
    pack.add(entry)
    entry.end(bytes)
  }
  pack.end()
  await pipeline(pack, createWriteStream(file))
  return file
}

const MANIFEST = {
  path: 'backup.json',
  content: JSON.stringify({
    format: 'inventree-server backup',
    made: '2026-01-01T00:00:00.000Z',
    server: '1',
    media: true
  })
}

/** A database with the user `present`, and one to restore that can be changed by hand. */
async function workshop(t: Test) {
  const directory = folder(t)
  const database = join(directory, 'data/inventree.sqlite3')
  const env = { INVENTREE_DB_NAME: database }
  const made = async (path: string, username: string) => {
    mkdirSync(dirname(path), { recursive: true })
    const db = await openDatabase(path)
    await createUser(db, { username })
    await db.destroy()
    return path
  }
  await made(database, 'present')
  const sound = await made(join(directory, 'sound.sqlite3'), 'restored')
  /** A copy of the sound database, changed. */
  const changed = (name: string, sql: string): string => {
    const copy = join(directory, `${name}.sqlite3`)
    copyFileSync(sound, copy)
    const db = new Sqlite(copy)
    db.unsafeMode(true)
    db.exec(sql)
    db.close()
    return copy
  }
  const users = () => {
    const db = new Sqlite(database, { readonly: true })
    try {
      return db.prepare('select username from user order by id').pluck().all()
    } finally {
      db.close()
    }
  }
  const restore = (file: string) => inside(['restore', file, '--yes'], env)
  const refused = async (file: string, why: RegExp) => {
    t.match(await restore(file), { code: 1, err: why }, String(why))
    t.strictSame(users(), ['present'])
    t.strictSame(
      readdirSync(join(directory, 'data')).filter((name) => /^\.|before|restoring/.test(name)),
      []
    )
  }
  return { directory, sound, changed, refused, restore, users, media: join(directory, 'data/media') }
}

t.test('a database with anything that this server did not make → refused by name, in an archive or bare', async (t) => {
  const { directory, changed, refused, restore, users, sound } = await workshop(t)
  for (const [what, sql, why] of [
    [
      'trigger',
      'create trigger evil after insert on part begin update user set is_superuser = 1; end',
      /a trigger "evil" that this server did not make/
    ],
    ['view', 'create view evil as select * from user', /a view "evil" that this server did not make/],
    ['table', 'create table evil (x)', /a table "evil" that this server did not make/],
    ['virtual', 'create virtual table evil using fts5(x)', /a table "evil\w*" that this server did not make/],
    ['index', 'create index evil on part (lower(name))', /an index "evil" that this server did not make/],
    [
      'replaced',
      'drop trigger part_search_delete; create trigger part_search_delete after delete on part begin delete from user; end',
      /its trigger "part_search_delete" is not what this server makes/
    ],
    [
      'column',
      "alter table user add column evil text generated always as (username || 'x') virtual",
      /its table "user" is not what this server makes/
    ],
    ['dropped', 'drop table custom_unit', /it lacks the table "custom_unit"/],
    [
      'hidden',
      "pragma writable_schema = on; insert into sqlite_master values ('trigger', 'sqlite_evil', 'part', 0, 'create trigger sqlite_evil after insert on part begin delete from user; end')",
      /sqlite_evil/
    ],
    [
      'broken',
      "pragma writable_schema = on; update sqlite_master set sql = 'create table nonsense' where name = 'part'",
      /no database that can be used/
    ],
    ['newer', "insert into kysely_migration values ('999-later', '2027')", /newer version/],
    [
      'path',
      "insert into attachment (model_type, model_id, attachment) values ('part', 1, '../../etc/passwd')",
      /the path "\.\.\/\.\.\/etc\/passwd" of attachment 1 leads out/
    ],
    [
      'absolute',
      "insert into company (name, image) values ('x', '/etc/passwd')",
      /the path "\/etc\/passwd" of company 1 leads out/
    ]
  ] as const) {
    const file = changed(what, sql)
    if (what === 'trigger' || what === 'broken') await refused(file, why)
    await refused(
      await archive(join(directory, `${what}.tar.gz`), [
        MANIFEST,
        { path: 'inventree.sqlite3', content: readFileSync(file) }
      ]),
      why
    )
  }
  t.match(
    await restore(
      await archive(join(directory, 'sound.tar.gz'), [
        MANIFEST,
        { path: 'inventree.sqlite3', content: readFileSync(sound) }
      ])
    ),
    { code: 0 }
  )
  t.strictSame(users(), ['restored'])
})

t.test('an archive with names that lead out, names twice or more than there is room for → refused', async (t) => {
  const { directory, sound, refused } = await workshop(t)
  const database = { path: 'inventree.sqlite3', content: readFileSync(sound) }
  const made = (name: string, ...more: SentEntry[]) => archive(join(directory, name), [MANIFEST, database, ...more])
  await refused(await made('dots.tar.gz', { path: 'media/../../evil', content: 'x' }), /leads out of the folder/)
  await refused(await made('absolute.tar.gz', { path: '/etc/evil', content: 'x' }), /leads out of the folder/)
  await refused(await made('drive.tar.gz', { path: 'media/..\\..\\evil', content: 'x' }), /leads out of the folder/)
  await refused(
    await made('escape.tar.gz', { path: 'media/\u001b[2Jevil', content: 'x' }),
    /"media\/\\u001b\[2Jevil" leads out/
  )
  await refused(
    await made('twice.tar.gz', { path: 'media/a', content: 'x' }, { path: 'media/a', content: 'y' }),
    /holds "media\/a" twice/
  )
  await refused(await made('database-twice.tar.gz', database), /holds "inventree.sqlite3" twice/)
  const huge = Buffer.alloc(512)
  new Header({ path: 'media/huge', size: 2 ** 50, type: 'File', mode: 0o644, mtime: new Date() }).encode(huge)
  writeFileSync(join(directory, 'huge.tar.gz'), gzipSync(huge))
  await refused(join(directory, 'huge.tar.gz'), /there is no room for what it holds/)
})

t.test('an archive that says nonsense about itself, or cannot be unpacked → refused with its name', async (t) => {
  const { directory, sound, refused } = await workshop(t)
  const database = { path: 'inventree.sqlite3', content: readFileSync(sound) }
  const made = (name: string, ...entries: SentEntry[]) => archive(join(directory, name), [...entries, database])
  const right = JSON.parse(MANIFEST.content)
  for (const [n, content] of [
    'null',
    '5',
    '{"format',
    ...[{ made: 5 }, { media: 'no' }, { server: null }].map((wrong) => JSON.stringify({ ...right, ...wrong }))
  ].entries()) {
    await refused(
      await made(`says-${n}.tar.gz`, { path: 'backup.json', content }),
      /says-\d.tar.gz is no backup of this server's: it holds no backup.json that says so/
    )
  }
  await refused(
    await made('both.tar.gz', MANIFEST, { path: 'media/a', content: 'x' }, { path: 'media/a/b', content: 'x' }),
    /both.tar.gz is no backup, or is damaged: EEXIST/
  )
  await refused(
    await made('long.tar.gz', MANIFEST, { path: `media/${'a'.repeat(300)}`, content: 'x' }),
    /long.tar.gz is no backup, or is damaged: ENAMETOOLONG/
  )
})

t.test(
  'links and devices are passed over; what is taken is for its owner alone, whatever the archive says',
  async (t) => {
    const { directory, sound, restore, media, users } = await workshop(t)
    const file = await archive(join(directory, 'modes.tar.gz'), [
      MANIFEST,
      { path: 'inventree.sqlite3', content: readFileSync(sound), mode: 0o777 },
      { path: 'media/link', type: 'SymbolicLink', linkpath: '/etc' },
      { path: 'media/hard', type: 'Link', linkpath: '/etc/passwd' },
      { path: 'media/device', type: 'CharacterDevice' },
      { path: 'media/link/inside', content: 'x', mode: 0o6777 },
      { path: 'media/b/setuid', content: 'x', mode: 0o6777 }
    ])
    const before = process.umask(0)
    t.teardown(() => process.umask(before))
    t.match(await restore(file), { code: 0 })
    t.strictSame(users(), ['restored'])
    t.strictSame(readdirSync(media).sort(), ['b', 'link'])
    const mode = (path: string) => (statSync(path).mode & 0o7777).toString(8)
    t.strictSame([media, join(media, 'b'), join(media, 'link')].map(mode), ['700', '700', '700'])
    t.strictSame(
      [join(media, 'b/setuid'), join(media, 'link/inside'), join(directory, 'data/inventree.sqlite3')].map(mode),
      ['600', '600', '600']
    )
    t.ok(execFileSync('ls', ['/etc/passwd']).length)
  }
)

t.test('a bare database, and an archive without files → for their owner alone as well', async (t) => {
  const before = process.umask(0)
  t.teardown(() => process.umask(before))
  const mode = (path: string) => (statSync(path).mode & 0o7777).toString(8)
  const [bare, packed] = [await workshop(t), await workshop(t)]
  t.match(await bare.restore(bare.sound), { code: 0 })
  t.equal(mode(join(bare.directory, 'data/inventree.sqlite3')), '600')
  const file = await archive(join(packed.directory, 'empty.tar.gz'), [
    MANIFEST,
    { path: 'inventree.sqlite3', content: readFileSync(packed.sound) }
  ])
  t.match(await packed.restore(file), { code: 0 })
  t.strictSame([packed.media, join(packed.directory, 'data/inventree.sqlite3')].map(mode), ['700', '600'])
})
