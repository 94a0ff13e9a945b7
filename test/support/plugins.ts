// Plugins of others, as tests write them.
import type { Test } from 'tap'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type House } from '../helper.ts'
import { folder } from '../server/run.ts'

/** A plugin: what its package.json says beside its key, its main module, and further files by their paths. */
export interface WrittenPlugin {
  about?: Record<string, unknown>
  package?: Record<string, unknown>
  code: string
  files?: Record<string, string>
}

/** Writes a plugin into a folder. */
export function writePlugin(
  into: string,
  key: string,
  { about = {}, package: more = {}, code, files = {} }: WrittenPlugin
) {
  const home = join(into, key)
  const manifest = {
    name: `inventree-plugin-${key}`,
    version: '1.0.0',
    description: 'Written by a test',
    type: 'module',
    ...more,
    inventree: { plugin: key, title: `The ${key}`, interface: 1, ...about }
  }
  const all = { 'package.json': JSON.stringify(manifest), 'index.js': code, ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
}

/** A folder with plugins, by key; it goes with the test. */
export function pluginFolder(t: Test, plugins: Record<string, WrittenPlugin>): string {
  const into = folder(t)
  for (const [key, plugin] of Object.entries(plugins)) writePlugin(into, key, plugin)
  return into
}

/** What work gets that is done without a server. */
export const NO_PLUGINS = {
  one: async () => undefined,
  call: () => Promise.reject(new Error('there are no plugins'))
}

/** The address of plugins. */
export const url = '/api/plugins/'

/** A server with plugins of others, all of them active unless told otherwise. */
export async function workshop(
  t: Test,
  plugins: Record<string, WrittenPlugin>,
  active = Object.keys(plugins)
): Promise<House & { folder: string }> {
  const folder = pluginFolder(t, plugins)
  const house = await build(t, { pluginFolder: folder })
  for (const key of active) {
    const { status, body } = await house.as('admin').patch(`${url}${key}/activate/`, {})
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  return { ...house, folder }
}

/** What administrators are told is wrong with plugins. */
export const errors = async ({ as }: House): Promise<{ stage: string; name: string; message: string }[]> =>
  (await as('admin').get(`${url}status/`)).body.registry_errors
