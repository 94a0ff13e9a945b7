import { openDatabase } from '#db/database.ts'
import { buildApp } from '#src/app.ts'
import { Vault, createToken } from '#auth/tokens.ts'
import { copyFileSync } from 'node:fs'
const [src] = process.argv.slice(2)
copyFileSync(src!, '/tmp/regex-bench.sqlite3')
const db = await openDatabase('/tmp/regex-bench.sqlite3')
const vault = new Vault('x'.repeat(40))
const config: any = { logLevel: 'silent', corsAllowAll: true, corsWhitelist: [], siteURL: null, timeZone: 'UTC', staticRoot: null, database: '/tmp/regex-bench.sqlite3', mediaRoot: '/tmp/regex-media', backupFolder: '/tmp/regex-b' }
const app = await buildApp({ config, db, vault })
const { id } = await db.selectFrom('user').select('id').where('username', '=', 'admin').executeTakeFirstOrThrow()
const { token } = await createToken(db, vault, { user_id: id, name: 'x' })
const get = async (url: string) => {
  let worst = 0, last = performance.now()
  const timer = setInterval(() => { const n = performance.now(); worst = Math.max(worst, n - last - 5); last = n }, 5)
  const s = performance.now()
  const r = await app.inject({ method: 'GET', url, headers: { authorization: `Token ${token}` } })
  await new Promise((r) => setTimeout(r, 20)); clearInterval(timer)
  console.log(url.slice(0, 120), r.statusCode, Math.round(performance.now() - s), 'ms, lag', Math.round(worst), r.payload.slice(0, 120))
}
await get('/api/part/?limit=1')
for (const p of ['^R-\\d+$', 'resistor', '\\bfilm\\b', '^(a|b|res).*free$', '(a+)+$', '[0-9]{4}.*[xyz]$', '\\p{L}{1000}', '(\\w|\\d|x)*[0-9](.|z){50}[0-9]$', '(?=a)a', '(.?){999}[0-9]x', '(?:[a-z ]|[a-z0-9 ])*[0-9](?:[a-z]|[0-9 ]){30}q?$', '[\\w ]*[0-9a][\\w -]{30}[0-9]$','([a-z0-9 ,.-]*[aeiou]){20}[xq]$']) {
  await get('/api/part/?limit=5&name_regex=' + encodeURIComponent(p))
  await get('/api/part/?limit=5&search_regex=true&search=' + encodeURIComponent(p))
}
const r = await app.inject({ method: 'POST', url: '/api/search/', payload: { search: '\\bfilm\\b', search_regex: true, part: {}, stockitem: {}, supplierpart: {}, manufacturerpart: {} }, headers: { authorization: `Token ${token}` } })
console.log(r.statusCode, r.payload.slice(0, 200))
await app.close(); await db.destroy()
