import { older } from '#framework/daily.ts'
import type { Module } from '#framework/module.ts'
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
  operations: ({ config }) => notificationsOperations(config.siteURL)
} satisfies Module
