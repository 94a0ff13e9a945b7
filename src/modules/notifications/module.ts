import { older } from '#framework/daily.ts'
import type { Module } from '#framework/module.ts'
import { EMAIL_NOTIFICATIONS, UI_NOTIFICATIONS } from './plugin.ts'
import { notificationPlugins } from './by-plugin.ts'
import { notificationMail } from './mail.write.ts'
import { notificationsOperations } from './operations.ts'

/** What users are told. */
export const notificationsModule = {
  name: 'notifications',
  models: {
    notificationmessage: {
      table: 'notification_message',
      className: 'NotificationMessage',
      rulesets: [],
      api: '/api/notifications/'
    }
  },
  daily: [
    {
      what: 'old notifications',
      turn: 10,
      work: older('notification_message', 'creation', 'INVENTREE_DELETE_NOTIFICATIONS_DAYS')
    }
  ],
  plugins: [UI_NOTIFICATIONS, EMAIL_NOTIFICATIONS],
  jobs: (materials) => [notificationMail(materials), notificationPlugins(materials)],
  operations: ({ config }) => notificationsOperations(config.siteURL)
} satisfies Module
