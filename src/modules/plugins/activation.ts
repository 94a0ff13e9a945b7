// What happens where a plugin of others is switched on.
import type { Updateable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { invalid, refused } from '#contract/errors.ts'
import { createUser } from '#auth/accounts.ts'
import { enqueue } from '#framework/jobs/store.ts'
import type { Declaration } from '#framework/plugins/declaration.ts'
import { PLUGIN_ACCOUNT } from '#framework/plugins/account.ts'
import type { PluginManifest } from '#framework/plugins/manifest.ts'
import type { Plugins } from '#framework/plugins/plugins.ts'
import { PLUGIN_TASK } from '#framework/plugins/task.ts'
import { unmetNeeds } from './needs.ts'
import { newChain } from './registry.ts'

/**
 * The account in whose name a plugin acts: it has no password and no roles, and nobody signs in as it. One that was
 * removed and comes back gets the one that it had.
 */
async function accountOf(db: Database, { key, title }: PluginManifest): Promise<number> {
  const name = PLUGIN_ACCOUNT + key
  const named = await db.selectFrom('user').select(['id', 'password']).where('username', '=', name).executeTakeFirst()
  if (named?.password === '') {
    await db.updateTable('user').set({ is_active: 1 }).where('id', '=', named.id).execute()
    return named.id
  }
  if (named) throw refused(`There is a person with the name ${name}, in which the plugin would act.`)
  return await createUser(db, { username: name, first_name: title.slice(0, 150), last_name: '(plugin)' })
}

/** What is to be stored of a plugin that is switched off: nobody acts in its name any more. */
export async function deactivation(db: Database, key: string): Promise<Updateable<DB['plugin_config']>> {
  const account = db.selectFrom('plugin_config').select('user_id').where('key', '=', key)
  await db.updateTable('user').set({ is_active: 0 }).where('id', 'in', account).execute()
  return { active: 0 }
}

/** Puts the tasks of a plugin that come again and again into the queue. */
async function beginTasks(db: Database, plugin: string, chain: string, { tasks = {} }: Declaration): Promise<void> {
  for (const [task, { every }] of Object.entries(tasks))
    if (every !== undefined)
      await enqueue(db, PLUGIN_TASK, { plugin, task, data: null, again: { chain, minutes: every } }, every * 60)
}

/**
 * Looks whether a plugin can be switched on; it runs for that.
 *
 * @param rights what the administrator grants; undefined for all that it asks for
 * @returns what is to be stored of it, in the transaction in which it is switched on
 * @throws 400 where it cannot be loaded, or asks for more than is granted
 */
export async function activation(
  plugins: Plugins,
  manifest: PluginManifest,
  rights: readonly string[] = manifest.rights
): Promise<(db: Database) => Promise<Updateable<DB['plugin_config']>>> {
  const missing = manifest.rights.filter((right) => !rights.includes(right))
  if (missing.length) throw invalid({ rights: [`The plugin asks for more than is granted: ${missing.join(', ')}.`] })
  let declaration: Declaration
  try {
    declaration = await plugins.examine(manifest)
  } catch (error) {
    throw refused(`The plugin cannot be used: ${(error as Error).message}`)
  }
  const unmet = unmetNeeds(declaration, manifest.rights)
  if (unmet.length) throw refused(`The plugin cannot be used: ${unmet.join('; ')}`)
  const chain = newChain()
  return async (db) => {
    await beginTasks(db, manifest.key, chain, declaration)
    return {
      active: 1,
      name: manifest.title,
      package_name: manifest.packageName,
      fingerprint: manifest.fingerprint,
      granted: JSON.stringify(manifest.rights),
      declaration: JSON.stringify(declaration),
      chain,
      user_id: await accountOf(db, manifest)
    }
  }
}
