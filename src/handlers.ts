import type { Handlers } from '#contract/types.ts'
import type { Vault } from '#auth/tokens.ts'
import { companyRoom } from './company/index.ts'
import { metadataRoom } from './metadata/index.ts'
import { partRoom } from './part/index.ts'
import { projectCodeRoom } from './project-code/index.ts'
import { serverRoom } from './server/index.ts'
import { settingsRoom } from './settings/index.ts'
import type { Settings } from './settings/store.ts'
import { stockRoom } from './stock/index.ts'
import { userRoom } from './user/index.ts'

/**
 * The map of rooms. What the contract has and no room serves does not compile, nor does what the contract does not have.
 *
 * @param vault seals the tokens that the API must be able to show again
 * @param settings the global settings in memory
 * @param siteURL the address that the configuration fixes
 */
export const handlers = (vault: Vault, settings: Settings, siteURL: string | null) => ({
  ...serverRoom,
  ...userRoom(vault),
  ...partRoom,
  ...stockRoom,
  ...companyRoom,
  ...projectCodeRoom,
  ...settingsRoom(settings, siteURL),
  ...metadataRoom
}) satisfies Handlers
