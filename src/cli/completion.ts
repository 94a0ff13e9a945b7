import { command, type Command } from './command.ts'
import { say, UsageError } from './terminal.ts'
import { dictionary } from '#db/dictionary.ts'

/**
 * What a shell offers after some words: the next word of a command's name, or options; after a command that takes
 * words, such as a file, only once a dash is there.
 */
interface Offer {
  after: string
  word: string
  help: string
  dashed?: boolean
}

function offers(commands: Record<string, Command>): Offer[] {
  const names = Object.entries(commands)
  const firsts = Map.groupBy(names, ([name]) => name.split(' ')[0]!)
  return [
    ...[...firsts].map(([word, all]) => ({
      after: '',
      word,
      help: all.length > 1 ? all.map(([name]) => name.split(' ')[1]).join(', ') : all[0]![1].summary
    })),
    ...names
      .filter(([name]) => name.includes(' '))
      .map(([name, { summary }]) => ({ after: name.split(' ')[0]!, word: name.split(' ')[1]!, help: summary })),
    ...names.flatMap(([after, { options, words }]) =>
      Object.entries(options).flatMap(([option, { help, negatable }]) =>
        [`--${option}`, ...(negatable ? [`--no-${option}`] : [])].map((word) => ({
          after,
          word,
          help,
          dashed: words !== ''
        }))
      )
    )
  ]
}

/** The offers for each beginning, as the branches of a shell's `case`; `typed` is the word so far. */
const branches = (all: Offer[], typed: string, body: (offers: Offer[]) => string) =>
  [...Map.groupBy(all, ({ after }) => after)]
    .map(([after, some]) => `    '${after}') ${some[0]!.dashed ? `[[ ${typed} == -* ]] && ` : ''}${body(some)} ;;`)
    .join('\n')

const single = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

// The words before the one that is typed, without options, decide: the longest beginning that is a command.
const SHELLS: Record<string, (all: Offer[]) => string> = dictionary({
  bash: (all) => `_inventree() {
  local cur=\${COMP_WORDS[COMP_CWORD]} offers=
  case "\${COMP_CWORD}:\${COMP_WORDS[1]}" in 1:*) set -- '' ;; *) set -- "\${COMP_WORDS[1]}" ;; esac
  if [ "$COMP_CWORD" -gt 2 ]; then
    case "$1" in ${groups(all).join('|')}) set -- "$1 \${COMP_WORDS[2]}" ;; esac
  fi
  case "$1" in
${branches(all, '$cur', (some) => `offers=${single(some.map(({ word }) => word).join(' '))}`)}
  esac
  COMPREPLY=($(compgen -W "$offers" -- "$cur"))
}
complete -o default -F _inventree inventree`,
  zsh: (all) => `#compdef inventree
_inventree() {
  local at=
  local -a offers
  (( CURRENT > 2 )) && at=\${words[2]}
  if (( CURRENT > 3 )); then
    case "$at" in ${groups(all).join('|')}) at="$at \${words[3]}" ;; esac
  fi
  case "$at" in
${branches(all, '$PREFIX', (some) => `offers=(${some.map(({ word, help }) => single(`${word.replaceAll(':', '\\:')}:${help}`)).join(' ')})`)}
  esac
  _describe inventree offers || _files
}
compdef _inventree inventree`,
  fish: (all) =>
    all
      .map(({ after, word, help }) => {
        const [first, second] = after.split(' ')
        const taken =
          second === undefined && first !== '' && groups(all).includes(first!)
            ? all.filter((one) => one.after === first).map((one) => one.word)
            : []
        const condition =
          after === ''
            ? '__fish_use_subcommand'
            : [first, second]
                .filter(Boolean)
                .map((one) => `__fish_seen_subcommand_from ${one}`)
                .join('; and ') + (taken.length ? `; and not __fish_seen_subcommand_from ${taken.join(' ')}` : '')
        return `complete -c inventree -n ${single(condition)} ${word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`} -d ${single(help)}`
      })
      .join('\n')
})

/** The first words that are no command by themselves. */
const groups = (all: Offer[]) => [
  ...new Set(
    all
      .filter(({ after, word }) => after !== '' && !after.includes(' ') && !word.startsWith('--'))
      .map(({ after }) => after)
  )
]

export const completion = command({
  words: 'SHELL',
  summary: 'Print what makes a shell complete the commands: bash, zsh or fish',
  examples: [
    'source <(inventree completion bash)',
    'source <(inventree completion zsh)',
    'inventree completion fish | source'
  ],
  run: async ([shell]) => {
    const script = SHELLS[shell!]
    if (!script)
      throw new UsageError(`"${shell}" is none of the shells that are known: ${Object.keys(SHELLS).join(', ')}.`)
    const { COMMANDS } = await import('./commands.ts') // which names this command too
    say(script(offers(COMMANDS)))
  }
})
