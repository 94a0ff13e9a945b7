import type { Plugin } from '#framework/plugin.ts'

/** The list of notifications that every user has, as a plugin. */
export const UI_NOTIFICATIONS: Plugin = {
  key: 'inventree-ui-notification',
  name: 'InvenTreeUINotifications',
  humanName: 'InvenTree UI Notifications',
  description: 'Integrated UI notification methods',
  version: '1.0.0',
  mixins: ['notification'],
  mandatory: true
}
