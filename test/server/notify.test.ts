import t from 'tap'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { folder, serve } from './run.ts'

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

async function contentOf(file: string, wanted: RegExp): Promise<string> {
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (wanted.test(text)) return text
    await sleep(20)
  }
}

t.test('systemd is told when the server answers, and when it stops', async (t) => {
  const directory = folder(t)
  const told = join(directory, 'told')
  const programs = join(directory, 'bin')
  mkdirSync(programs)
  // In the place of systemd-notify: writes down what it is to tell, and whether the server answers by then.
  writeFileSync(
    join(programs, 'systemd-notify'),
    `#!/bin/sh
case "$2" in STATUS=*) url="\${2#STATUS=serving at }"; curl -s -o /dev/null -w 'answers %{http_code} ' "$url/api/" >> '${told}' ;; esac
echo "$NOTIFY_SOCKET $*" >> '${told}'
`
  )
  chmodSync(join(programs, 'systemd-notify'), 0o755)
  for (const workers of ['1', '2']) {
    writeFileSync(told, '')
    const server = await serve(t, [], {
      INVENTREE_DB_NAME: join(directory, workers, 'data.sqlite3'),
      INVENTREE_WORKERS: workers,
      NOTIFY_SOCKET: '/run/fake',
      PATH: `${programs}${delimiter}${process.env.PATH}`
    })
    const text = await contentOf(told, /\n/)
    t.equal(text, `answers 200 /run/fake READY=1 STATUS=serving at ${server.url}\n`, `processes: ${workers}`)
    await server.stop()
    t.match(await contentOf(told, /STOPPING/), /\n\/run\/fake STOPPING=1\n$/)
    t.equal(server.complaints(), '')
  }
})

t.test('without systemd-notify the start says what to do', async (t) => {
  const directory = folder(t)
  // What a start needs.
  for (const [name, program] of Object.entries({ env: '/usr/bin/env', node: process.execPath }))
    symlinkSync(program, join(directory, name))
  const server = await serve(t, [], {
    INVENTREE_DB_NAME: join(directory, 'data.sqlite3'),
    NOTIFY_SOCKET: '/run/fake',
    PATH: directory
  })
  const told = () =>
    server
      .printed()
      .split('\n')
      .slice(0, -1)
      .find((line) => line.includes('systemd-notify'))
  while (!told()) await sleep(20)
  t.match(JSON.parse(told()!), { level: 40, msg: /could not tell it READY=1: .*Type=exec\.$/ })
})

t.test(
  'the real systemd-notify tells it to a real socket',
  { skip: !(has('systemd-notify', '--version') && has('python3', '--version')) && 'no systemd-notify, or no python3' },
  async (t) => {
    const directory = folder(t)
    const socket = join(directory, 'notify')
    // Node has no sockets of this kind; systemd-notify waits until what it told was taken, for which it sends a file.
    const listener = spawn('python3', [
      '-uc',
      `import socket, os, array
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(${JSON.stringify(socket)})
print('bound', flush=True)
while True:
    text, ancillary, flags, _ = s.recvmsg(4096, 256)
    for level, kind, data in ancillary:
        if kind == socket.SCM_RIGHTS:
            for number in array.array('i', data): os.close(number)
    print(text.decode(), flush=True)`
    ])
    t.teardown(() => listener.kill('SIGKILL'))
    let heard = ''
    listener.stdout.on('data', (chunk) => {
      heard += chunk
    })
    while (!heard.includes('bound')) await sleep(20)
    const server = await serve(t, [], { INVENTREE_DB_NAME: join(directory, 'data.sqlite3'), NOTIFY_SOCKET: socket })
    while (!heard.includes('READY')) await sleep(20)
    t.match(heard, /READY=1\nSTATUS=serving at http/)
    await server.stop()
    while (!heard.includes('STOPPING')) await sleep(20)
    t.pass('and when it stops')
  }
)

t.test('the unit waits to be told, and lets the helper tell it', (t) => {
  const unit = readFileSync(fileURLToPath(new URL('../../deploy/inventree.service', import.meta.url)), 'utf8')
  for (const line of [
    'Type=notify',
    'NotifyAccess=all',
    'TimeoutStartSec=infinity',
    'UMask=0077',
    'StateDirectoryMode=0700'
  ])
    t.ok(unit.split('\n').includes(line), line)
  t.end()
})
