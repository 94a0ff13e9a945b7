import type { Module } from '#framework/module.ts'
import { SETTING_CHECKS } from './check.ts'
import { settingsOperations } from './operations.ts'
import { SETTING_TRANSFER } from './transfer.ts'

/** Settings, of the server and of its users. */
export const settingsModule = {
  name: 'settings',
  checks: SETTING_CHECKS,
  transfer: SETTING_TRANSFER,
  operations: ({ settings, config, followers }) => settingsOperations(settings, config.siteURL, followers)
} satisfies Module
