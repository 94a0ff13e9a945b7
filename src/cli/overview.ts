// Which commands there are: what is shown without one, and what is said where there is none of that name.
import { COMMANDS } from './commands.ts'
import { didYouMean } from './nearest.ts'
import { UsageError } from './terminal.ts'

/** The second words of a group of commands, such as those of `user`; empty where it is no group. */
const members = (group: string): string[] =>
  Object.keys(COMMANDS)
    .filter((name) => name.startsWith(`${group} `))
    .map((name) => name.slice(group.length + 1))

export const isGroup = (word: string): boolean => members(word).length > 0

/** The first words of all commands, in their order. */
const firsts = (): string[] => [...new Set(Object.keys(COMMANDS).map((name) => name.split(' ')[0]!))]

function columns(lines: [string, string][]): string {
  const width = Math.max(...lines.map(([left]) => left.length))
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

/** All commands, a group of them in one line. */
export function overview(): string {
  const lines = firsts().map((word): [string, string] =>
    isGroup(word)
      ? [`${word} …`, members(word).join(', ')]
      : [`${word} ${COMMANDS[word]!.words}`, COMMANDS[word]!.summary]
  )
  return `An InvenTree-compatible server.
Usage: inventree COMMAND [options]

${columns(lines)}

"inventree help COMMAND" tells more, with examples; "inventree --version" which version this is. The environment decides where the
data is: INVENTREE_DB_NAME and others, see docs/configuration.md.
Exit codes: 0 done · 1 it could not be done · 2 the command line or the environment is wrong`
}

/** The commands of a group. */
export function groupOverview(group: string): string {
  const lines = members(group).map((word): [string, string] => {
    const { words, summary } = COMMANDS[`${group} ${word}`]!
    return [`${group} ${word} ${words}`, summary]
  })
  return `Usage: inventree ${group} COMMAND [options]

${columns(lines)}

"inventree help ${group} COMMAND" tells more, with examples.`
}

/** What to say where there is no such command; short, with the error at the end, where it is read. */
export function noSuchCommand(first: string, second: string): UsageError {
  const [typed, known, shown] = isGroup(first)
    ? [second, members(first), (word: string) => `inventree ${first} ${word}`]
    : [first, firsts(), (word: string) => [`inventree ${word}`, ...(isGroup(word) ? [second] : [])].join(' ').trim()]
  return new UsageError(
    `"inventree help${isGroup(first) ? ` ${first}` : ''}" lists the commands.\nThere is no command "${isGroup(first) ? `${first} ${second}` : first}".${didYouMean(typed, known, shown)}`
  )
}
