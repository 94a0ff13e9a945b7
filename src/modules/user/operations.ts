import type { GivenMaterials } from '#framework/module.ts'
import { accountService } from '#modules/account/index.ts'
import { groups, rulesets } from './group.ts'
import { leave, readMe, readRoles, writeMe } from './me.ts'
import { owner } from './owner.ts'
import { readProfile, writeProfile } from './profile.ts'
import { protectionOf } from './protection.ts'
import { tokens } from './token.ts'
import { setPassword, users } from './user.ts'

/**
 * The user module: accounts, what they may do, and their tokens.
 */
export const userOperations = (materials: GivenMaterials) => {
  const { vault, cookies, config } = materials
  const protection = protectionOf(config.protectSuperusers ?? false)
  return {
    ...users(protection, accountService(materials)).operations,
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
    ...tokens(vault, cookies),
    ...groups(protection).operations,
    ...rulesets(protection).operations,
    ...owner.operations
  }
}
