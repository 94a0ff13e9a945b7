import t from 'tap'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, serve } from '../server/run.ts'
import { login, shared } from '../server/together.ts'
import { until } from './client.ts'

const page = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8')
const example = (language: string): string => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(page)![1]!
const isMissing = (tool: string) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0

t.test('the example for curl shows events', { skip: isMissing('curl') }, async (t) => {
  const server = await serve(t, [], await shared(t))
  const { token } = (await server.ask('GET', '/api/user/token/', login)).body
  const command = example('sh').trim().replace('http://127.0.0.1:8000', server.url).replace('TOKEN', token)
  let said = ''
  try {
    execFileSync('sh', ['-c', `${command} --silent --fail-with-body --max-time 1`], { encoding: 'utf8' })
  } catch (error) {
    // It has no end: curl gives up after the second.
    said = (error as { stdout: string }).stdout
  }
  t.match(said, /^retry: \d+\n: still here\nid: /)
})

t.test('the example for Python prints events, and goes on after a break', { skip: isMissing('python3') }, async (t) => {
  const env = await shared(t)
  const server = await serve(t, [], env)
  const { token } = (await server.ask('GET', '/api/user/token/', login)).body
  const file = join(folder(t), 'follow.py')
  writeFileSync(file, example('python'))
  const program = spawn('python3', [file], {
    env: { ...process.env, INVENTREE_API_HOST: server.url, INVENTREE_API_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  t.teardown(() => program.kill('SIGKILL'))
  let said = ''
  program.stdout.on('data', (text) => (said += text))
  const metrics = async () => (await server.ask('GET', '/api/system/metrics/', `Token ${token}`)).text
  t.ok(await until(async () => /^inventree_event_listeners\S* 1$/m.test(await metrics())))
  const add = async (name: string, to = server) => await to.ask('POST', '/api/part/', `Token ${token}`, { name })
  await add('A')
  t.ok(await until(() => said.includes('created part 1')))
  await server.stop('SIGKILL')
  const again = await serve(t, ['--port', new URL(server.url).port], env)
  await add('B', again)
  t.ok(await until(() => said.includes('created part 2')))
  t.equal(said, 'created part 1\ncreated part 2\n')
})
