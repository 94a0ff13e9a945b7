import { failureOf } from '#db/failures.ts'
import { ConfigError, readConfig } from '#server/config.ts'
import { finishRestore } from '#framework/backup/unfinished.ts'
import { help, read } from './command.ts'
import { COMMANDS } from './commands.ts'
import { Failure, note, say, UsageError } from './terminal.ts'

/** What to do where the database itself failed. */
const ADVICE: Partial<Record<string, string>> = {
  damaged:
    '. The database is damaged: "inventree check" tells what is wrong with it, "inventree restore" puts a backup in its place.',
  busy: '. Another program uses the database: try again when it is done.',
  unsure: '. It may or may not have been stored: look before you do it again.'
}

/** All commands, or those of one group such as `user `. */
function overview(prefix: string): string {
  const shown = Object.entries(COMMANDS).filter(([name]) => name.startsWith(prefix))
  const lines = shown.map(([name, { words, summary }]) => [`${name} ${words}`, summary])
  const width = Math.max(...lines.map(([left]) => left!.length))
  return `An InvenTree-compatible server.

Usage: inventree COMMAND [options]

${lines.map(([left, right]) => `  ${left!.padEnd(width)}  ${right}`).join('\n')}

"inventree COMMAND --help" tells more. The environment decides where the data is: INVENTREE_DB_NAME and others, see docs/configuration.md.
Exit codes: 0 done · 1 it could not be done · 2 the command line or the environment is wrong
`
}

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  const words = args.map((arg) => (arg === '-help' || arg === '-h' ? '--help' : arg))
  const [first = '', second = ''] = words
  const name = Object.hasOwn(COMMANDS, `${first} ${second}`) ? `${first} ${second}` : first
  const command = COMMANDS[name]
  if (!command) {
    const group = Object.keys(COMMANDS).some((known) => known.startsWith(`${first} `)) ? `${first} ` : ''
    const helped = words.length === 0 || words.includes('--help')
    if (!helped) note(`There is no command "${group ? `${first} ${second}`.trim() : first}".\n`)
    ;(helped ? say : note)(overview(group).trimEnd())
    return helped ? 0 : 2
  }
  try {
    const given = read(name, command, words.slice(name.split(' ').length))
    if (given.options.help) say(help(name, command))
    else {
      const config = readConfig(process.env)
      if (typeof config.database === 'string' && (await finishRestore(config.database)))
        note('A restore was killed before; it is finished now.')
      await command.run(given.words, given.options, config)
    }
    return 0
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) {
      note(error.message)
      return 2
    }
    if (error instanceof Failure) {
      note(error.message)
      return 1
    }
    const { message } = error as Error
    // What ends as a sentence says itself what to do.
    note(
      `inventree ${name} failed: ${message}${message.endsWith('.') ? '' : (ADVICE[failureOf(error)?.kind ?? 'none'] ?? '')}`
    )
    if (process.env.INVENTREE_LOG_LEVEL?.toUpperCase() === 'DEBUG') note(String((error as Error).stack))
    return 1
  }
}
