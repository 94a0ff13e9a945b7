import { failureOf } from '#db/failures.ts'
import { ConfigError, readConfig } from '#server/config.ts'
import { finishRestore } from '#framework/backup/unfinished.ts'
import { API_VERSION, COMPATIBLE_WITH, VERSION } from '#framework/version.ts'
import { help, read } from './command.ts'
import { COMMANDS } from './commands.ts'
import { groupOverview, isGroup, noSuchCommand, overview } from './overview.ts'
import { Failure, note, say, UsageError } from './terminal.ts'

/** What to do where the database itself failed. */
const ADVICE: Partial<Record<string, string>> = {
  damaged:
    '. The database is damaged: "inventree check" tells what is wrong with it, "inventree restore" puts a backup in its place.',
  busy: '. Another program uses the database: try again when it is done.',
  unsure: '. It may or may not have been stored: look before you do it again.'
}

/** What this program is. */
const version = () => `inventree-server ${VERSION}: the API of InvenTree ${COMPATIBLE_WITH}, version ${API_VERSION}`

/** `help user create` is another way to say `user create --help`, and so are `-h` and `-help` in the place of that. */
function helpful(args: string[]): string[] {
  const words = args.map((arg) => (arg === '-help' || arg === '-h' ? '--help' : arg))
  return words[0] === 'help' ? [...words.slice(1), '--help'] : words
}

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  const words = helpful(args)
  const [first = '--help', second = '--help'] = words
  if (first === '--version' || first === '-V') {
    say(version())
    return 0
  }
  const name = Object.hasOwn(COMMANDS, `${first} ${second}`) ? `${first} ${second}` : first
  const command = COMMANDS[name]
  if (!command && (first === '--help' || (isGroup(first) && second === '--help'))) {
    say(first === '--help' ? overview() : groupOverview(first))
    return 0
  }
  try {
    if (!command) throw noSuchCommand(first, second)
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
