import t from 'tap'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('../..')

// One run of the compiler for all programs: each is refused for the reason that its first line names.
const { stdout } = spawnSync(
  process.execPath,
  [here('../../node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', 'test/types'],
  { cwd: root, encoding: 'utf8' }
)

const errors = new Map<string, string[]>()
for (const line of stdout.split('\n')) {
  const [, file, message] = /^(\S+?)\(\d+,\d+\): error (TS\d+: .*)$/.exec(line) ?? []
  if (file) errors.set(file, [...(errors.get(file) ?? []), message!])
}

t.test('a program that keeps the contract compiles', async (t) => {
  t.strictSame(errors.get('test/types/accepted.ts') ?? [], [])
})

for (const name of readdirSync(here('refused'))) {
  t.test(`${name.replace('.ts', '').replaceAll('-', ' ')} does not compile`, async (t) => {
    const wanted =
      /^\/\/ refused: (.+)$/m.exec(readFileSync(here(`refused/${name}`), 'utf8'))?.[1] ?? 'the file must say why'
    const found = errors.get(`test/types/refused/${name}`) ?? []
    t.equal(found.length, 1, 'one mistake', { found })
    t.ok(found[0]?.includes(wanted), wanted, { found })
  })
}
