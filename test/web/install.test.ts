// What `inventree web install` takes, and that it refuses everything else whole.
import t from 'tap'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, constants, deflateRawSync, gunzipSync } from 'node:zlib'
import { folder, inside } from '../server/run.ts'
import { release, zip, type ZipEntry } from '../support/zip.ts'

const directory = folder(t)
const root = join(directory, 'static')
const web = join(root, 'web')
const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3'), INVENTREE_STATIC_ROOT: root }
const inventree = (...args: string[]) => inside(['web', ...args], env)

/** Writes an archive and gives its path. */
function archive(entries: readonly ZipEntry[] | Buffer, name = 'frontend-build.zip'): string {
  const file = join(directory, name)
  writeFileSync(file, Buffer.isBuffer(entries) ? entries : zip(entries))
  return file
}

t.test('nothing is installed at first; removing it does no harm', async (t) => {
  t.match(await inventree('status'), {
    code: 0,
    out: /none is installed; get one with: .*1\.5\.0\/frontend-build\.zip/
  })
  t.match(await inventree('status', '--json'), { out: 'null\n' })
  t.match(await inventree('remove'), { code: 0, out: 'none is installed\n' })
})

t.test('a release → unpacked, with packed copies beside; its version and licences are shown', async (t) => {
  const file = archive(release())
  const { code, out, err } = await inventree('install', file)
  t.equal(code, 0, err)
  t.equal(
    out,
    'version 1.5.0, commit 0123456789ab\nlicence MIT, the InvenTree developers\nmade of packages under MIT (2), Apache-2.0 (1)\n'
  )
  const script = readFileSync(join(web, 'assets/index-aaaa.js'))
  t.strictSame(brotliDecompressSync(readFileSync(join(web, 'assets/index-aaaa.js.br'))), script)
  t.strictSame(gunzipSync(readFileSync(join(web, 'assets/index-aaaa.js.gz'))), script)
  t.notOk(existsSync(join(web, 'assets/Desktop-cccc.js.br')), 'what is so small is served as it is')
  t.match(await inventree('status'), { code: 0, out: `${out}in ${web}\n` })
  t.match(JSON.parse((await inventree('status', '--json')).out), {
    version: '1.5.0',
    scripts: ['assets/index-aaaa.js', 'assets/Desktop-cccc.js', 'assets/Mobile-dddd.js'],
    folder: web
  })
})

t.test('a second release takes the place of the first, whole', async (t) => {
  t.match(await inventree('install', archive(release('1.5.3', { 'assets/new-eeee.js': 'export {}' }))), { code: 0 })
  t.match((await inventree('status')).out, /^version 1\.5\.3/)
  t.match(await inventree('install', archive(release())), { code: 0 })
  t.notOk(existsSync(join(web, 'assets/new-eeee.js')), 'nothing of the other one is left')
  t.strictSame(readdirSync(root), ['web'], 'nor beside it')
})

/** Ten gigabytes of zeros, packed: the same piece again and again, which needs nothing of what was before it. */
function zeros(gigabytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(1 << 26), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: gigabytes * 16 }, () => piece), Buffer.from([3, 0])])
}

const bomb = zeros(10)
const whole = zip(release())
const without = (path: string) => release().filter((entry) => entry.path !== path)
const withManifest = (manifest: unknown) => [
  ...without('.vite/manifest.json'),
  { path: '.vite/manifest.json', content: typeof manifest === 'string' ? manifest : JSON.stringify(manifest) }
]
const and = (...more: ZipEntry[]) => [...release(), ...more]

const REFUSED: [what: string, archive: readonly ZipEntry[] | Buffer, why: RegExp][] = [
  ['nothing at all', Buffer.alloc(0), /no ZIP archive/],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /no ZIP archive/],
  ['the first half', whole.subarray(0, whole.length / 2), /no ZIP archive, or only part of one/],
  ['the last half', whole.subarray(whole.length / 2), /is damaged|no ZIP archive/],
  ['a path that leads out', and({ path: '../evil.js', content: 'x' }), /damaged: invalid relative path/],
  ['one that leads out later', and({ path: 'assets/../../evil.js', content: 'x' }), /invalid relative path/],
  ['a path from the root', and({ path: '/etc/evil', content: 'x' }), /absolute path/],
  ['a path as Windows writes it', and({ path: '..\\evil.js', content: 'x' }), /invalid characters in fileName/],
  ['a drive', and({ path: 'C:evil.js', content: 'x' }), /absolute path/],
  ['a control character', and({ path: 'assets/a\nb.js', content: 'x' }), /with the path/],
  ['a very long path', and({ path: 'a/'.repeat(200) + 'b', content: 'x' }), /with the path/],
  ['a link', and({ path: 'assets/link', content: '/etc/passwd', mode: 0o120777 }), /no ordinary file/],
  ['a file twice', and({ path: 'ASSETS/index-aaaa.js', content: 'x' }), /is in it twice/],
  ['a file as a folder', and({ path: 'assets/index-aaaa.js/x', content: 'x' }), /a folder that is a file as well/],
  ['an encrypted file', and({ path: 'assets/x.js', content: 'x', flags: 1 }), /encrypted/],
  ['a wrong sum', and({ path: 'assets/x.js', content: 'x', crc: 1 }), /"assets\/x\.js" is damaged/],
  [
    'ten gigabytes',
    and({ path: 'assets/x.js', content: '', packed: bomb, size: 10 * 2 ** 30 }),
    /Unpacked it has more than 134217728 bytes/
  ],
  [
    'ten gigabytes that say they are ten bytes',
    and({ path: 'assets/x.js', content: '', packed: bomb, size: 10 }),
    /too many bytes/
  ],
  [
    'very many files',
    and(...Array.from({ length: 5000 }, (_, i) => ({ path: `assets/${i}.js`, content: '' }))),
    /more than 5000 files/
  ],
  ['far too many bytes', Buffer.alloc(64 * 2 ** 20 + 1), /more than 67108864 bytes/],
  ['another program', [{ path: 'index.html', content: '<p>' }], /no release of the web client/],
  ['another program of Vite', without('.vite/tag.txt'), /no release of the web client/],
  ['a manifest that is no JSON', withManifest('{'), /manifest\.json cannot be read/],
  ['a manifest of another form', withManifest({ 'index.html': { src: 1 } }), /another form than that of Vite/],
  ['a manifest without a page', withManifest({ a: { file: 'assets/index-aaaa.js' } }), /names no page/],
  [
    'a manifest with a view too many',
    withManifest({ 'index.html': { file: 'assets/index-aaaa.js', isEntry: true, dynamicImports: ['constructor'] } }),
    /a view that it has not/
  ],
  ['a script that is missing', without('assets/Mobile-dddd.js'), /"assets\/Mobile-dddd\.js" is missing/],
  ['another release', release('1.6.0'), /release 1\.6\.0; this server answers as 1\.5\.0 does.*--any-version/s]
]

t.test('anything else → refused whole with the reason, and what was there stays', async (t) => {
  const before = readdirSync(web, { recursive: true }).sort()
  for (const [what, content, why] of REFUSED) {
    const { code, out, err } = await inventree('install', archive(content))
    t.equal(code, 1, what)
    t.equal(out, '')
    t.match(err, /was not installed, and nothing was changed/)
    t.match(err, why, what)
    t.notMatch(err, /\.\.\n/, 'ends as a sentence does')
    t.strictSame(readdirSync(web, { recursive: true }).sort(), before)
    t.strictSame(readdirSync(root), ['web'])
    t.notOk(existsSync(join(root, 'evil.js')) || existsSync(join(directory, 'evil.js')))
  }
  t.match(await inventree('install', join(directory, 'nothing.zip')), {
    code: 1,
    err: /cannot be read: there is no such file\.\n$/
  })
  t.match(await inventree('install', directory), { code: 1, err: /it is no file/ })
  t.match(await inventree('install', archive(release()), '--sha256', 'aa'), { code: 1, err: /Its SHA-256 is/ })
  t.ok(process.memoryUsage().rss < 1.5e9, 'ten gigabytes were never here')
})

t.test('another release → taken where that is said', async (t) => {
  t.match(await inventree('install', archive(release('1.6.0')), '--any-version'), { code: 0, out: /^version 1\.6\.0/ })
})

t.test('an address → fetched, as far as it is not too long', async (t) => {
  const good = zip(release())
  const server = createServer((request, response) => {
    if (request.url === '/endless') {
      const send = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
      }
      response.on('drain', send)
      send()
    } else if (request.url === '/frontend-build.zip') response.end(good)
    else if (request.url === '/moved') response.writeHead(302, { location: '/frontend-build.zip' }).end()
    else if (request.url === '/astray') response.writeHead(302, { location: 'http://parts.example/x' }).end()
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.closeAllConnections())
  t.teardown(() => server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const hash = createHash('sha256').update(good).digest('hex')
  t.match(await inventree('install', `${base}/frontend-build.zip`, '--sha256', hash), { code: 0 })
  t.match(await inventree('install', `${base}/moved`), { code: 0 })
  t.match(await inventree('install', `${base}/astray`), { code: 1, err: /plain HTTP/ })
  t.match(await inventree('install', `${base}/round`), { code: 1, err: /the answer is 302/ })
  t.match(await inventree('install', `${base}/endless`), { code: 1, err: /more than 67108864 bytes/ })
  t.match(await inventree('install', `${base}/nothing`), { code: 1, err: /cannot be fetched: the answer is 404/ })
  t.match(await inventree('install', 'http://parts.example/frontend-build.zip'), { code: 1, err: /plain HTTP/ })
})

t.test('remove → gone; a folder with something else is left alone', async (t) => {
  t.match(await inventree('remove'), { code: 0, out: `${web} was removed\n` })
  t.strictSame(readdirSync(root), [])
  mkdirSync(web)
  writeFileSync(join(web, 'mine.html'), 'mine')
  t.match(await inventree('install', archive(release())), { code: 1, err: /there is something else/ })
  t.match(await inventree('remove'), { code: 1, err: /Nothing was removed.*something else/s })
  t.ok(existsSync(join(web, 'mine.html')))
})
