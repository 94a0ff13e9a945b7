import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Config } from '#server/config.ts'
import { withApi } from './api.ts'
import { command, JSON_OPTION, YES_OPTION } from './command.ts'
import { agree, Failure, list, note, say, UsageError } from './terminal.ts'

/** A plugin as the API lists it, as far as commands need it. */
interface ListedPlugin {
  key: string
  name: string | null
  active: boolean
  is_builtin: boolean
  is_mandatory: boolean
  package_name: string | null
  rights?: string[]
}

const TEMPLATE = fileURLToPath(new URL('./plugin-template', import.meta.url))
const KEY = /^[a-z][a-z0-9-]{1,49}$/

/** @throws Failure where the configuration has no plugins of others */
function folderOf({ pluginFolder }: Config): string {
  if (pluginFolder !== null) return pluginFolder
  throw new Failure(
    'This server has no plugins of others: set INVENTREE_PLUGINS_ENABLED=true, or INVENTREE_PLUGIN_DIR.'
  )
}

export const pluginList = command({
  words: '',
  summary: 'List the plugins, and what is wrong with them',
  options: { json: JSON_OPTION },
  examples: ['plugin list', 'plugin list --json'],
  run: (_words, { json }, config) =>
    withApi(config, async ({ ask }) => {
      const plugins: ListedPlugin[] = await ask('GET', '/api/plugins/')
      list(
        plugins.map(({ key, name, active, is_mandatory, is_builtin, rights }) => ({
          key,
          name,
          state: is_mandatory ? 'always on' : active ? 'on' : 'off',
          from: is_builtin ? 'this server' : 'others',
          rights: rights ?? []
        })),
        {
          key: (one) => one.key,
          name: (one) => one.name,
          state: (one) => one.state,
          from: (one) => one.from,
          'asks for': (one) => one.rights.join(' ')
        },
        json
      )
      if (json) return
      const { registry_errors: errors } = await ask('GET', '/api/plugins/status/')
      for (const { name, message } of errors) note(`${name}: ${message}`)
    })
})

export const pluginNew = command({
  words: 'KEY',
  summary: 'Write a plugin to begin with',
  options: { into: { value: 'FOLDER', help: 'where its folder is made (default: the folder for plugins)' } },
  more: 'It has a barcode, an action, a panel and a task, each a few lines; take away what you do not need. docs/plugins.md tells all that there is.',
  examples: ['plugin new shelf-lamp', 'plugin new shelf-lamp --into ~/src'],
  run: async ([key], { into }, config) => {
    if (!KEY.test(key!))
      throw new UsageError(`"${key}" is no key: 2 to 50 lower-case letters, digits and -, such as shelf-lamp`)
    const folder = join(into === undefined ? folderOf(config) : resolve(into), key!)
    if (existsSync(folder)) throw new Failure(`${folder} is there already.`)
    for (const file of globSync('**/*.*', { cwd: TEMPLATE })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), readFileSync(join(TEMPLATE, file), 'utf8').replaceAll('my-plugin', key!))
    }
    say(folder)
    if (into === undefined) note(`Next: inventree plugin activate ${key}`)
  }
})

export const pluginInstall = command({
  words: 'PACKAGE|FILE|URL',
  summary: 'Install a plugin by npm; it is off until it is activated',
  more: `PACKAGE is the name of a package, with a version or without: label-maker@1.0.2. FILE is what "npm pack" made. Nothing of it runs while it is
installed, and what is installed is pinned to its version and its hash.`,
  examples: ['plugin install label-maker@1.0.2', 'plugin install ./inventree-plugin-shelf-lamp-1.0.0.tgz'],
  run: ([source], _options, config) =>
    withApi(config, async ({ ask }) => {
      folderOf(config)
      const [, packagename, version] = /^(@?[^@]+)(?:@(.+))?$/.exec(source!) ?? []
      const body = existsSync(source!)
        ? { url: pathToFileURL(resolve(source!)).href }
        : /^[\w+]+:/.test(source!)
          ? { url: source }
          : { packagename: packagename ?? source, ...(version === undefined ? {} : { version }) }
      say((await ask('POST', '/api/plugins/install/', { ...body, confirm: true })).result)
    })
})

export const pluginActivate = command({
  words: 'KEY',
  summary: 'Switch a plugin on, with the rights that it asks for',
  options: { yes: YES_OPTION },
  more: 'What it asks for is shown first: a role and what it may do there, as in "stock.view". Servers that run know of it at once.',
  examples: ['plugin activate shelf-lamp', 'plugin activate shelf-lamp --yes'],
  run: ([key], { yes }, config) =>
    withApi(config, async ({ ask }) => {
      const address = `/api/plugins/${encodeURIComponent(key!)}/`
      const { name, rights = [] }: ListedPlugin = await ask('GET', address)
      if (rights.length > 0) await agree(`${name} asks for ${rights.join(', ')}. Grant that?`, yes)
      await ask('PATCH', `${address}activate/`, { active: true, rights })
      say(`${name} is on`)
    })
})

export const pluginDeactivate = command({
  words: 'KEY',
  summary: 'Switch a plugin off',
  examples: ['plugin deactivate shelf-lamp'],
  run: ([key], _options, config) =>
    withApi(config, async ({ ask }) => {
      await ask('PATCH', `/api/plugins/${encodeURIComponent(key!)}/activate/`, { active: false })
      say(`${key} is off`)
    })
})

export const pluginRemove = command({
  words: 'KEY',
  summary: 'Take away a plugin that is off, with its settings and what it keeps',
  options: { keep: { help: 'keep its settings and what it keeps, for when it is installed again' }, yes: YES_OPTION },
  more: 'A folder that you have put into the folder for plugins yourself is yours to take away.',
  examples: ['plugin remove shelf-lamp', 'plugin remove shelf-lamp --keep --yes'],
  run: ([key], { keep = false, yes }, config) =>
    withApi(config, async ({ ask }) => {
      await agree(`Take ${key} away${keep ? '' : ', and all that is stored of it'}?`, yes)
      const address = `/api/plugins/${encodeURIComponent(key!)}/uninstall/`
      say((await ask('PATCH', address, { delete_config: !keep })).result)
    })
})
