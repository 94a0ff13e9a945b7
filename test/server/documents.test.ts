import t from 'tap'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pages = ['README.md', 'SECURITY.md', 'deploy/README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]

t.test('every file that a page links to is there', async (t) => {
  for (const page of pages) {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!)
    for (const link of links) t.ok(existsSync(join(root, dirname(page), link)), `${page} links to ${link}`)
  }
})

t.test('every line of the threat model names tests, and all of them are there', async (t) => {
  const rows = read('docs/threat-model.md').split('\n').filter((line) => /^\| (?!what )/.test(line) && !line.startsWith('|---'))
  t.ok(rows.length > 20, `${rows.length} lines`)
  for (const row of rows) {
    const [what, , tests] = row.slice(2, -2).split(' | ')
    const files = [...tests!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!)
    t.ok(files.length, `"${what}" names a test`)
    for (const file of files) t.ok(existsSync(join(root, file)), `${file}, which holds "${what}", is there`)
  }
})
