// `make schema`: checks the hand-written contract and bundles it to one file for code generators.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { toOpenApi30 } from './openapi30.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const HELP = `Checks the contract in openapi/ and bundles it to one file.

Usage: make schema ARGS='[options]'   or   node scripts/schema.ts [options]

  -h, -help, --help    show this text
  -o, --output DIR     where to write (default: generated/)
  -f, --format FORMAT  yaml, json or both (default: both)
      --openapi FORM   3.1 (as written) or 3.0 (for generators that read only that); 3.0 files are named inventree-3.0.*
                       (default: 3.1)
      --no-lint        bundle without checking first
      --stdout         print the document in place of writing files; needs --format yaml or json

Exit codes: 0 done · 1 the contract is wrong, with file and line of each mistake · 2 the command line is wrong
`

/** Runs Redocly on the contract; its report, with file and line, goes to the terminal as it is. */
function redocly(...args: string[]): void {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/@redocly/cli/bin/cli.js'), ...args, '--config', join(root, 'openapi/redocly.yaml')],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    }
  )
}

/**
 * Checks the contract with the rules of openapi/redocly.yaml.
 *
 * @throws where a rule is broken; what and where was printed
 */
export function lint(): void {
  const report = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  execFileSync(
    process.execPath,
    [report, 'lint', 'openapi/inventree.yaml', '--config', 'openapi/redocly.yaml', '--format', 'stylish'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    }
  )
}

/**
 * Bundles the contract.
 *
 * @returns the document, with every `$ref` pointing inside it
 */
export function bundle(): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'inventree-schema-'))
  try {
    redocly('bundle', 'openapi/inventree.yaml', '--output', join(folder, 'bundle.json'))
    return putTogether(answersEverywhere(admitSessions(JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8')))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Lists a way to sign in wherever the one is listed that its `x-wherever` names, for the same scopes: said once, it
 * holds for every operation.
 */
function admitSessions(document: any): any {
  const schemes = Object.entries<any>(document.components.securitySchemes)
  for (const [added, scheme] of schemes.filter(([, one]) => one['x-wherever'])) {
    const model = scheme['x-wherever']
    delete scheme['x-wherever']
    for (const item of Object.values<any>(document.paths)) {
      for (const { security } of Object.values<any>(item)) {
        const like = security?.find((way: object) => model in way)
        if (like) security.push({ [added]: like[model] })
      }
    }
  }
  return document
}

/** Gives every operation the answers whose `x-everywhere` names a status that it does not describe itself. */
function answersEverywhere(document: any): Record<string, unknown> {
  const everywhere: [string, object][] = []
  for (const [name, response] of Object.entries<any>(document.components.responses)) {
    if (!response['x-everywhere']) continue
    everywhere.push([response['x-everywhere'], { $ref: `#/components/responses/${name}` }])
    delete response['x-everywhere']
  }
  for (const item of Object.values<any>(document.paths)) {
    // Operations may share one object of answers.
    for (const operation of Object.values<any>(item))
      operation.responses = { ...Object.fromEntries(everywhere), ...operation.responses }
  }
  return document
}

/**
 * Makes one object of every schema that `allOf` puts together: what several kinds of record share is written once, and
 * neither a reader of the bundle nor a generator of clients has to look for it elsewhere. Of a property that occurs
 * twice the last one counts; parts that nothing else refers to go.
 */
function putTogether(document: any): Record<string, unknown> {
  const { schemas } = document.components
  const nameOf = (part: any): string | undefined => part.$ref?.split('/').at(-1)
  const parts = new Set<string>()
  const whole = (schema: any): any => {
    if (!schema.allOf) return schema
    const { allOf, ...own } = schema
    const all = [
      ...allOf.map((part: any) => {
        const name = nameOf(part)
        if (name !== undefined) parts.add(name)
        return whole(name === undefined ? part : schemas[name])
      }),
      own
    ]
    const required = [...new Set(all.flatMap((part) => part.required ?? []))]
    return {
      ...own,
      ...(required.length ? { required } : {}),
      properties: Object.assign({}, ...all.map((part) => part.properties))
    }
  }
  for (const name of Object.keys(schemas)) schemas[name] = whole(schemas[name])
  const text = JSON.stringify(document)
  for (const name of parts) if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas[name]
  return document
}

/** The document as text. */
export const print = (document: unknown, format: 'yaml' | 'json'): string =>
  format === 'json'
    ? JSON.stringify(document, null, 1) + '\n'
    : stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })

function main(): number {
  // -help is what the users of other generators' scripts type first.
  const args = process.argv.slice(2).map((arg) => (arg === '-help' ? '--help' : arg))
  let options
  try {
    options = parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        output: { type: 'string', short: 'o', default: join(root, 'generated') },
        format: { type: 'string', short: 'f', default: 'both' },
        openapi: { type: 'string', default: '3.1' },
        'no-lint': { type: 'boolean' },
        stdout: { type: 'boolean' }
      }
    }).values
    if (!['yaml', 'json', 'both'].includes(options.format))
      throw new Error(`--format must be yaml, json or both, not ${options.format}`)
    if (!['3.0', '3.1'].includes(options.openapi))
      throw new Error(`--openapi must be 3.0 or 3.1, not ${options.openapi}`)
    if (options.stdout && options.format === 'both') throw new Error('--stdout needs --format yaml or json')
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(HELP)
    return 0
  }
  let document
  try {
    if (!options['no-lint']) lint()
    document = bundle()
  } catch {
    return 1
  }
  if (options.openapi === '3.0') document = toOpenApi30(document)
  const formats = options.format === 'both' ? (['yaml', 'json'] as const) : [options.format as 'yaml' | 'json']
  if (options.stdout) {
    process.stdout.write(print(document, formats[0]!))
    return 0
  }
  mkdirSync(options.output, { recursive: true })
  for (const format of formats) {
    const file = resolve(options.output, `inventree${options.openapi === '3.0' ? '-3.0' : ''}.${format}`)
    writeFileSync(file, print(document, format))
    process.stderr.write(`wrote ${file}\n`)
  }
  return 0
}

if (import.meta.main) process.exitCode = main()
