// Which plugins lie in the folder for them, as their package.json tells: nothing of them runs for that.
import { readdir, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { dictionary } from '#db/dictionary.ts'
import { VERBS } from '#contract/scopes.ts'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { INTERFACE } from './interface.ts'

/** What a plugin may be permitted beside what roles permit. */
const OWN_RIGHTS = ['mail.read', 'mail.send', 'notify']
/** What roles permit: a role and a verb, as in `part.view`. */
export const ROLE_RIGHTS = RULESET_NAMES.flatMap((ruleset) =>
  VERBS.map((verb) => ({ name: `${ruleset}.${verb}`, ruleset, verb }))
)
/** All that a plugin may ask for. */
const RIGHTS: readonly string[] = [...ROLE_RIGHTS.map(({ name }) => name), ...OWN_RIGHTS]

/** What a plugin says of itself in its package.json. */
export interface PluginManifest {
  key: string
  /** What people call it. */
  title: string
  description: string
  version: string
  author: string | null
  website: string | null
  license: string | null
  /** The name of the package. */
  packageName: string
  folder: string
  /** The file with its main module. */
  entry: string
  /** What it asks to be permitted, in order. */
  rights: string[]
  /** How much memory it may need, in MB. */
  memory: number
  /** Whether npm installed it. */
  isPackage: boolean
  /** Another one where what is installed became another. */
  fingerprint: string
}

/** Something that is wrong with a plugin. */
export interface PluginProblem {
  /** `discovery`, `load`, `activation` or `work`. */
  stage: string
  /** The key of the plugin, or its folder where it has none. */
  name: string
  message: string
}

/** What lies in the folder. */
export interface Discovery {
  /** By key. */
  manifests: Record<string, PluginManifest>
  problems: PluginProblem[]
}

/** How many plugins there may be, and how large a package.json, in bytes. */
const [MOST, LARGEST] = [100, 100_000]
const KEY = /^[a-z][a-z0-9-]{1,49}$/
const MEMORY = { least: 16, usual: 64, most: 1024 }

/** A sentence that says why something is no plugin that this server can have. */
class Unfit extends Error {}

const textOf = (value: unknown, most = 250): string | null => (typeof value === 'string' ? value.slice(0, most) : null)

function readRights(given: unknown): string[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw new Unfit('"rights" must be a list such as ["part.view"]')
  const wrong = given.find((right) => !RIGHTS.includes(right))
  if (wrong !== undefined)
    throw new Unfit(
      `it asks for the right ${JSON.stringify(wrong)}, which there is not; there are ${RIGHTS.join(', ')}`
    )
  return [...new Set(given as string[])].sort()
}

function readMemory(given: unknown): number {
  if (given === undefined) return MEMORY.usual
  if (!Number.isInteger(given) || (given as number) < MEMORY.least || (given as number) > MEMORY.most)
    throw new Unfit(`"memory" must be a whole number of MB from ${MEMORY.least} to ${MEMORY.most}`)
  return given as number
}

function readKey(given: unknown): string {
  if (typeof given !== 'string' || !KEY.test(given))
    throw new Unfit('"plugin" must be its key: 2 to 50 lower-case letters, digits and -, such as "shelf-lamp"')
  return given
}

function checkInterface(given: unknown): void {
  if (given !== INTERFACE)
    throw new Unfit(
      `it is made for version ${JSON.stringify(given)} of the plugin interface; this server has version ${INTERFACE}`
    )
}

/** The main module of a package: its `exports`, else its `main`, else index.js. */
const mainOf = ({ exports, main }: Record<string, unknown>): string => {
  const root = (exports as Record<string, unknown> | undefined)?.['.'] ?? exports
  const chosen = typeof root === 'object' && root !== null ? (root as Record<string, unknown>).default : root
  return textOf(chosen) ?? textOf(main) ?? 'index.js'
}

/**
 * Reads the package.json of a folder.
 *
 * @returns undefined where the package is no plugin
 * @throws Error with a sentence that says what is wrong with the plugin
 */
async function readManifest(folder: string, isPackage: boolean): Promise<PluginManifest | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  if (text.length > LARGEST) throw new Unfit('its package.json is too large')
  let read: Record<string, any>
  try {
    read = JSON.parse(text)
  } catch {
    throw new Unfit('its package.json is no JSON')
  }
  const about = read?.inventree
  if (typeof about !== 'object' || about === null) return undefined
  const key = readKey(about.plugin)
  checkInterface(about.interface)
  const entry = mainOf(read)
  if (entry.split(/[/\\]/).includes('..')) throw new Unfit('its main module lies outside of its folder')
  return {
    key,
    title: textOf(about.title) ?? key,
    description: textOf(read.description) ?? '',
    version: textOf(read.version, 50) ?? '0.0.0',
    author: textOf(typeof read.author === 'object' ? read.author?.name : read.author),
    website: textOf(read.homepage),
    license: textOf(read.license),
    packageName: textOf(read.name) ?? key,
    folder,
    entry: join(folder, entry),
    rights: readRights(about.rights),
    memory: readMemory(about.memory),
    isPackage,
    fingerprint: createHash('sha256').update(folder).update('\0').update(text).digest('hex').slice(0, 32)
  }
}

/** The packages that npm was told to install into the folder. */
async function installed(root: string): Promise<string[]> {
  const text = await readFile(join(root, 'package.json'), 'utf8').catch(() => '{}')
  try {
    return Object.keys(JSON.parse(text).dependencies ?? {}).map((name) => join(root, 'node_modules', name))
  } catch {
    return []
  }
}

/** Folders of the administrator's own. */
async function folders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && entry.name !== 'node_modules')
    .map((entry) => join(root, entry.name))
    .sort()
}

/**
 * Looks what lies in the folder for plugins.
 *
 * @param root the folder; it need not be there
 * @param taken keys that plugins of this server have
 */
export async function discover(root: string, taken: (key: string) => boolean): Promise<Discovery> {
  const manifests: Record<string, PluginManifest> = dictionary({})
  const problems: PluginProblem[] = []
  const places = [
    ...(await folders(root)).map((folder) => ({ folder, isPackage: false })),
    ...(await installed(root)).map((folder) => ({ folder, isPackage: true }))
  ]
  for (const { folder, isPackage } of places.slice(0, MOST)) {
    const name = folder.slice(root.length + 1).replace(/^node_modules[/\\]/, '')
    try {
      const manifest = await readManifest(folder, isPackage)
      if (!manifest) continue
      if (taken(manifest.key) || manifests[manifest.key])
        throw new Unfit(`another plugin has the key "${manifest.key}" already`)
      manifests[manifest.key] = manifest
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      problems.push({ stage: 'discovery', name, message: `This plugin cannot be used: ${error.message}.` })
    }
  }
  return { manifests, problems }
}
