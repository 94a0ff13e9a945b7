import t from 'tap'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pages = globSync(['*.md', 'deploy/*.md', 'docs/**/*.md', '.github/*.md'], { cwd: root })

/** What the headings of a page are called in addresses. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  )

t.test('every file and every heading that a page links to is there', async (t) => {
  for (const page of pages) {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/g)]
    for (const [, link, anchor] of links) {
      const target = link ? join(dirname(page), link) : page
      const found = t.ok(existsSync(join(root, target)), `${page} links to ${target}`)
      if (found && anchor) t.ok(anchorsOf(read(target)).includes(anchor), `${page} links to ${target}#${anchor}`)
    }
  }
})

t.test('every decision is in the index, and has all that a record needs', async (t) => {
  const index = read('docs/decisions/README.md')
  const records = globSync('docs/decisions/[0-9]*.md', { cwd: root }).sort()
  t.ok(records.length >= 12, `${records.length} records`)
  for (const [at, file] of records.entries()) {
    const text = read(file)
    const [, number, title] = /^# (\d+)\. (.+)$/m.exec(text) ?? []
    t.equal(Number(number), at + 1, `${file} has its number`)
    t.ok(index.includes(`[${title}](${file.slice('docs/decisions/'.length)})`), `the index has ${title}`)
    for (const heading of ['Context', 'Decision', 'Consequences'])
      t.match(text, new RegExp(`^## ${heading}$`, 'm'), `${file}: ${heading}`)
    t.match(text, /^Status: \w/m, `${file}: status`)
  }
})

t.test('every line of the threat model names tests, and all of them are there', async (t) => {
  const rows = read('docs/threat-model.md')
    .split('\n')
    .filter((line) => /^\| (?!what )/.test(line) && !line.startsWith('|---'))
  t.ok(rows.length > 20, `${rows.length} lines`)
  for (const row of rows) {
    const [what, , tests] = row.slice(2, -2).split(' | ')
    const files = [...tests!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!)
    t.ok(files.length, `"${what}" names a test`)
    for (const file of files) t.ok(existsSync(join(root, file)), `${file}, which holds "${what}", is there`)
  }
})
