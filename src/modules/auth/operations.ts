import type { Materials } from '#framework/module.ts'
import { administration } from './administration.ts'
import { areaOf, serveArea } from './area.ts'
import { CONFIG } from './config.ts'
import { FACTORS } from './factors.ts'
import { KEY_USE } from './key-use.ts'
import { KEYS } from './keys.ts'
import { PASSWORD_CHANGE } from './password.ts'
import { NEVER_BEGUN } from './never-begun.ts'
import { SECOND_STEP } from './second-step.ts'
import { SESSION } from './session.ts'
import { SESSIONS } from './sessions.ts'

/** The auth module: signing in with a browser, and what belongs to an account. */
export const authOperations = (materials: Materials) => ({
  ...administration(materials.vault),
  ...serveArea(areaOf(materials), {
    ...CONFIG,
    ...SESSION,
    ...SESSIONS,
    ...PASSWORD_CHANGE,
    ...FACTORS,
    ...SECOND_STEP,
    ...KEYS,
    ...KEY_USE,
    ...NEVER_BEGUN
  })
})
