// `make fuzz`: lets schemathesis send made-up requests to a server in memory and compare every answer with the
// contract: first what only reads, then what writes. It takes long and finds new things each time, so it is not part of
// .ci/run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beNice, folder, has, makeVenv, pythonOf, root, startServer } from './support.ts'

/** What would lock the fuzzer out: changes of the account that it uses, of its tokens and its session. */
const OWN_ACCOUNT = '^(user_((me_)?(update|partial_update|destroy)|set_password_.*|tokens_.*destroy)|allauth_.*)$'

/**
 * Each checks that no answer breaks the contract; whether bad input is refused, and good input taken, the tests of the
 * modules tell better.
 */
const CHECKS =
  'not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance'

/** What to send, in two rounds. */
const ROUNDS: Record<string, string[]> = {
  // All but the answer that does not end.
  'what only reads': ['--include-method', 'GET', '--exclude-operation-id', 'event_stream_retrieve'],
  'what writes': ['--exclude-method', 'GET', '--exclude-operation-id-regex', OWN_ACCOUNT]
}

beNice()
if (!has('python3') || !(await makeVenv('fuzz'))) {
  console.error(`schemathesis needs python3 and PyPI; see ${join(folder, 'logs')}`)
  process.exit(1)
}
for (const [name, choice] of Object.entries(ROUNDS)) {
  console.log(`== ${name}`)
  const server = await startServer()
  const { status } = spawnSync(
    pythonOf('fuzz'),
    [
      '-m',
      'schemathesis.cli',
      'run',
      join(root, 'generated/inventree.json'),
      '--url',
      server.url,
      '--header',
      `Authorization: Token ${server.token}`,
      '--checks',
      CHECKS,
      '--phases',
      'examples,coverage,fuzzing',
      '--suppress-health-check',
      'all',
      '--continue-on-failure',
      ...choice,
      ...process.argv.slice(2)
    ],
    { stdio: 'inherit', cwd: folder }
  )
  server.stop()
  if (status !== 0) process.exitCode = 1
}
