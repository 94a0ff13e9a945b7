import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { ConfigError, readConfig, type Config } from '../config.ts'
import { backup } from './backup.ts'
import { currencyList, currencySet } from './currency.ts'
import { exportCommand, importCommand, migrate } from './data.ts'
import { files } from './media.ts'
import { serve } from './serve.ts'
import { Failure, note, say, UsageError } from './terminal.ts'
import { tokenCreate, tokenList, tokenRevoke } from './token.ts'
import { userCreate, userDeactivate, userGroups, userList, userPassword } from './user.ts'

/** One command of the command line. */
export interface Command {
  /** What follows the command's name. */
  usage: string
  summary: string
  /** The rest of `--help`: options and examples. */
  help: string
  options?: ParseArgsOptionsConfig
  /** How many words must follow, and may follow at most. */
  words: [number, number]
  run (words: string[], options: Record<string, string | boolean | undefined>, config: Config): Promise<void>
}

const COMMANDS: Record<string, Command> = {
  serve,
  migrate,
  import: importCommand,
  export: exportCommand,
  files,
  backup,
  'user create': userCreate,
  'user list': userList,
  'user password': userPassword,
  'user deactivate': userDeactivate,
  'user groups': userGroups,
  'token create': tokenCreate,
  'token list': tokenList,
  'token revoke': tokenRevoke,
  'currency set': currencySet,
  'currency list': currencyList
}

const overview = (prefix = '') => {
  const shown = Object.entries(COMMANDS).filter(([name]) => name.startsWith(prefix))
  const width = Math.max(...shown.map(([name, { usage }]) => name.length + usage.length + 1))
  return `An InvenTree-compatible server.

Usage: inventree COMMAND [options]

${shown.map(([name, { usage, summary }]) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`).join('\n')}

"inventree COMMAND --help" tells more. The environment decides where the data is: INVENTREE_DB_NAME and others, see README.md.
Exit codes: 0 done · 1 it could not be done · 2 the command line or the environment is wrong
`
}

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code
 */
export async function main (args: string[]): Promise<number> {
  const words = args.map((arg) => arg === '-help' || arg === '-h' ? '--help' : arg)
  const [first = '', second = ''] = words
  const name = COMMANDS[`${first} ${second}`] ? `${first} ${second}` : first
  const command = COMMANDS[name]
  if (!command) {
    const group = Object.keys(COMMANDS).some((known) => known.startsWith(`${first} `)) ? `${first} ` : ''
    const helped = words.length === 0 || words.includes('--help')
    if (!helped) note(`There is no command "${group ? `${first} ${second}`.trim() : first}".\n`)
    ;(helped ? process.stdout : process.stderr).write(overview(group))
    return helped ? 0 : 2
  }
  try {
    const { values, positionals } = parse(command, words.slice(name.split(' ').length))
    if (values.help) {
      say(`${command.summary}\n\nUsage: inventree ${name} ${command.usage}\n\n${command.help.trim()}`)
      return 0
    }
    const [least, most] = command.words
    if (positionals.length < least || positionals.length > most) throw new UsageError(`Usage: inventree ${name} ${command.usage}`)
    await command.run(positionals, values, readConfig(process.env))
    return 0
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) { note(error.message); return 2 }
    if (error instanceof Failure) { note(error.message); return 1 }
    note(`inventree ${name} failed: ${(error as Error).message}`)
    if (process.env.INVENTREE_LOG_LEVEL?.toUpperCase() === 'DEBUG') note(String((error as Error).stack))
    return 1
  }
}

function parse (command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...command.options, help: { type: 'boolean' } } })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) { throw new UsageError(`${(error as Error).message.split('. To specify')[0]}. "--help" lists the options.`) }
}
