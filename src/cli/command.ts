import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '#server/config.ts'
import { didYouMean } from './nearest.ts'
import { UsageError } from './terminal.ts'
import { dictionary } from '#db/dictionary.ts'

/** An option of a command: `--name`, or `--name VALUE` where `value` says what stands there. */
interface CommandOption {
  /** What the value is called in the help; without it the option is a flag. */
  value?: string
  help: string
  /** A letter that stands for it. */
  short?: string
  /** A flag that is also known as `--no-name`. */
  negatable?: true
}

type Options = Record<string, CommandOption>
type Given<O extends Options> = { [Name in keyof O]?: O[Name] extends { value: string } ? string : boolean }

/** One command of the command line, as data; its help, its usage and what a shell completes come from here. */
export interface Command {
  /** What must follow, and may follow in brackets; `...` stands for any number of the last: `NAME [GROUP...]`. */
  words: string
  /** One line. */
  summary: string
  options: Options
  /** What else there is to know. */
  more?: string
  /** Command lines without the `inventree` in front, or whole ones where they are more than that. */
  examples: string[]
  run(words: string[], options: Record<string, string | boolean | undefined>, config: Config): Promise<void>
}

/**
 * Makes a command of its definition; the types of the options that `run` is given follow from it.
 */
export function command<const O extends Options = {}>(
  definition: Omit<Command, 'options' | 'run'> & {
    options?: O
    run(words: string[], options: Given<O>, config: Config): Promise<void>
  }
): Command {
  return { ...definition, options: definition.options ?? {}, run: definition.run as Command['run'] }
}

/** For lists that scripts read. */
export const JSON_OPTION = { help: 'for scripts: one JSON value instead of a table' }
/** For what cannot be undone. */
export const YES_OPTION = { help: 'do not ask' }

/** How a command is written, such as `user create NAME [options]`. */
const usage = (name: string, { words, options }: Command): string =>
  `inventree ${[name, words, Object.keys(options).length ? '[options]' : ''].filter(Boolean).join(' ')}`

const spelled = (name: string, { value, negatable, short }: CommandOption) =>
  (short ? `-${short}, ` : '') + (value ? `--${name} ${value}` : negatable ? `--${name}, --no-${name}` : `--${name}`)

/** An example as it is typed; one with something around the command says `inventree` itself. */
const exampleLine = (example: string) => `  ${/\binventree [a-z]/.test(example) ? example : `inventree ${example}`}`

/** The help of one command. */
export function help(name: string, command: Command): string {
  const options = Object.entries(command.options).map(([option, one]) => [spelled(option, one), one.help])
  const width = Math.max(...options.map(([left]) => left!.length))
  return [
    command.summary,
    `Usage: ${usage(name, command)}`,
    options.map(([left, right]) => `  ${left!.padEnd(width)}  ${right}`).join('\n'),
    command.more?.trim() ?? '',
    `${command.examples.length > 1 ? 'Examples' : 'Example'}:\n${command.examples.map(exampleLine).join('\n')}`
  ]
    .filter(Boolean)
    .join('\n\n')
}

/**
 * What is wrong with the number of words that a command was given, in a sentence; undefined where nothing is.
 *
 * @param words what it takes, as `Command` has it
 */
function miscounted(name: string, words: string, given: string[]): string | undefined {
  const all = words.match(/\[[^\]]*\]?|[^ []+/g) ?? []
  const needed = all.filter((word) => !word.startsWith('[')).map((word) => word.replace('...', ''))
  if (given.length < needed.length) return `"inventree ${name}" lacks ${needed.slice(given.length).join(' and ')}.`
  if (words.includes('...') || given.length <= all.length) return undefined
  const rest = given.slice(all.length).map((word) => `"${word}"`)
  return `"inventree ${name}" takes no ${rest.join(' and no ')}${all.length ? ` after ${all.join(' ')}` : ''}.`
}

/**
 * Reads what follows the name of a command.
 *
 * @throws UsageError where that is not what the command takes
 */
export function read(
  name: string,
  command: Command,
  args: string[]
): { words: string[]; options: Record<string, string | boolean | undefined> } {
  const flags: ParseArgsOptionsConfig = dictionary({ help: { type: 'boolean' } })
  for (const [option, { value, negatable, short }] of Object.entries(command.options)) {
    flags[option] = { type: value ? 'string' : 'boolean', ...(short ? { short } : {}) }
    if (negatable) flags[`no-${option}`] = { type: 'boolean' }
  }
  let parsed
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: flags })
  } catch (error) {
    const [message = ''] = (error as Error).message.split('. To specify')
    const [, typed] = /^Unknown option '--([^']*)'/.exec(message) ?? []
    const meant = typed === undefined ? '' : didYouMean(typed, Object.keys(flags), (option) => `--${option}`)
    throw new UsageError(`"inventree help ${name}" lists the options.\n${message}.${meant}`, { cause: error })
  }
  const { values, positionals } = parsed as {
    values: Record<string, string | boolean | undefined>
    positionals: string[]
  }
  for (const [option, { negatable }] of Object.entries(command.options)) {
    if (!negatable || !values[`no-${option}`]) continue
    if (values[option]) throw new UsageError(`--${option} and --no-${option} contradict each other.`)
    values[option] = false
  }
  const wrong = values.help ? undefined : miscounted(name, command.words, positionals)
  if (wrong !== undefined) throw new UsageError(`Usage: ${usage(name, command)}\n${wrong}`)
  return { words: positionals, options: values }
}
