// `make pack-check`: makes the package, installs it into an empty folder as anybody would, starts it, and runs the
// examples of docs/testing.md there, exactly as they are printed. Checks of deploy/ what can be checked without a
// container engine or systemd at work.
import { spawn, spawnSync } from 'node:child_process'
import { on, once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { freePort } from '../test/support/port.ts'
import { beNice, has, makeVenv, python, Report, root, run, tail } from './support.ts'

beNice()
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const tarball = join(root, `inventree-server-${version}.tgz`)
const page = readFileSync(join(root, 'docs/testing.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'inventree-pack-'))
const log = join(folder, 'log')
// What the Makefile puts in front of the path would hide a package that lacks something.
const path = [
  dirname(process.execPath),
  ...(process.env.PATH ?? '').split(delimiter).filter((one) => !one.startsWith(root))
].join(delimiter)
const env = { PATH: path, NODE_OPTIONS: '', npm_config_update_notifier: 'false' }
const report = new Report()

const must = async (command: string[], more: Record<string, string> = {}) => {
  if (!(await run(command, { cwd: folder, env: { ...env, ...more }, log, seconds: 120 })))
    throw new Error(`\n${tail(log)}`)
}

/** The files of the page: a line with a name in backquotes, and the example below it. */
const files = [...page.matchAll(/^`([\w.]+)`:\n\n```\w+\n([^]*?)^```/gm)].map(([, name, text]) => ({
  name: name!,
  text: text!
}))

const containerfile = readFileSync(join(root, 'deploy/Containerfile'), 'utf8')
/** The rest of the first line of the container file that begins with a word. */
const step = (word: string) => new RegExp(`^${word} (.*)$`, 'm').exec(containerfile)![1]!

/** Compares the list for machines with what the server itself lists. */
async function checkSbom(): Promise<void> {
  const inside = join(folder, 'node_modules/inventree-server')
  const read = (file: string) => JSON.parse(readFileSync(join(inside, file), 'utf8'))
  const { bomFormat, metadata, components } = read('sbom.json') as {
    bomFormat: string
    metadata: { component: object }
    components: { purl: string; hashes?: object[] }[]
  }
  const own = JSON.stringify(metadata.component)
  if (bomFormat !== 'CycloneDX' || !own.includes(`pkg:npm/inventree-server@${version}`))
    throw new Error(`it is about ${own}`)
  const listed = new Map(components.map(({ purl, hashes }) => [decodeURIComponent(purl), hashes?.length ?? 0]))
  const missing = Object.entries<{ version: string }>(read('generated/packages.json').packages)
    .map(([path, one]) => `pkg:npm/${path.slice(path.lastIndexOf('node_modules/') + 13)}@${one.version}`)
    .filter((purl) => !listed.get(purl))
  if (missing.length) throw new Error(`without ${missing.join(', ')}`)
}

/**
 * Does what the container file says, in folders of this machine: starts the server as the container does, and asks its
 * health check.
 */
async function tryContainer(): Promise<void> {
  const data = join(folder, 'volume')
  mkdirSync(data)
  const settings = Object.fromEntries(
    step('ENV')
      .split(' ')
      .map((one) => one.replace('=/data/', `=${data}/`).split('=', 2))
  ) as Record<string, string>
  const inside = {
    ...process.env,
    ...env,
    ...settings,
    INVENTREE_WEB_ADDR: '127.0.0.1',
    INVENTREE_WEB_PORT: String(await freePort())
  }
  const [health, ...probe] = JSON.parse(/CMD (\[.*)$/.exec(step('HEALTHCHECK'))![1]!) as string[]
  const healthy = () => spawnSync(health!, probe, { env: inside, stdio: 'ignore' }).status === 0
  const [entry] = JSON.parse(step('ENTRYPOINT')) as string[]
  const server = spawn(join(folder, 'node_modules/.bin', entry!), JSON.parse(step('CMD')) as string[], {
    cwd: data,
    env: inside,
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const ended = once(server, 'exit') // fails where it cannot be started
  try {
    const started = async () => {
      for await (const [text] of on(server.stdout, 'data')) if (String(text).includes('API server at')) return
    }
    await Promise.race([started(), ended])
    if (!healthy()) throw new Error('the health check says that it does not answer')
    server.kill('SIGTERM')
    const [code] = await ended
    if (code !== 0) throw new Error(`it ended with ${code}`)
    if (healthy()) throw new Error('the health check says that it answers, when it has ended')
    if (!existsSync(join(data, 'inventree.sqlite3'))) throw new Error('the database is not in the volume')
  } finally {
    server.kill('SIGKILL')
  }
}

/** Starts a server with a command, tells how long that took, signs in with the password, reads parts, and stops it. */
async function tryServer(command: string, args: string[], cwd = folder): Promise<void> {
  const begun = performance.now()
  const server = spawn(command, [...args, 'serve', '--memory', '--port', '0', '--json'], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true
  })
  let said = ''
  server.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = once(server, 'exit')
  try {
    const line = await Promise.race([
      once(server.stdout, 'data').then(([chunk]) => String(chunk)),
      ended.then(() => {
        throw new Error(`it ended before it listened: ${said}`)
      })
    ])
    console.log(`   ready after ${Math.round(performance.now() - begun)} ms`)
    const { url, username, password } = JSON.parse(line) as { url: string; username: string; password: string }
    const signedIn = await fetch(`${url}/api/user/token/`, {
      headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` }
    })
    const { token } = (await signedIn.json()) as { token: string }
    for (const address of [
      '/api/part/?limit=1',
      '/api/license/',
      '/api/icons/?limit=1',
      '/static/tabler-icons/tabler-icons.woff2'
    ]) {
      const answer = await fetch(url + address, { headers: { authorization: `Token ${token}` } })
      if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`)
    }
    for (const address of ['/', '/admin/', '/api-doc/', '/static/img/inventree.png', '/api/schema/']) {
      const answer = await fetch(url + address)
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
    }
    server.kill('SIGTERM')
    await ended
    // One that runs on, behind a wrapper that ended, would still answer.
    for (let n = 0; n < 50; n++) {
      if (
        !(await fetch(url).then(
          () => true,
          () => false
        ))
      )
        return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('it did not stop')
  } finally {
    try {
      process.kill(-server.pid!, 'SIGKILL')
    } catch {
      /* all of it has ended */
    }
  }
}

try {
  await report.check('the package is made', () =>
    must(['node', join(root, 'scripts/pack.ts')], { PATH: process.env.PATH! })
  )
  await report.check('npm installs it into an empty folder', async () => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    await must(['sh', '-c', step('RUN').replace('/package.tgz', tarball)])
  })
  await report.check('sbom.json names every package that runs with the server, with its hash', checkSbom)
  await report.check('deploy/Containerfile: starts, is healthy, stops', tryContainer)
  if (!has('systemd-analyze')) report.skip('deploy/inventree.service', 'systemd-analyze is missing')
  else
    await report.check('deploy/inventree.service: systemd-analyze verify', () =>
      must(['systemd-analyze', 'verify', join(root, 'deploy/inventree.service')])
    )
  await report.check('inventree serve: signs in, reads, stops', () => tryServer('node_modules/.bin/inventree', []))
  await report.check('npx --no inventree serve: the same', () => tryServer('npx', ['--no', 'inventree']))
  await report.check('a database in a file: migrate, backup, check', async () => {
    const data = { INVENTREE_DB_NAME: join(folder, 'data/inventree.sqlite3') }
    for (const args of [
      ['migrate'],
      ['user', 'create', 'mara', '--superuser', '--no-password'],
      ['backup', 'backup.tar.gz'],
      ['check'],
      ['restore', 'backup.tar.gz', '--yes']
    ])
      await must(['npx', '--no', 'inventree', ...args], data)
  })
  for (const { name, text } of files) writeFileSync(join(folder, name), text)
  await report.check('docs/testing.md: node:test', () =>
    must(['node', '--test', ...files.map(({ name }) => name).filter((name) => name.endsWith('.test.mjs'))])
  )
  if (!has('python3')) report.skip('docs/testing.md: pytest', 'python3 with venv and pip is missing')
  else {
    await report.check('docs/testing.md: pytest', async () => {
      if (!(await makeVenv())) throw new Error('the packages for Python could not be installed')
      await must([python, '-m', 'pytest', '-q', '-p', 'no:cacheprovider'])
    })
  }
  await report.check('npx FILE serve, with nothing installed', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'inventree-npx-'))
    try {
      copyFileSync(tarball, join(empty, basename(tarball)))
      await tryServer('npx', ['--yes', `./${basename(tarball)}`], empty)
    } finally {
      rmSync(empty, { recursive: true, force: true })
    }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
report.end()
