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

/** Notifications by mail, as a plugin. */
export const EMAIL_NOTIFICATIONS: Plugin = {
  key: 'inventree-email-notification',
  name: 'InvenTreeEmailNotifications',
  humanName: 'InvenTree Email Notifications',
  description: 'Integrated email notification methods',
  version: '1.0.0',
  mixins: ['settings', 'notification'],
  mandatory: true,
  userSettings: [
    {
      key: 'NOTIFY_BY_EMAIL',
      name: 'Allow email notifications',
      description: 'Allow email notifications to be sent to this user',
      type: 'boolean',
      default: 'True'
    }
  ]
}

/** What is stored where a user wants no mail (docs/behaviour/notifications.md#by-mail). */
export const NO_MAIL = { plugin: EMAIL_NOTIFICATIONS.key, key: 'NOTIFY_BY_EMAIL', value: 'False' } as const
