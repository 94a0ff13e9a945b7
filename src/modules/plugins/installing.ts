// Packages of npm in the folder for plugins: how they come and go.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { invalid, notFound, refused } from '#contract/errors.ts'
import type { Body, Handler } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { PluginManifest } from '#framework/plugins/manifest.ts'
import type { Plugins } from '#framework/plugins/plugins.ts'
import { WorkQueue } from '#framework/queue.ts'
import { knownPlugins } from './known.ts'
import { forgetPlugin, newChain, pluginRow, pluginJSON } from './registry.ts'

const run = promisify(execFile)

/** How long npm may take, in ms, and how much it may say, in bytes. */
const [PATIENCE, MOST_SAID] = [180_000, 1_000_000]
/** How much of what it said is told where it failed, in characters. */
const TOLD = 2000

/** One at a time, for all of them write the same files. */
const npmQueue = new WorkQueue(
  { running: 1, waiting: 5 },
  { detail: 'Other plugins are being installed.', seconds: 30 }
)

/** What npm is told, of the environment of the server: where the network is, and nothing of the server's own. */
const npmEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('INVENTREE_')))

/** The program npm: the one that came with this Node, else the one on the path. */
function npmCommand(): [string, string[]] {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  return existsSync(beside) ? [process.execPath, [beside]] : ['npm', []]
}

/** @throws 400 with what npm said */
async function npm(folder: string, ...words: string[]): Promise<void> {
  const [command, first] = npmCommand()
  const options = ['--ignore-scripts', '--save-exact', '--no-audit', '--no-fund', '--prefix', folder]
  try {
    await run(command, [...first, ...words, ...options], {
      cwd: folder,
      env: npmEnvironment(),
      timeout: PATIENCE,
      maxBuffer: MOST_SAID
    })
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    throw invalid({ non_field_errors: (stderr?.trim() || message).slice(-TOLD).split('\n') })
  }
}

/** The packages that are installed in the folder, by name. */
async function dependenciesOf(folder: string): Promise<Record<string, string>> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text).dependencies ?? {}
}

/** The folder as npm wants it. */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'package.json')
  if (!existsSync(file)) await writeFile(file, '{ "private": true }\n')
}

const NAME = /^(?:@[\w.-]+\/)?[\w.-]+$/
const VERSION = /^[\w.+-]+$/
const ADDRESS = /^(?:https?|git\+https|file):/

/** What npm is to install. */
function wanted({ url, packagename, version }: Body<'plugins_install_create'>): string {
  if (url) {
    if (!ADDRESS.test(url)) throw invalid({ url: ['An address begins with https:, git+https: or file:.'] })
    return url
  }
  if (!NAME.test(packagename!)) throw invalid({ packagename: ['This is no name of a package.'] })
  if (version && !VERSION.test(version)) throw invalid({ version: ['This is no version.'] })
  return version ? `${packagename}@${version}` : packagename!
}

/** Has every process look anew at plugins that are active and of which another version is there now. */
async function tellProcesses(db: Database, found: readonly PluginManifest[]): Promise<void> {
  for (const { key, fingerprint } of found)
    await db
      .updateTable('plugin_config')
      .set({ chain: newChain() })
      .where('key', '=', key)
      .where('fingerprint', '!=', fingerprint)
      .execute()
}

/**
 * Installs a package and looks whether it is a plugin.
 *
 * @param what its name, with a version or without, or its address
 * @returns the names of the packages that are plugins and were not there before, or became others
 * @throws 400 where npm cannot install it, or it is no plugin
 */
async function installPackage(db: Database, plugins: Plugins, folder: string, what: string): Promise<string[]> {
  return await npmQueue.run(async () => {
    await prepare(folder)
    const before = await dependenciesOf(folder)
    await npm(folder, 'install', what)
    const after = Object.entries(await dependenciesOf(folder))
    const added = after.filter(([name, version]) => before[name] !== version).map(([name]) => name)
    await plugins.reload()
    const { manifests, problems } = await plugins.discovered()
    const found = Object.values(manifests).filter(
      ({ packageName, isPackage }) => isPackage && (added.length === 0 || added.includes(packageName))
    )
    if (found.length > 0) {
      await tellProcesses(db, found)
      return found.map(({ title, version }) => `${title} ${version}`)
    }
    const why =
      problems.find(({ name }) => added.includes(name))?.message ?? 'The package is no plugin for this server.'
    await npm(folder, 'uninstall', ...added)
    await plugins.reload()
    throw refused(why)
  })
}

/** Takes a package away. */
async function removePackage(plugins: Plugins, folder: string, name: string): Promise<void> {
  await npmQueue.run(async () => {
    await npm(folder, 'uninstall', name)
    await plugins.reload()
  })
}

/**
 * What installs and uninstalls plugins.
 *
 * @param mayInstall whether the configuration lets plugins be installed
 * @param remember called when what is stored of plugins became another
 */
export function installing(mayInstall: boolean, remember: () => Promise<void>) {
  const install: Handler<'plugins_install_create'> = async ({ body, plugins, db }, send) => {
    if (!body.confirm) throw invalid({ confirm: ['Installation not confirmed'] })
    if (!body.packagename && !body.url) {
      const either = ['Either packagename or URL must be provided']
      throw invalid({ url: either, packagename: either })
    }
    if (!mayInstall || plugins.folder === null) throw refused('Plugin installation is disabled')
    const input = wanted(body)
    const installed = await installPackage(db, plugins, plugins.folder, input)
    return send(201, { result: `Installed ${installed.join(', ')}`, success: true, input })
  }

  const uninstall: Handler<'plugins_uninstall_update' | 'plugins_uninstall_partial_update'> = async (call, send) => {
    const { plugins, path, body, db } = call
    const known = await knownPlugins(plugins)
    const row = await pluginRow(db, path.plugin, known)
    if (!row) throw notFound('PluginConfig')
    if (!mayInstall || plugins.folder === null) throw refused('Plugin uninstalling is disabled')
    const { is_builtin, active } = pluginJSON(row, known)
    if (is_builtin) throw refused('INVE-E10: Plugin cannot be uninstalled as it is a built-in plugin')
    if (active) throw refused('Plugin cannot be uninstalled as it is currently active')
    const manifest = known[row.key]?.manifest
    if (manifest && !manifest.isPackage)
      throw refused(`This plugin is a folder of your own: take ${manifest.folder} away.`)
    if (manifest) await removePackage(plugins, plugins.folder, manifest.packageName)
    if (body?.delete_config ?? true) await transact(db, (trx) => forgetPlugin(trx, row))
    await remember()
    return send(200, { result: `Uninstalled ${row.name}`, success: true })
  }
  return {
    plugins_install_create: install,
    plugins_uninstall_update: uninstall,
    plugins_uninstall_partial_update: uninstall
  }
}
