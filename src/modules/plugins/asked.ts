// Plugins of others, asked for what a request wants of them.
import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { PluginError } from '#framework/plugins/thread.ts'

/** How long a plugin may take for a request that is for it, in seconds. */
const SECONDS = 30

/** 400, where a plugin failed at what it was asked for. */
export const pluginFailed = (plugin: string, why: string) =>
  invalid({ detail: `The plugin '${plugin}' failed: ${why}` })

/**
 * Asks one plugin to do something.
 *
 * @param path the way to its function, in what it exports
 * @throws 400 where it fails
 */
export async function askPlugin(
  { plugins, caller: user }: RequestContext,
  plugin: string,
  path: string[],
  args: unknown[]
): Promise<unknown> {
  try {
    return await plugins.call(plugin, path, args, { user, seconds: SECONDS })
  } catch (error) {
    if (error instanceof PluginError) throw pluginFailed(plugin, error.message)
    throw error
  }
}
