import type { Module } from '#framework/module.ts'
import { kindsServed } from './area.ts'
import { authOperations } from './operations.ts'
import { secondStep } from './second-step.ts'
import { AUTH_TRANSFER } from './transfer.ts'

/** Signing in with a browser: sessions, passwords, second factors. */
export const authModule = {
  name: 'auth',
  transfer: AUTH_TRANSFER,
  signIn: ({ vault, config }) => secondStep({ vault, kinds: kindsServed(config) }),
  followers: () => ({
    // What was begun without a second factor does not go on with one as a duty, nor the other way round.
    LOGIN_ENFORCE_MFA: async ({ db }) => {
      await db.deleteFrom('session').execute()
    }
  }),
  operations: authOperations
} satisfies Module
