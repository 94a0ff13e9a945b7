import { existsSync, readFileSync } from 'node:fs'
import { nothingThere } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Answer, Handler } from '#contract/types.ts'
import { API_VERSION } from '#framework/version.ts'

/**
 * The versions of the API that this server has spoken, oldest first; a new one gets a line when API_VERSION is raised.
 */
const VERSIONS = [
  { version: API_VERSION, date: '2026-11-23', text: ['    - The first version of the API that this server speaks'] }
]

/** What the versions brought: the newest ones, or those from one on. */
export const versionText: Handler<'version_text_list'> = ({ query: { versions = 10, start_version } }, send) => {
  const from = start_version === undefined ? VERSIONS : VERSIONS.filter(({ version }) => version >= start_version)
  const chosen = start_version === undefined ? from.slice(-versions) : from.slice(0, versions)
  return send(
    200,
    versions < 1
      ? []
      : chosen.map(({ version, ...rest }) => ({
          version: `v${version}`,
          ...rest,
          gh: null,
          latest: version === API_VERSION
        }))
  )
}

let packages: Answer<'license_retrieve', 200>['backend'] | undefined

/** Where packages and their licenses are listed; the first is not part of the packed server. */
const LISTS = ['../../package-lock.json', '../../generated/packages.json'].map((path) => new URL(path, import.meta.url))

/** The packages that run here, as the lock file lists them; what is for development alone is left out. */
function backend() {
  if (packages) return packages
  const lock = JSON.parse(readFileSync(LISTS.find((list) => existsSync(list))!, 'utf8')) as {
    packages: Record<string, { version?: string; license?: string; dev?: boolean }>
  }
  return (packages = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev)
    .map(([path, { version, license }]) => ({
      name: path.split('node_modules/').at(-1)!,
      version: version ?? '',
      license: license ?? 'unknown'
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)))
}

/** Whose software this is made of. */
export const license: Handler<'license_retrieve'> = (_call, send) => send(200, { backend: backend(), frontend: [] })

/** What clients ask for; nothing of it is tried out here. */
const FLAGS = ['EXPERIMENTAL', 'NEXT_GEN', 'OIDC']

const shown = (key: string, context: RequestContext) => ({
  key,
  state: false,
  ...(context.caller?.is_superuser ? { conditions: [] } : {})
})

/** What is being tried out. */
export const featureFlags: Handler<'flags_list'> = (call, send) =>
  send(
    200,
    FLAGS.map((key) => shown(key, call))
  )

/** One flag. */
export const featureFlag: Handler<'flags_retrieve'> = (call, send) => {
  if (!FLAGS.includes(call.path.key)) throw nothingThere()
  return send(200, shown(call.path.key, call))
}
