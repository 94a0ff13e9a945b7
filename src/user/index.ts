import type { Vault } from '#auth/tokens.ts'
import { group, ruleset } from './group.ts'
import { leave, readMe, readRoles, writeMe } from './me.ts'
import { owner } from './owner.ts'
import { readProfile, writeProfile } from './profile.ts'
import { tokens } from './token.ts'
import { setPassword, user } from './user.ts'

/**
 * The user room: accounts, what they may do, and their tokens.
 *
 * @param vault see `tokens`
 */
export const userRoom = (vault: Vault) => ({
  ...user.operations,
  user_set_password_update: setPassword,
  user_set_password_partial_update: setPassword,
  user_me_retrieve: readMe,
  user_me_update: writeMe,
  user_me_partial_update: writeMe,
  user_me_destroy: leave,
  user_me_profile_retrieve: readProfile,
  user_me_profile_update: writeProfile,
  user_me_profile_partial_update: writeProfile,
  user_profile_retrieve: readProfile,
  user_profile_update: writeProfile,
  user_profile_partial_update: writeProfile,
  user_me_roles_retrieve: readRoles,
  user_roles_retrieve: readRoles,
  ...tokens(vault),
  ...group.operations,
  ...ruleset.operations,
  ...owner.operations
})
