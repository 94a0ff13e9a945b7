// Plugins of others, as tests write them.
import type { Test } from 'tap'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
