import { isFlagWord } from '#contract/read.ts'
import { GLOBAL_BY_KEY, typedValue } from '#modules/settings/index.ts'
import { withApi } from './api.ts'
import { command, JSON_OPTION, YES_OPTION } from './command.ts'
import { agree, Failure, list, say, table } from './terminal.ts'

interface Setting {
  key: string
  value: string | number | boolean
  name: string
  description: string
  type: string
  units: string
  choices: { value: string; display_name: string }[]
  read_only: boolean
}

/** What a setting is where nobody has changed it. */
function defined(key: string) {
  const definition = GLOBAL_BY_KEY.get(key.toUpperCase())
  if (!definition) throw new Failure(`There is no setting ${key}. "inventree setting list" shows all.`)
  return definition
}

const shown = ({ value }: Pick<Setting, 'value'>) => (value === '' ? '""' : String(value))
const url = (key: string) => `/api/settings/global/${key}/`

export const settingList = command({
  words: '[TEXT...]',
  summary: 'List the settings of the server, all or those that a text is about',
  options: { json: JSON_OPTION },
  more: 'Every text has to be in the key, the name or the description; letter case does not count.',
  examples: ['setting list', 'setting list currency', 'setting list --json'],
  run: (texts, { json }, config) =>
    withApi(config, async ({ ask }) => {
      const all: Setting[] = await ask('GET', '/api/settings/global/?ordering=key')
      const chosen = all.filter(({ key, name, description }) =>
        texts.every((text) => `${key}\n${name}\n${description}`.toLowerCase().includes(text.toLowerCase()))
      )
      list(
        chosen,
        { key: (one) => one.key, value: shown, type: (one) => one.type, description: (one) => one.description },
        json
      )
    })
})

export const settingGet = command({
  words: 'KEY',
  summary: 'Print the value of a setting',
  options: { json: JSON_OPTION, all: { help: 'also what it means, and what it can be' } },
  examples: [
    'setting get INVENTREE_DEFAULT_CURRENCY',
    'setting get PART_IPN_REGEX --all',
    'setting get PART_IPN_REGEX --json'
  ],
  run: ([key], { json, all }, config) =>
    withApi(config, async ({ ask }) => {
      const definition = defined(key!)
      const setting: Setting = await ask('GET', url(definition.key))
      if (json) {
        say(JSON.stringify(setting))
        return
      }
      if (!all) {
        say(String(setting.value))
        return
      }
      say(
        table(
          [setting.key, shown(setting)],
          [
            ['name', setting.name],
            ['description', setting.description],
            ['type', setting.type],
            ['units', setting.units],
            ['default', shown({ value: typedValue(definition, definition.default) })],
            ['can be', setting.choices.map(({ value }) => (value === '' ? '""' : value)).join(', ')]
          ]
        )
      )
    })
})

export const settingSet = command({
  words: 'KEY VALUE',
  summary: 'Change a setting',
  options: { yes: YES_OPTION },
  more: 'It counts at the next request, also at a server that is running. A value that begins with - goes after --.',
  examples: [
    'setting set INVENTREE_DEFAULT_CURRENCY EUR',
    'setting set PART_COMPONENT false',
    'setting set PART_IPN_REGEX -- "-[0-9]+"',
    'setting set INVENTREE_DEFAULT_CURRENCY EUR --yes'
  ],
  run: ([key, value], { yes }, config) =>
    withApi(config, async ({ ask }) => {
      const definition = defined(key!)
      if (definition.type === 'boolean' && !isFlagWord(value!))
        throw new Failure(`${definition.key} is true or false, but not "${value}".`)
      if (definition.confirm !== undefined) await agree(definition.confirm, yes)
      const setting: Setting = await ask('PATCH', url(definition.key), { value, manual_confirm: true })
      say(`${setting.key} is ${shown(setting)}`)
    })
})

export const settingReset = command({
  words: 'KEY',
  summary: 'Give a setting the value that it has where nobody changed it',
  options: { yes: YES_OPTION },
  examples: ['setting reset PART_IPN_REGEX', 'setting reset INVENTREE_DEFAULT_CURRENCY --yes'],
  run: ([key], options, config) => settingSet.run([key!, defined(key!).default], options, config)
})
