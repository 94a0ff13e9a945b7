// `make examples`: runs the examples of README and docs/using.md exactly as they are printed there, against a server in
// memory.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import {
  beNice,
  findChromium,
  folder,
  has,
  makeVenv,
  python,
  Report,
  root,
  startChromium,
  startServer
} from './support.ts'

beNice()
const pages = ['README.md', 'docs/using.md'].map((page) => ({ page, written: readFileSync(join(root, page), 'utf8') }))
/**
 * The fenced examples of one language, with the page and the line where each begins. There are some, or this is no
 * check of them.
 */
function examples(language: string): { text: string; at: string }[] {
  const found = pages.flatMap(({ page, written }) =>
    [...written.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((match) => ({
      text: match[1]!,
      at: `${page}:${written.slice(0, match.index).split('\n').length + 1}`
    }))
  )
  if (found.length === 0) throw new Error(`no page has an example of ${language}`)
  return found
}

const report = new Report()
const server = await startServer()
const { url, user, password, token } = server

// curl: PASSWORD, TOKEN and the address stand for what the server says. What is added makes a refusal an error.
const printed = examples('sh').flatMap(({ text, at }) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('curl '))
    .map((line) => ({ line, at }))
)
for (const { line, at } of printed) {
  const name = `${at} ${line}`
  if (!has('curl')) report.skip(name, 'curl is missing')
  else {
    await report.check(name, async () => {
      const command = line
        .replaceAll('http://127.0.0.1:8000', url)
        .replaceAll('PASSWORD', password)
        .replaceAll('TOKEN', token)
      JSON.parse(
        execFileSync('sh', ['-c', `${command} --silent --show-error --fail-with-body`], {
          encoding: 'utf8',
          timeout: 30_000,
          stdio: ['ignore', 'pipe', 'pipe']
        })
      )
    })
  }
}

for (const { text, at } of examples('python')) {
  const name = `${at} Python: ${/^(?:from|import) (?!os)([\w.]+)/m.exec(text)?.[1]}`
  if (!has('python3')) report.skip(name, 'python3 with venv and pip is missing')
  else {
    await report.check(name, async () => {
      if (!(await makeVenv())) throw new Error(`the packages could not be installed: ${join(folder, 'logs/venv.log')}`)
      const file = join(folder, 'example.py')
      writeFileSync(file, text)
      const env = {
        ...process.env,
        INVENTREE_API_HOST: url,
        INVENTREE_API_USERNAME: user,
        INVENTREE_API_PASSWORD: password
      }
      const said = execFileSync(python, [file], {
        encoding: 'utf8',
        env,
        timeout: 60_000,
        stdio: ['ignore', 'pipe', 'pipe']
      })
      rmSync(file)
      if (!said.trim()) throw new Error('it printed nothing')
    })
  }
}

/** A page of another origin that runs the script, as a module, with `base` and `token` at hand. */
async function inBrowser(executable: string, text: string): Promise<void> {
  const page = `<!doctype html><link rel="icon" href="data:,"><script>const base = ${JSON.stringify(url)}, token = ${JSON.stringify(token)}</script>
    <script type="module" src="/example.js"></script>`
  const origin = createServer((request, response) => {
    const script = request.url === '/example.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html').end(script ? text : page)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => origin.once('listening', resolve))
  const browser = await startChromium(executable)
  try {
    const tab = await browser.newPage()
    const said = await new Promise<string>((resolve, reject) => {
      tab.on('console', (message) =>
        message.type() === 'error' ? reject(new Error(message.text())) : resolve(message.text())
      )
      tab.on('pageerror', reject)
      setTimeout(() => reject(new Error('it printed nothing within 20 seconds')), 20_000).unref()
      tab.goto(`http://127.0.0.1:${(origin.address() as AddressInfo).port}/`).catch(reject)
    })
    if (!/^[1-9]\d* \[/.test(said))
      throw new Error(`it printed ${said}, where a count and names of parts were expected`)
  } finally {
    await browser.close()
    origin.close()
  }
}

const chromium = findChromium()
for (const { text, at } of examples('js')) {
  const name = `${at} JavaScript, in a page of another origin`
  if (!chromium) {
    report.skip(name, 'Chromium is missing; CHROMIUM may name it')
    continue
  }
  await report.check(name, async () => {
    // The page lists parts, so there is to be one, whatever ran before.
    const headers = { authorization: `Token ${token}`, 'content-type': 'application/json' }
    await fetch(`${url}/api/part/`, { method: 'POST', headers, body: JSON.stringify({ name: 'Washer' }) })
    await inBrowser(chromium, text)
  })
}

server.stop()
report.end()
